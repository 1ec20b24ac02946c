"""The table of changes: what a schema says, before and after, at each place and in each direction.

All changes are in one document in two versions, each at a path of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.drift.changes.parts import NOTHING, Json, Operation, response
from tests.drift.changes.structures import STRUCTURES


@dataclass(frozen=True)
class Kind:
    """A schema, with values that show what it allows."""

    schema: dict[str, Json]
    values: tuple[Json, ...]


_UUID = "7c1f0b52-9d3e-4a86-b1c4-5e8a20d97f36"

KINDS = {
    "text": Kind({"type": "string"}, ("", "abc", "ABC", "a" * 30)),
    "text or null": Kind({"type": ["string", "null"]}, ("", "abc", "a" * 30, None)),
    "short text": Kind({"type": "string", "maxLength": 20}, ("", "a" * 20)),
    "shorter text": Kind({"type": "string", "maxLength": 10}, ("", "a" * 10)),
    "long text": Kind({"type": "string", "minLength": 5}, ("a" * 5, "a" * 30)),
    "longer text": Kind({"type": "string", "minLength": 8}, ("a" * 8, "a" * 30)),
    "lower-case text": Kind({"type": "string", "pattern": "^[a-z]*$"}, ("", "abc")),
    "digits": Kind({"type": "string", "pattern": "^[0-9]+$"}, ("1", "123")),
    "integer": Kind({"type": "integer"}, (-7, 0, 500)),
    "integer or null": Kind({"type": ["integer", "null"]}, (-7, 0, 500, None)),
    "small integer": Kind({"type": "integer", "maximum": 100}, (-7, 0, 100)),
    "smaller integer": Kind({"type": "integer", "maximum": 10}, (-7, 0, 10)),
    "large integer": Kind({"type": "integer", "minimum": 1}, (1, 500)),
    "larger integer": Kind({"type": "integer", "exclusiveMinimum": 1}, (2, 500)),
    "even integer": Kind({"type": "integer", "multipleOf": 2}, (0, 2, 500)),
    "integer by four": Kind({"type": "integer", "multipleOf": 4}, (0, 500, 4)),
    "number": Kind({"type": "number"}, (-7, 0.5, 500)),
    "boolean": Kind({"type": "boolean"}, (True, False)),
    "date": Kind({"type": "string", "format": "date"}, ("2024-02-29",)),
    "time": Kind({"type": "string", "format": "date-time"}, ("2024-02-29T12:00:00Z",)),
    "uuid": Kind({"type": "string", "format": "uuid"}, (_UUID,)),
    "two values": Kind({"type": "string", "enum": ["cat", "dog"]}, ("cat", "dog")),
    "three values": Kind({"type": "string", "enum": ["cat", "dog", "bird"]}, ("cat", "dog", "bird")),
    "two numbers": Kind({"type": "integer", "enum": [1, 2]}, (1, 2)),
    "three numbers": Kind({"type": "integer", "enum": [1, 2, 3]}, (1, 2, 3)),
    "text or integer": Kind({"anyOf": [{"type": "string"}, {"type": "integer"}]}, ("", "abc", 500)),
    "texts": Kind({"type": "array", "items": {"type": "string"}}, ([], ["abc"], ["a"] * 9)),
    "few texts": Kind({"type": "array", "items": {"type": "string"}, "maxItems": 5}, ([], ["a"] * 5)),
    "different texts": Kind(
        {"type": "array", "items": {"type": "string"}, "uniqueItems": True}, ([], ["a", "b"])
    ),
    "integers": Kind({"type": "array", "items": {"type": "integer"}}, ([], [1], [1] * 9)),
}

_SIMPLE = [
    ("text", "integer"),
    ("text", "boolean"),
    ("text", "short text"),
    ("short text", "shorter text"),
    ("long text", "longer text"),
    ("text", "long text"),
    ("text", "lower-case text"),
    ("lower-case text", "digits"),
    ("text", "date"),
    ("text", "time"),
    ("text", "uuid"),
    ("date", "time"),
    ("text", "two values"),
    ("two values", "three values"),
    ("two numbers", "three numbers"),
    ("integer", "two numbers"),
    ("integer", "number"),
    ("integer", "boolean"),
    ("integer", "small integer"),
    ("small integer", "smaller integer"),
    ("large integer", "larger integer"),
    ("integer", "large integer"),
    ("integer", "even integer"),
    ("even integer", "integer by four"),
    ("text", "text or integer"),
]

_OF_JSON = [
    ("text", "text or null"),
    ("integer", "integer or null"),
    ("text", "texts"),
    ("texts", "integers"),
    ("texts", "few texts"),
    ("texts", "different texts"),
]

Place = Callable[[str, Kind], tuple[Operation, dict[str, Any]]]
"""An operation with a schema at a place, and the component schemas that it needs."""


def _parameter(location: str) -> Place:
    def place(name: str, kind: Kind) -> tuple[Operation, dict[str, Any]]:
        said = {"name": f"v{name}", "in": location, "required": True, "schema": kind.schema}
        return {"parameters": [said], "responses": NOTHING}, {}

    return place


def _object(name: str, schema: Json, *, required: bool = True) -> dict[str, Any]:
    listed = {"required": [f"v{name}"]} if required else {}
    return {"type": "object", "properties": {f"v{name}": schema}, **listed}


def _wrapped(wrap: Callable[[Json], Json], direction: str, media_type: str = "application/json") -> Place:
    def place(name: str, kind: Kind) -> tuple[Operation, dict[str, Any]]:
        components = {f"C{name}": _object(name, wrap(kind.schema))}
        reference = {"$ref": f"#/components/schemas/C{name}"}
        if direction == "response":
            return {"responses": response(reference)}, components
        body = {"required": True, "content": {media_type: {"schema": reference}}}
        return {"requestBody": body, "responses": NOTHING}, components

    return place


def _as_it_is(schema: Json) -> Json:
    return schema


def _listed(schema: Json) -> Json:
    return {"type": "array", "items": schema}


def _mapped(schema: Json) -> Json:
    return {"type": "object", "additionalProperties": schema}


@dataclass(frozen=True)
class Somewhere:
    """A place for a schema."""

    make: Place
    direction: str
    wrap: Callable[[Json], Json] = field(default=_as_it_is)
    """The value of the argument or the property, for a value of the schema."""
    is_json: bool = True


PLACES = {
    "query": Somewhere(_parameter("query"), "request", is_json=False),
    "header": Somewhere(_parameter("header"), "request", is_json=False),
    "path": Somewhere(_parameter("path"), "request", is_json=False),
    "body": Somewhere(_wrapped(_as_it_is, "request"), "request"),
    "items of a body": Somewhere(_wrapped(_listed, "request"), "request", lambda value: [value]),
    "values of a body": Somewhere(_wrapped(_mapped, "request"), "request", lambda value: {"k": value}),
    "response": Somewhere(_wrapped(_as_it_is, "response"), "response"),
    "items of a response": Somewhere(_wrapped(_listed, "response"), "response", lambda value: [value]),
    "values of a response": Somewhere(_wrapped(_mapped, "response"), "response", lambda value: {"k": value}),
}


@dataclass(frozen=True)
class Case:
    """A change."""

    number: str
    title: str
    path: str
    old: Operation | None
    new: Operation | None
    old_schemas: dict[str, Any]
    new_schemas: dict[str, Any]
    sent: tuple[Json, ...] = ()
    """The values that the old client sends."""
    received: tuple[Json, ...] = ()
    """The values that the new server returns."""


def cases() -> Iterator[Case]:
    """All changes, in both orders."""
    number = 0
    for where, place in PLACES.items():
        pairs = [*_SIMPLE, *(_OF_JSON if place.is_json else [])]
        for one, other in [*pairs, *((two, three) for three, two in pairs)]:
            number += 1
            yield _schema_case(f"{number:03}", where, place, one, other)
    for title, make in STRUCTURES.items():
        for way in (False, True):
            number += 1
            before, after = make(f"{number:03}")
            old, new = (after, before) if way else (before, after)
            yield _structure_case(f"{number:03}", f"{title}{', undone' if way else ''}", old, new)


def _schema_case(number: str, where: str, place: Somewhere, one: str, other: str) -> Case:
    was, now = KINDS[one], KINDS[other]
    old, old_schemas = place.make(number, was)
    new, new_schemas = place.make(number, now)
    path = f"/p{number}/{{v{number}}}" if where == "path" else f"/p{number}"
    values = [place.wrap(value) for value in (was if place.direction == "request" else now).values]
    if where == "path":
        values = [value for value in values if value != ""]
    is_sent = place.direction == "request"
    return Case(
        number,
        f"{where}: {one} → {other}",
        path,
        old,
        new,
        old_schemas,
        new_schemas,
        sent=tuple({f"v{number}": value} for value in values) if is_sent else (),
        received=() if is_sent else tuple({f"v{number}": value} for value in values),
    )


def _structure_case(number: str, title: str, old: Any, new: Any) -> Case:
    (was, old_schemas, sent, _), (now, new_schemas, _, received) = old, new
    return Case(
        number, title, f"/p{number}", was, now, old_schemas, new_schemas, tuple(sent), tuple(received)
    )


def document(which: str) -> dict[str, Any]:
    """The old or the new document."""
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = {}
    for case in cases():
        operation = case.old if which == "old" else case.new
        schemas |= case.old_schemas if which == "old" else case.new_schemas
        if operation is not None:
            method = "post" if "requestBody" in operation or case.sent else "get"
            said = {"operationId": f"callP{case.number}", "tags": [f"p{case.number}"], **operation}
            paths[case.path] = {method: said}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Proof", "version": "1.0.0"},
        "servers": [{"url": "https://proof.example"}],
        "paths": {**paths, "/always": {"get": {"tags": ["always"], "responses": NOTHING}}},
        "components": {"schemas": schemas},
    }
