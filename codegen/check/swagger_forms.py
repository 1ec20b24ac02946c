"""Reads parts that are written as Swagger 2.0 writes them in a document of OpenAPI 3.

Authors who convert a document by hand leave ``type: string`` in a parameter, ``schema`` in a response, or a
body among the parameters. Each can be read in one way only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from codegen.check.survey import Survey
from codegen.document.node import Json, Node, Pointer, mappings_in, plain
from codegen.document.problems import Edit, Problem, leaving_out
from codegen.prepare.versions.bodies import body, form
from codegen.prepare.versions.parameters import as_30_header, as_30_parameter, style
from codegen.prepare.versions.references import repointed
from codegen.prepare.versions.schemas import as_30_schema
from codegen.prepare.versions.security import security_schemes
from codegen.prepare.versions.servers import converted_servers
from codegen.standard.http_methods import operations_of

_MAKING_A_SCHEMA = frozenset({"type", "items", "properties", "allOf", "anyOf", "oneOf", "enum"})
"""The keywords that no other object has."""


def older_forms(survey: Survey) -> Mapping[Pointer, Problem]:
    """The parts that are written as in Swagger 2.0. What else is wrong in one of them follows from that."""
    if survey.version == "2.0":
        return {}
    if of_root := [*_of_root(survey.root)]:
        return dict(of_root)
    found = [*_of_bodies(survey)]
    taken = {place for place, _ in found}
    for kind in ("parameter", "header", "mediaType", "response", "requestBody"):
        for part in survey.by_kind.get(kind, []):
            if part.pointer not in taken:
                found += _of_part(survey, kind, part)
    for part in survey.by_kind.get("example", []):
        found += _of_example(survey, part)
    return dict(found)


_SECTIONS: Mapping[str, str] = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
}
"""Keys at the top of Swagger 2.0, and the sections of the components that they became."""

_ADDRESS = ("host", "basePath", "schemes")


def _of_root(root: Node) -> Iterator[tuple[Pointer, Problem]]:
    """Keys at the top that have their place elsewhere now. All are moved at once, and references follow."""
    sections = [key for key in _SECTIONS if isinstance(root.get(key), Node)]
    addressed = [key for key in _ADDRESS if key in root]
    if not sections and not addressed:
        return
    components = root.mapping("components")
    if clashes := [*_clashes(root, sections)]:
        yield from clashes
        return
    merged = {_SECTIONS[key]: _merged(root, key, components.mapping(_SECTIONS[key])) for key in sections}
    written: dict[str, Json] = {"components": components.with_items(**merged)} if sections else {}
    if addressed and not root.get("servers") and (listed := converted_servers(root)):
        written["servers"] = listed
    moved = repointed(root.without(*sections, *addressed).with_items(**written))
    for at, key in enumerate([*sections, *addressed]):
        new = f"components/{_SECTIONS[key]}" if key in sections else "servers"
        is_read = key in sections or "servers" in written
        message = f"{key!r} is not a key of the document; in OpenAPI 3 it became {new!r}"
        reading = f"read as {new!r}" if is_read else "the key is ignored"
        # Whatever else is wrong may follow from this, so the first stands for the document.
        place: Pointer = (key,) if at else ()
        yield place, Problem(message, "unknown-key", (key,), "key", (Edit((), moved),), reading)


def _clashes(root: Node, sections: list[str]) -> Iterator[tuple[Pointer, Problem]]:
    """Objects that references lead to although there are others with their names."""
    used = {part.text("$ref") for part in mappings_in(root)}
    for key in sections:
        there = root.mapping("components").mapping(_SECTIONS[key])
        for name, one in root.entries(key):
            is_another = name in there and plain(one) != plain(there[name])
            if is_another and f"#/{key}/{name}" in used:
                message = f"there is another {name!r} in 'components/{_SECTIONS[key]}': give one a new name"
                yield (key, name), Problem(message, "unknown-key", (key, name), "key")


def _merged(root: Node, key: str, there: Node) -> Node:
    """The shared objects under a key of Swagger 2.0 with those that are under the key of OpenAPI 3."""
    found = root.mapping(key)
    if key == "definitions":
        found = found.with_items(**{name: as_30_schema(one) for name, one in root.entries(key)})
    elif key == "securityDefinitions":
        found = security_schemes(found)
    return Node({**found, **there}, pointer=found.pointer)


def _of_part(survey: Survey, kind: str, part: Node) -> Iterator[tuple[Pointer, Problem]]:
    place, title = part.pointer, survey.kind(kind).title
    if kind == "mediaType" and part.get("schema") is None:
        reference = part.get("$ref")
        refers = isinstance(reference, str) and (
            reference.startswith("#/components/schemas/") or not survey.kind(kind).is_referable
        )
        if key := "$ref" if refers else _keyword(survey, kind, part):
            schema = Node(part.without("schema"), pointer=(*place, "schema"))
            edits = (Edit(place, Node({"schema": schema}, pointer=place)),)
            yield place, _problem(title, key, place, "schema", edits)
    elif kind in {"parameter", "header"} and not {"schema", "content", "$ref"} & part.keys():
        if key := _keyword(survey, kind, part):
            written = as_30_parameter(part) if kind == "parameter" else as_30_header(part)
            schema = Node(written.mapping("schema"), pointer=(*place, "schema"))
            written = written.with_items(schema=schema)
            yield place, _problem(title, key, place, "schema", (Edit(place, written),))
    elif kind == "parameter" and "collectionFormat" in part and "schema" in part:
        yield place, _restyled(part)
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


def _of_example(survey: Survey, part: Node) -> Iterator[tuple[Pointer, Problem]]:
    """A value where an example belongs, whose ``value`` it is."""
    known, place = survey.kind("example").keys, part.pointer
    if part and "$ref" not in part and not any(key in known or key.startswith("x-") for key in part):
        edits = (Edit(place, Node({"value": part}, pointer=place)),)
        yield place, _problem("an example", next(iter(part)), place, "value", edits)


def _restyled(part: Node) -> Problem:
    """The problem of a parameter with a ``collectionFormat``; a style of its own wins."""
    kind = part.mapping("schema").get("type", "array")  # a reference leads to an array
    array = part.without("schema").with_items(type=kind)
    styled = {**style(array, in_query=part.get("in") == "query"), **part}
    edits = (Edit(part.pointer, Node(styled, pointer=part.pointer).without("collectionFormat")),)
    message = "'collectionFormat' is not a key of a parameter; it became 'style' and 'explode' in OpenAPI 3"
    where = (*part.pointer, "collectionFormat")
    return Problem(message, "unknown-key", where, "key", edits, "read as 'style' and 'explode'")


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
            by_place: dict[str, list[tuple[Pointer, Node]]] = {}
            for used in operation.mappings("parameters"):
                declared = survey.resolved(used) or used
                where = declared.text("in").strip().casefold()
                by_place.setdefault(where, []).append((used.pointer, declared))
            bodies, fields = by_place.get("body", []), by_place.get("formdata", [])
            if "requestBody" in operation or not (bodies or fields):
                continue
            place = (*operation.pointer, "requestBody")
            parts = bodies[:1] or fields
            made = body(parts[0][1], ()) if bodies else form([one for _, one in parts], (), place)
            made = Node(made, pointer=place)  # a shared parameter is another part, and may be removed
            edits = (*leaving_out(*(at for at, _ in parts)), Edit(place, made))
            for at, one in parts:
                message = f"a parameter is not in {one.text('in')!r}; it belongs in the 'requestBody'"
                shown_at = (*at, "in") if at == one.pointer else at
                reading = "read as the request body"
                yield at, Problem(message, "wrong-value", shown_at, past=edits, reading=reading)
