"""Interprets values of ``enum`` and ``const`` that contradict the schema's ``type``.

Without this they would be dropped: no value of the enum fits, so no request may contain it. In YAML most of
them lack quotes: ``enum: [all, 50, 100]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from codegen.check.conversions import shown
from codegen.check.readings import Reading
from codegen.document.node import Json, Node, Pointer, placed
from codegen.document.problems import Edit, leaving_out
from codegen.standard.schemas import TYPE_OF_VALUE

_KEYWORDS = ("enum", "const")
_SCALARS = frozenset({"string", "boolean", "integer", "number", "null"})
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")


def chosen(schema: Node) -> Iterator[tuple[Literal["enum", "const"], Json, Pointer]]:
    """Each value of ``enum`` and ``const``, with its keyword and its place."""
    for index, value in enumerate(schema.values_of("enum")):
        yield "enum", value, (*schema.pointer, "enum", index)
    if "const" in schema:
        yield "const", schema["const"], (*schema.pointer, "const")


def is_mistyped(schema: Node, value: Json) -> bool:
    """Whether the ``type`` of a schema forbids a value."""
    types = _types(schema)
    match value:
        case None if schema.get("nullable") is True:
            return False
        case bool() | str() | None:
            allowed = {_type_of(value)}
        case int():
            allowed = {"integer", "number"}
        case float():  # 1.0 is an integer (JSON Schema 2020-12 validation, 6.1.1)
            allowed = {"number", *(["integer"] if value.is_integer() else [])}
        case _:
            allowed = {_type_of(value)}
    return bool(types) and allowed.isdisjoint(types)


def meant_value(schema: Node, value: Json, where: Pointer) -> Reading:
    """How a value that the ``type`` forbids is read."""
    types = _types(schema)
    for same in _as_one_of(types, value):
        return Reading(f"read as {shown(same)}", (Edit(where, same),))
    if not _SCALARS.issuperset([*types, _type_of(value)]):
        return _of_items(schema) or Reading("the value is ignored", ())
    # The types in the document stay: `codegen.simplify.canonical` adds the types of these values.
    return Reading(f"{'null' if value is None else 'the value'} is allowed", ())


def _of_items(schema: Node) -> Reading | None:
    """Apply the values to the items, if the schema is an array whose items have no enum."""
    items, place = schema.mapping("items"), (*schema.pointer, "items")
    if schema.get("type") != "array" or "enum" not in schema or not {"$ref", *_KEYWORDS}.isdisjoint(items):
        return None
    listed = placed(schema["enum"], (*place, "enum"))
    moved = (Edit(place, items.with_items(enum=listed)), *leaving_out((*schema.pointer, "enum")))
    return Reading("each item is one of the values", moved)


def _as_one_of(types: list[str], value: Json) -> Iterator[Json]:
    """The value with its missing quotes added, or its superfluous ones removed."""
    match value:
        case bool() | int() | float() if "string" in types:
            yield str(value).lower() if isinstance(value, bool) else str(value)
        case str() if "boolean" in types and value.lower() in {"true", "false"}:
            yield value.lower() == "true"
        case str() if _NUMBER.fullmatch(value):
            if "." not in value and not {"integer", "number"}.isdisjoint(types):
                yield int(value)
            elif "number" in types:
                yield float(value)
        case _:
            pass


def _type_of(value: Json) -> str:
    return TYPE_OF_VALUE.get(type(value), "null")


def _types(schema: Node) -> list[str]:
    declared = schema.get("type")
    return [declared] if isinstance(declared, str) else [str(one) for one in schema.values_of("type")]
