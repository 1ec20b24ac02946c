"""A document that is being changed, and the places of its parts.

The parts are plain data here. They get pointers again once all changes are made.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from msgspec import Struct, field

from codegen.document.node import Json, Node, Plain, Pointer, placed, plain
from codegen.document.source_map import Origin, SourceMap


class AddedValue(Struct, frozen=True):
    """A value to add to the document, with its place."""

    value: Plain
    origin: Origin
    inner: Mapping[Pointer, Origin] = field(default_factory=dict)
    """The parts within it that are written elsewhere, by their pointers from it."""

    def child(self, token: str | int) -> AddedValue:
        """A part of it."""
        here = Origin(self.origin.source, (*self.origin.pointer, token), has_key=True)
        inner = {key[1:]: one for key, one in self.inner.items() if key[0] == token and len(key) > 1}
        return AddedValue(self.value[token], self.inner.get((token,), here), inner)


class Editing:
    """A document to change."""

    def __init__(self, root: Json, source: SourceMap) -> None:
        self.root: Plain = plain(root)
        self._source = source
        self._moved: dict[Pointer, Origin] = dict(source.moved)

    @property
    def moved(self) -> Mapping[Pointer, Origin]:
        """The parts that are not where their pointers say."""
        return self._moved

    def finished(self) -> Node:
        """The document with its pointers."""
        root = placed(self.root)
        assert isinstance(root, Node)  # noqa: S101 - the root is never replaced
        return root

    def at(self, pointer: Pointer) -> Plain:
        """The part at a pointer.

        Raises:
            LookupError: There is none.
        """
        part = self.root
        for token in pointer:
            if not isinstance(part, (dict, list)):
                raise KeyError(token)
            part = part[token]  # type: ignore[index] # a pointer has keys for mappings, indices for lists
        return part

    def origin(self, pointer: Pointer) -> Origin:
        """The place of a part in its file."""
        for length in range(len(pointer), -1, -1):
            if origin := self._moved.get(pointer[:length]):
                return Origin(origin.source, (*origin.pointer, *pointer[length:]), has_key=True)
        return Origin(self._source.entry, pointer, has_key=True)

    def remove(self, pointer: Pointer) -> None:
        """Remove a part. Later items of a list move up."""
        *above, token = pointer
        owner = self.at(tuple(above))
        if isinstance(owner, list) and isinstance(token, int):
            origins = [self.origin((*above, index)) for index in range(token + 1, len(owner))]
            below = {
                key: origin
                for key, origin in self._moved.items()
                if len(key) > len(pointer)
                and key[: len(above)] == tuple(above)
                and _index(key[len(above)]) > token
            }
            for index in range(token, len(owner)):
                self._forget((*above, index))
            for index, origin in enumerate(origins, token):
                self._moved[*above, index] = origin
            for key, origin in below.items():
                self._moved[*above, _index(key[len(above)]) - 1, *key[len(above) + 1 :]] = origin
            del owner[token]
        else:
            del owner[token]
            self._forget(pointer)

    def piece(self, pointer: Pointer) -> AddedValue:
        """A copy of a part, with its places."""
        size = len(pointer)
        inner = {
            key[size:]: one for key, one in self._moved.items() if len(key) > size and key[:size] == pointer
        }
        return AddedValue(plain(self.at(pointer)), self.origin(pointer), inner)

    def merge(self, pointer: Pointer, piece: AddedValue) -> None:
        """Merge a value into the part at a pointer: mappings key by key, lists by appending.

        Any other part is replaced (Overlay 1.1, 4.4.3).
        """
        part, value = self.at(pointer), piece.value
        if isinstance(part, dict) and isinstance(value, dict):
            for key, item in value.items():
                if key in part and isinstance(part[key], (dict, list)) and isinstance(item, type(part[key])):
                    self.merge((*pointer, key), piece.child(key))
                else:
                    self._put((*pointer, key), piece.child(key))
        elif isinstance(part, list) and isinstance(value, list):
            for index in range(len(value)):
                self.append(pointer, piece.child(index))
        else:
            self._put(pointer, piece)

    def append(self, pointer: Pointer, piece: AddedValue) -> None:
        """Append a value to the list at a pointer."""
        part = self.at(pointer)
        part.append(None)
        self._put((*pointer, len(part) - 1), piece)

    def _put(self, pointer: Pointer, piece: AddedValue) -> None:
        self._forget(pointer)
        self.at(pointer[:-1])[pointer[-1]] = deepcopy(piece.value)
        self._moved[pointer] = piece.origin
        for key, origin in piece.inner.items():
            self._moved[*pointer, *key] = origin

    def _forget(self, pointer: Pointer) -> None:
        for key in [key for key in self._moved if key[: len(pointer)] == pointer]:
            del self._moved[key]


def _index(token: str | int) -> int:
    return token if isinstance(token, int) else -1
