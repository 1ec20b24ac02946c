"""What was read in a piece of the skeleton, under canonical names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from codegen.model.types import Type


@dataclass(frozen=True, slots=True)
class Value:
    """What is known of a property or of a parameter."""

    type: Type
    required: bool


@dataclass(frozen=True, slots=True)
class ReadObject:
    """An object of a piece; classes and maps in its types are `Named` alike."""

    properties: Mapping[str, Value]
    further: Type
    """The type of any other property."""


@dataclass(frozen=True, slots=True)
class ReadOperation:
    """An operation of a piece."""

    required: Mapping[str, bool]
    """Whether a parameter is."""
    media_types: frozenset[str]
    """Of the body."""
    statuses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A piece as it was read: what it is about, by canonical names."""

    objects: Mapping[str, ReadObject]
    enums: frozenset[str]
    operations: Mapping[str, ReadOperation]
    complaints: tuple[str, ...] = ()
    """What was not read, in the words of the parser."""
