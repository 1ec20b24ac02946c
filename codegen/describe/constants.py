"""Properties with a single documented value: constants, and discriminators of members of unions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from codegen.document.node import Json
from codegen.model.classes import Enumeration, Field, Model, Union
from codegen.model.notes import Absent, Notes
from codegen.model.types import Named, Scalar, Type

_Key = tuple[str, str]
"""A model and a property."""


def with_constants(
    models: Mapping[str, Model], enums: Mapping[str, Enumeration], unions: Iterable[Union]
) -> dict[str, Model]:
    """The models with the values that callers need not give.

    A required property may have a single value. So may the property that identifies a member of a union,
    required or not: without it, a server cannot tell what it received. For the same reason such a property is
    sent although it is called read-only.
    """
    identifying = _identifying(unions)

    def completed(model: Model, field: Field) -> Field:
        values = identifying.get((model.name, field.wire_name))
        constant = only_value(field.type, field.notes, enums)
        if values is None:
            return replace(field, constant=constant) if field.required else field
        if constant is Absent.ABSENT and field.required and _may_be(field, values, enums):
            constant = values[0]
        return replace(field, constant=constant, read_only=False)

    return {
        key: replace(model, fields=tuple(completed(model, field) for field in model.fields))
        for key, model in models.items()
    }


def only_value(type_: Type, notes: Notes, enums: Mapping[str, Enumeration]) -> Json | Absent:
    """The only value of a type; absent if there are several."""
    values: object = ()
    match type_:
        case Named(name) if name in enums:
            values = [member.value for member in enums[name].members]
        case Scalar.NULL:
            return None
        case Scalar.BOOLEAN | Scalar.INTEGER | Scalar.NUMBER | Scalar.STRING:
            values = notes.constraints.get("enum")
        case _:
            pass
    match values:
        case [str() | int() | float() as value]:
            return value
        case _:
            return Absent.ABSENT


def _identifying(unions: Iterable[Union]) -> dict[_Key, list[str]]:
    """The values of discriminators that identify each member.

    A name of a schema counts only if the document maps no other value to it. A base that others extend is
    identified by no value.
    """
    found: dict[_Key, dict[str, None]] = defaultdict(dict)
    for union in unions:
        by_member: dict[str, list[str]] = defaultdict(list)
        for value, member in union.mapping.items():
            if isinstance(member, Named):
                by_member[member.name].append(value)
        for name, values in by_member.items():
            mapped = [value for value in values if value != name] or values
            of_base = union.base == Named(name)
            found[name, union.discriminator] |= dict.fromkeys([] if of_base else mapped)
    return {key: [*values] for key, values in found.items()}


def _may_be(field: Field, values: list[str], enums: Mapping[str, Enumeration]) -> bool:
    """Whether a property may have the value that identifies its model, and no other does."""
    if len(values) != 1:
        return False
    match field.type:
        case Scalar.STRING:
            return True
        case Named(name) if name in enums:
            return any(member.value == values[0] for member in enums[name].members)
        case _:
            return False
