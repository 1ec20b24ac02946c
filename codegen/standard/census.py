"""What occurs in a document, so that passes that would find nothing in it can be skipped."""

from __future__ import annotations

from msgspec import Struct

from codegen.document.node import Json, Node


class Census(Struct, frozen=True):
    """What occurs in any mapping of a document, as OpenAPI's own structure or in examples and extensions."""

    keys: frozenset[str]
    references: frozenset[str]
    """The texts under ``$ref``."""
    closes_arrays: bool
    """Whether ``items`` is ``false`` somewhere."""


def census_of(root: Node) -> Census:
    """Count a document, in one walk through all of its mappings."""
    keys: set[str] = set()
    references: set[str] = set()
    closes_arrays = False
    pending: list[Json] = [root]
    while pending:
        part = pending.pop()
        if isinstance(part, Node):
            keys.update(part)
            if isinstance(reference := part.get("$ref"), str):
                references.add(reference)
            closes_arrays = closes_arrays or part.get("items") is False
            pending += [value for value in part.values() if isinstance(value, (Node, list))]
        elif isinstance(part, list):
            pending += [value for value in part if isinstance(value, (Node, list))]
    return Census(frozenset(keys), frozenset(references), closes_arrays)
