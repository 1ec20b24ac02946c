"""Finds inbound requests: webhooks and callbacks."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.document.limits import DEEPEST_CALLBACKS, MOST_RECEIVED
from codegen.document.node import Node
from codegen.document.pointers import tokens, value_at
from codegen.document.problems import Problem, Refused
from codegen.standard.extensions import is_waived
from codegen.standard.http_methods import operations_of
from codegen.standard.inbound import InboundKey, PathKey, Sender


def received_items(root: Node) -> Mapping[InboundKey, Node]:
    """The path items of webhooks and of callbacks.

    OpenAPI 3.1.1, 4.8.1 (``webhooks``) and 4.8.18: both describe requests by the same Path Item Object.

    Raises:
        Refused: Callbacks of callbacks are circular, or too many.
    """
    found: dict[InboundKey, Node] = {}
    for name, item in root.entries("webhooks"):
        if not name.startswith("x-") and not is_waived(item):
            key = InboundKey(name)
            found[key] = item
            _add_callbacks(root, key, item, found)
    for path, item in root.entries("paths"):
        if path.startswith("/"):
            _add_callbacks(root, path, item, found)
    return found


def _add_callbacks(
    root: Node, path: PathKey, item: Node, found: dict[InboundKey, Node], depth: int = 1
) -> None:
    """Add the callbacks of the operations of a path item, and those within them."""
    item = _resolved(root, item)
    for method, operation in operations_of(item):
        if is_waived(operation):
            continue
        sender = Sender(path, method, operation.text("operationId"))
        for name, callback in operation.entries("callbacks"):
            for expression, one in _items(_resolved(root, callback)):
                if depth > DEEPEST_CALLBACKS:
                    message = f"callbacks of callbacks lead more than {DEEPEST_CALLBACKS} levels deep"
                    raise Refused([Problem(message, "too-deep", callback.pointer, "key")])
                if len(found) >= MOST_RECEIVED:
                    message = f"callbacks of callbacks come to more than {MOST_RECEIVED:,} requests"
                    raise Refused([Problem(message, "too-many", callback.pointer, "key")])
                key = InboundKey(name, sender, expression)
                found[key] = one
                _add_callbacks(root, key, one, found, depth + 1)


def _items(callback: Node) -> list[tuple[str, Node]]:
    if is_waived(callback):
        return []
    pairs = [(key, item) for key, item in callback.items() if not key.startswith("x-")]
    return [(key, item) for key, item in pairs if isinstance(item, Node) and not is_waived(item)]


def _resolved(root: Node, part: Node) -> Node:
    passed: set[str] = set()
    while "$ref" in part:
        reference = part.text("$ref")
        if reference in passed:
            raise Refused([Problem("the reference leads back to itself", "reference-ring", part.pointer)])
        passed.add(reference)
        found = value_at(root, tokens(reference))
        part = found if isinstance(found, Node) else Node(pointer=part.pointer)
    return part
