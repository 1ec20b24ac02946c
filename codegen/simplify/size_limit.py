"""Measures the size of a document with its references written out, which can exceed any memory."""

from __future__ import annotations

from codegen.document.limits import MEANT_FOR_EACH, MOST_MEANT
from codegen.document.node import Node, Pointer
from codegen.document.problems import Problem, Refused
from codegen.standard.positions import Document

_NAMED = 3
"""Tokens in the pointer of an operation or a component."""


def affordable(document: Document) -> int:
    """How many values a document may come to, by how many are in it."""
    return MOST_MEANT + MEANT_FOR_EACH * _extent(document)


def refuse_above(most: int, document: Document) -> None:
    """Do nothing if the document comes to no more values than it may.

    Raises:
        Refused: It does (rule ``too-many``), shown where most of them are.
    """
    if _extent(document) <= most:
        return
    part = max((document.root, *document.received.values()), key=lambda one: one.extent)
    while len(part.pointer) < _NAMED and (nodes := [one for one in part.values() if isinstance(one, Node)]):
        part = max(nodes, key=lambda one: one.extent)
    raise Refused([too_much(part.pointer, most)])


def too_much(where: Pointer, most: int) -> Problem:
    """The problem of a part that comes to too much."""
    message = f"with references and 'allOf' written out, this comes to more than {most:,} values"
    return Problem(message, "too-many", where, "key")


def _extent(document: Document) -> int:
    """How many values there are in a document, and in what it receives."""
    return document.root.extent + sum(item.extent for item in document.received.values())
