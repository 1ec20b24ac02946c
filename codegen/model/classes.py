"""Which schemas have a class of their own."""

from __future__ import annotations

import re

from codegen.document.node import Node

_ESCAPED = re.compile(r'["\\\x00-\x1f]')

OF_THE_USE = ("default", "deprecated", "readOnly", "writeOnly", "x-python-name")
"""Annotations of a property that are about this property, not about the class of its values."""


def is_class(schema: Node) -> bool:
    """Whether the schema has a name of its own: an object with properties, an enum, or a named union."""
    if "oneOf" in schema:
        return True
    if "enum" in schema:
        return is_enumeration(schema)
    return schema.get("type") == "object" and (
        "properties" in schema or schema.get("additionalProperties") is False
    )


def is_open(schema: Node) -> bool:
    """Whether an object has named properties and keeps further ones, for the document says there may be some.

    msgspec's own classes have no such, and none with a name that JSON has to escape (RFC 8259, section 7).
    """
    if "properties" not in schema:
        return False
    further = isinstance(schema.get("additionalProperties"), Node)
    return further or any(_ESCAPED.search(name) for name in schema.mapping("properties"))


def is_enumeration(schema: Node) -> bool:
    """Whether the schema lists strings, or integers that 64 bits hold, which is what msgspec reads."""
    values = schema.values_of("enum")
    match schema.get("type"):
        case "string":
            return bool(values)
        case "integer":
            return bool(values) and all(
                isinstance(value, int) and -(2**63) <= value < 2**63 for value in values
            )
        case _:
            return False
