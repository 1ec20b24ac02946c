"""Webhooks and callbacks, put among the paths: what is received is described like what is sent."""

from __future__ import annotations

from codegen.document.limits import DEEPEST_CALLBACKS, MOST_RECEIVED
from codegen.document.node import Json, Node
from codegen.document.problems import Problem, Refused
from codegen.naming.inline.holders import called
from codegen.simplify.waivers import waived
from codegen.standard.inbound import Address
from codegen.standard.objects import METHODS
from codegen.standard.schemas import target


def put_received_among_paths(root: Node) -> Node:
    """Put the path items of webhooks, and those of callbacks, beside the document's paths.

    OpenAPI 3.1.1, 4.8.1 (``webhooks``) and 4.8.18: both describe requests by the same Path Item Object. They
    stay where they were as well, since references may lead there.

    Raises:
        Refused: Callbacks of callbacks lead back to where they came from, or come to very many.
    """
    found: dict[str, Json] = {}
    for name, item in root.entries("webhooks"):
        if not name.startswith("x-") and not waived(item):
            address = Address(name)
            found[address.key] = item
            _add_callbacks(root, address.key, item, found)
    for path, item in root.entries("paths"):
        if path.startswith("/"):
            _add_callbacks(root, path, item, found)
    paths = root.mapping("paths")
    new = {key: item for key, item in found.items() if key not in paths}
    return root.with_items(paths=paths.with_items(**new)) if new else root


def _add_callbacks(root: Node, path: str, item: Node, found: dict[str, Json], depth: int = 1) -> None:
    """Those of a path's operations, and those within them."""
    item = _resolved(root, item)
    for method in METHODS:
        operation = item.mapping(method)
        if waived(operation):
            continue
        for name, callback in operation.entries("callbacks"):
            sender = called(operation, path, method)
            for expression, one in _items(_resolved(root, callback)):
                if depth > DEEPEST_CALLBACKS:
                    message = f"callbacks of callbacks lead more than {DEEPEST_CALLBACKS} levels deep"
                    raise Refused([Problem(message, "too-deep", callback.pointer, "key")])
                if len(found) >= MOST_RECEIVED:
                    message = f"callbacks of callbacks come to more than {MOST_RECEIVED:,} requests"
                    raise Refused([Problem(message, "too-many", callback.pointer, "key")])
                address = Address(name, path, method, expression, sender)
                found[address.key] = one
                _add_callbacks(root, address.key, one, found, depth + 1)


def _items(callback: Node) -> list[tuple[str, Node]]:
    if waived(callback):
        return []
    pairs = [(key, item) for key, item in callback.items() if not key.startswith("x-")]
    return [(key, item) for key, item in pairs if isinstance(item, Node) and not waived(item)]


def _resolved(root: Node, part: Node) -> Node:
    passed: set[str] = set()
    while "$ref" in part:
        reference = part.text("$ref")
        if reference in passed:
            raise Refused([Problem("the reference leads back to itself", "reference-ring", part.pointer)])
        passed.add(reference)
        found: Json = root
        for token in target(reference):
            if isinstance(found, list):
                found = found[int(token)]
            elif isinstance(found, Node):
                found = found.get(str(token))
        part = found if isinstance(found, Node) else Node(pointer=part.pointer)
    return part
