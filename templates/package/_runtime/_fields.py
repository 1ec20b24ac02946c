"""The fields of models, by their names in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from ._hooks import Asked


class Field(Struct, frozen=True):
    """A documented field of a model."""

    attribute: str
    """Its name in Python."""
    type: Any
    required: bool


class Fields(Struct, frozen=True):
    """What a model consists of."""

    named: Mapping[str, Field]
    further: Field | None = None
    """The field for properties that have none of their own."""


@cache
def fields(model: Any) -> Fields | None:
    """The fields of a model; None for any other type."""
    if isinstance(model, Asked):
        if (layout := model.layout()) is None:
            return None
        struct, names = layout
        found = {field.name: _field(field) for field in msgspec.structs.fields(struct)}
        named = {wire_name: found.pop(name) for name, wire_name in names.items()}
        return Fields(named, *found.values())
    if isinstance(model, type) and issubclass(model, Struct):
        return Fields({field.encode_name: _field(field) for field in msgspec.structs.fields(model)})
    return None


def _field(field: msgspec.structs.FieldInfo) -> Field:
    return Field(field.name, field.type, field.required)
