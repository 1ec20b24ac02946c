"""The operations of a path item (OpenAPI 3.2.0, 4.9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from codegen.document.node import Node

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The keys of a path item that are operations. ``query`` came with OpenAPI 3.2."""

FURTHER = "additionalOperations"
"""The key of a path item with the operations of other methods, by the methods as they are sent (3.2)."""


def operations_of(item: Node) -> Iterator[tuple[str, Node]]:
    """The operations of a path item, each with its method as it is sent: ``"GET"``."""
    for method in METHODS:
        if isinstance(operation := item.get(method), Node):
            yield method.upper(), operation
    if FURTHER in item:
        yield from item.entries(FURTHER)


def with_operations(item: Node, change: Callable[[str, Node], Node | None]) -> Node:
    """The path item with each operation changed: ``change(method, operation)``; None removes it."""
    result = item.with_changed(
        (method, change(method.upper(), operation))
        for method in METHODS
        if isinstance(operation := item.get(method), Node)
    )
    if FURTHER not in item:
        return result
    changed = ((method, change(method, operation)) for method, operation in item.entries(FURTHER))
    return result.with_items(**{FURTHER: item.mapping(FURTHER).with_changed(changed)})
