"""Measures the size of a document with its references written out, which can exceed any memory."""

from __future__ import annotations

from codegen.document.limits import MEANT_FOR_EACH, MOST_MEANT, ONE_VALUE
from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Problem, Refused
from codegen.standard.positions import Document

_NAMED = 3
"""Tokens in the pointer of an operation or a component."""


def affordable(document: Document) -> int:
    """How many values a document may come to, by how many are in it."""
    return Extent().affordable(document)


def refuse_above(most: int, document: Document, extent: Extent) -> None:
    """Do nothing if the document comes to no more values than it may.

    Raises:
        Refused: It does (rule ``too-many``), shown where most of them are.
    """
    if extent.of_document(document) <= most:
        return
    part = max((document.root, *document.received.values()), key=extent.of)
    while len(part.pointer) < _NAMED and (nodes := [one for one in part.values() if isinstance(one, Node)]):
        part = max(nodes, key=extent.of)
    raise Refused([too_much(part.pointer, most)])


def too_much(where: Pointer, most: int) -> Problem:
    """The problem of a part that comes to too much."""
    message = f"with references and 'allOf' written out, this comes to more than {most:,} values"
    return Problem(message, "too-many", where, "key")


class Extent:
    """Counts values, a part that stands in several places in each, but looks at it once.

    What was counted must not go away while more is counted: parts are told by their ``id``.
    """

    def __init__(self) -> None:
        self._known: dict[int, int] = {}

    def affordable(self, document: Document) -> int:
        """How many values a document may come to, by how many are in it."""
        return MOST_MEANT + MEANT_FOR_EACH * self.of_document(document)

    def of_document(self, document: Document) -> int:
        """How many values there are in a document, and in what it receives."""
        return self.of(document.root) + sum(self.of(item) for item in document.received.values())

    def of(self, part: Node | list[Json]) -> int:
        """How many values there are in a part; long texts are several."""
        known = self._known.get(id(part))
        if known is not None:
            return known
        total = 1
        for value in part.values() if isinstance(part, Node) else part:
            if isinstance(value, (Node, list)):
                total += self.of(value)
            else:
                total += 1 + len(value) // ONE_VALUE if isinstance(value, str) else 1
        self._known[id(part)] = total
        return total
