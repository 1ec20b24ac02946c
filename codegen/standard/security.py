"""Which security schemes an operation accepts (OpenAPI 3.1.1, 4.8.27 and 4.8.30)."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.document.node import Node
from codegen.standard.http_methods import operations_of

NO_AUTHENTICATION = frozenset({"anonymous", "noauth", "none"})
"""What tools write for a type, or a scheme of HTTP, where there is no authentication."""


def security_alternatives(root: Node, operation: Node) -> list[Node]:
    """The operation's requirements, else the document's; each maps schemes to scopes."""
    return (operation if "security" in operation else root).mappings("security")


def accepted_schemes(root: Node) -> dict[str, Node]:
    """The document's schemes that at least one operation accepts."""
    asked = {
        name
        for operation in _operations(root)
        for requirement in security_alternatives(root, operation)
        for name in requirement
    }
    schemes = root.mapping("components").entries("securitySchemes")
    return {name: scheme for name, scheme in schemes if name in asked}


def _operations(root: Node) -> Iterator[Node]:
    """Those that are called, not those that are received."""
    for path, item in root.entries("paths"):
        if path.startswith("/"):
            yield from (operation for _, operation in operations_of(item))
