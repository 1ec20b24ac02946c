"""Reads a text in place of a schema as an abbreviation: ``code: int``, ``tags: string[]``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from codegen.check.near_references import meant_reference
from codegen.check.survey import Survey
from codegen.document.node import Json, Node, Pointer
from codegen.standard.keywords import Shape

STANDARD = ("string", "number", "integer", "boolean", "null", "array", "object")

_TYPES: Mapping[str, Mapping[str, Json]] = {
    "bool": {"type": "boolean"},
    **{name: {"type": "integer"} for name in ("int", "short", "uint", "int16", "uint8", "uint16")},
    **{name: {"type": "integer", "format": "int64"} for name in ("bigint", "uint32", "uint64")},
    "int32": {"type": "integer", "format": "int32"},
    "int64": {"type": "integer", "format": "int64"},
    "long": {"type": "integer", "format": "int64"},
    "float": {"type": "number"},
    **{name: {"type": "number"} for name in ("decimal", "double", "numeric")},
    **{name: {"type": "string"} for name in ("char", "email", "str", "text", "uri", "url", "varchar")},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "guid": {"type": "string", "format": "uuid"},
    "uuid": {"type": "string", "format": "uuid"},
    "file": {"type": "string", "format": "binary"},
    "binary": {"type": "string", "format": "binary"},
    "list": {"type": "array"},
    **{name: {"type": "object"} for name in ("dict", "dictionary", "hash", "hashmap", "map")},
}
"""Types of other languages, and formats, that are used as types."""

_LONGEST = 200
"""The most characters of an abbreviation. It limits the depth of lists within lists."""


def in_other_words(type_: str) -> Mapping[str, Json] | None:
    """The schema of a type of another language: ``Int``, ``date_time``."""
    return _TYPES.get(re.sub("[_-]", "", type_.lower()))


def abbreviated(survey: Survey, kind: str, rest: Pointer, value: Json) -> Mapping[str, Json] | None:
    """The schema that a text or a list with one text stands for; None if no schema belongs there.

    Args:
        survey: The document.
        kind: The kind of the object that has the value.
        rest: The way from the object to the value.
        value: The value at this place.
    """
    content = survey.kind(kind).content(str(rest[0]))
    is_one = content is not None and (content.shape is Shape.ONE) == (len(rest) == 1)
    if content is None or content.kind != "schema" or not is_one or len(rest) > 2:
        return None
    match value:
        case str() if len(value) < _LONGEST:
            return _of_text(survey, value.strip())
        case [str(item)] if len(item) < _LONGEST:
            items = _of_text(survey, item.strip())
            return None if items is None else items if rest == ("items",) else _array(items)
        case _:
            return None


def _of_text(survey: Survey, text: str) -> Mapping[str, Json] | None:
    """``int``, ``Pet``, ``Pet[]`` and ``string?``."""
    if text.endswith("[]"):
        items = _of_text(survey, text[:-2])
        return None if items is None else _array(items)
    if text.endswith("?"):
        type_ = None if text.endswith("??") else _of_text(survey, text[:-1])
        return None if type_ is None or "$ref" in type_ else _or_null(survey, type_)
    lower = text.lower()
    if lower in STANDARD and (lower != "null" or survey.version not in {"2.0", "3.0"}):
        return {"type": lower, **({"items": Node()} if lower == "array" else {})}
    if (known := in_other_words(lower)) is not None:
        return {**known, **({"items": Node()} if lower == "list" else {})}
    reference = meant_reference(survey, "schema", text) if text else None
    return None if reference is None else {"$ref": reference}


def _array(items: Mapping[str, Json]) -> Mapping[str, Json]:
    return {"type": "array", "items": Node(dict(items))}


def _or_null(survey: Survey, schema: Mapping[str, Json]) -> Mapping[str, Json]:
    match survey.version:
        case "2.0":
            return {**schema, "x-nullable": True}
        case "3.0":
            return {**schema, "nullable": True}
        case _:
            return {**schema, "type": [schema["type"], "null"]}


def said(schema: Mapping[str, Json]) -> str:
    """The schema for a report: ``'string' of format 'date'``, ``a list of 'Pet'``."""
    if "$ref" in schema:
        return f"a reference to {str(schema['$ref']).rpartition('/')[2]!r}"
    if isinstance(items := schema.get("items"), dict) and items:
        return f"a list of {said(items)}"
    kept = [schema["type"], schema["format"]] if "format" in schema else [schema["type"]]
    return " of format ".join(repr(one) for one in kept)
