"""Walks through a schema, and the targets of references to schemas.

`codegen.standard.keywords` says which keywords hold schemas, and how. `codegen.standard.positions` walks
through the schemas of a document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import is_

from codegen.document.node import Json, Node, Pointer
from codegen.document.pointers import tokens
from codegen.standard.keywords import CLOSING, DESCRIBING, Shape

_DESCRIBING = frozenset(DESCRIBING)
TYPE_OF_VALUE: Mapping[type, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    list: "array",
    Node: "object",
    type(None): "null",
}
"""The JSON types of the types that values are read as."""

SCHEMA_SECTIONS: tuple[tuple[str, ...], ...] = (("components", "schemas"), ("definitions",))
"""Where the schemas with names are: in OpenAPI 3, and in Swagger 2.0."""

# Local names, because looking up members of an enumeration is slow.
_ONE, _LIST, _MAP = Shape.ONE, Shape.LIST, Shape.MAP


def rewrite_subschemas(schema: Node, change: Callable[[Node], Node]) -> Node:
    """The schema with each of its direct subschemas changed.

    Returns the schema itself if nothing changes, since most passes leave most of a document as it is.

    A boolean schema is passed as the mapping that it stands for (JSON Schema 2020-12 core, 4.3.2).
    ``items: false``, ``additionalProperties: false`` and ``unevaluatedProperties: false`` are left as they
    are: they close an array or an object.
    """
    if _DESCRIBING.isdisjoint(schema):
        return schema
    changes: dict[str, Json] = {}
    for keyword, value in schema.items():
        shape = DESCRIBING.get(keyword)
        if shape is None:
            continue
        new = value
        if shape is _ONE:
            if value is not False or keyword not in CLOSING:
                new = change(
                    value if isinstance(value, Node) else as_schema(value, (*schema.pointer, keyword))
                )
        elif shape is _LIST:
            if isinstance(value, list):
                new = unless_same(value, [change(child) for child in _members(value, schema, keyword)])
        elif isinstance(value, Node):
            new = value.with_changed(
                (name, change(child if isinstance(child, Node) else as_schema(child, (*value.pointer, name))))
                for name, child in value.items()
            )
        if new is not value:
            changes[keyword] = new
    return schema.with_items(**changes) if changes else schema


def _members(members: list[Json], owner: Node, keyword: str) -> Iterator[Node]:
    for index, child in enumerate(members):
        yield child if isinstance(child, Node) else as_schema(child, (*owner.pointer, keyword, index))


def subschemas(
    schema: Node, keywords: Mapping[str, Shape] = DESCRIBING
) -> Iterator[tuple[Node, str, str | None]]:
    """Each direct subschema that is not a boolean, with its keyword and the name of the property, if any.

    Args:
        schema: The schema.
        keywords: The keywords to look at, by how they hold schemas.
    """
    for keyword, value in schema.items():
        shape = keywords.get(keyword)
        if shape is None:
            continue
        if shape is _ONE and isinstance(value, Node):
            yield value, keyword, None
        elif shape is _LIST and isinstance(value, list):
            for child in value:
                if isinstance(child, Node):
                    yield child, keyword, None
        elif shape is _MAP and isinstance(value, Node):
            for name, child in value.items():
                if isinstance(child, Node):
                    yield child, keyword, name


def unless_same(old: list[Json], new: list[Json]) -> list[Json]:
    """The new list, or the old one if the same things are in both."""
    return old if len(old) == len(new) and all(map(is_, old, new)) else new


def as_schema(value: Json, pointer: Pointer) -> Node:
    """The schema as a mapping, also if it is a boolean."""
    if isinstance(value, Node):
        return value
    return Node({} if value is True else {"not": Node(pointer=pointer)}, pointer=pointer)


def allows_nothing(schema: Json) -> bool:
    """Whether no value is valid: ``false``, or ``not: {}`` as Zod and others write it."""
    if isinstance(schema, Node):
        negated = schema.get("not")
        return negated is True or negated == {}
    return schema is False


def origin(root: Node, path: Pointer) -> Pointer:
    """The pointer, in the document as loaded, of what a path leads to in a document that was rewritten."""
    found: Json = root
    pointer = root.pointer
    for index, token in enumerate(path):
        if isinstance(found, Node):
            found = found.get(str(token))
        elif isinstance(found, list):  # whose items may have been moved, but not what they are
            places = {str(one.pointer[-1]): one for one in found if isinstance(one, Node) and one.pointer}
            found = places.get(str(token))
        if not isinstance(found, (Node, list)):
            return (*pointer, *path[index:])
        pointer = found.pointer if isinstance(found, Node) else (*pointer, token)
    return pointer


def component(schema: Node) -> str | None:
    """The key of the component schema that a reference names; None for anything else."""
    if "$ref" not in schema:
        return None
    pointer = tokens(schema.text("$ref"))
    return str(pointer[2]) if len(pointer) == 3 and pointer[:2] == ("components", "schemas") else None


def reference_to(name: str) -> str:
    """The reference to a component schema."""
    return "#/components/schemas/" + name.replace("~", "~0").replace("/", "~1")
