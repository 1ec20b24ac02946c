"""Reads parts that are written as Swagger 2.0 writes them in a document of OpenAPI 3.

Authors who convert a document by hand leave ``type: string`` in a parameter, ``schema`` in a response, or a
body among the parameters. Each can be read in one way only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from codegen.check.survey import Survey
from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Edit, Problem, leaving_out
from codegen.prepare.versions.bodies import body, form
from codegen.prepare.versions.parameters import as_30_header, as_30_parameter
from codegen.standard.methods import operations_of

_MAKING_A_SCHEMA = frozenset({"type", "items", "properties", "allOf", "anyOf", "oneOf", "enum"})
"""The keywords that no other object has."""


def older_forms(survey: Survey) -> Mapping[Pointer, Problem]:
    """The parts that are written as in Swagger 2.0. What else is wrong in one of them follows from that."""
    if survey.version == "2.0":
        return {}
    found = [*_of_bodies(survey)]
    taken = {place for place, _ in found}
    for kind in ("parameter", "header", "mediaType", "response", "requestBody"):
        for part in survey.by_kind.get(kind, []):
            if part.pointer not in taken:
                found += _of_part(survey, kind, part)
    return dict(found)


def _of_part(survey: Survey, kind: str, part: Node) -> Iterator[tuple[Pointer, Problem]]:
    place, title = part.pointer, survey.kind(kind).title
    if kind == "mediaType" and "schema" not in part:
        refers = isinstance(part.get("$ref"), str) and not survey.kind(kind).is_referable
        if key := "$ref" if refers else _keyword(survey, kind, part):
            schema = Node(dict(part), pointer=(*place, "schema"))
            edits = (Edit(place, Node({"schema": schema}, pointer=place)),)
            yield place, _problem(title, key, place, "schema", edits)
    elif kind in {"parameter", "header"} and not {"schema", "content", "$ref"} & part.keys():
        if key := _keyword(survey, kind, part):
            written = as_30_parameter(part) if kind == "parameter" else as_30_header(part)
            schema = Node(written.mapping("schema"), pointer=(*place, "schema"))
            written = written.with_items(schema=schema)
            yield place, _problem(title, key, place, "schema", (Edit(place, written),))
    elif kind in {"response", "requestBody"} and not {"content", "$ref"} & part.keys():
        if isinstance(part.get("schema"), Node):
            said = part.without("schema").with_items(
                content=_json(part.mapping("schema"), (*place, "content"))
            )
            yield place, _problem(title, "schema", place, "content", (Edit(place, said),))
    elif "content" in part and [*part.mapping("content")] == ["schema"]:
        content = part.mapping("content")
        if (schema := content.mapping("schema")) and "schema" not in schema:
            message = "a media type, such as 'application/json', is missing around 'schema'"
            where = (*content.pointer, "schema")
            edits = (Edit(content.pointer, _json(schema, content.pointer, where)),)
            yield content.pointer, Problem(message, "media-type", where, "key", edits, "read as JSON")


def _keyword(survey: Survey, kind: str, part: Node) -> str | None:
    """The first key of an object that makes a schema of it."""
    known = survey.kind(kind).keys
    return next((key for key in part if key in _MAKING_A_SCHEMA and key not in known), None)


def _problem(title: str, key: str, place: Pointer, right: str, edits: tuple[Edit, ...]) -> Problem:
    message = f"{key!r} is not a key of {title}; it belongs in its {right!r}"
    return Problem(message, "unknown-key", (*place, key), "key", edits, f"read as its {right}")


def _json(schema: Node, place: Pointer, media: Pointer | None = None) -> Node:
    """Content of JSON at a place; it stands for the `media` type that was there."""
    inner = Node({"schema": schema}, pointer=media or (*place, "application/json"))
    return Node({"application/json": inner}, pointer=place)


def _of_bodies(survey: Survey) -> Iterator[tuple[Pointer, Problem]]:
    """Bodies and form fields among the parameters of operations that have no body otherwise."""
    for item in survey.by_kind.get("pathItem", []):
        for _, operation in operations_of(item):
            by_place: dict[Json, list[Node]] = {}
            for parameter in operation.mappings("parameters"):
                by_place.setdefault(parameter.text("in"), []).append(parameter)
            bodies, fields = by_place.get("body", []), by_place.get("formData", [])
            if "requestBody" in operation or not (bodies or fields):
                continue
            place = (*operation.pointer, "requestBody")
            made = body(bodies[0], ()) if bodies else form(fields, (), place)
            parts = bodies[:1] or fields
            edits = (*leaving_out(*(one.pointer for one in parts)), Edit(place, made))
            for one in parts:
                message = f"a parameter is not in {one.text('in')!r}; it belongs in the 'requestBody'"
                reading, where = "read as the request body", (*one.pointer, "in")
                yield one.pointer, Problem(message, "wrong-value", where, past=edits, reading=reading)
