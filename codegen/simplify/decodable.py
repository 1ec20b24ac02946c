"""Which types msgspec decodes by itself, and which it cannot yet be given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.document import Node
from codegen.problems import Problem
from codegen.simplify.canonical import NULL, is_any
from codegen.simplify.pending import not_yet
from codegen.simplify.positions import component, every_schema
from codegen.standard import METHODS

_KEYWORDS = {
    "if": "a schema with if, then and else",
    "prefixItems": "an array whose items differ by position (prefixItems)",
    "patternProperties": "an object whose properties are told by patterns (patternProperties)",
    "dependentSchemas": "a schema that depends on which properties are there (dependentSchemas)",
    "$dynamicRef": "a dynamic reference",
    "$defs": "a schema with definitions of its own ($defs)",
}

_ESCAPED = re.compile(r'["\\\x00-\x1f]')
"""What msgspec refuses in the name of a field (RFC 8259 section 7)."""


def uncarried_types(root: Node) -> list[Problem]:
    """One problem for each schema of the simplified document whose type cannot be carried yet."""
    return _Types(root).problems()


class _Types:
    def __init__(self, root: Node) -> None:
        self._root = root
        self._components = root.mapping("components").mapping("schemas")

    def problems(self) -> list[Problem]:
        parameters = [
            parameter
            for _, item in self._root.entries("paths")
            for method in METHODS
            for parameter in item.mapping(method).mappings("parameters")
        ]
        found = [
            *(problem for schema in every_schema(self._root) for problem in self._of_schema(schema)),
            *(problem for parameter in parameters for problem in self._of_parameter(parameter)),
        ]
        return list(dict.fromkeys(found))

    def _of_schema(self, schema: Node) -> Iterator[Problem]:
        for keyword, what in _KEYWORDS.items():
            if keyword in schema:
                yield not_yet(what, _holder(schema, keyword), on="key")
        extra = schema.get("additionalProperties")
        if "properties" in schema and isinstance(extra, Node) and not is_any(extra):
            yield not_yet("an object with both properties and typed further ones", extra, on="key")
        for name, value in schema.entries("properties"):
            if _ESCAPED.search(name):
                yield not_yet("a property whose name JSON has to escape", value, on="key")

    def _kinds(self, schema: Node, within: frozenset[str] = frozenset()) -> list[str]:
        name = component(schema)
        if name is not None:
            if name in within:
                return []
            return self._kinds(self._components.mapping(name), within | {name})
        if "anyOf" in schema or "oneOf" in schema:
            members = [*schema.mappings("anyOf"), *schema.mappings("oneOf")]
            return [kind for member in members for kind in self._kinds(member, within)]
        if is_any(schema):
            return [*_KINDS]
        kind = schema.text("type")
        return ["number" if kind == "integer" else kind]

    def _of_parameter(self, parameter: Node) -> Iterator[Problem]:
        """A scalar, or an array of scalars, has one form in a URL or a header (OpenAPI 3.1.1, 4.8.12.5)."""
        schema = parameter.mapping("schema")
        kinds = set(self._kinds(schema))
        if "object" in kinds and not self._is_any(schema):
            yield not_yet("a parameter that is an object", parameter)
        if "array" in kinds and not self._is_any(schema):
            if parameter.text("in") == "header":
                yield not_yet("a header that is an array", parameter)
            elif any(
                {"object", "array"} & set(self._kinds(item)) and not self._is_any(item)
                for item in self._items(schema)
            ):
                yield not_yet("a parameter that is an array of arrays or objects", parameter)

    def _is_any(self, schema: Node) -> bool:
        while (name := component(schema)) is not None:
            schema = self._components.mapping(name)
        return is_any(schema)

    def _items(self, schema: Node) -> Iterator[Node]:
        name = component(schema)
        if name is not None:
            yield from self._items(self._components.mapping(name))
        for member in schema.mappings("anyOf"):
            yield from self._items(member)
        if "items" in schema:
            yield schema.mapping("items")


_KINDS = {
    "object": "an object",
    "array": "an array",
    "string": "a string",
    "number": "a number",
    "boolean": "a boolean",
    NULL: "null",
}


def _holder(schema: Node, keyword: str) -> Node:
    """What stands under a keyword, if that knows its place; the schema may be composed of several."""
    held = schema[keyword]
    if isinstance(held, Node):
        return held
    places = [member.pointer[:-1] for member in schema.mappings(keyword)]
    return Node(pointer=places[0] if places else schema.pointer)
