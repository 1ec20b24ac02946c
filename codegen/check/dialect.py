"""The schemas of a document as plain JSON Schema 2020-12, for a validator without support for OpenAPI."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeAlias

from jsonschema_rs import Draft202012Validator

from codegen.document.node import Json, Node
from codegen.standard.keywords import KEYWORDS, PLAIN_ASSERTIONS, VALIDATING, Role, Shape
from codegen.standard.objects import Version

JsonSchema: TypeAlias = dict[str, object]

ASSERTED_FORMATS = frozenset({"uuid", "date", "date-time"})
"""The formats whose values become objects in a client. Other formats are not asserted."""

STRICT_FORMATS = ASSERTED_FORMATS | {
    *(
        "duration",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "json-pointer",
        "uri",
        "uri-reference",
        "uri-template",
    ),
    *("regex", "int32", "int64", "time", "byte"),
}
"""The formats asserted in strict documents."""

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d+)?)?([zZ]|[+-]([01]\d|2[0-3]):?[0-5]\d)?")


def _is_base64(text: str) -> bool:
    try:
        b64decode("".join(text.split()), validate=True)
    except ValueError:
        return False
    return True


FORMAT_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "time": lambda text: _TIME.fullmatch(text) is not None,  # many authors omit the offset
    "byte": _is_base64,
}
"""The checks that the validator lacks, or that are more lenient here."""

_BITS = {"int32": 32, "int64": 64}

_UNIONS = frozenset({"anyOf", "oneOf"})

_SUBSCHEMAS = {name: shape for name, shape in VALIDATING.items() if KEYWORDS[name].role is not Role.CONDITION}
"""The keywords with schemas that are asserted, without negations."""


class Definitions:
    """Schemas of a document as JSON Schema. The targets of their references are definitions.

    The differences from OpenAPI 3.0 (3.0.4, 4.7.24): ``nullable``, boolean ``exclusiveMinimum`` and
    ``exclusiveMaximum``, keys beside ``$ref``, which mean nothing there. In both versions a required property
    that is only read or only written may be absent, since nobody knows the direction of a value; a
    pattern that the validator cannot read (ECMA-262 is wider than what it has) is taken to match; and a
    reference that leads nowhere allows anything. Where less is asserted, more fits: so ``oneOf`` becomes
    ``anyOf``, and negations are left out.
    """

    def __init__(
        self, version: Version, target: Callable[[str], Json], formats: frozenset[str] = ASSERTED_FORMATS
    ) -> None:
        """`target` gives the value that a reference points at. Of the formats, `formats` are asserted."""
        self._formats = formats
        self._version = version
        self._target = target
        self._references: list[str] = []
        self._names: dict[str, str] = {}
        """The keys of the definitions, by the references that lead to them."""

    def schema(self, properties: Mapping[str, Node]) -> JsonSchema:
        """The schema of an object, each of whose properties has one of the document's schemas."""
        schemas: dict[str, JsonSchema] = {}
        first, last = "", None
        for name, schema in properties.items():
            if schema is last:  # each value of an enum would repeat all others
                schemas[name] = {"$ref": f"#/properties/{first}"}
            else:
                schemas[name] = self._definition(schema)
                first, last = name, schema
        definitions: dict[str, object] = {}
        for reference in self._references:  # the mapping grows, because a target can have further references
            definitions[self._names[reference]] = self._inline(self._target(reference))
        return {"properties": schemas, "$defs": definitions}

    def _inline(self, schema: Json) -> JsonSchema | bool:
        if isinstance(schema, bool):
            return schema
        return self._definition(schema) if isinstance(schema, Node) else {}

    def _reference(self, reference: str) -> JsonSchema:
        if reference not in self._names:
            self._names[reference] = str(len(self._names))
            self._references.append(reference)
        return {"$ref": f"#/$defs/{self._names[reference]}"}

    def _definition(self, schema: Node) -> JsonSchema:
        reference = schema.get("$ref")
        referred = [self._reference(reference)] if isinstance(reference, str) else []
        if referred and self._version == "3.0":
            return _or_null(schema, {"allOf": referred})
        found: JsonSchema = {}
        parts: list[object] = [*referred]
        for key, value in schema.items():
            if key in _UNIONS:
                parts.append({"anyOf": self._inside(key, value)})
            elif key in _SUBSCHEMAS:
                found[key] = self._inside(key, value)
            elif key == "required" and isinstance(value, list):
                found[key] = [name for name in value if not self._is_one_way(schema, str(name))]
            elif key == "format":
                if isinstance(value, str) and value in self._formats:
                    parts.append(_of_format(value))
            elif key in PLAIN_ASSERTIONS and _is_asserted(key, value):
                found[key] = value
        if parts:
            found = {"allOf": [*parts, found]}
        return _or_null(schema, _of_30(found) if self._version == "3.0" else found)

    def _inside(self, key: str, value: Json) -> object:
        match _SUBSCHEMAS[key], value:
            case Shape.LIST, list():
                return [self._inline(member) for member in value]
            case Shape.MAP, Node():
                references = {name: self._inline(member) for name, member in value.items()}
                return _readable(references) if key == "patternProperties" else references
            case _:
                return self._inline(value)

    def _is_one_way(self, schema: Node, name: str) -> bool:
        declared = schema.mapping("properties").get(name)
        if isinstance(declared, Node) and isinstance(declared.get("$ref"), str):
            declared = self._target(declared.text("$ref"))
        return isinstance(declared, Node) and True in (declared.get("readOnly"), declared.get("writeOnly"))


def _is_asserted(key: str, value: Json) -> bool:
    return key != "pattern" or (isinstance(value, str) and is_readable_pattern(value))


def _of_format(name: str) -> JsonSchema:
    if name not in _BITS:
        return {"format": name}
    most = 2 ** (_BITS[name] - 1)
    return {"minimum": -most, "maximum": most - 1}


@cache
def is_readable_pattern(pattern: str) -> bool:
    """Whether the validator can read a regular expression."""
    try:
        Draft202012Validator({"pattern": pattern})
    except ValueError:  # `ValidationError` is a subclass
        return False
    return True


def _readable(patterns: dict[str, JsonSchema | bool]) -> dict[str, JsonSchema | bool]:
    """The patterns that the validator can read; if it cannot read one, any name may be meant."""
    found = {pattern: schema for pattern, schema in patterns.items() if is_readable_pattern(pattern)}
    return found if len(found) == len(patterns) else {**found, "": True}


def _of_30(found: JsonSchema) -> JsonSchema:
    for exclusive, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if found.pop(exclusive, False) is True and bound in found:
            found[exclusive] = found.pop(bound)
    return found


def _or_null(schema: Node, found: JsonSchema) -> JsonSchema:
    # Strictly, `nullable` counts only beside a `type` in 3.0, but authors mean it everywhere.
    return {"anyOf": [{"type": "null"}, found]} if schema.get("nullable") is True else found
