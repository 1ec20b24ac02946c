"""Properties with a single documented value: constants, and discriminators of members of unions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from codegen.document.node import Json
from codegen.model.classes import EnumClass, Field, Model, UnionClass
from codegen.model.notes import Absent, Notes
from codegen.model.types import Named, Scalar, Type

_Key = tuple[str, str]
"""A model and a property."""


def with_constants(
    models: Mapping[str, Model],
    enums: Mapping[str, EnumClass],
    unions: Collection[UnionClass],
    bodies: Collection[str],
) -> dict[str, Model]:
    """The models with the values that callers need not pass.

    A required property may have a single value. So may the property that identifies a member of a union,
    required or not: without it, a server cannot tell what it received. Both are sent although they may be
    called read-only: the value is no news to the server, and some need it. `bodies` are the models that are
    whole bodies.
    """
    identifying = _identifying(unions)
    of_others = _of_others(unions, models.values(), enums)

    def completed(model: Model, field: Field) -> Field:
        values = identifying.get((model.name, field.wire_name))
        constant = only_value(field.type, field.notes, enums)
        if values is None:
            is_constant = field.required and constant is not Absent.ABSENT
            return replace(field, constant=constant, read_only=False) if is_constant else field
        if (
            constant is Absent.ABSENT
            and field.required
            and _may_be(field, values, enums, of_others[field.wire_name])
        ):
            constant = values[0]
        return replace(field, constant=constant, read_only=False)

    found = {
        key: replace(model, fields=tuple(completed(model, field) for field in model.fields))
        for key, model in models.items()
    }
    return {key: model if key in bodies else _identified(model) for key, model in found.items()}


def _identified(model: Model) -> Model:
    """The model. If only read-only properties can identify its object, the required ones are sent.

    ``{id: ..., type: user_reference}`` refers to an object that exists. It would always be sent as ``{}`` if
    its properties were left out, which are read-only in the object itself.
    """
    if not all(field.read_only or field.constant is not Absent.ABSENT for field in model.fields):
        return model
    fields = (replace(field, read_only=field.read_only and not field.required) for field in model.fields)
    return replace(model, fields=tuple(fields))


def only_value(type_: Type, notes: Notes, enums: Mapping[str, EnumClass]) -> Json | Absent:
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


def _of_others(
    unions: Iterable[UnionClass], models: Iterable[Model], enums: Mapping[str, EnumClass]
) -> dict[str, set[Json]]:
    """By discriminator, the values that may belong to another model than the one whose enumeration has them.

    Unions map them to a model, or they are those of an enumeration that several models share.
    """
    found: dict[str, set[Json]] = defaultdict(set)
    for union in unions:
        found[union.discriminator].update(union.mapping)
    used = Counter(
        (field.wire_name, field.type.name)
        for model in models
        for field in model.fields
        if isinstance(field.type, Named) and field.type.name in enums
    )
    for (wire_name, name), count in used.items():
        if count > 1:
            found[wire_name].update(member.value for member in enums[name].members)
    return found


def _identifying(unions: Iterable[UnionClass]) -> dict[_Key, list[str]]:
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


def _may_be(
    field: Field, values: list[str], enums: Mapping[str, EnumClass], others: Collection[Json]
) -> bool:
    """Whether a property may have the value that identifies its model, and no other does.

    An enumeration may have the values of `others`, which identify other models. If it has further ones, they
    are of this model, too.
    """
    if len(values) != 1:
        return False
    match field.type:
        case Scalar.STRING:
            return True
        case Named(name) if name in enums:
            members = {member.value for member in enums[name].members}
            return values[0] in members and members <= {values[0], *others}
        case _:
            return False
