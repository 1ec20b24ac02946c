"""Writes the facts that a page shows about a value as a schema of OpenAPI 3.1."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from codegen.drift.reference.draft_text import Data, Noted
from codegen.drift.reference.page import NOT, Shown

_TYPES = {"string", "integer", "number", "boolean", "object", "array", "null"}

_NUMBER = r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]+)?(?:e[+-]?[0-9]{1,2})?"
"""A JSON number that is not too large for a float."""
_COUNT = "0|[1-9][0-9]{0,17}"

_TAGS = re.compile(
    rf"""
    (?:default:\ ?(?P<default>.*?)\ )?
    (?P<nullable>nullable\ )?
    (?:>(?P<least_equal>=?)\ (?P<least>{_NUMBER})\ )?
    (?:<(?P<most_equal>=?)\ (?P<most>{_NUMBER})\ )?
    (?:>=\ (?P<minLength>{_COUNT})\ characters\ )?
    (?:<=\ (?P<maxLength>{_COUNT})\ characters\ )?
    (?:>=\ (?P<minItems>{_COUNT})\ items\ )?
    (?:<=\ (?P<maxItems>{_COUNT})\ items\ )?
    (?:>=\ (?P<minProperties>{_COUNT})\ properties\ )?
    (?:<=\ (?P<maxProperties>{_COUNT})\ properties\ )?
    (?:/(?P<pattern>.*)/\ )?
    (?:multiple\ of\ (?P<multipleOf>{_NUMBER})\ )?
    (?P<uniqueItems>unique\ items\ )?
    """,
    re.VERBOSE,
)
"""The tags of the plug-in, in its order, each followed by a space."""

_NUMBERS = (
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "multipleOf",
)
_RECURSIVE = "a reference to a schema around this one"


def fill(value: Data, what: str) -> Noted:
    """A value that somebody has to review."""
    if isinstance(value, Noted):
        return Noted(value.value, f"{value.note}; {what}")
    return Noted(value, f"fill in: {what}")


def schema_of(shown: Shown, *, has_prose: bool = True) -> Data:
    """The schema of a value.

    Args:
        shown: The value on the page.
        has_prose: Whether its description belongs to the schema, and not to a parameter.
    """
    schema: dict[str, Data] = {"description": " ".join(shown.prose)} if has_prose and shown.prose else {}
    if shown.alternatives is not None and not shown.type:
        return {**schema, shown.keyword or "anyOf": [schema_of(one) for one in shown.alternatives]}
    if shown.type == "any":
        return schema
    if shown.type.startswith(NOT):
        return {**schema, "not": schema_of(replace(shown, type=shown.type.removeprefix(NOT), prose=[]))}
    kinds = [*_kinds(shown)]
    if shown.is_recursive and "array" not in kinds:
        return fill({**schema, "type": kinds[0]} if kinds else schema, _RECURSIVE)
    if not kinds:
        return fill(_bounded(schema, shown.tags, kinds), "the type, which the page does not show")
    schema["type"] = kinds[0] if len(kinds) == 1 else kinds
    if "array" in kinds:
        schema["items"] = _items(shown)
    elif shown.values:
        schema["enum"] = [*(_typed(one, kinds) for one in shown.values), *([None] if "null" in kinds else [])]
    if shown.format and "array" not in kinds:
        schema["format"] = shown.format
    if "object" in kinds:
        schema |= _fields(shown)
    return _bounded(schema, shown.tags, kinds)


def _kinds(shown: Shown) -> Iterator[str]:
    """The types of a value, in the words of OpenAPI."""
    found = re.split(r" \| (?![^<]*>)", shown.type)
    for one in found:
        if one.startswith("Array"):
            yield "array"
        elif one in _TYPES:
            yield one
    if "null" not in found and (shown.is_nullable or " nullable " in f" {shown.tags} "):
        yield "null"


def _items(shown: Shown) -> Data:
    if shown.alternatives is not None:
        return schema_of(replace(shown, type="", prose=[], tags=""))
    inner = re.search(r"Array<(.*)>", shown.type)
    if inner is None:
        return fill({}, "the items, which the page does not show")
    item = Shown(
        name="",
        line=shown.line,
        type=inner.group(1),
        is_recursive=shown.is_recursive,
        values=shown.values,
        fields=shown.fields,
        further=shown.further,
    )
    return schema_of(item)


def _fields(shown: Shown) -> dict[str, Data]:
    schema: dict[str, Data] = {}
    if required := [name for name, one in shown.fields.items() if one.required]:
        schema["required"] = required
    if shown.fields:
        schema["properties"] = {name: schema_of(one) for name, one in shown.fields.items()}
    if shown.further is not None:
        schema["additionalProperties"] = schema_of(shown.further) or True
    return schema


def _bounded(schema: dict[str, Data], tags: str, kinds: Sequence[str]) -> Data:
    """The schema with the limits in its tags."""
    found = _TAGS.fullmatch(f"{tags} " if tags else "")
    if found is None:
        return fill(schema, "the default and the bounds, which cannot be read")
    said = found.groupdict()
    for strict, bound in (("exclusiveMinimum", "least"), ("exclusiveMaximum", "most")):
        if said[bound]:
            key = strict.replace("exclusiveM", "m") if said[f"{bound}_equal"] else strict
            schema[key] = json.loads(said[bound])
    for key in _NUMBERS:
        if said[key]:
            schema[key] = json.loads(said[key])
    if said["pattern"]:
        schema["pattern"] = said["pattern"]
    if said["uniqueItems"]:
        schema["uniqueItems"] = True
    return schema if said["default"] is None else _with_default(schema, said["default"], kinds)


def _with_default(schema: dict[str, Data], default: str, kinds: Sequence[str]) -> Data:
    if "array" in kinds and not default:
        return {**schema, "default": []}
    if {"array", "object"} & {*kinds}:
        return fill(schema, "the default, which the page does not show as JSON")
    return {**schema, "default": _typed(default, kinds)}


def _typed(value: str, kinds: Sequence[str]) -> Data:
    """A value that is shown as text, as one of some types."""
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        return value
    if isinstance(found, float) and not math.isfinite(found):  # NaN, or larger than any number
        return value
    fits = {bool: "boolean", int: "integer", float: "number"}.get(type(found), "")
    return found if fits in kinds or (fits == "integer" and "number" in kinds) else value
