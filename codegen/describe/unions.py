"""Named unions: their members, and how a value tells which it is of."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from codegen.describe.notes import notes, origins
from codegen.document import Node
from codegen.model import Union
from codegen.simplify.positions import component
from codegen.value_types import ListOf, MapOf, Named, Scalar, Type, UnionOf

_TAKING_MORE: Mapping[Scalar, int] = {Scalar.STRING: 2, Scalar.INTEGER: 2, Scalar.NUMBER: 3}
"""Scalars that take what others take as well: any UUID is a string."""


def union(name: str, type_: Type, schemas: Mapping[str, Node]) -> Union:
    """The union of the component `name`, whose members amount to `type_`."""
    schema = schemas[name]
    members = type_.members if isinstance(type_, UnionOf) else (type_,)
    ranked = tuple(sorted(members, key=lambda member: _rank(member, schemas)))
    discriminator = schema.mapping("discriminator")
    key = discriminator.text("propertyName")
    mapping: dict[str, Type] = dict(_mapping(discriminator, members, schemas))
    if not key:
        key, mapping = _constants(ranked, schemas)
    return Union(
        name=name,
        members=ranked,
        discriminator=key,
        mapping=mapping,
        base=next((member for member in members if _is_at(member, schema, schemas)), None),
        notes=notes(schema),
        origins=origins(schema),
    )


def _is_at(member: Type, schema: Node, schemas: Mapping[str, Node]) -> bool:
    """Whether a union stands in the place of a member: of one that others extend."""
    return isinstance(member, Named) and schemas[member.name].pointer == schema.pointer


def _rank(member: Type, schemas: Mapping[str, Node]) -> int:
    match member:
        case Scalar():
            return _TAKING_MORE.get(member, 0)
        case MapOf():
            return 2
        case ListOf():
            return 0
        case Named():
            return 1 if "enum" in schemas[member.name] else 0
        case UnionOf():
            raise TypeError(member)


def _mapping(
    discriminator: Node, members: tuple[Type, ...], schemas: Mapping[str, Node]
) -> Iterator[tuple[str, Type]]:
    """The members by the values of the discriminator (OpenAPI 3.1.1, 4.8.25).

    A member is told by the values that ``mapping`` has for it, and by its name too, unless its own property
    lists values. One that it lacks is told by AutoRest's extension ``x-ms-discriminator-value``, else
    by the values that only its own property may have, else by its name. What several may have tells nothing.
    """
    key = discriminator.text("propertyName")
    if not key:
        return
    objects = [
        member for member in members if isinstance(member, Named) and "properties" in schemas[member.name]
    ]
    explicit = {
        str(value): meant
        for value, target in discriminator.mapping("mapping").items()
        if (meant := _member(str(target), objects, schemas)) is not None
    }
    yield from explicit.items()
    others = [member for member in objects if member not in explicit.values()]
    allowed = {
        member: _allowed(schemas[member.name].mapping("properties").mapping(key), schemas)
        for member in objects
    }
    times = Counter(value for values in allowed.values() for value in values)
    for member in others:
        schema = schemas[member.name]
        extended = schema.text("x-ms-discriminator-value")
        own = [extended] if extended else [value for value in allowed[member] if times[value] == 1]
        for value in own or [schema.text("$extends") or member.name]:
            if value not in explicit:
                yield value, member
    for member in objects:
        implicit = schemas[member.name].text("$extends") or member.name
        if member not in others and not allowed[member] and implicit not in explicit:
            yield implicit, member


def _constants(members: tuple[Type, ...], schemas: Mapping[str, Node]) -> tuple[str, dict[str, Type]]:
    """The property that is another constant in each object, and the members by its values; or nothing.

    It tells the members apart as a discriminator does, where none is declared: ``isRemote``, which is true in
    one and false in the other.
    """
    objects = [
        member for member in members if isinstance(member, Named) and "properties" in schemas[member.name]
    ]
    others = (member for member in members if member not in objects)
    if len(objects) < 2 or any(_may_be_object(member, schemas) for member in others):
        return "", {}
    first, *rest = (schemas[member.name].mapping("properties") for member in objects)
    for key in first:
        if all(key in properties for properties in rest):
            told = [_allowed(properties.mapping(key), schemas) for properties in (first, *rest)]
            if all(len(values) == 1 for values in told):
                mapping: dict[str, Type] = {
                    value: member for (value,), member in zip(told, objects, strict=True)
                }
                if len(mapping) == len(objects):
                    return key, mapping
    return "", {}


def _may_be_object(member: Type, schemas: Mapping[str, Node]) -> bool:
    return isinstance(member, MapOf) or (isinstance(member, Named) and "enum" not in schemas[member.name])


def _member(target: str, members: list[Named], schemas: Mapping[str, Node]) -> Named | None:
    """The member that a value of ``mapping`` names, or the one that extends what it names."""
    meant = _meant(target, schemas)
    if meant is None or meant in members:
        return meant
    return next((one for one in members if schemas[one.name].text("$extends") == meant.name), None)


def _meant(target: str, schemas: Mapping[str, Node]) -> Named | None:
    """What a value of ``mapping`` names: a component's key, or a reference to it."""
    name = target if target in schemas else component(Node({"$ref": target})) or ""
    while name in schemas and (following := component(schemas[name])):
        name = following
    return Named(name) if name in schemas else None


def _allowed(schema: Node, schemas: Mapping[str, Node]) -> list[str]:
    """The values that a property lists, as texts: keys of ``mapping`` are texts (OpenAPI 3.1.1, 4.8.25.3)."""
    schema = schemas.get(component(schema) or "", schema)
    values = [None] if schema.get("type") == "null" else schema.values_of("enum")
    return [
        value if isinstance(value, str) else json.dumps(value)
        for value in values
        if value is None or isinstance(value, (str, int))
    ]
