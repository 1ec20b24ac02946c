"""Collects the keys that a document uses, so that passes without work can be skipped."""

from __future__ import annotations

from msgspec import Struct

from codegen.document.node import Node, mappings_in


class Census(Struct, frozen=True):
    """The keys and references in all mappings of a document, including examples and extensions."""

    keys: frozenset[str]
    references: frozenset[str]
    """The texts under ``$ref``."""
    closes_arrays: bool
    """Whether ``items`` is ``false`` somewhere."""


def census_of(root: Node) -> Census:
    """Take the census of a document, in one walk through all of its mappings."""
    keys: set[str] = set()
    references: set[str] = set()
    closes_arrays = False
    for part in mappings_in(root):
        keys.update(part)
        if isinstance(reference := part.get("$ref"), str):
            references.add(reference)
        closes_arrays = closes_arrays or part.get("items") is False
    return Census(frozenset(keys), frozenset(references), closes_arrays)
