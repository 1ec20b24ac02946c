"""Moves inline objects, enums and unions to the components.

`codegen.naming.inline.classes` decides which of them are one class, and its name.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from codegen.document.node import Json
from codegen.model.schemas import (
    OF_THE_USE,
    ClassSchema,
    PositionedSchema,
    Reference,
    Schema,
    Simplified,
    with_parts,
)
from codegen.naming.inline.class_map import Class
from codegen.naming.inline.classes import classes_of


def hoist_inline_schemas(simplified: Simplified) -> Simplified:
    """Move each inline object with properties, enum and named union to a component.

    A reference means the schema it names (JSON Schema 2020-12 core, 8.2.3.1), so nothing changes but where
    the schemas stand. A schema that several places share, as the members of ``allOf`` do, is moved once.
    """
    return _Hoisting(simplified).simplified()


class _Hoisting:
    def __init__(self, simplified: Simplified) -> None:
        self._simplified = simplified
        self._classes = classes_of(simplified)
        self._moved: dict[str, Schema] = {}

    def simplified(self) -> Simplified:
        """The document with its inline classes among the components, in the order of the document."""
        contents = self._simplified.contents
        shared = {place: self._content(one) for place, one in contents.items() if one.is_shared}
        components = {
            key: self._within(self._classes.components.get(key, schema))
            for key, schema in self._simplified.components.items()
        }
        others = {place: self._content(one) for place, one in contents.items() if not one.is_shared}
        return replace(self._simplified, components=components | self._moved, contents=shared | others)

    def _content(self, content: PositionedSchema) -> PositionedSchema:
        return replace(content, schema=self._used(content.schema))

    def _used(self, schema: Schema, *, is_property: bool = False) -> Schema:
        if not isinstance(schema, ClassSchema):
            return self._within(schema)
        meant = self._classes.of(schema)
        if not meant.is_authored and meant.name not in self._moved:
            self._moved[meant.name] = meant.schema  # reserves its place: outer before inner
            self._moved[meant.name] = self._within(meant.schema)
        return _reference(schema, meant, is_property=is_property)

    def _within(self, schema: Schema) -> Schema:
        """The schema after moving its inline classes out."""
        return with_parts(schema, lambda part, name: self._used(part, is_property=name is not None))


def _reference(schema: Schema, meant: Class, *, is_property: bool) -> Reference:
    """The reference in place of an inline schema, with the annotations of the place that the class lacks."""
    kept: Mapping[str, Json] = {
        key: value
        for key, value in schema.notes.items()
        if (is_property and key in OF_THE_USE) or meant.schema.notes.get(key) != value
    }
    return Reference(meant.name, origins=schema.origins, notes=kept)
