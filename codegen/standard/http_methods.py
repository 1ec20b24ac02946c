"""The operations of a path item (OpenAPI 3.2.0, 4.9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from codegen.document.node import Json, Node

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
    result = _changed(item, METHODS, lambda method, operation: change(method.upper(), operation))
    if FURTHER not in item:
        return result
    further = item.mapping(FURTHER)
    return result.with_items(**{FURTHER: _changed(further, tuple(further), change)})


def _changed(owner: Node, keys: tuple[str, ...], change: Callable[[str, Node], Node | None]) -> Node:
    kept: dict[str, Json] = {}
    gone: list[str] = []
    for key in keys:
        if isinstance(operation := owner.get(key), Node):
            new = change(key, operation)
            if new is None:
                gone.append(key)
            elif new is not operation:
                kept[key] = new
    return owner.without(*gone).with_items(**kept) if kept or gone else owner
