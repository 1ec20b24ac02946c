"""What is sent of a value: all but the properties that are only read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from msgspec import UNSET, Struct

from ._hooks import Asked
from ._two_way import construction

T = TypeVar("T")


def writable(value: T) -> T:
    """The value without read-only properties, at any depth, so that a response can be sent back.

    They should not be sent in a request (OpenAPI 3.0.3 section 4.7.24.2). What has none is returned
    itself.
    """
    return cast("T", _writable(value))


def _writable(value: Any) -> Any:
    if isinstance(value, str | bytes | bytearray | range):
        return value
    if isinstance(value, Mapping):
        items = cast("Mapping[object, object]", value)
        changes = _changes(items)
        return {**items, **changes} if changes else items
    if isinstance(value, Sequence):
        several = cast("Sequence[object]", value)
        changes = _changes(dict(enumerate(several)))
        if not changes:
            return several
        return [changes.get(index, item) for index, item in enumerate(several)]
    model = _type(value)
    if (struct := _struct_of(model)) is None:
        return value
    changes = _changes({name: getattr(value, name) for name in struct.__struct_fields__})
    for name in construction(model).read_only:
        if getattr(value, name) is not UNSET:
            changes[name] = UNSET
    return value.__replace__(**changes) if changes else value


def _changes(items: Mapping[Any, object]) -> dict[Any, Any]:
    """The items that are sent in another way than they are."""
    sent = {key: _writable(item) for key, item in items.items()}
    return {key: item for key, item in sent.items() if item is not items[key]}


def _type(value: object) -> type:
    return type(value)


def _struct_of(model: type) -> type[Struct] | None:
    """The struct with the values of a model; None for any other type."""
    if isinstance(model, Asked):
        layout = model.layout()
        return None if layout is None else layout[0]
    return model if issubclass(model, Struct) else None
