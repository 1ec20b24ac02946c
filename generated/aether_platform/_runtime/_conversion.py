"""JSON and plain values to and from models, unions, enums, and lists and maps of them.

msgspec's own functions do not suffice: unions and models with additional properties are custom
types, which need our hooks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Protocol,
    Self,
    TypeVar,
    cast,
    get_args,
    get_origin,
)

import msgspec
from msgspec import Struct, UnsetType

from .._api import FACTS
from ..errors import DecodeError
from ._content import encoded_json
from ._drift import Decoding
from ._hooks import Asked, decoded
from ._log import Log
from ._options import check_decoding
from ._raising import bare, contradicted
from ._reading import UNDECODABLE, json_leniently, json_of, plain

if TYPE_CHECKING:
    from typing_extensions import TypeForm

T = TypeVar("T")


def or_none(value: T | UnsetType) -> T | None:
    """The value, or None if it is `UNSET`, for code that has no use for the difference.

    row = Row(email=or_none(customer.email))
    """
    return None if isinstance(value, UnsetType) else value


class _Model(Protocol):
    def __replace__(self, /, **changes: Any) -> Self: ...


ModelT = TypeVar("ModelT", bound=_Model)


def from_json(
    content: bytes | bytearray | memoryview | str,
    kind: TypeForm[T],
    *,
    decoding: Decoding = "lenient",
) -> T:
    """Decode JSON as a type of `models`, such as the body of a webhook.

        event = from_json(request.body, models.Event)
        items = from_json(path.read_bytes(), list[models.Item])

    Values that deviate from the type are treated as in responses: by default they are kept, and the
    log has a warning for each place, once.

    Args:
        content: The JSON.
        kind: A model, union or enum of `models`, or a type made of them.
        decoding: `"lenient"`, or `"strict"` to raise for every deviation.

    Raises:
        DecodeError: The content is not JSON, or its type as a whole is wrong, such as a list for a
            model; with `"strict"`, also if a part deviates.
        TypeError: `content` or `kind` is of a wrong type.
        ValueError: `decoding` is neither.
    """
    match content:
        case str():
            data = content.encode("utf-8", "surrogatepass")  # msgspec refuses surrogates
        case bytes() | bytearray() | memoryview():
            data = bytes(content)
        case _:
            got = type(content).__name__
            raise TypeError(f"from_json() takes bytes or a str, not {got}; see from_dict()")
    return cast("T", _from_json(json_of(data), kind, decoding))


def to_json(value: object) -> bytes:
    """Encode a model, or any other value of a type of `models`, as JSON.

    Fields that are `UNSET` are omitted. `from_json` returns an equal value.

    Raises:
        TypeError: A part of the value has no JSON.
        ValueError: A number is not finite.
    """
    return encoded_json(value)


def from_dict(value: object, kind: TypeForm[T], *, decoding: Decoding = "lenient") -> T:
    """Make a value of a type of `models` from a dict, or from another plain value.

    The dict has the names of JSON, like one that `to_dict` or `json.loads` returns.

        item = from_dict({"name": "x"}, models.Item)

    Args:
        value: What `json.loads` returns. It may also contain dates, UUIDs and models.
        kind: See `from_json`.
        decoding: See `from_json`.

    Raises:
        DecodeError: See `from_json`.
        TypeError: A part of the value has no JSON, or `kind` is not a type.
        ValueError: A number is not finite.
    """
    return cast("T", _from_json(encoded_json(value), kind, decoding))


def to_dict(value: object) -> Any:
    """Return a model as a dict with the property names of the API.

    Any other value is returned as `json.loads` would return it. Fields that are `UNSET` are
    omitted. `from_dict` returns an equal value.

    Raises:
        TypeError: A part of the value has no JSON.
        ValueError: A number is not finite.
    """
    return plain(encoded_json(value))


def replace(model: ModelT, /, **changes: Any) -> ModelT:
    """Return a copy of a model with other values of fields, by their names in Python.

        item = replace(item, name="x", note=UNSET)

    Raises:
        TypeError: It is not a model, or has no field of this name.
    """
    if not hasattr(type(model), "__replace__"):
        raise TypeError(f"replace() takes a model, not {type(model).__name__}")
    return model.__replace__(**changes)


def _from_json(data: bytes, kind: Any, decoding: Decoding) -> Any:
    check_decoding("decoding", decoding)
    try:
        return decoder_of(kind).decode(data)
    except UNDECODABLE as error:
        return _bent(data, kind, error, decoding)


@lru_cache(maxsize=256)
def decoder_of(kind: Any) -> msgspec.json.Decoder[Any]:
    """The decoder of a type.

    Raises:
        TypeError: It is not a type, or has no JSON.
    """
    from msgspec.inspect import CustomType, type_info  # its import takes time

    decoder = msgspec.json.Decoder(kind, dec_hook=decoded)
    for part in _classes(kind):
        is_ours = part is object or isinstance(part, Asked) or issubclass(part, Struct)
        if not is_ours and isinstance(type_info(part), CustomType):
            raise TypeError(f"{_name(part)} is neither a type of this package nor of JSON")
    return decoder


def _classes(kind: Any) -> Iterator[type]:
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    origin = get_origin(kind) or kind
    if isinstance(origin, type) and origin is not UnionType:
        yield origin
    for part in get_args(kind):
        yield from _classes(part)


@cache
def _log() -> Log:
    return Log(FACTS)


def _bent(data: bytes, kind: Any, reason: Exception, decoding: Decoding) -> Any:
    """Decode leniently after strict decoding failed."""
    if decoding == "strict":
        raise _error(kind, reason) from bare(reason)
    try:
        lenient = json_leniently(kind, data)
    except UNDECODABLE as error:
        raise _error(kind, error) from bare(error)
    if lenient is None:
        raise _error(kind, reason) from bare(reason)
    value, deviations = lenient
    _log().deviations(f"from_json: {_name(kind)}", deviations)
    return value


def _error(kind: Any, error: Exception) -> DecodeError:
    found = contradicted(error)
    return DecodeError(
        f"{_name(kind)}: {found.text}", where=found.where, expected=found.expected, got=found.got
    )


def _name(kind: Any) -> str:
    return kind.__name__ if isinstance(kind, type) else str(kind)
