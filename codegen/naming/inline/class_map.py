"""Maps inline schemas to their classes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from codegen.document.node import Pointer
from codegen.model.schemas import Schema
from codegen.naming.inline.structures import Structures


class Class(Struct, frozen=True):
    """A class for inline schemas, or for a component and equal inline schemas."""

    name: str
    """The key of the component that it is or becomes."""
    schema: Schema
    """The schema, with the origins of all of its places."""
    is_authored: bool = False


class Classes:
    """The classes of a document."""

    def __init__(self, structures: Structures, components: Mapping[str, Schema]) -> None:
        self._structures = structures
        self._classes: dict[tuple[int, Pointer], Class] = {}
        self.components = components
        """The author's components that are classes of inline schemas too, standing for the places of all."""

    def of(self, schema: Schema) -> Class:
        """The class of an inline schema."""
        return self._classes[self._key(schema)]

    def add(self, schemas: Iterable[Schema], made: Class) -> None:
        """Give some inline schemas a class."""
        for schema in schemas:
            self._classes[self._key(schema)] = made

    def known(self, schema: Schema) -> Class | None:
        """The class of an inline schema, if it has one."""
        return self._classes.get(self._key(schema))

    @property
    def names(self) -> set[str]:
        """The names of all classes of inline schemas."""
        return {one.name for one in self._classes.values()}

    def _key(self, schema: Schema) -> tuple[int, Pointer]:
        """Its structure and its place, which a schema that `allOf` has merged in several places has once."""
        return self._structures.of_class(schema), schema.pointer
