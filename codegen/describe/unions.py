"""Named unions: their members, and how a value selects one of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from codegen.describe.notes import notes, origins
from codegen.describe.types import Types
from codegen.document.node import Node
from codegen.model import schemas
from codegen.model.classes import UnionClass
from codegen.model.schemas import Enumeration, Object, Reference, Schema
from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, UnionOf
from codegen.standard.schemas import component

_TAKING_MORE: Mapping[Scalar, int] = {Scalar.STRING: 2, Scalar.INTEGER: 2, Scalar.NUMBER: 3}
"""Scalars that accept the values of others, too: any UUID is a string."""


def named_union(
    name: str, schema: schemas.NamedUnion, types: Types, components: Mapping[str, Schema]
) -> UnionClass:
    """A named union. `components` are the targets of its references."""
    members = types.of_members(schema.members)
    here = [member for member in members if _is_at(member, schema, components)]
    ranked = tuple(sorted(members, key=lambda member: _rank(member, components)))
    discriminator = schema.discriminator
    key = discriminator.text("propertyName")
    mapping: dict[str, Type] = dict(_mapping(discriminator, members, components))
    if not key:
        key, mapping = _constants(ranked, components)
    return UnionClass(
        name=name,
        members=ranked,
        discriminator=key,
        mapping=mapping,
        default=_default(discriminator, members, components),
        base=here[0] if len(here) == 1 else None,  # each member has the keywords beside the union
        notes=notes(schema),
        origins=origins(schema),
    )


def _default(discriminator: Node, members: tuple[Type, ...], components: Mapping[str, Schema]) -> Type | None:
    target = discriminator.text("defaultMapping")
    return _member(target, _objects(members, components), components) if target else None


def _is_at(member: Type, union: Schema, components: Mapping[str, Schema]) -> bool:
    """Whether a union stands in the place of a member: of one that others extend."""
    return isinstance(member, Named) and components[member.name].pointer == union.pointer


def _rank(member: Type, components: Mapping[str, Schema]) -> int:
    match member:
        case Scalar():
            return _TAKING_MORE.get(member, 0)
        case MapOf():
            return 2
        case ListOf():
            return 0
        case Named():
            return 1 if isinstance(components[member.name], Enumeration) else 0
        case UnionOf():
            raise TypeError(member)


def _mapping(
    discriminator: Node, members: tuple[Type, ...], components: Mapping[str, Schema]
) -> Iterator[tuple[str, Type]]:
    """The members by the values of the discriminator (OpenAPI 3.1.1, 4.8.25).

    A member has the values that ``mapping`` has for it, and its name too, unless its own property lists
    values. A member that ``mapping`` lacks has the value of AutoRest's extension
    ``x-ms-discriminator-value``, else the values that only its own property may have, else its name. A value
    that several may have selects none.
    """
    key = discriminator.text("propertyName")
    if not key:
        return
    objects = _objects(members, components)
    explicit = {
        str(value): meant
        for value, target in discriminator.mapping("mapping").items()
        if (meant := _member(str(target), objects, components)) is not None
    }
    yield from explicit.items()
    allowed = {member: _allowed(schema.properties.get(key), components) for member, schema in objects.items()}
    times = Counter(value for values in allowed.values() for value in values)
    for member, schema in objects.items():
        if member in explicit.values():
            continue
        extended = schema.text("x-ms-discriminator-value")
        own = [extended] if extended else [value for value in allowed[member] if times[value] == 1]
        for value in own or [schema.extends or member.name]:
            if value not in explicit:
                yield value, member
    for member, schema in objects.items():
        implicit = schema.extends or member.name
        if member in explicit.values() and not allowed[member] and implicit not in explicit:
            yield implicit, member


def _objects(members: tuple[Type, ...], components: Mapping[str, Schema]) -> dict[Named, Object]:
    """The members that are objects with properties."""
    return {
        member: schema
        for member in members
        if isinstance(member, Named)
        and isinstance(schema := components[member.name], Object)
        and schema.properties
    }


def _constants(members: tuple[Type, ...], components: Mapping[str, Schema]) -> tuple[str, dict[str, Type]]:
    """The property that is another constant in each object, and the members by its values; or nothing.

    It selects the member as a discriminator does, where none is declared: ``isRemote``, which is true in one
    and false in the other.
    """
    objects = _objects(members, components)
    others = (member for member in members if member not in objects)
    if len(objects) < 2 or any(_may_be_object(member, components) for member in others):
        return "", {}
    first, *rest = (schema.properties for schema in objects.values())
    for key in first:
        if all(key in properties for properties in rest):
            values = [_allowed(properties[key], components) for properties in (first, *rest)]
            if all(len(several) == 1 for several in values):
                mapping: dict[str, Type] = {
                    value: member for (value,), member in zip(values, objects, strict=True)
                }
                if len(mapping) == len(objects):
                    return key, mapping
    return "", {}


def _may_be_object(member: Type, components: Mapping[str, Schema]) -> bool:
    return isinstance(member, MapOf) or (
        isinstance(member, Named) and not isinstance(components[member.name], Enumeration)
    )


def _member(target: str, members: Mapping[Named, Object], components: Mapping[str, Schema]) -> Named | None:
    """The member that a value of ``mapping`` names, or that extends the named schema."""
    meant = _meant(target, components)
    if meant is None or meant in members:
        return meant
    return next((one for one, schema in members.items() if schema.extends == meant.name), None)


def _meant(target: str, components: Mapping[str, Schema]) -> Named | None:
    """The component that a value of ``mapping`` names, by its key or a reference."""
    name = target if target in components else component(Node({"$ref": target})) or ""
    while isinstance(schema := components.get(name), Reference):
        name = schema.key
    return Named(name) if name in components else None


def _allowed(schema: Schema | None, components: Mapping[str, Schema]) -> list[str]:
    """The values that a property lists, as texts: keys of ``mapping`` are texts (OpenAPI 3.1.1, 4.8.25.3)."""
    values: object = ()
    match components[schema.key] if isinstance(schema, Reference) else schema:
        case Enumeration(values=listed):
            values = listed
        case schemas.Primitive(type="null"):
            values = (None,)
        case schemas.Primitive() as scalar:
            values = scalar.constraints.get("enum", ())
        case _:
            pass
    return [
        value if isinstance(value, str) else json.dumps(value)
        for value in (values if isinstance(values, (list, tuple)) else ())
        if value is None or isinstance(value, (str, int))
    ]
