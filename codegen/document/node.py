"""The document as plain data whose mappings know their JSON pointers.

A step may copy, move, merge or rename parts of a document; every mapping keeps the pointer of the
place in the file it was read from, so that a problem found ten steps later is still shown at its
line, and so that the ledger can check what became of each part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import is_
from typing import Any, TypeAlias

from codegen.document.limits import ONE_VALUE

Pointer: TypeAlias = tuple[str | int, ...]
"""The tokens of a JSON Pointer (RFC 6901), unescaped: keys of mappings, indices of lists."""

Json: TypeAlias = "Node | list[Json] | str | int | float | bool | None"

Plain: TypeAlias = Any
"""Dictionaries, lists and scalars, without pointers."""


class Placed:
    """Something that stands for a place in the document."""

    __slots__ = ()

    @property
    def pointer(self) -> Pointer:
        """The place to show."""
        raise NotImplementedError


class Node(dict[str, Json], Placed):
    """A mapping of the document; `pointer` says where in the loaded file it stands.

    Steps never change a node they were given: they build a new one, with the pointer of the node
    it stands for. A node that no author wrote takes the pointer of what it was derived from. A node
    that several places became (a reference and its target, the members of an ``allOf``) knows the
    others by `also`.
    """

    __slots__ = ("_extent", "also", "pointer")

    pointer: Pointer

    def __init__(
        self, items: dict[str, Json] | None = None, *, pointer: Pointer = (), also: tuple[Pointer, ...] = ()
    ) -> None:
        if items:
            dict.update(self, items)
        self.pointer = pointer
        self.also = also

    @property
    def origins(self) -> tuple[Pointer, ...]:
        """Every place this node stands for, the one to show first."""
        return (self.pointer, *self.also)

    @property
    def extent(self) -> int:
        """The number of values in the mapping, with itself. A long text counts as several. It is cached."""
        known: int = getattr(self, "_extent", 0)
        if not known:
            known = self._extent = 1 + _extent(self.values())
        return known

    def mapping(self, key: str) -> Node:
        """The mapping under a key, or an empty one with the pointer that it would have."""
        value = self.get(key)
        return value if isinstance(value, Node) else Node(pointer=(*self.pointer, key))

    def mappings(self, key: str) -> list[Node]:
        """The mappings of the list under a key."""
        value = self.get(key)
        return [item for item in value if isinstance(item, Node)] if isinstance(value, list) else []

    def entries(self, key: str) -> list[tuple[str, Node]]:
        """The pairs of the mapping under a key whose values are mappings."""
        value = self.get(key)
        if not isinstance(value, Node):
            return []
        return [(name, item) for name, item in value.items() if isinstance(item, Node)]

    def values_of(self, key: str) -> list[Json]:
        """The list under a key, or an empty one."""
        value = self.get(key)
        return value if isinstance(value, list) else []

    def text(self, key: str) -> str:
        """The text under a key, or an empty one."""
        value = self.get(key)
        return value if isinstance(value, str) else ""

    def with_items(self, /, **changes: Json) -> Node:
        """A copy with other values under some keys and the same pointer; itself if no value changes."""
        for key, value in changes.items():
            if key not in self or self[key] is not value:
                break
        else:
            return self
        copy = Node(self, pointer=self.pointer, also=self.also)
        copy.update(changes)
        return copy

    def with_entries(self, key: str, change: Callable[[Node], Node]) -> Node:
        """A copy with a change of each mapping in the mapping under a key."""
        if not isinstance(owner := self.get(key), Node):
            return self
        changed = ((name, change(item)) for name, item in owner.items() if isinstance(item, Node))
        return self.with_items(**{key: owner.with_changed(changed)})

    def with_changed(self, changed: Iterable[tuple[str, Node | None]]) -> Node:
        """A copy with other mappings under some keys; itself if none is another one. None removes a key."""
        changes: dict[str, Json] = {}
        gone: list[str] = []
        for key, new in changed:
            if new is None:
                gone.append(key)
            elif new is not self.get(key):
                changes[key] = new
        return self.without(*gone).with_items(**changes) if changes or gone else self

    def with_mappings(self, key: str, change: Callable[[Node], Json]) -> Node:
        """A copy with a change of each mapping in the list under a key."""
        if key not in self:
            return self
        old, new = self[key], [change(item) for item in self.mappings(key)]
        is_same = isinstance(old, list) and len(new) == len(old) and all(map(is_, old, new))
        return self if is_same else self.with_items(**{key: new})

    def without(self, *keys: str) -> Node:
        """A copy without some keys and with the same pointer; itself if it has none of them."""
        if self.keys().isdisjoint(keys):
            return self
        items = dict(self)
        for key in keys:
            items.pop(key, None)
        return Node(items, pointer=self.pointer, also=self.also)

    def standing_for(self, *others: Pointer) -> Node:
        """A copy with further origins; itself if it has all of them."""
        known = dict.fromkeys((*self.also, *others))
        known.pop(self.pointer, None)
        if len(known) == len(self.also):
            return self
        return Node(self, pointer=self.pointer, also=tuple(known))


def _extent(values: Iterable[Json]) -> int:
    total = 0
    for value in values:
        if isinstance(value, str):
            total += 1 + len(value) // ONE_VALUE
        elif isinstance(value, Node):
            total += value.extent
        else:
            total += 1 + _extent(value) if isinstance(value, list) else 1
    return total


class TooDeepError(Exception):
    """Data is nested more deeply than was asked for; `pointer` leads to the first level too many."""

    def __init__(self, pointer: Pointer) -> None:
        super().__init__(json_pointer(pointer))
        self.pointer = pointer


def placed(value: object, pointer: Pointer = (), *, deepest: int = 500) -> Json:
    """Turn plain data (dict, list, scalars), as a parser returns it, into nodes that know their place.

    Raises:
        TooDeepError: A pointer would have more than `deepest` tokens.
    """
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, (dict, list)) and len(pointer) > deepest:
        raise TooDeepError(pointer)
    if isinstance(value, dict):
        return Node(
            {
                key: item if isinstance(item, str) else placed(item, (*pointer, key), deepest=deepest)
                for key, item in value.items()
            },
            pointer=pointer,
        )
    if isinstance(value, list):
        return [placed(item, (*pointer, index), deepest=deepest) for index, item in enumerate(value)]
    raise TypeError(type(value))


def locate(value: Json, pointer: Pointer = (), *, deepest: int) -> Json:
    """Give the nodes that a parser has just made their pointers, and return the value.

    Raises:
        TooDeepError: A pointer would have more than `deepest` tokens.
    """
    if not isinstance(value, (Node, list)):
        return value
    if len(pointer) > deepest:
        raise TooDeepError(pointer)
    if isinstance(value, Node):
        value.pointer = pointer
    for key, item in value.items() if isinstance(value, Node) else enumerate(value):
        if isinstance(item, (Node, list)):
            locate(item, (*pointer, key), deepest=deepest)
    return value


def number(value: Json) -> int | float | None:
    """The value if it is a number and not a boolean; None otherwise."""
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def plain(part: Json) -> Plain:
    """A copy without pointers."""
    if isinstance(part, dict):
        return {key: plain(value) for key, value in part.items()}
    return [plain(item) for item in part] if isinstance(part, list) else part


def mappings_in(root: Node) -> Iterator[Node]:
    """Every mapping of the document. This is faster than a walk over schemas, so passes try it first."""
    pending: list[Json] = [root]
    while pending:
        part = pending.pop()
        if isinstance(part, Node):
            yield part
            pending += [value for value in part.values() if isinstance(value, (Node, list))]
        elif isinstance(part, list):
            pending += [value for value in part if isinstance(value, (Node, list))]


def json_pointer(pointer: Pointer) -> str:
    """The pointer as a string (RFC 6901, section 3): ``/paths/~1clusters/get``."""
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in pointer)
