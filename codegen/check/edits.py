"""Applies the edits that problems contain (`Problem.past`) to a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Edit


def changed(root: Node, edits: Sequence[Edit]) -> Node:
    """The document with the changes. Their places are pointers into the document as loaded."""
    if not edits:
        return root
    changes = _Changes(edits)
    result = changes.of(root, ())
    if changes.left:
        # A part that an earlier change has moved is not where its pointer leads.
        result = _Changes(changes.left, everywhere=True).of(result, ())
    return result if isinstance(result, Node) else root


class _Gone:
    """Marks a removed part."""


_GONE = _Gone()


class _Changes:
    def __init__(self, edits: Sequence[Edit], *, everywhere: bool = False) -> None:
        self._everywhere = everywhere
        self._edits = {edit.where: edit for edit in edits if edit.where[-1:] != ("-",)}
        self._added: dict[Pointer, list[Json]] = {}
        self._unmade: dict[Pointer, list[Edit]] = {}
        for edit in edits:
            self._unmade.setdefault(edit.where, []).append(edit)
            if edit.where[-1:] == ("-",):
                self._added.setdefault(edit.where[:-1], []).append(edit.value)
        places = [*self._edits, *self._added]
        self._around = {place[:length] for place in places for length in range(len(place))}
        self._new: dict[Pointer, set[str]] = {}
        for place in places:
            if place:
                self._new.setdefault(place[:-1], set()).add(str(place[-1]))

    @property
    def left(self) -> list[Edit]:
        """The changes whose places were not found, except those of parts that were replaced."""
        return [
            edit
            for where, edits in self._unmade.items()
            if not any(
                (around := self._edits.get(where[:length])) and not around.removes
                for length in range(len(where))
            )
            for edit in edits
        ]

    def of(self, value: Json | _Gone, place: Pointer) -> Json | _Gone:
        """A part of the document after the changes."""
        if edit := self._edits.get(place):
            self._unmade.pop(place, None)
            return _GONE if edit.removes else edit.value
        if not self._everywhere and place not in self._around and place not in self._added:
            return value
        if isinstance(value, Node):
            pairs = ((key, self.of(child, _place(child, (*place, key)))) for key, child in value.items())
            items = {key: child for key, child in pairs if not isinstance(child, _Gone)}
            items.update(self._missing(value, place))
            return Node(items, pointer=value.pointer, also=value.also)
        if isinstance(value, list):
            children = (self.of(child, _place(child, (*place, at))) for at, child in enumerate(value))
            kept = [child for child in children if not isinstance(child, _Gone)]
            self._unmade.pop((*place, "-"), None)
            return [*kept, *self._added.get(place, ())]
        return value

    def _missing(self, node: Node, place: Pointer) -> Iterator[tuple[str, Json]]:
        """The added values."""
        for key in sorted(self._new.get(place, set()) - node.keys()):
            where = (*place, key)
            if (edit := self._edits.get(where)) and not edit.removes:
                self._unmade.pop(where, None)
                yield key, edit.value
            elif where in self._added:
                self._unmade.pop((*where, "-"), None)
                yield key, list(self._added[where])


def _place(value: Json, otherwise: Pointer) -> Pointer:
    """The place of a part in the document as loaded. Its index may have changed since."""
    return value.pointer if isinstance(value, Node) else otherwise
