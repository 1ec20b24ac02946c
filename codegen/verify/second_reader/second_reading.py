"""What openapi-python-client read in a piece of the plain document, under canonical names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from codegen.model.types import Type


class ReadValue(Struct, frozen=True):
    """A property, a parameter or a body."""

    type: Type
    required: bool


class ReadObject(Struct, frozen=True):
    """An object: its properties, and the type of any other property; None if there is no other."""

    properties: Mapping[str, ReadValue]
    """Required ones first, each group in the order of the document."""
    further: Type | None

    @classmethod
    def of(cls, parts: Iterable[ReadObject]) -> ReadObject:
        """An object that was shown in parts. If they differ in `further`, it has what the first has not."""
        first, *others = parts
        if not others:
            return first
        found = [pair for part in (first, *others) for pair in part.properties.items()]
        properties = {
            name: one for is_required in (True, False) for name, one in found if one.required is is_required
        }
        return cls(
            properties, next((one.further for one in others if one.further != first.further), first.further)
        )


class ReadEnum(Struct, frozen=True):
    """An enumeration."""

    is_integer: bool
    members: int
    """How many values it has."""


class ReadOperation(Struct, frozen=True):
    """An operation."""

    parameters: Mapping[tuple[str, str], ReadValue]
    """By location and name: those of the path first, in its order."""
    body: ReadValue | None
    responses: Mapping[str, Type | None]
    """The type of each status; None for a response without content."""


class SecondReading(Struct, frozen=True, kw_only=True):
    """A piece as it was read."""

    objects: Mapping[str, ReadObject]
    enums: Mapping[str, ReadEnum]
    operations: Mapping[str, ReadOperation]
    complaints: tuple[str, ...] = ()
    """What was not read, in the words of the parser."""
