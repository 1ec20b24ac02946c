"""Objects, enums and unions to be named, written inline, become components, named as a person would.

What is one class, and how it is called, is told by `codegen.naming.inline.classes`.
"""

from __future__ import annotations

from codegen.document.node import Node
from codegen.model.classes import OF_THE_USE, is_class
from codegen.naming.inline.classes import Class, classes_of
from codegen.simplify.canonical import annotations_of
from codegen.standard.positions import Document, Position, rewrite_schemas
from codegen.standard.schemas import reference_to, rewrite_keywords


def hoist_inline_schemas(document: Document) -> Document:
    """Move each inline object with properties, enum and union to be named to a component of its own.

    A reference means the schema it names (JSON Schema 2020-12 core, 8.2.3.1), so nothing changes but where
    the schemas stand. A schema that several places share, as the members of ``allOf`` do, is moved once.
    """
    return _Hoisting(document).document()


class _Hoisting:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._classes, self._authored = classes_of(document)
        self._moved: dict[str, Node] = {}

    def document(self) -> Document:
        return rewrite_schemas(self._document, self._change).with_schemas(self._moved)

    def _change(self, schema: Node, position: Position) -> Node:
        if position.component is not None:
            return self._within(self._authored.get(position.component, schema))
        return self._used(schema)

    def _used(self, schema: Node, *, is_property: bool = False) -> Node:
        if not is_class(schema):
            return self._within(schema)
        meant = self._classes[id(schema)]
        if not meant.is_authored and meant.name not in self._moved:
            # Its place is taken first: outer before inner.
            self._moved[meant.name] = Node(pointer=meant.schema.pointer)
            self._moved[meant.name] = self._within(meant.schema)
        return _reference(schema, meant, is_property=is_property)

    def _within(self, schema: Node) -> Node:
        """The schema with what is inline in it moved out."""
        return rewrite_keywords(
            schema, lambda child, keyword, _: self._used(child, is_property=keyword == "properties")
        )


def _reference(schema: Node, meant: Class, *, is_property: bool) -> Node:
    """The reference in place of an inline schema, with what is said of this place and not of the class."""
    said = annotations_of(schema)
    kept = {
        key: value
        for key, value in said.items()
        if (is_property and key in OF_THE_USE) or meant.schema.get(key) != value
    }
    return Node({"$ref": reference_to(meant.name), **kept}, pointer=schema.pointer, also=schema.also)
