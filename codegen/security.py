"""Which operations need the API's token (OpenAPI 3.1.1, 4.8.27 and 4.8.30)."""

from __future__ import annotations

from codegen.document import Node


def is_bearer(scheme: Node) -> bool:
    """Whether the scheme is a token in the ``Authorization`` header (RFC 6750, section 2.1)."""
    return scheme.text("type") == "http" and scheme.text("scheme").lower() == "bearer"


def requirements(root: Node, operation: Node) -> Node:
    """Who says what the operation needs: itself, else the document."""
    return operation if "security" in operation else root


def is_authenticated(root: Node, operation: Node) -> bool:
    """Whether the token is sent; it is as well where the document says that it may be left out."""
    schemes = root.mapping("components").mapping("securitySchemes")
    return any(
        requirement and all(is_bearer(schemes.mapping(name)) for name in requirement)
        for requirement in requirements(root, operation).mappings("security")
    )


def bearer_schemes(root: Node) -> dict[str, Node]:
    """The schemes of bearer tokens that the document, or one of its operations, asks for."""
    asking = [
        root,
        *(one for _, item in root.entries("paths") for one in item.values() if isinstance(one, Node)),
    ]
    asked = {name for owner in asking for requirement in owner.mappings("security") for name in requirement}
    schemes = root.mapping("components").entries("securitySchemes")
    return {name: scheme for name, scheme in schemes if name in asked and is_bearer(scheme)}
