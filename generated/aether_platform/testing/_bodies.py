"""Writes the responses of an operation: values, errors, and the examples of the document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, cast

import msgspec

from .._api import FACTS
from .._runtime._content import encoded_json
from .._runtime._hooks import decoded
from .._runtime._operation import Operation, is_json, is_sequence
from .._runtime._reading import documented
from .._runtime._sequence import sequence_content

_JSON = "application/json"
_USUAL = {"audio": "audio/mpeg", "image": "image/png", "text": "text/plain", "video": "video/mp4"}
"""The media types that stand for ranges such as `image/*`."""
_NO_CONTENT = frozenset({204, 205, 304})
_ACCEPTED = 202


@dataclass(frozen=True, slots=True)
class Content:
    """A response without its headers."""

    status: int
    media_type: str | None
    """None for no content."""
    content: bytes


_TOKEN = Content(
    200, _JSON, b'{"access_token": "fake", "token_type": "Bearer", "expires_in": 3600}'
)
"""The response that grants an access token (RFC 6749 section 5.1)."""
_DEVICE = Content(
    200,
    _JSON,
    b'{"device_code": "fake", "user_code": "FAKE", "verification_uri": "https://device.example",'
    b' "expires_in": 600, "interval": 1}',
)
"""The response that begins the device flow (RFC 8628 section 3.2)."""


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a response."""

    status: int
    media_type: str | None
    value: Any
    is_documented: bool
    """Whether the document has it. Otherwise it is made from the schema."""


class Misfit(TypeError):
    """A value is not of a type that the operation returns."""


def success(operation: Operation[Any], value: object, status: int | None) -> Content:
    """Write a value as the first documented success that it is a value of.

    Raises:
        Misfit: It fits none of them.
    """
    wrong = ""
    for documented_status, kind in operation.successes.items():
        number = _number(documented_status, otherwise=200)
        if status is not None and documented(operation.successes, status) != documented_status:
            continue
        for media_type, one in _kinds(kind):
            content, why = _written(value, media_type, one)
            if content is not None:
                number = number if status is None else status
                return Content(number, _concrete(media_type, one), content)
            wrong = wrong or why
    if status is not None and documented(operation.successes, status) is None:
        shown = ", ".join(str(key) for key in operation.successes)
        raise Misfit(f"status {status} is not a documented success; these are: {shown}")
    raise Misfit(wrong or "the operation documents no success")


def nothing(operation: Operation[Any]) -> Content | None:
    """The success of an operation that returns nothing; None if it returns something.

    Operations that take long are done at once if the document has a status for that.
    """
    if not operation.successes or any(kind is not None for kind in operation.successes.values()):
        return None
    statuses = [_number(status, otherwise=204) for status in operation.successes]
    return Content(next((one for one in statuses if one != _ACCEPTED), _ACCEPTED), None, b"")


class JSONSuccess(NamedTuple):
    """The JSON of a success."""

    status: int
    media_type: str
    kind: Any


def json_success(operation: Operation[Any]) -> JSONSuccess:
    """The first documented success that is JSON.

    Raises:
        LookupError: There is none.
    """
    for status, kind in operation.successes.items():
        for media_type, one in _kinds(kind):
            if media_type is not None and (is_json(media_type) or one not in (bytes, str)):
                number = _number(status, otherwise=200)
                return JSONSuccess(number, _concrete(media_type, one) or _JSON, one)
    raise LookupError(f"{operation.id} has no JSON")


def _number(status: int | str, *, otherwise: int) -> int:
    if isinstance(status, int):
        return status
    return int(status[0]) * 100 if status[:1].isdigit() else otherwise


def _kinds(kind: object) -> Sequence[tuple[str | None, Any]]:
    """The media types of a response with their types; no content is None."""
    if kind is None:
        return [(None, None)]
    if isinstance(kind, Mapping):
        return list(cast("Mapping[str, Any]", kind).items())
    return [(_JSON, kind)]


def _written(value: object, media_type: str | None, kind: Any) -> tuple[bytes | None, str]:
    """The bytes of a value of a type, or the reason why it is not one."""
    if media_type is not None and (is_json(media_type) or is_sequence(media_type)):
        return _written_json(value, media_type, kind)
    if media_type is None:
        return (b"", "") if value is None else (None, _not(value, "None, since it has no content"))
    if kind in (bytes, bytes | None):
        if isinstance(value, bytes | bytearray):
            return bytes(value), ""
        is_empty = value is None and kind is not bytes
        return (b"", "") if is_empty else (None, _not(value, "bytes"))
    if kind is str:
        return (value.encode(), "") if isinstance(value, str) else (None, _not(value, "str"))
    return _written_json(value, media_type, kind)


def _written_json(value: object, media_type: str, kind: Any) -> tuple[bytes | None, str]:
    if isinstance(value, msgspec.Struct) and _is_model(kind) and not isinstance(value, kind):
        return None, _not(value, _name(kind))
    try:
        content = encoded_json(value)
        msgspec.json.Decoder(kind, dec_hook=decoded).decode(content)
    except msgspec.ValidationError as error:
        return None, f"{_not(value, _name(kind))}: {error}"
    except (TypeError, ValueError) as error:
        return None, str(error)
    if is_sequence(media_type):
        content = cast("bytes", sequence_content(media_type, value)[1])
    return content, ""


def granted(form: bytes) -> Content:
    """The response of an authorization server: a token, or the code that begins the device flow.

    Only a request for such a code has no `grant_type` (RFC 8628 section 3.1).
    """
    return _TOKEN if b"grant_type=" in form else _DEVICE


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _not(value: object, wanted: str) -> str:
    return f"{type(value).__name__} is not {wanted}"


def _concrete(media_type: str | None, kind: Any) -> str | None:
    """A media type; one that a server would send where the document has a range such as `*/*`."""
    if media_type is None or "*" not in media_type:
        return media_type
    family = media_type.partition("/")[0].lower()
    if kind in (bytes, bytes | None):
        return _USUAL.get(family, "application/octet-stream")
    return "text/plain" if kind is str else _JSON


def _name(kind: Any) -> str:
    return kind.__name__ if isinstance(kind, type) else str(kind)


def error(
    operation: Operation[Any],
    status: int,
    *,
    code: str | None,
    message: str | None,
    details: Sequence[object],
    body: object,
) -> Content:
    """Write the body of an error: `body`, else the example with another code and message.

    Raises:
        Misfit: The document has no place for a code or a message.
    """
    if body is not None:
        if isinstance(body, str):
            return Content(status, "text/plain", body.encode())
        return Content(status, _JSON, encoded_json(body))
    example = example_of(operation.id, status)
    if example is None and (code is not None or message is not None):
        # Most APIs have one shape of error everywhere, also for undocumented statuses.
        others = (one for one in _examples().get(operation.id, {}) if one[0] in "345d")
        example = next((example_of(operation.id, one) for one in others), None)
    value: object = None if example is None else example.value
    media_type = None if example is None else example.media_type
    says_nothing = code is None and message is None
    if says_nothing and media_type is not None and not is_json(media_type):
        content = value.encode() if isinstance(value, str) else b""
        return Content(status, media_type, content)
    if value is None and says_nothing:
        return Content(status, None, b"")
    parts = {"code": code, "message": message, "details": list(details) or None}
    whole = with_parts(value, parts)
    found = FACTS.errors.of(whole)
    for name, wanted, got in (("code", code, found.code), ("message", message, found.message)):
        if wanted not in (None, got):
            raise Misfit(f"the document does not say where an error has its {name}: pass body=")
    return Content(status, media_type or _JSON, encoded_json(whole))


def with_parts(body: Any, parts: Mapping[str, object]) -> Any:
    """An error body with a code, a message and details, where this API has them."""
    fields = FACTS.errors
    places = {"code": fields.code, "message": fields.message, "details": fields.details}
    given = {name: value for name, value in parts.items() if value is not None}
    if not given or (body is not None and not isinstance(body, dict)):
        return body
    whole = dict(cast("dict[str, Any]", body or {}))
    known = {fields.wire_names.get(one, one) for names in places.values() for one in names}
    owner = whole
    if known.isdisjoint(whole):
        for one in fields.within:
            name = fields.wire_names.get(one, one)
            if isinstance(whole.get(name), dict) or body is None:
                owner = whole[name] = dict(whole.get(name) or {})
                break
    for name, value in given.items():
        names = [fields.wire_names.get(one, one) for one in places[name]] or [name]
        owner[next((one for one in names if one in owner), names[0])] = value
    return whole


def served(operation: Operation[Any], *, is_optional_stream: bool = False) -> Content:
    """The example of a success, or a success without content if the document has none."""
    key = f"{operation.id} stream" if is_optional_stream else operation.id
    example = example_of(key)
    return Content(200, None, b"") if example is None else example_content(operation, example)


def example_of(operation: str, status: int | str | None = None) -> Example | None:
    """The example of a status, or of the first success; None if there is none."""
    by_status = _examples().get(operation, {})
    if status is None:
        key = next((one for one in by_status if one[0] == "2" or one == "default"), None)
    elif isinstance(status, str):
        key = status
    else:
        keys = (str(status), f"{status // 100}XX", "default")
        key = next((one for one in keys if one in by_status), None)
    if key is None:
        return None
    media_type, value, is_documented = by_status[key]
    number = _number(int(key) if key.isdigit() else key, otherwise=200)
    number = status if isinstance(status, int) else number
    return Example(number, media_type, value, is_documented)


def example_content(operation: Operation[Any], example: Example) -> Content:
    """Write an example as the document has it: it need not be of the documented type."""
    media_type, value = example.media_type, example.value
    if media_type is None or example.status in _NO_CONTENT:
        return Content(example.status, None, b"")
    if is_sequence(media_type) and not isinstance(value, str):
        items = cast("list[object]", value) if isinstance(value, list) else [value]
        return Content(example.status, media_type, sequence(operation, media_type, items))
    if is_json(media_type):
        return Content(example.status, media_type, encoded_json(value))
    content = value.encode() if isinstance(value, str) else encoded_json(value)
    return Content(example.status, media_type, content)


def sequence(operation: Operation[Any], media_type: str, items: Sequence[object]) -> bytes:
    """Write the items of a stream."""
    whole = bool(getattr(operation, "whole_events", False))
    return b"".join(item_content(media_type, item, whole=whole) for item in items)


def item_content(media_type: str, item: object, *, whole: bool) -> bytes:
    """Write an item of a stream; with `whole`, an item has the fields of an event."""
    if not media_type.lower().startswith("text/event-stream"):
        return cast("bytes", sequence_content(media_type, [item])[1])
    plain: object = msgspec.json.decode(encoded_json(item))
    lines: list[str] = []
    event = (
        cast("dict[str, object]", plain) if whole and isinstance(plain, dict) else {"data": plain}
    )
    for name, value in event.items():
        text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
        lines += [f"{name}: {line}\n" for line in text.split("\n")]
    return f"{''.join(lines)}\n".encode()


@cache
def _examples() -> Mapping[str, Mapping[str, tuple[str | None, Any, bool]]]:
    """By operation and status: the media type, the value, and whether the document has it."""
    package = __name__.rpartition(".")[0]
    content = files(package).joinpath("examples.json").read_bytes()
    return msgspec.json.decode(content, type=dict[str, dict[str, tuple[str | None, Any, bool]]])
