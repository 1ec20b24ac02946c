"""Finds the causes of drift among the inputs of a run: the document, what changes it, templates and tools."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, TypeAlias
from urllib.parse import unquote

from msgspec import Struct, field

from codegen.document.node import Pointer
from codegen.document.source_map import SourceMap
from codegen.drift.causes.kinds import Cause
from codegen.output import record
from codegen.output.compare import Drift
from codegen.output.inputs import GENERATOR, OWN_TEMPLATE, PART, TEMPLATE, TOOL
from codegen.output.record import InputChange, Record
from codegen.output.templates import TEMPLATES
from codegen.standard.http_methods import FURTHER, METHODS

Did: TypeAlias = Literal["changed", "added", "removed"]

SAID: Mapping[Did, str] = {"changed": "has changed", "added": "is new", "removed": "is gone"}


class Places(Struct, frozen=True):
    """The places of the inputs of this run."""

    document: str
    source: SourceMap
    out: str
    overlays: tuple[Path, ...] = ()
    templates: Path | None = None
    settings: Mapping[str, tuple[str, int, int]] = field(default_factory=dict)
    """The file, line and column of each setting of the configuration."""


def did(one: InputChange) -> Did:
    """How an input has changed."""
    return "added" if one.before is None else "removed" if one.now is None else "changed"


_IGNORED = ("bytes of ", "the configuration", "the templates")
"""The names in the record that are ignored: the bytes at a URL, and lines of early versions."""

_OF_USER = (OWN_TEMPLATE, "overlay ", "order ", "setting ")


def causes_of_inputs(drift: Drift, last: Record, places: Places) -> Iterator[Cause]:
    """The causes among the inputs. An early record lists few inputs, so few causes can be named."""
    parts = [one for one in drift.inputs if one.name.startswith(PART)]
    if not drift.same_order:
        message = "the order of its parts has changed, which is the order of the client"
        yield Cause("document-order", message, places.document)
    elif not parts and not drift.same_document:
        yield Cause("document-changed", "is another version", places.document)
    others = [one for one in drift.inputs if one.name.startswith(_OF_USER) or _is_file(one)]
    if last.has_inputs:
        yield from causes_of_parts(parts, places)
        yield from _of_generator(drift, last, places)
    else:  # it has one digest of the whole configuration
        others = [one for one in others if one.name.startswith("overlay ") or _is_file(one)]
    is_reordered = not any(one.name.startswith("overlay ") and did(one) != "changed" for one in others)
    for one in others:
        if is_reordered or not one.name.startswith("order "):
            yield _of_file(one, last, places)


def _is_file(one: InputChange) -> bool:
    """Whether it is a file of a document in several files."""
    return not one.name.startswith((PART, TEMPLATE, TOOL, GENERATOR, *_OF_USER, *_IGNORED))


def _of_generator(drift: Drift, last: Record, places: Places) -> Iterator[Cause]:
    """Templates, tools and code. If the version differs, templates and code are not reported as well."""
    names = {one.name for one in drift.inputs}
    is_upgraded = f"{TOOL}wholespec" in names
    for one in drift.inputs:
        if one.name.startswith(TOOL):
            yield _of_tool(one, last, places)
        elif one.name == GENERATOR and not is_upgraded:
            yield Cause(
                "generator-changed", f"{one.before} then, {one.now} now", *_in_record(one, last, places)
            )
        elif one.name.startswith(TEMPLATE) and not is_upgraded and _own(one) not in names:
            name = one.name.removeprefix(TEMPLATE)
            file = TEMPLATES / name
            place = (_shown(file), 1) if file.is_file() else _in_record(one, last, places)
            yield Cause(f"template-{did(one)}", f"template {name} {SAID[did(one)]}", *place)
    if not is_upgraded:
        yield from _of_copies(drift, last, places)


def _own(one: InputChange) -> str:
    """The name of the user's template that replaces a template, or did so before."""
    return f"{OWN_TEMPLATE}{one.name.removeprefix(TEMPLATE)}"


def _of_tool(one: InputChange, last: Record, places: Places) -> Cause:
    name = one.name.removeprefix(TOOL)
    message = f"{name} {one.now or 'is not installed'} here; {one.before or 'none'} wrote the client"
    remedy = f"To use the version that wrote the client: `pip install '{name}=={one.before}'`."
    place = _in_record(one, last, places)
    return Cause("tool-changed", message, *place, remedy=remedy if one.before else "")


def _of_copies(drift: Drift, last: Record, places: Places) -> Iterator[Cause]:
    """The files of the generator that are copied into the client, and have changed.

    The record has their digests as files of the client. A copy that is not equal to the file has changed for
    another reason: it was formatted by another version of ruff.
    """
    for path in drift.outdated:
        name = f"package/{path.partition('/')[2]}" if "/" in path else path
        file = TEMPLATES / name
        is_own = places.templates is not None and (places.templates / name).is_file()
        is_copy = path in drift.expected and path in last.paths and file.is_file() and not is_own
        if is_copy and file.read_bytes() == drift.expected[path]:
            yield Cause("template-changed", f"file {name}, which is copied, has changed", _shown(file))


def _of_file(one: InputChange, last: Record, places: Places) -> Cause:
    """An overlay, a setting, a template of the user, or a file of a document in several files."""
    what, _, name = one.name.partition(" ")
    file: Path | str | None = None
    match what:
        case "order":
            rule, message = "overlay-order", "the overlays are applied in another order"
        case "overlay":
            file = next((path for path in places.overlays if name.startswith(path.name)), None)
            rule, message = f"overlay-{did(one)}", f"overlay {name} {SAID[did(one)]}"
        case "setting":
            rule, message = f"setting-{did(one)}", f"setting `{name}` {SAID[did(one)]}"
            if name in places.settings:
                return Cause(rule, message, *places.settings[name])
        case "own":
            name = one.name.removeprefix(OWN_TEMPLATE)
            file = places.templates and places.templates / name
            file = file if file and file.is_file() else None
            rule, message = f"template-{did(one)}", f"your template {name} {SAID[did(one)]}"
        case _:
            sources = (source.name for source in places.source.others if source.name.endswith(one.name))
            file = next(sources, places.document)
            rule, message = "document-file", f"file {one.name} of the document {SAID[did(one)]}"
    return Cause(rule, message, *((str(file), 1) if file else _in_record(one, last, places)))


def _in_record(one: InputChange, last: Record, places: Places) -> tuple[str, int]:
    """The line of the record for an input that has no place, or no longer has one."""
    return f"{places.out}/{record.NAME}", last.lines.get(f"<{one.name}>", 1)


def _shown(path: Path) -> str:
    """The path relative to the current folder if it is below it."""
    near = os.path.relpath(path)
    return str(path) if near.startswith("..") else near


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
    """A cause for each changed part. A part that was only renamed is one cause."""
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
    """The kind of a part."""
    where = pointer(name)
    return where[:2] if where[0] == "components" else (where[0], len(where))


def _label(name: str) -> str:
    """The name of a part of the document for readers."""
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
