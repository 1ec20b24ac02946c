"""Unions that need a name: those whose members JSON's own kinds do not tell apart.

A decoder that sees ``{`` knows that an object comes, not which of two. Where kinds are not enough, the client
finds the member by a discriminator or by trial; for that, the union is a component. It is written with
``oneOf``, which by now nothing else is, and every other union with ``anyOf``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from codegen.document import Node
from codegen.simplify.canonical import ASSERTIONS, NULL, annotations_of, is_any, without_null
from codegen.simplify.classes import OF_THE_USE, is_class, is_enumeration, is_open
from codegen.simplify.positions import Use, component, rewrite_schemas, rewrite_subschemas

_ANY, _NAMED = "any", "named"


def mark_named_unions(root: Node) -> Node:
    """Write each union that needs a name with ``oneOf``, null outside of it; it is moved by a later pass.

    Equivalent: ``oneOf`` and ``anyOf`` differ in what they forbid alone (JSON Schema 2020-12 core, 10.2.1). A
    component without a class that contains itself, as a list of such lists does, becomes a ``oneOf`` as well,
    be it of one: other types are written out where they are used, and this one would never end. So does one
    that would be very long, or have very many levels, by way of other such components.

    The unions that parameters are stay as they are: they are written into URLs and never read.
    """
    return _Marking(root).document()


class _Marking:
    def __init__(self, root: Node) -> None:
        self._root = root
        self._components = root.mapping("components").mapping("schemas")
        self._endless = _endless(self._components)
        self._endless |= _large(self._components, self._endless)
        self._known: dict[str, list[str]] = {}

    def document(self) -> Node:
        return rewrite_schemas(self._root, self._change)

    def _change(self, schema: Node, use: Use) -> Node:
        if use.is_parameter:
            return self._written(schema)
        schema = self._marked(schema)
        return _as_union(schema) if use.component in self._endless else schema

    def _written(self, schema: Node) -> Node:
        """A schema of a parameter: what has a class in it is a model like others."""
        return self._marked(schema) if is_class(schema) else rewrite_subschemas(schema, self._written)

    def _marked(self, schema: Node) -> Node:
        schema = rewrite_subschemas(schema, self._marked)
        if not self._needs_name(schema):
            return schema
        named, nullable = without_null(schema)
        named = _as_union(named)
        if not nullable:
            return named
        named = named.without(*OF_THE_USE)
        null = Node({"type": NULL}, pointer=schema.pointer)
        return annotations_of(schema).without("discriminator").with_items(anyOf=[named, null])

    def _needs_name(self, schema: Node) -> bool:
        if "anyOf" not in schema:
            return False
        kinds = Counter(kind for member in schema.mappings("anyOf") for kind in self._kinds(member))
        if _ANY in kinds:
            return False
        return any(times > 1 for times in kinds.values()) or (_NAMED in kinds and len(kinds) > 1)

    def _kinds(self, schema: Node) -> list[str]:
        """What a schema takes of JSON, null aside.

        An enum counts twice, as msgspec reads one enum alone; one of integers takes numbers as well.
        """
        if (name := component(schema)) is not None:
            if name not in self._known:
                meant = self._components.mapping(name)
                named = name in self._endless or self._needs_name(meant)
                self._known[name] = [_NAMED] if named else self._kinds(meant)
            return self._known[name]
        if "anyOf" in schema or "oneOf" in schema:
            members = [*schema.mappings("anyOf"), *schema.mappings("oneOf")]
            return [kind for member in members for kind in self._kinds(member)]
        if is_any(schema):
            return [_ANY]
        if is_open(schema):
            return [_NAMED]
        kind = schema.text("type")
        if is_enumeration(schema):
            return [kind, "enum", *(["number"] if kind == "integer" else [])]
        return [] if kind == NULL else [kind]


def _as_union(schema: Node) -> Node:
    """A union written with ``oneOf``, or the union of the one schema."""
    if "oneOf" in schema:
        return schema
    if "anyOf" in schema:
        return schema.without("anyOf").with_items(oneOf=schema["anyOf"])
    alone = Node({key: schema[key] for key in schema if key in ASSERTIONS}, pointer=schema.pointer)
    return schema.without(*alone).with_items(oneOf=[alone])


def _endless(components: Node) -> frozenset[str]:
    """The components without a class that contain themselves, or lie between some that do."""
    leads = {
        name: {other for other in _mentioned(schema) if not is_class(components.mapping(other))}
        for name, schema in components.items()
        if isinstance(schema, Node) and not is_class(schema) and not component(schema)
    }
    back: dict[str, set[str]] = {name: set() for name in leads}
    for name, others in leads.items():
        for other in others:
            back.setdefault(other, set()).add(name)
    return _without_ends(_without_ends(frozenset(leads), leads), back)


_LONGEST_TYPE = 30
"""Parts of a type that is written out, and so its levels: Python reads no more than 200."""


def _large(components: Node, endless: frozenset[str]) -> frozenset[str]:
    """The components without a class that would be very long when written out.

    Each that is found has a name, and so is short for those that mention it.
    """
    sizes = dict.fromkeys(endless, 1)
    found: set[str] = set()

    def size(schema: Node) -> int:
        if (name := component(schema)) is not None:
            return size_of(name)
        if is_class(schema):
            return 1
        parts = [*schema.mappings("anyOf"), schema.mapping("items"), schema.mapping("additionalProperties")]
        return 1 + sum(size(part) for part in parts if part)

    def size_of(name: str) -> int:
        if name not in sizes:
            sizes[name] = size(components.mapping(name))
            if sizes[name] > _LONGEST_TYPE:
                found.add(name)
                sizes[name] = 1
        return sizes[name]

    for name, schema in components.items():
        if isinstance(schema, Node) and not is_class(schema) and component(schema) is None:
            size_of(name)
    return frozenset(found)


def _without_ends(names: frozenset[str], leads: dict[str, set[str]]) -> frozenset[str]:
    """The names but those from which every way ends."""
    kept = set(names)
    while ends := [name for name in kept if kept.isdisjoint(leads[name])]:
        kept.difference_update(ends)
    return frozenset(kept)


def _mentioned(schema: Node) -> Iterator[str]:
    """The components that a schema without a class is made of."""
    if (name := component(schema)) is not None:
        yield name
    for keyword in ("anyOf", "oneOf"):
        for member in schema.mappings(keyword):
            yield from _mentioned(member)
    for keyword in ("items", "additionalProperties"):
        if isinstance(child := schema.get(keyword), Node):
            yield from _mentioned(child)
