"""Refuses values before sending that JSON cannot represent or would change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any, cast, get_args, get_origin

import msgspec

from ._hooks import encoded
from ._parameters import is_list
from ._shapes import fields, is_of_kind, is_one_of_several


def refuse_not_finite(body: object) -> None:
    """Refuse numbers that JSON cannot represent.

    Raises:
        ValueError: The body contains NaN or an infinity.
    """
    plain = msgspec.to_builtins(body, builtin_types=(Decimal,), enc_hook=encoded)
    for place, value in _leaves(plain, ""):
        if isinstance(value, float | Decimal) and not isfinite(value):
            raise ValueError(f"{place or 'body'} must be a finite number, not {value}")


def refuse_bytes(body: object) -> None:
    """Refuse bytes: JSON has none, and a server that expects base64 documents a string.

    Raises:
        TypeError: The body contains bytes.
    """
    plain = msgspec.to_builtins(
        body, builtin_types=(bytes, bytearray, memoryview), enc_hook=encoded
    )
    for place, value in _leaves(plain, ""):
        if isinstance(value, bytes | bytearray | memoryview):
            where = place or "body"
            raise TypeError(f"{where} must be a str, not bytes; decode text, and encode base64")


def refuse_moments(body: object) -> None:
    """Refuse datetimes in fields of type date, which type checkers accept.

    Raises:
        ValueError: The body contains one.
    """
    pending: list[tuple[str, object, Any]] = [("", body, Any)]
    while pending:
        place, value, kind = pending.pop()
        if isinstance(value, datetime):
            alternatives = _alternatives(kind)
            if date in alternatives and datetime not in alternatives:
                raise ValueError(f"{place} must be a date, not a datetime: {value}")
        elif (model := fields(_type(value))) is not None:
            pending += [
                (_at(place, name), getattr(value, field.attribute), field.type)
                for name, field in model.named.items()
            ]
        elif isinstance(value, Mapping):
            items = cast("Mapping[object, object]", value).items()
            pending += [(_at(place, name), item, _item(kind, dict)) for name, item in items]
        elif is_list(value):
            pending += [
                (f"{place}[{index}]", item, _item(kind, list)) for index, item in enumerate(value)
            ]


def refuse_null(model: object) -> None:
    """Refuse None for properties that cannot be null.

    Only a caller's arguments are checked. A model from a response has null where the server sent
    it, and can be sent back.

    Raises:
        TypeError: One of them is None.
    """
    known = fields(_type(model))
    for field in known.named.values() if known is not None else ():
        if getattr(model, field.attribute) is None and not is_of_kind(None, field.type):
            instead = "" if field.required else "; omit it instead"
            raise TypeError(f"{field.attribute} must not be None{instead}")


def _leaves(value: object, place: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for name, item in cast("dict[object, object]", value).items():
            yield from _leaves(item, _at(place, name))
    elif is_list(value):
        for index, item in enumerate(value):
            yield from _leaves(item, f"{place or 'body'}[{index}]")
    else:
        yield place, value


def _type(value: object) -> Any:
    return type(value)


def _at(place: str, name: object) -> str:
    return f"{place}.{name}" if place else str(name)


def _alternatives(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if is_one_of_several(kind) else (kind,)


def _item(kind: Any, container: type) -> Any:
    """The type of the items of a list or a map."""
    found = (get_args(one)[-1] for one in _alternatives(kind) if get_origin(one) is container)
    return next(found, Any)
