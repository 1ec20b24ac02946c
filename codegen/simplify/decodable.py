"""Which types msgspec decodes by itself, and which it cannot yet be given."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from codegen.document import Node
from codegen.problems import Problem
from codegen.simplify.canonical import NULL, is_any
from codegen.simplify.hoisting import is_class
from codegen.simplify.pending import not_yet
from codegen.simplify.positions import component, every_schema
from codegen.standard import METHODS

_KEYWORDS = {
    "not": "a schema that says what a value is not",
    "if": "a schema with if, then and else",
    "prefixItems": "an array whose items differ by position (prefixItems)",
    "patternProperties": "an object whose properties are told by patterns (patternProperties)",
    "dependentSchemas": "a schema that depends on which properties are there (dependentSchemas)",
    "discriminator": "a discriminator",
    "$dynamicRef": "a dynamic reference",
    "$defs": "a schema with definitions of its own ($defs)",
    "contentMediaType": "text that holds another media type",
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
            *self._endless(),
            *(problem for parameter in parameters for problem in self._of_parameter(parameter)),
        ]
        return list(dict.fromkeys(found))

    def _of_schema(self, schema: Node) -> Iterator[Problem]:
        for keyword, what in _KEYWORDS.items():
            if keyword in schema:
                yield not_yet(what, _holder(schema, keyword), on="key")
        if schema.get("format") == "binary":
            yield not_yet("binary data", schema)
        extra = schema.get("additionalProperties")
        if "properties" in schema and isinstance(extra, Node) and not is_any(extra):
            yield not_yet("an object with both properties and typed further ones", extra, on="key")
        if any(
            isinstance(value, int) and not -(2**63) <= value < 2**63 for value in schema.values_of("enum")
        ):
            yield not_yet("an enum of integers that 64 bits cannot hold", schema, "enum", on="key")
        if "anyOf" in schema:
            yield from self._of_union(schema)
        for name, value in schema.entries("properties"):
            if _ESCAPED.search(name):
                yield not_yet("a property whose name JSON has to escape", value, on="key")

    def _of_union(self, schema: Node) -> Iterator[Problem]:
        """A union is told apart by the JSON kind of the value; there may be one type of each kind."""
        kinds = Counter(kind for member in schema.mappings("anyOf") for kind in self._kinds(member))
        enums = [member for member in schema.mappings("anyOf") if self._is_enum(member)]
        if len(enums) > 1:
            yield not_yet("a union of several enums", schema)
        several = [kind for kind, times in kinds.items() if times > 1]
        if several:
            yield not_yet(f"a union of several types that are each {_KINDS[several[0]]} in JSON", schema)

    def _is_enum(self, schema: Node) -> bool:
        return "enum" in self._components.mapping(component(schema) or "")

    def _kinds(self, schema: Node, within: frozenset[str] = frozenset()) -> list[str]:
        name = component(schema)
        if name is not None:
            if name in within:
                return []
            return self._kinds(self._components.mapping(name), within | {name})
        if "anyOf" in schema:
            return [kind for member in schema.mappings("anyOf") for kind in self._kinds(member, within)]
        if is_any(schema):
            return [*_KINDS]
        kind = schema.text("type")
        return ["number" if kind == "integer" else kind]

    def _endless(self) -> Iterator[Problem]:
        """A type without a class that contains itself: Python has no annotation that ends."""
        done: set[str] = set()
        for name, schema in self._components.items():
            if isinstance(schema, Node) and self._contains_itself(name, (), done):
                message = f"the schema {name!r} contains itself without an object in between"
                yield Problem(f"{message}, which is not supported yet", "not-yet", schema.pointer)

    def _contains_itself(self, name: str, path: tuple[str, ...], done: set[str]) -> bool:
        if name in path:
            return True
        schema = self._components.mapping(name)
        if name in done or is_class(schema):
            return False
        found = any(self._contains_itself(other, (*path, name), done) for other in _mentioned(schema))
        done.add(name)
        return found

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


def _mentioned(schema: Node) -> Iterator[str]:
    """The components that a schema without a class is made of."""
    if (name := component(schema)) is not None:
        yield name
    for member in schema.mappings("anyOf"):
        yield from _mentioned(member)
    for keyword in ("items", "additionalProperties"):
        if isinstance(child := schema.get(keyword), Node):
            yield from _mentioned(child)
