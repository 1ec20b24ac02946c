"""Security definitions of Swagger 2.0."""

from __future__ import annotations

from codegen.document.node import Node

_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}
"""The flows that OpenAPI 3.0 calls otherwise."""


def security_schemes(definitions: Node) -> Node:
    """The security schemes."""
    return definitions.with_items(
        **{name: _scheme(one) for name, one in definitions.items() if isinstance(one, Node)}
    )


def _scheme(scheme: Node) -> Node:
    match scheme.get("type"):
        case "basic":
            return scheme.with_items(type="http", scheme="basic")
        case "oauth2":
            said = {key: scheme[key] for key in ("authorizationUrl", "tokenUrl") if key in scheme}
            flow = Node({**said, "scopes": scheme.mapping("scopes")}, pointer=scheme.pointer)
            name = scheme.text("flow")
            flows = Node({_FLOWS.get(name, name): flow}, pointer=scheme.pointer)
            rest = scheme.without("flow", "authorizationUrl", "tokenUrl", "scopes")
            return rest.with_items(flows=flows)
        case _:
            return scheme
