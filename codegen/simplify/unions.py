"""Finds unions that need a name: JSON's types do not distinguish their members.

A decoder that sees ``{`` knows that an object comes, not which of two. Where kinds are not enough, the client
finds the member by a discriminator or by trial; for that, the union has a class.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from codegen.document.node import Json
from codegen.model.schemas import (
    OF_THE_USE,
    AnyValue,
    Array,
    ClassSchema,
    Enumeration,
    Map,
    NamedUnion,
    Object,
    PositionedSchema,
    Primitive,
    Reference,
    Schema,
    Simplified,
    Union,
    parts,
    with_parts,
)

_ANY, _NAMED = "any", "named"


def name_unions(simplified: Simplified) -> Simplified:
    """Make each union that needs a name a `NamedUnion`, null outside of it; it is moved by a later pass.

    A component without a class that contains itself, as a list of such lists does, becomes one as well, be it
    of one member: other types are written out where they are used, and this one would never end. So does one
    that would be very long, or have very many levels, by way of other such components.

    The unions that parameters are stay as they are, since they are written into URLs and never read. Only one
    of several objects has a name: a caller may pass a dict, and the client finds which of them is meant.
    """
    naming = _Naming(simplified.components)
    return replace(
        simplified,
        components={key: naming.component(key, one) for key, one in simplified.components.items()},
        contents={place: naming.content(one) for place, one in simplified.contents.items()},
    )


class _Naming:
    def __init__(self, components: Mapping[str, Schema]) -> None:
        self._components = components
        self._endless = _endless(components)
        self._endless |= _large(components, self._endless)
        self._known: dict[str, list[str]] = {}

    def component(self, key: str, schema: Schema) -> Schema:
        """A component with each union in it named, and itself if it is endless."""
        schema = self._named(schema)
        return _as_named(schema) if key in self._endless else schema

    def content(self, content: PositionedSchema) -> PositionedSchema:
        """The schema of a place in a document with its unions named, unless it is a parameter."""
        change = self._written if content.positions[0].is_parameter else self._named
        changed = change(content.schema)
        return content if changed is content.schema else replace(content, schema=changed)

    def _written(self, schema: Schema) -> Schema:
        """The schema of a parameter. Classes in it are models like all others."""
        if isinstance(schema, ClassSchema) or self._is_one_of_objects(schema):
            return self._named(schema)
        return with_parts(schema, lambda part, _: self._written(part))

    def _named(self, schema: Schema) -> Schema:
        schema = with_parts(schema, lambda part, _: self._named(part))
        if not isinstance(schema, Union) or not self._needs_name(schema):
            return schema
        if not schema.nullable:
            return _as_named(schema)
        kept = {key: value for key, value in schema.notes.items() if key not in OF_THE_USE}
        named = _as_named(replace(schema, nullable=False, notes=kept))
        said = {key: value for key, value in schema.notes.items() if key != "discriminator"}
        return Union((named,), nullable=True, origins=schema.origins, notes=said)

    def _is_one_of_objects(self, schema: Schema) -> bool:
        members = schema.members if isinstance(schema, Union) else ()
        return sum(not {"object", _NAMED}.isdisjoint(self._kinds(member)) for member in members) > 1

    def _needs_name(self, schema: Schema) -> bool:
        if not isinstance(schema, Union):
            return False
        kinds = Counter(kind for member in schema.members for kind in self._kinds(member))
        if _ANY in kinds:
            return False
        return any(times > 1 for times in kinds.values()) or (_NAMED in kinds and len(kinds) > 1)

    def _kinds(self, schema: Schema) -> list[str]:
        """The kinds of JSON values that a schema allows, without null.

        An enum counts twice, as msgspec reads one enum alone. One of integers takes numbers as well.
        """
        kinds: list[str] = []
        match schema:
            case Reference(key):
                kinds = self._kinds_of_component(key)
            case Union(members) | NamedUnion(members):
                kinds = [kind for member in members for kind in self._kinds(member)]
            case AnyValue(is_free=True):
                kinds = [_ANY]
            case Object():
                kinds = [_NAMED if schema.is_open else "object"]
            case Map():
                kinds = ["object"]
            case Array():
                kinds = ["array"]
            case Enumeration(type_):
                kinds = [type_, "enum", *(["number"] if type_ == "integer" else [])]
            case Primitive(type_) if type_ != "null":
                kinds = [type_]
        return kinds

    def _kinds_of_component(self, key: str) -> list[str]:
        if key not in self._known:
            meant = self._components[key]
            is_named = key in self._endless or self._needs_name(meant)
            self._known[key] = [_NAMED] if is_named else self._kinds(meant)
        return self._known[key]


def _as_named(schema: Schema) -> NamedUnion:
    """A union as one with a name, or the union of the one schema."""
    match schema:
        case NamedUnion():
            return schema
        case Union(members):
            return NamedUnion(
                members, origins=schema.origins, constraints=schema.constraints, notes=schema.notes
            )
    nothing: Mapping[str, Json] = {}
    alone = replace(schema, origins=schema.origins[:1], notes=nothing)
    return NamedUnion((alone,), origins=schema.origins, notes=schema.notes)


def _endless(components: Mapping[str, Schema]) -> frozenset[str]:
    """The components without a class that contain themselves, or lie between some that do."""
    leads = {
        key: {other for other in _mentioned(schema) if not isinstance(components[other], ClassSchema)}
        for key, schema in components.items()
        if _is_written_out(schema)
    }
    back: dict[str, set[str]] = {key: set() for key in leads}
    for key, others in leads.items():
        for other in others:
            back.setdefault(other, set()).add(key)
    return _without_ends(_without_ends(frozenset(leads), leads), back)


_LONGEST_TYPE = 30
"""Parts of a type that is written out, and so its levels: Python reads no more than 200."""


def _large(components: Mapping[str, Schema], endless: frozenset[str]) -> frozenset[str]:
    """The components without a class that would be very long when written out.

    Each that is found has a name, and so is short for those that mention it.
    """
    sizes = dict.fromkeys(endless, 1)
    found: set[str] = set()

    def size(schema: Schema) -> int:
        match schema:
            case Reference(key):
                return size_of(key)
            case Union(members, nullable):
                return 1 + sum(map(size, members)) + nullable
            case Array(part) | Map(part):
                return 1 + size(part)
        return 0 if isinstance(schema, AnyValue) and not (schema.constraints or schema.notes) else 1

    def size_of(key: str) -> int:
        if key not in sizes:
            sizes[key] = size(components[key])
            if sizes[key] > _LONGEST_TYPE:
                found.add(key)
                sizes[key] = 1
        return sizes[key]

    for key in components:
        if _is_written_out(components[key]):
            size_of(key)
    return frozenset(found)


def _is_written_out(schema: Schema) -> bool:
    """Whether a component is written out where it is used: it has no class and is not an alias of one."""
    return not isinstance(schema, (ClassSchema, Reference))


def _without_ends(names: frozenset[str], leads: dict[str, set[str]]) -> frozenset[str]:
    """The names without those whose references all end."""
    kept = set(names)
    while ends := [name for name in kept if kept.isdisjoint(leads[name])]:
        kept.difference_update(ends)
    return frozenset(kept)


def _mentioned(schema: Schema) -> Iterator[str]:
    """The components in a schema without a class."""
    match schema:
        case Reference(key):
            yield key
        case Array() | Map() | Union():
            for part, _ in parts(schema):
                yield from _mentioned(part)
