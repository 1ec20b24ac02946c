"""Schemas as openapi-python-client is shown them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from codegen.model.schemas import Enumeration, Primitive
from codegen.standard.media_types import Codec, codec

_FORMATS = frozenset({"binary", "date", "date-time", "uuid"})
"""The formats that have a type of their own."""


def plain_enumeration(schema: Enumeration, length: int) -> dict[str, Any]:
    """An enumeration with the first of its values: ``v1``, ``v2``, or integers."""
    is_integer = schema.type == "integer"
    values = [number if is_integer else f"v{number}" for number in range(1, length + 1)]
    return {"type": schema.type, "enum": values}


def format_of(schema: Primitive) -> dict[str, Any]:
    """The format of a scalar, if it has a type of its own."""
    if schema.type != "string":
        return {}
    if (format_ := schema.constraints.get("format")) in _FORMATS:
        return {"format": format_}
    media_type = schema.constraints.get("contentMediaType")
    is_encoded = "contentEncoding" in schema.constraints
    if isinstance(media_type, str) and not is_encoded and codec(media_type) is Codec.BYTES:
        return {"format": "binary"}  # OpenAPI 3.1.1, 4.8.14.4
    return {}


def without_files(shape: Any) -> Any:
    """The shape with text for files, which have no place in a URL or a header."""
    if isinstance(shape, dict):
        return {
            key: without_files(value) for key, value in shape.items() if (key, value) != ("format", "binary")
        }
    return [without_files(value) for value in shape] if isinstance(shape, list) else shape


def mentioned_in(shape: Any) -> Iterator[str]:
    """The names of the components that a shape refers to."""
    if isinstance(shape, dict):
        if "$ref" in shape:
            yield referred_to(shape)
        for value in shape.values():
            yield from mentioned_in(value)
    elif isinstance(shape, list):
        for value in shape:
            yield from mentioned_in(value)


def referred_to(reference: Mapping[str, Any]) -> str:
    """The name of the component that a reference leads to."""
    return str(reference["$ref"]).removeprefix("#/components/schemas/")
