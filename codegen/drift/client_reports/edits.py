"""Edits of a document: each changes a plain mapping so that it describes a reported response."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any, TypeAlias

from codegen.drift.editing import Change
from codegen.standard.keywords import KEYWORDS, Role

Plain: TypeAlias = "dict[str, Any]"
FOUND = "Found in responses and not described yet."
"""The description of a new field, status or value. An author replaces it."""

_WITHOUT_NULL = ("2.0", "3.0")
"""The versions in which null is not a type."""

_OF_VALUES = (Role.ASSERTION, Role.REFERENCE, Role.CONDITION)


def add_value(value: str | float, schema: Plain) -> None:
    """Add a further value of an enum, or of a constant."""
    if "const" in schema:
        _replace(schema, "const", enum=[schema["const"], value])
        return
    schema["enum"].append(value)
    if isinstance(names := schema.get("x-enum-varnames"), list):
        names.append(re.sub(r"\W+", "_", str(value)).upper())
    if isinstance(descriptions := schema.get("x-enum-descriptions"), list):
        descriptions.append(FOUND)


def add_field(name: str, got: str, version: str, schema: Plain) -> None:
    """Add an optional property of the reported type."""
    members = [one for one in schema.get("allOf", ()) if isinstance(one, dict) and "properties" in one]
    owner = schema if "properties" in schema or not members else members[-1]
    properties = owner.setdefault("properties", {})
    if name not in properties:
        properties[name] = {**_described(got, version), "description": FOUND}
    else:
        another_type(got, version)(properties[name])


def add_status(status: str, like: str | None, responses: Plain) -> None:
    """Add a response with another status, without describing its content."""
    example: Plain = responses[like] if like is not None else {}
    kept: Plain = {key: example[key] for key in ("content", "schema") if key in example}
    response: Plain = {"$ref": example["$ref"]} if "$ref" in example else {"description": FOUND, **kept}
    later = {key: responses.pop(key) for key in [*responses] if _order(key) > _order(status)}
    responses.update({status: response, **later})


def _order(key: str) -> tuple[bool, str]:
    return not key[:1].isdigit(), key if key[:1].isdigit() else ""


def make_optional(name: str, schema: Plain) -> None:
    """Make a property optional."""
    left = [one for one in schema["required"] if one != name]
    if left:
        schema["required"] = left
    else:
        del schema["required"]


def without_format(schema: Plain) -> None:
    """A text or number of any format."""
    del schema["format"]


def another_type(got: str, version: str) -> Change:
    """A further type of a value, or null."""
    if got == "null" and version in _WITHOUT_NULL:
        return partial(_make_nullable, "x-nullable" if version == "2.0" else "nullable")
    return partial(_add_type, got, version)


def _make_nullable(key: str, schema: Plain) -> None:
    typed = [one for one in schema.get("anyOf", ()) if isinstance(one, dict) and "type" in one]
    if typed and "type" not in schema:  # in 3.0, `nullable` counts beside a `type` (3.0.4, 4.7.24)
        _make_nullable(key, typed[0])
        return
    if "$ref" in schema and key == "nullable":  # beside a reference it would be ignored
        _replace(schema, "$ref", nullable=True, allOf=[{"$ref": schema["$ref"]}])
        return
    after = "type" if "type" in schema else next(iter(schema), "")
    items = [(key, True)]
    pairs = [
        pair for name, one in schema.items() for pair in ((name, one), *(items if name == after else ()))
    ]
    schema.clear()
    schema.update(pairs or items)
    if isinstance(values := schema.get("enum"), list) and None not in values:
        values.append(None)


def _add_type(got: str, version: str, schema: Plain) -> None:
    declared = schema.get("type")
    is_listable = version not in _WITHOUT_NULL and "enum" not in schema and "const" not in schema
    if got == "number" and declared == "integer" and "enum" not in schema:
        schema["type"] = got
        if str(schema.get("format")).startswith("int"):
            del schema["format"]
    elif is_listable and isinstance(declared, str) and _is_scalar(got):
        schema["type"] = [declared, got]
    elif is_listable and isinstance(declared, list) and _is_scalar(got):
        schema["type"] = [*declared, got]
    elif got == "null" and isinstance(declared, (str, list)) and isinstance(schema.get("enum"), list):
        schema["type"] = [*([declared] if isinstance(declared, str) else declared), got]
        schema["enum"].append(None)
    else:
        _add_member(_described(got, version), schema)


def _add_member(member: Plain, schema: Plain) -> None:
    """Make a schema a member of a union. Its annotations stay outside."""
    values = {key: one for key, one in schema.items() if _is_of_values(key)}
    if not values:  # it allows any value already
        return
    union = next((key for key in ("anyOf", "oneOf") if values.keys() == {key}), None)
    if union is not None:
        schema[union].append(member)
        return
    first = next(iter(values))
    for key in [*values][1:]:
        del schema[key]
    _replace(schema, first, anyOf=[values, member])


def _is_of_values(key: str) -> bool:
    return key.startswith("x-enum") or (key in KEYWORDS and KEYWORDS[key].role in _OF_VALUES)


def _replace(schema: Plain, old: str, **new: Any) -> None:
    """Replace a key by other keys, in its place."""
    pairs = [pair for key, one in schema.items() for pair in (new.items() if key == old else [(key, one)])]
    schema.clear()
    schema.update(pairs)


def _is_scalar(got: str) -> bool:
    return got in {"null", "boolean", "integer", "number", "string"}


def _described(got: str, version: str) -> Plain:
    """The schema of a type: ``array[string]`` is an array of strings. Of an unknown type it is empty."""
    if got.startswith("array"):
        return {"type": "array", "items": _described(got[len("array[") : -1], version)}
    if got == "null" and version in _WITHOUT_NULL:
        return {"x-nullable" if version == "2.0" else "nullable": True}
    return {"type": got} if got else {}


def types_of(schema: Mapping[str, Any]) -> set[str]:
    """The types that a schema states."""
    declared = schema.get("type")
    return {str(one) for one in (declared if isinstance(declared, list) else [declared]) if one}
