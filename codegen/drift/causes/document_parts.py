"""Says which parts of the document have changed, in words that its readers use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from codegen.document.node import Pointer
from codegen.drift.causes.cause import Cause
from codegen.drift.causes.input_places import SAID, Places, did
from codegen.output.inputs import PART
from codegen.output.record import InputChange
from codegen.standard.http_methods import FURTHER, METHODS

_SECTIONS = {
    "schemas": "schema",
    "definitions": "schema",
    "responses": "response",
    "parameters": "parameter",
    "requestBodies": "request body",
    "headers": "header",
    "securitySchemes": "security scheme",
    "securityDefinitions": "security scheme",
    "examples": "example",
    "links": "link",
    "callbacks": "callback",
    "pathItems": "path item",
    "mediaTypes": "media type",
}


def causes_of_parts(changes: Sequence[InputChange], places: Places) -> Iterator[Cause]:
    """A cause for each part that has changed. A part that only has another name now is one cause."""
    gone = {one.before: one for one in changes if one.now is None}
    seen: set[str] = set()
    for one in changes:
        before = gone.get(one.now) if one.before is None else None
        if before and _section(before.name) == _section(one.name) and before.name not in seen:
            seen |= {one.name, before.name}
            message = f"{_label(one.name)} is the former {_label(before.name)}"
            yield _at_part("document-renamed", message, one.name, places)
    for one in changes:
        if one.name not in seen:
            yield _at_part(f"document-{did(one)}", f"{_label(one.name)} {SAID[did(one)]}", one.name, places)


def pointer(name: str) -> Pointer:
    """The pointer of a part, from its name in the record."""
    tokens = name.removeprefix(PART).split("/")[1:]
    return tuple(
        unquote(token, errors="surrogatepass").replace("~1", "/").replace("~0", "~") for token in tokens
    )


def _section(name: str) -> tuple[object, ...]:
    """What kind of part it is."""
    where = pointer(name)
    return where[:2] if where[0] == "components" else (where[0], len(where))


def _label(name: str) -> str:
    """What a reader calls a part of the document."""
    where = tuple(map(str, pointer(name)))
    match where:
        case ("paths" | "webhooks" as key, path):
            return f"what all operations of {path} share" if key == "paths" else f"webhook {path}"
        case ("paths" | "webhooks", path, method) if method in METHODS:
            return f"operation {method.upper()} {path}"
        case ("paths" | "webhooks", path, further, method) if further == FURTHER:
            return f"operation {method} {path}"
        case ("components", section, part) | (section, part) if section in _SECTIONS:
            return f"{_SECTIONS[section]} {part}"
        case _:
            return f"`{'.'.join(where)}`"


def _at_part(rule: str, message: str, name: str, places: Places) -> Cause:
    where = pointer(name)
    place = places.source.place(where, "key")
    return Cause(rule, message, places.source.file(place).name, place.line, place.column)
