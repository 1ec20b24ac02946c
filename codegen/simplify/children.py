"""Takes apart schemas that list as alternatives the schemas that extend them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from codegen.document.node import Json, Node
from codegen.simplify.canonical import annotations_of, assertions_of, flat_union
from codegen.standard.positions import Document, Position, rewrite_schemas
from codegen.standard.schemas import component, rewrite_subschemas


def list_children(document: Document) -> Document:
    """Make a schema that lists its own children the union of them, each with what the schema itself says.

    ``Pet`` has properties and ``oneOf: [Cat, Dog]``, and ``Cat`` has ``Pet`` in its ``allOf``. By the letter,
    each is a part of itself. Authors mean that a ``Pet`` is a ``Cat`` or a ``Dog``, and that both have the
    properties of ``Pet``.
    """
    bases = dict(_bases(document.schemas))
    if not bases:
        return document
    rewriting = _ChildRewriting(bases)
    return rewrite_schemas(document, rewriting.start)


class _Base(Struct, frozen=True):
    """A schema that lists its children as alternatives."""

    own: Node
    """The rest of the schema."""
    whole: Node
    """The union of its children."""
    children: frozenset[str]


def _bases(schemas: Node) -> Iterator[tuple[str, _Base]]:
    parents = {name: {*_extended(schema)} for name, schema in schemas.items() if isinstance(schema, Node)}
    for name in parents:
        schema = schemas.mapping(name)
        parts = [schema] if "anyOf" in schema else schema.mappings("allOf")
        unions = [part for part in parts if "anyOf" in part]
        listed = {child for one in unions for part in one.mappings("anyOf") if (child := component(part))}
        children = frozenset(child for child in listed if _extends(child, name, parents))
        if children and len(unions) == 1:
            said: list[Json] = [part for part in parts if part is not unions[0]]
            own = Node({"allOf": said} if len(said) > 1 else {}, pointer=schema.pointer)
            if len(said) == 1 and isinstance(said[0], Node):
                own = assertions_of(said[0]).standing_for(schema.pointer)
            whole = flat_union(unions[0].mappings("anyOf"), annotations_of(schema))
            yield name, _Base(own, whole.standing_for(*schema.origins, *unions[0].origins), children)


def _extended(schema: Node) -> Iterator[str]:
    """The components in the ``allOf`` of a schema."""
    for member in schema.mappings("allOf"):
        if (name := component(member)) is not None:
            yield name
        else:
            yield from _extended(member)


def _extends(child: str, base: str, parents: Mapping[str, set[str]]) -> bool:
    seen: set[str] = set()
    pending = [child]
    while pending:
        name = pending.pop()
        if base in parents.get(name, ()):
            return True
        if name not in seen:
            seen.add(name)
            pending += parents.get(name, ())
    return False


class _ChildRewriting:
    def __init__(self, bases: Mapping[str, _Base]) -> None:
        self._bases = bases

    def start(self, schema: Node, position: Position) -> Node:
        name = position.component or ""
        if name in self._bases:
            return self._bases[name].whole
        is_child = any(name in base.children for base in self._bases.values())
        return self._extending(schema, is_child=is_child)

    def _extending(self, schema: Node, *, is_child: bool = False) -> Node:
        """A schema whose ``allOf`` has what the bases say, unless it only is another name for one."""
        schema = rewrite_subschemas(schema, self._extending)
        members = schema.mappings("allOf")
        if not members or (len(members) == 1 and not is_child and not assertions_of(schema.without("allOf"))):
            return schema
        parts: Json = [self._own(member) for member in members]
        return schema.with_items(allOf=parts)

    def _own(self, member: Node) -> Node:
        name = component(member) or ""
        if name not in self._bases:
            return member
        own = self._bases[name].own
        return own.standing_for(*member.origins)
