"""Updates the references of a rewritten document to the new places of its parts."""

from __future__ import annotations

from codegen.document.node import Json, Node, Pointer, json_pointer
from codegen.document.pointers import tokens


def repointed(root: Node) -> Node:
    """The document with each reference to a part of the document as loaded leading to what it became.

    A part that is at several places now is looked for at the first.
    """
    return _Repointing(root).of(root)


class _Repointing:
    def __init__(self, root: Node) -> None:
        self._places: dict[tuple[str, ...], Pointer] = {}
        pending: list[tuple[Json, Pointer]] = [(root, ())]
        while pending:
            part, path = pending.pop()
            if isinstance(part, Node):
                self._places.setdefault(tuple(map(str, part.pointer)), path)
                pending += [(child, (*path, key)) for key, child in reversed(part.items())]
            elif isinstance(part, list):
                pending += [(child, (*path, index)) for index, child in reversed([*enumerate(part)])]

    def of(self, node: Node) -> Node:
        """A mapping with the references in it changed."""
        changes: dict[str, Json] = {}
        for key, value in node.items():
            if isinstance(value, (Node, list)):
                changes[key] = self._within(value)
            elif key in {"$ref", "operationRef"} and isinstance(value, str):
                changes[key] = self._reference(value)
        return node.with_items(**changes)

    def _within(self, value: Json) -> Json:
        if isinstance(value, Node):
            return self.of(value)
        if isinstance(value, list) and any(isinstance(one, (Node, list)) for one in value):
            return [self._within(one) for one in value]
        return value

    def _reference(self, reference: str) -> str:
        if not reference.startswith("#/"):
            return reference
        wanted = tuple(map(str, tokens(reference)))
        for length in range(len(wanted), 0, -1):
            if (found := self._places.get(wanted[:length])) is not None:
                return "#" + json_pointer((*found, *wanted[length:]))
        return reference
