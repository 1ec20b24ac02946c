"""Types in JSON: the fields of models and the kinds of values."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin
from uuid import UUID

import msgspec
from msgspec import Struct, UnsetType

from ._hooks import Asked, is_union

_KINDS: Mapping[Any, set[type]] = {
    **{kind: {str} for kind in (str, UUID, date, datetime, bytes)},
    **{kind: {int, float} for kind in (int, float)},
    **{kind: {type(None)} for kind in (None, type(None))},
    bool: {bool},
    UnsetType: set(),
}
"""The JSON kinds of types without parts."""


class Field(Struct, frozen=True):
    """A documented field of a model."""

    attribute: str
    """Its name in Python."""
    type: Any
    required: bool


class Fields(Struct, frozen=True):
    """The fields of a model."""

    named: Mapping[str, Field]
    names: frozenset[str]
    further: Field | None = None
    """The field for additional properties."""


@cache
def fields(model: Any) -> Fields | None:
    """The fields of a model; None for any other type."""
    if isinstance(model, Asked):
        if (layout := model.layout()) is None:
            return None
        struct, names = layout
        found = {field.name: _field(field) for field in msgspec.structs.fields(struct)}
        named = {wire_name: found.pop(name) for name, wire_name in names.items()}
        return Fields(named, frozenset(named), *found.values())
    if isinstance(model, type) and issubclass(model, Struct):
        named = {field.encode_name: _field(field) for field in msgspec.structs.fields(model)}
        return Fields(named, frozenset(named))
    return None


def _field(field: msgspec.structs.FieldInfo) -> Field:
    return Field(field.name, field.type, field.required)


def is_one_of_several(kind: Any) -> bool:
    """Whether a type is a Python union."""
    return get_origin(kind) in {Union, UnionType}


@cache
def kinds(kind: Any) -> frozenset[type]:
    """The JSON kinds of a type, as Python types; `object` stands for any kind."""
    found: set[type] = set()
    pending, seen = [kind], {kind}
    while pending:
        one = pending.pop()
        parts: tuple[Any, ...] = ()
        if is_one_of_several(one):
            parts = get_args(one)
        elif is_union(one):
            parts = tuple(one.members() or ())
        else:
            found |= _kinds(one)
        pending += [part for part in parts if part not in seen]
        seen.update(parts)
    return frozenset(found)


def _kinds(kind: Any) -> AbstractSet[type]:
    if (enum := as_enum(kind)) is not None:
        return {str} if issubclass(enum, str) else {int, float}
    if fields(kind) is not None:
        return {dict}
    if get_args(kind):
        return {cast("type", get_origin(kind))}
    return _KINDS.get(kind, {object})


_NAMES: Mapping[type, str] = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    float: "number",
    Decimal: "number",
    str: "string",
}
_DEEPEST, _MOST_ITEMS = 3, 100
"""How many levels of lists, and how many items of each, are looked at for a name."""


def json_type(value: object, depth: int = _DEEPEST) -> str:
    """The type of a JSON value in JSON Schema; `array[string]` for a list of one type."""
    if isinstance(value, list):
        items = cast("list[object]", value)[:_MOST_ITEMS] if depth else ()
        types = {json_type(item, depth - 1) for item in items}
        return f"array[{types.pop()}]" if len(types) == 1 else "array"
    return _NAMES.get(type(value), "object")


def as_enum(kind: Any) -> type[Enum] | None:
    """The type if it is an enumeration, else None."""
    is_enum = isinstance(kind, type) and issubclass(cast("type[Any]", kind), Enum)
    return cast("type[Enum]", kind) if is_enum else None


def is_of_kind(value: object, kind: Any) -> bool:
    """Whether a value has the JSON kind of a type: object, list, string..."""
    return not kinds(kind).isdisjoint({type(value), object})


def may_be(kind: Any, value: object) -> bool:
    """Whether the parts of a value are decoded by this type: both are objects, or both lists.

    A named union may have any value except null.
    """
    if is_union(kind):
        return value is not None
    if isinstance(value, dict):
        return get_origin(kind) is dict or fields(kind) is not None
    return isinstance(value, list) and get_origin(kind) is list
