"""Reads parts that are a level too high or too low because of wrong indentation in YAML."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.check.survey import Survey
from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Edit, Problem

_HOLDERS: Mapping[str, str] = {"paths": "pathItem", "responses": "response"}
"""The kinds of objects that are maps, and the kinds of their values."""

_WITH_CONTENT = ("requestBody", "response", "parameter", "header")


def slips_of_indentation(survey: Survey) -> Mapping[Pointer, Problem]:
    """Find the objects that contain a slip of indentation. Other problems in them are its consequences."""
    found: dict[Pointer, Problem] = {}
    for kind, held in _HOLDERS.items():
        for part in survey.by_kind.get(kind, []):
            found |= _too_high(survey, part, held)
    for kind in _WITH_CONTENT:
        for owner in survey.by_kind.get(kind, []):
            found |= _too_high(survey, owner.mapping("content"), "mediaType") if "content" in owner else {}
    for schema in survey.by_kind.get("schema", []):
        inner = schema.get("properties")
        if isinstance(inner, Node) and inner.get("type") == "object":
            found |= _too_low(schema, inner)
    return found


def _too_high(survey: Survey, part: Node, held: str) -> Mapping[Pointer, Problem]:
    """Find an empty entry of a map whose keys are beside it instead of below it."""
    empty = [key for key, value in part.items() if value is None]
    keys = survey.kind(held).keys
    strays = [key for key in part if key in keys and key != "$ref"]
    if len(empty) != 1 or not strays or any(_is_neither(key, held, keys) for key in part):
        return {}
    name, place = empty[0], part.pointer
    moved = Node({key: part[key] for key in strays}, pointer=(*place, name))
    whole: dict[str, Json] = {key: moved if key == name else part[key] for key in part if key not in strays}
    message = f"{strays[0]!r} belongs below {name!r}: indent it further"
    edits = (Edit(place, Node(whole, pointer=place)),)
    reading = f"read as part of {name!r}"
    return {place: Problem(message, "misplaced-key", (*place, strays[0]), "key", edits, reading)}


def _is_neither(key: str, held: str, keys: Mapping[str, object]) -> bool:
    """Whether a key is neither one of a map of such objects nor one of such an object."""
    is_of_map = {
        "pathItem": key.startswith("/"),
        "response": key[:1].isdigit() or key == "default",
        "mediaType": "/" in key,
    }[held]
    return not is_of_map and key not in keys and not key.startswith("x-")


def _too_low(schema: Node, inner: Node) -> Mapping[Pointer, Problem]:
    """``properties: {type: object, properties: {...}}``: the schema itself, below its ``properties``."""
    beside = inner.keys() - {"properties", "type", "required", "description", "title", "additionalProperties"}
    if not isinstance(inner.get("properties"), Node) or beside:
        return {}
    place = schema.pointer
    message = "'properties' contains the schema itself, which belongs a level higher"
    whole = schema.without("properties").with_items(**inner)
    edits = (Edit(place, whole),)
    return {
        place: Problem(message, "misplaced-key", (*place, "properties"), "key", edits, "read as the schema")
    }
