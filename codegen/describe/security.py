"""Security schemes, and which of them an operation accepts (OpenAPI 3.1.1, 4.8.27 to 4.8.30)."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.describe.notes import extensions
from codegen.document.node import Node
from codegen.model.api import Flow, Scheme
from codegen.model.operations import Requirement
from codegen.standard.security import accepted_schemes, security_alternatives


def schemes(root: Node) -> tuple[Scheme, ...]:
    """The schemes that operations accept."""
    return tuple(_scheme(name, scheme) for name, scheme in accepted_schemes(root).items())


def _scheme(name: str, scheme: Node) -> Scheme:
    return Scheme(
        name=name,
        type=scheme.text("type"),
        http_scheme=scheme.text("scheme").lower(),  # RFC 9110, section 11.1
        location=scheme.text("in"),
        parameter=scheme.text("name"),
        description=scheme.text("description"),
        open_id_url=scheme.text("openIdConnectUrl"),
        metadata_url=scheme.text("oauth2MetadataUrl"),
        deprecated=scheme.get("deprecated") is True,
        flows=tuple(_flow(flow, node) for flow, node in scheme.entries("flows") if flow[:2] != "x-"),
        extensions=extensions(scheme),
        origins=scheme.origins,
    )


def _flow(name: str, flow: Node) -> Flow:
    return Flow(
        name=name,
        authorization_url=flow.text("authorizationUrl"),
        device_authorization_url=flow.text("deviceAuthorizationUrl"),
        token_url=flow.text("tokenUrl"),
        refresh_url=flow.text("refreshUrl"),
        scopes={scope: str(text) for scope, text in flow.mapping("scopes").items()},
    )


def security(root: Node, operation: Node) -> tuple[tuple[Requirement, ...], ...]:
    """The alternatives of an operation."""
    return tuple(tuple(_requirements(one)) for one in security_alternatives(root, operation))


def _requirements(alternative: Node) -> Iterator[Requirement]:
    for name in alternative:
        scopes = [scope for scope in alternative.values_of(name) if isinstance(scope, str)]
        yield Requirement(name, tuple(scopes))
