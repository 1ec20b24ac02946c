"""Measures the size of a document with its references resolved, which can exceed any memory."""

from __future__ import annotations

from codegen.document.limits import MEANT_FOR_EACH, MOST_MEANT
from codegen.document.node import Node, Pointer
from codegen.document.problems import Problem, Refused
from codegen.standard.positions import Document

_NAMED = 3
"""Tokens in the pointer of an operation or a component."""


def affordable(document: Document) -> int:
    """The limit of values of a document with resolved references, by its number of values."""
    return MOST_MEANT + MEANT_FOR_EACH * _extent(document)


def refuse_above(most: int, document: Document) -> None:
    """Refuse a document that exceeds its limit of values.

    Raises:
        Refused: It does (rule ``too-many``). The place is that of the largest part.
    """
    if _extent(document) <= most:
        return
    part = max((document.root, *document.received.values()), key=lambda one: one.extent)
    while len(part.pointer) < _NAMED and (nodes := [one for one in part.values() if isinstance(one, Node)]):
        part = max(nodes, key=lambda one: one.extent)
    raise Refused([too_much(part.pointer, most)])


def too_much(where: Pointer, most: int) -> Problem:
    """The problem of a part that is too large."""
    message = f"with references and 'allOf' written out, this comes to more than {most:,} values"
    return Problem(message, "too-many", where, "key")


def _extent(document: Document) -> int:
    """The number of values in a document, including its inbound requests."""
    return document.root.extent + sum(item.extent for item in document.received.values())
