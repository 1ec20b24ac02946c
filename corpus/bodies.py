"""Decodes request bodies by media type, and encodes response bodies."""

from __future__ import annotations

import json
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import unquote_plus

from corpus.comparison import difference, matches, same, short, written
from corpus.original import Part, mapping
from corpus.schemas import Json
from corpus.styles import Pairs, Unreadable, from_pairs, unexpected

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


def bare(media_type: str) -> str:
    """The media type without parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON (RFC 6839, section 3.1)."""
    media_type = bare(media_type)
    return media_type.endswith(("+json", "/json"))


def is_structured(media_type: str) -> bool:
    """Whether a client encodes values in this media type. Otherwise the body is text or bytes."""
    return is_json(media_type) or bare(media_type) == FORM or bare(media_type).startswith("multipart/")


_SEQUENCES = ("jsonl", "ndjson", "jsonlines", "json-lines", "json-seq", "event-stream")


def is_sequence(media_type: str) -> bool:
    """Whether a media type is that of several values, one after another."""
    return bare(media_type).endswith(_SEQUENCES)


def has_items(media_type: str, media: Part) -> bool:
    """Whether a content is documented as several values, one after another."""
    return "itemSchema" in media and is_sequence(media_type)


def is_event_stream(media_type: str) -> bool:
    """Whether a content is server-sent events."""
    return bare(media_type) == "text/event-stream"


def as_items(values: list[Json], media_type: str) -> bytes:
    """Encode several values, one after another."""
    if is_event_stream(media_type):
        return b"".join(map(_event, values))
    start = b"\x1e" if "json-seq" in media_type else b""
    return b"".join(start + as_json(value) + b"\n" for value in values)


def without_lines(value: Json) -> Json:
    """Events whose fields have no line breaks, except their data."""
    if not isinstance(value, list):
        return value
    return [
        {
            key: one if key == "data" or not isinstance(one, str) else one.replace("\n", " ")
            for key, one in event.items()
        }
        if isinstance(event, dict)
        else event
        for event in value
    ]


def _event(event: Json) -> bytes:
    is_whole = (
        isinstance(event, dict) and "data" in event and event.keys() <= {"data", "event", "id", "retry"}
    )
    fields = event if is_whole and isinstance(event, dict) else {"data": event}
    lines = [
        f"{name}: {line}\n"
        for name, value in fields.items()
        for line in (value if isinstance(value, str) else json.dumps(value)).split("\n")
    ]
    return "".join([*lines, "\n"]).encode("utf-8", "surrogatepass")


def concrete(media_type: str, value: Json) -> str:
    """A media type within a range (RFC 9110, section 12.5.1) that can represent a value: JSON, or text."""
    if "*" not in media_type:
        return media_type
    major = bare(media_type).partition("/")[0]
    if major not in {"*", "application"}:
        return f"{major}/plain"
    return "application/octet-stream" if isinstance(value, str) else "application/json"


def complaints(content: bytes, sent_type: str, media_type: str, media: Part, meant: Json) -> list[str]:
    """Describe how a body differs from the intended value.

    Raises:
        ValueError: The body is invalid for its media type.
    """
    if not _covers(media_type, sent_type):
        return [f"content-type is {sent_type!r}, documented is {media_type!r}"]
    if has_items(sent_type, media):
        texts = [text for text in content.replace(b"\x1e", b"").split(b"\n") if text]
        arrived = [json.loads(text) for text in texts]
        return [] if same(arrived, meant) else [f"the items: {difference(arrived, meant)}"]
    if is_json(sent_type):
        arrived = json.loads(content)
        return [] if same(arrived, meant) else [f"the body: {difference(arrived, meant)}"]
    if bare(sent_type) == FORM and isinstance(meant, dict):
        return _form(content.decode("ascii"), media, meant)
    if bare(sent_type).startswith("multipart/") and isinstance(meant, list):
        arrived_parts = [part for _, _, part in _parts(content, sent_type)]
        if _are_parts(arrived_parts, meant):
            return []
        return [f"the parts are {short(arrived_parts)}, expected {short(meant)}"]
    if bare(sent_type).startswith("multipart/") and isinstance(meant, dict):
        return _multipart(content, sent_type, meant)
    return [] if content == as_bytes(meant) else [f"the body is {content[:80]!r}, expected {short(meant)}"]


def as_json(value: Json) -> bytes:
    """Encode a value as JSON."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def as_bytes(value: Json) -> bytes:
    """Encode a value in an unstructured media type: text unchanged, other values as JSON."""
    return value.encode() if isinstance(value, str) else json.dumps(value).encode()


def _covers(documented: str, sent: str) -> bool:
    """Whether a media type is within a documented range (``image/*``)."""
    one, other = bare(documented), bare(sent)
    if "*" in one:
        return one in {"*/*", "*"} or other.startswith(one.partition("*")[0])
    return one == other


def _form(text: str, media: Part, meant: dict[str, Json]) -> list[str]:
    pairs: Pairs = [part.partition("=")[::2] for part in text.split("&") if part]
    found: list[str] = []
    for name, whole in meant.items():
        if (value := written(whole)) in ({}, []):
            continue
        encoding = mapping(mapping(media, "encoding"), name)
        parameter = {"style": "form", **encoding, "name": name, "in": "query"}
        found += _property(parameter, value, pairs)
    return found + [f"the form has {key}={value}, which is unexpected" for key, value in unexpected(pairs)]


def _property(parameter: Part, meant: Json, pairs: Pairs) -> list[str]:
    """Decode a property of a form. Without an encoding, objects are JSON or use brackets."""
    name = parameter["name"]
    attempts: list[tuple[Part, Json]] = [(parameter, meant)]
    if isinstance(meant, dict | list):
        attempts += [({**parameter, "style": "deepObject"}, meant), ({"name": name, "in": "query"}, "")]
    reasons: list[str] = []
    for as_, shape in attempts:
        before = [*pairs]
        try:
            arrived = from_pairs(pairs, as_, shape)
        except Unreadable as error:
            reasons.append(str(error))
        else:
            if matches(arrived, meant):
                return []
            reasons.append(f"the form: {difference(arrived, meant, matches, name)}")
        pairs[:] = before
    pairs[:] = [(key, value) for key, value in pairs if not unquote_plus(key).startswith(name)]
    return reasons[:1]


def _multipart(content: bytes, sent_type: str, meant: dict[str, Json]) -> list[str]:
    parts: dict[str, list[tuple[str, bytes]]] = {}
    for name, type_, data in _parts(content, sent_type):
        parts.setdefault(name, []).append((type_, data))
    if not parts and meant:
        raise ValueError("the body has no parts")
    found = [f"the form has a part {name!r}, which is unexpected" for name in parts.keys() - meant.keys()]
    for name, value in meant.items():
        arrived = parts.get(name, [])
        is_one = len(arrived) == 1 and arrived[0][0].startswith("multipart/")
        values = value if isinstance(value, list) and len(arrived) == len(value) and not is_one else [value]
        if len(arrived) != len(values) or not all(map(_is_part, arrived, values)):
            found.append(
                f"the part {name!r} is {short([data for _, data in arrived])}, expected {short(value)}"
            )
    return found


def _parts(content: bytes, sent_type: str) -> list[tuple[str, str, bytes]]:
    """The name, the media type and the content of each part."""
    head = f"content-type: {sent_type}\r\n\r\n".encode()
    message = BytesParser(EmailMessage, policy=HTTP).parsebytes(head + content)
    found: list[tuple[str, str, bytes]] = []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        if part.is_multipart():
            inner = part.as_bytes(policy=HTTP.clone(linesep="\n")).partition(b"\n\n")[2]
            found.append((str(name), str(part["content-type"]), inner))
            continue
        data = part.get_payload(decode=True)
        found.append((str(name), part.get_content_type(), data if isinstance(data, bytes) else b""))
    return found


def _is_part(part: tuple[str, bytes], meant: Json) -> bool:
    media_type, data = part
    if media_type.startswith("multipart/") and isinstance(meant, dict):
        return not _multipart(data, media_type, meant)
    if media_type.startswith("multipart/") and isinstance(meant, list):
        return _are_parts([inner for _, _, inner in _parts(data, media_type)], meant)
    return _is_content(data, meant)


def _are_parts(arrived: list[bytes], meant: list[Json]) -> bool:
    return len(arrived) == len(meant) and all(map(_is_content, arrived, meant))


def _is_content(data: bytes, meant: Json) -> bool:
    if isinstance(meant, str) and data == meant.encode():
        return True
    try:
        return matches(data.decode(), meant)
    except UnicodeDecodeError:
        return False
