"""Objects and enums written inline become components, under names a person would have chosen.

The rules, in this order; the first name that no other class has is taken:

1. The schema's ``title``, if it reads as a name and no other inline schema has the same.
2. Where it is used: an operation's ``operationId`` with ``Request``, ``Response`` (the first success),
   ``NotFoundResponse`` (any other status) or the parameter's name; a component's name with a property's, in
   the singular for the items of an array and the values of a map.
3. That name with ``Model`` for an object, ``Kind`` for an enum; then with 2, 3 and so on.

The names of the author's components come first, so that an inline schema never takes one of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count

from codegen.document import Node, Pointer
from codegen.names import class_name, pascal, singular, words
from codegen.simplify.canonical import annotations_of
from codegen.simplify.positions import Use, every_schema, reference_to, rewrite_keywords, rewrite_schemas

_TITLE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ _-][A-Za-z0-9]+){0,4}")

_OF_THE_USE = ("default", "deprecated", "readOnly", "writeOnly", "x-python-name")
"""Annotations of a property that are about this property, not about the class of its values."""


def hoist_inline_schemas(root: Node) -> Node:
    """Move each inline object with properties and each inline enum to a component of its own.

    A reference means the schema it names (JSON Schema 2020-12 core, 8.2.3.1), so nothing changes but where
    the schemas stand. A schema that several places share, as the members of ``allOf`` do, is moved once.
    """
    return _Hoisting(root).document()


def is_class(schema: Node) -> bool:
    """Whether the schema has a class of its own: an object with named properties, or an enum."""
    if "enum" in schema:
        return schema.get("type") in {"string", "integer"}
    return schema.get("type") == "object" and (
        "properties" in schema or schema.get("additionalProperties") is False
    )


class _Hoisting:
    def __init__(self, root: Node) -> None:
        self._root = root
        self._schemas = root.mapping("components").mapping("schemas")
        self._taken = {class_name(name) for name in self._schemas}
        self._titles = _titles(root)
        self._moved: dict[Pointer, tuple[Node, str]] = {}
        self._components: dict[str, Node] = {}
        self._visited: dict[str, Node] = {}

    def document(self) -> Node:
        root = rewrite_schemas(self._root, self._change)
        if not self._components:
            return root
        components = root.mapping("components")
        schemas = components.mapping("schemas").with_items(**self._components)
        return root.with_items(components=components.with_items(schemas=schemas))

    def _change(self, schema: Node, use: Use) -> Node:
        return self._component(use.component) if use.component is not None else self._used(schema, use.name)

    def _component(self, name: str) -> Node:
        """The author's component; schemas it shares with others are named after it, whoever comes first."""
        if name not in self._visited:
            schema = self._schemas.mapping(name)
            self._visited[name] = schema
            self._visited[name] = self._within(schema, class_name(name))
        return self._visited[name]

    def _used(self, schema: Node, name: str, *, is_property: bool = False) -> Node:
        if not is_class(schema):
            return self._within(schema, name)
        self._visit_owner(schema)
        known = self._moved.get(schema.pointer)
        if known is not None and known[0] == schema:
            return self._reference(schema, known[1], is_property=is_property)
        chosen = self._choose(schema, name)
        self._moved[schema.pointer] = schema, chosen
        own = schema.without(*_OF_THE_USE) if is_property else schema
        self._components[chosen] = Node(pointer=schema.pointer)  # keeps the order: outer before inner
        self._components[chosen] = self._within(own, chosen)
        return self._reference(schema, chosen, is_property=is_property)

    def _visit_owner(self, schema: Node) -> None:
        match schema.pointer:
            case ("components", "schemas", str(owner), *_) if owner not in self._visited:
                self._component(owner)

    def _reference(self, schema: Node, name: str, *, is_property: bool) -> Node:
        said = annotations_of(schema)
        kept = {key: said[key] for key in _OF_THE_USE if is_property and key in said}
        return Node({"$ref": reference_to(name), **kept}, pointer=schema.pointer, also=schema.also)

    def _within(self, schema: Node, name: str) -> Node:
        """The schema, `name` or used as such, with what is inline in it moved out."""

        def change(child: Node, keyword: str, property_: str | None) -> Node:
            if keyword == "properties" and property_ is not None:
                return self._used(child, name + pascal(words(property_)), is_property=True)
            if keyword in {"items", "additionalProperties"}:
                return self._used(child, _one_of(schema, child, name))
            return self._used(child, name)

        return rewrite_keywords(schema, change)

    def _choose(self, schema: Node, name: str) -> str:
        for candidate in self._candidates(schema, name):
            if candidate not in self._taken:
                self._taken.add(candidate)
                return candidate
        raise AssertionError("the candidates do not end")

    def _candidates(self, schema: Node, name: str) -> Iterator[str]:
        title = schema.text("title")
        if _TITLE.fullmatch(title) and self._titles[class_name(title)] == 1:
            yield class_name(title)
        yield name
        name = f"{name}{'Kind' if 'enum' in schema else 'Model'}"
        yield name
        for number in count(2):
            yield f"{name}{number}"


def _titles(root: Node) -> Counter[str]:
    """How many inline schemas that become classes have each title."""
    places: dict[Pointer, str] = {}

    authored = {schema.pointer for _, schema in root.mapping("components").entries("schemas")}
    for schema in every_schema(root):
        if is_class(schema) and "title" in schema and schema.pointer not in authored:
            places[schema.pointer] = class_name(schema.text("title"))
    return Counter(places.values())


def _one_of(container: Node, element: Node, name: str) -> str:
    """The name of one element of an array or a map: ``UserAddress`` of ``UserAddresses``.

    Without a singular, an enum has the name itself, an object ``MediaItem`` or ``MediaValue``.
    """
    last = re.findall(r"[A-Z][a-z0-9]*|[A-Z]+(?![a-z])|[a-z0-9]+", name)[-1]
    one = singular(last.lower())
    if one != last.lower():
        return name.removesuffix(last) + one.capitalize()
    if "enum" in element:
        return name
    return f"{name}{'Item' if container.get('type') == 'array' else 'Value'}"
