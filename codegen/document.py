"""The document as plain data whose mappings know where they stand.

A step may copy, move, merge or rename parts of a document; every mapping keeps the pointer of the
place in the file it was read from, so that a problem found ten steps later is still shown at its
line, and so that the ledger can tell what became of each part.
"""

from __future__ import annotations

from typing import TypeAlias

Pointer: TypeAlias = tuple[str | int, ...]
"""The tokens of a JSON Pointer (RFC 6901), unescaped: keys of mappings, indices of lists."""

Json: TypeAlias = "Node | list[Json] | str | int | float | bool | None"


class Node(dict[str, Json]):
    """A mapping of the document; `pointer` says where in the loaded file it stands.

    Steps never change a node they were given: they build a new one, with the pointer of the node
    it stands for. A node that no author wrote takes the pointer of what it was derived from.
    """

    __slots__ = ("pointer",)

    def __init__(self, items: dict[str, Json] | None = None, *, pointer: Pointer = ()) -> None:
        super().__init__(items or {})
        self.pointer = pointer

    def with_items(self, **changes: Json) -> Node:
        """A copy at the same place in which some keys have other values."""
        return Node({**self, **changes}, pointer=self.pointer)

    def without(self, *keys: str) -> Node:
        """A copy at the same place that lacks some keys."""
        return Node({k: v for k, v in self.items() if k not in keys}, pointer=self.pointer)


def placed(value: object, pointer: Pointer = ()) -> Json:
    """Turn plain data (dict, list, scalars), as a parser returns it, into nodes that know their place."""
    if isinstance(value, dict):
        return Node({key: placed(item, (*pointer, key)) for key, item in value.items()}, pointer=pointer)
    if isinstance(value, list):
        return [placed(item, (*pointer, index)) for index, item in enumerate(value)]
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    raise TypeError(type(value))


def json_pointer(pointer: Pointer) -> str:
    """The pointer as RFC 6901 writes it in a URI fragment's place: ``/paths/~1clusters/get``."""
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in pointer)
