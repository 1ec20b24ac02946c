"""Inline schemas that say the same, under the same name, in several places: one class for all of them.

An author writes the ``address`` of an invoice and the ``address`` of a person inline, in the same words,
and means one thing: they are one class. It has the title that all of them have; else the end that the names
of all its places share, ``Address``. Where several classes would have that name, the one with the most places
has it; on a tie none has. An end that says nothing by itself, such as ``Type``, is no name for a class, but
behind the one value of an enumeration: ``TextType``. A class that is left without a name is called as in its
first place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from codegen.document import Json, Node
from codegen.names import class_name, pascal, words
from codegen.simplify.canonical import ASSERTIONS

Path: TypeAlias = tuple[str, ...]
"""A name by its parts, the last that of the place itself: ``("CreateInvoiceRequest", "Address")``."""

_SAYS_NOTHING = frozenset(
    {
        "Type",
        "Status",
        "State",
        "Object",
        "Kind",
        "Data",
        "Value",
        "Item",
        "Mode",
        "Result",
        "Name",
        "Code",
        "Id",
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a class is written inline."""

    path: Path
    schema: Node


@dataclass(frozen=True, slots=True)
class Shared:
    """A class that stands in several places."""

    schema: Node
    """As written in the first place, standing for all of them; it says what all of them say."""
    name: str | None
    """None for the name of its first place."""


@dataclass(slots=True)
class _Structures:
    """Gives equal parts of a document the same number."""

    numbers: dict[object, int] = field(default_factory=dict)
    known: dict[int, int] = field(default_factory=dict)

    def of(self, value: Json) -> int:
        """The number of a part: the same for what is equal, wherever it stands."""
        if isinstance(value, Node):
            if id(value) not in self.known:
                self.known[id(value)] = self._number(self._items(value))
            return self.known[id(value)]
        if isinstance(value, list):
            return self._number(("list", *(self.of(item) for item in value)))
        return self._number((type(value), value))

    def of_class(self, schema: Node) -> int:
        """The number of what a schema asserts; what it says beside belongs to the place that uses it."""
        return self._number(
            tuple(item for item in self._items(schema) if item[0] in ASSERTIONS or item[0].startswith("x-"))
        )

    def _items(self, node: Node) -> tuple[tuple[str, int], ...]:
        return tuple(sorted((key, self.of(value)) for key, value in node.items()))

    def _number(self, key: object) -> int:
        return self.numbers.setdefault(key, len(self.numbers))


_TITLE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ _-][A-Za-z0-9]+){0,4}")


def title_as_name(schema: Node) -> str | None:
    """The title of a schema if it reads as a name that says something, not as a sentence."""
    title = schema.text("title")
    name = class_name(title) if _TITLE.fullmatch(title) else None
    return None if name in _SAYS_NOTHING else name


def shared_classes(places: Iterator[Place]) -> Mapping[int, Shared]:
    """The classes that several places share, by the ``id`` of the schema in each of their places.

    A class may be in another that is shared: its schema in there is known as well.
    """
    structures, merging = _Structures(), _Merging()
    groups: dict[tuple[str, int], list[Place]] = defaultdict(list)
    for place in places:
        groups[place.path[-1], structures.of_class(place.schema)].append(place)
    several = [group for group in groups.values() if len({place.schema.pointer for place in group}) > 1]
    classes = [merging.one([place.schema for place in group]) for group in several]
    wanted = [_wanted(schema, group) for schema, group in zip(classes, several, strict=True)]
    sizes: dict[str, list[int]] = defaultdict(list)
    for name, group in zip(wanted, several, strict=True):
        sizes[name].append(len(group))
    found: dict[int, Shared] = {}
    for schema, name, group in zip(classes, wanted, several, strict=True):
        has_it = name not in _SAYS_NOTHING and _is_largest(len(group), sizes[name])
        shared = Shared(schema, name if has_it else None)
        found.update(dict.fromkeys((id(place.schema) for place in group), shared))
    within = {new: found[id(first)] for new, first in merging.first.items() if id(first) in found}
    return found | within


def _is_largest(size: int, sizes: list[int]) -> bool:
    return size == max(sizes) and sizes.count(size) == 1


def _wanted(schema: Node, group: list[Place]) -> str:
    """The title, else what the places' names end with; behind the value where there is only one."""
    if (title := title_as_name(schema)) is not None:
        return title
    match schema.values_of("enum"):
        case [str(value)] if re.search(r"[A-Za-z]", value):
            return pascal(words(value)) + _common(group)
        case _:
            return _common(group)


def _common(group: list[Place]) -> str:
    """The parts at the end of the places' names that all have."""
    first, *others = ([*reversed(place.path)] for place in group)
    length = 0
    while length < len(first) and all(other[: length + 1] == first[: length + 1] for other in others):
        length += 1
    return class_name("".join(reversed(first[:length])))


class _Merging:
    """Makes one of equal schemas, which stands for the places of all."""

    def __init__(self) -> None:
        self.first: dict[int, Node] = {}
        """By the ``id`` of what was made: the first of what it was made of."""

    def one(self, copies: list[Node]) -> Node:
        """One that says beside, at its top, what all of them say there."""
        said = {
            key: value
            for key, value in copies[0].items()
            if key in ASSERTIONS or all(copy.get(key) == value for copy in copies)
        }
        return self._merged([Node(said, pointer=copies[0].pointer, also=copies[0].also), *copies[1:]])

    def _merged(self, copies: list[Node]) -> Node:
        first = copies[0]
        origins = dict.fromkeys(place for copy in copies for place in copy.origins)
        origins.pop(first.pointer)
        items: dict[str, Json] = {key: self._value([copy[key] for copy in copies]) for key in first}
        merged = Node(items, pointer=first.pointer, also=tuple(origins))
        self.first[id(merged)] = first
        return merged

    def _value(self, values: list[Json]) -> Json:
        first = values[0]
        if isinstance(first, Node):
            return self._merged([value for value in values if isinstance(value, Node)])
        if isinstance(first, list):
            lists = [value for value in values if isinstance(value, list)]
            return [self._value([*items]) for items in zip(*lists, strict=True)]
        return first
