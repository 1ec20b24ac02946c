"""How much a document comes to: a few references can stand for more than any memory holds."""

from __future__ import annotations

from codegen.document import Json, Node, Pointer
from codegen.limits import MEANT_FOR_EACH, MOST_MEANT, ONE_VALUE
from codegen.problems import Problem, Refused

_NAMED = 3
"""Tokens in the pointer of an operation or a component."""


def affordable(root: Node) -> int:
    """How many values a document may come to, by how many are in it."""
    return MOST_MEANT + MEANT_FOR_EACH * Extent().of(root)


def within(root: Node, most: int) -> Node:
    """The document, if it comes to no more values than it may.

    Raises:
        Refused: It does (rule ``too-many``), shown where most of them are.
    """
    extent = Extent()
    if extent.of(root) <= most:
        return root
    part = root
    while len(part.pointer) < _NAMED and (nodes := [one for one in part.values() if isinstance(one, Node)]):
        part = max(nodes, key=extent.of)
    raise Refused([too_much(part.pointer, most)])


def too_much(where: Pointer, most: int) -> Problem:
    """The problem of a part that comes to too much."""
    message = f"with references and 'allOf' written out, this comes to more than {most:,} values"
    return Problem(message, "too-many", where, "key")


class Extent:
    """Counts values, a part that stands in several places in each, but looks at it once."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}

    def of(self, value: Json) -> int:
        """How many values there are in a part; long texts are several."""
        if isinstance(value, (Node, list)):
            known = self._known.get(id(value))
            if known is None:
                known = 1 + sum(map(self.of, value.values() if isinstance(value, Node) else value))
                self._known[id(value)] = known
            return known
        return 1 + len(value) // ONE_VALUE if isinstance(value, str) else 1
