"""Webhooks and callbacks, put among the paths: what is received is described like what is sent."""

from __future__ import annotations

from codegen.document import Json, Node
from codegen.problems import Problem, Refused
from codegen.received import Address
from codegen.simplify.positions import target
from codegen.simplify.waivers import waived
from codegen.standard import METHODS


def put_received_among_paths(root: Node) -> Node:
    """Put the path items of webhooks, and those of callbacks, beside the document's paths.

    OpenAPI 3.1.1, 4.8.1 (``webhooks``) and 4.8.18: both describe requests by the same Path Item Object. They
    stay where they were as well, since references may lead there.
    """
    found: dict[str, Json] = {}
    for name, item in root.entries("webhooks"):
        if not name.startswith("x-") and not waived(item):
            address = Address(name)
            found[address.key] = item
            found |= _callbacks(root, address.key, item)
    for path, item in root.entries("paths"):
        if path.startswith("/"):
            found |= _callbacks(root, path, item)
    paths = root.mapping("paths")
    new = {key: item for key, item in found.items() if key not in paths}
    return root.with_items(paths=paths.with_items(**new)) if new else root


def _callbacks(root: Node, path: str, item: Node) -> dict[str, Json]:
    """Those of a path's operations, and those within them."""
    found: dict[str, Json] = {}
    item = _resolved(root, item)
    for method in METHODS:
        operation = item.mapping(method)
        if waived(operation):
            continue
        for name, callback in operation.entries("callbacks"):
            sender = operation.text("operationId") or _spoken(path, method)
            for expression, one in _items(_resolved(root, callback)):
                address = Address(name, path, method, expression, sender)
                found[address.key] = one
                found |= _callbacks(root, address.key, one)
    return found


def _items(callback: Node) -> list[tuple[str, Node]]:
    if waived(callback):
        return []
    pairs = [(key, item) for key, item in callback.items() if not key.startswith("x-")]
    return [(key, item) for key, item in pairs if isinstance(item, Node) and not waived(item)]


def _spoken(path: str, method: str) -> str:
    address = Address.of(path)
    return address.spoken(method) if address else f"{method} {path}"


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
