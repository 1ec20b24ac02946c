"""How a client authenticates: the credentials that it takes, and whether operations require them.

Schemes that are sent in the same way are one credential: every kind of bearer token is one token, however it
is obtained. Client certificates belong to the transport and are not credentials here.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from codegen.model.api import Api, Scheme

CredentialKind: TypeAlias = Literal["bearer", "basic", "key", "authorization"]
"""A token, a user with a password, an API key, or a whole ``Authorization`` header."""


class Credential(Struct, frozen=True, kw_only=True):
    """A credential, which is sent in one way."""

    kind: CredentialKind
    schemes: tuple[Scheme, ...]
    """At least one, all sent in this way."""


def credentials_of(api: Api) -> tuple[Credential, ...]:
    """The credentials, in the order of the document's schemes."""
    by_transport: dict[tuple[CredentialKind, str, str], list[Scheme]] = {}
    for scheme in api.schemes:
        if scheme.type != "mutualTLS":
            by_transport.setdefault(_transport(scheme), []).append(scheme)
    return tuple(
        Credential(kind=kind, schemes=tuple(schemes)) for (kind, *_), schemes in by_transport.items()
    )


def _transport(scheme: Scheme) -> tuple[CredentialKind, str, str]:
    """How a scheme is sent: the kind, and for a key its location and parameter."""
    if scheme.type == "apiKey":
        is_header = scheme.location == "header"
        return "key", scheme.location, scheme.parameter.lower() if is_header else scheme.parameter
    if scheme.type == "http" and scheme.http_scheme != "bearer":
        return ("basic" if scheme.http_scheme == "basic" else "authorization"), "", ""
    return "bearer", "", ""


class Grants(Struct, frozen=True, kw_only=True):
    """Where a client can get tokens without a person (RFC 6749, sections 4.4 and 6)."""

    token_url: str | None
    """For client credentials."""
    refresh_url: str | None
    """For refresh tokens, which a person has obtained."""
    scopes: tuple[str, ...]
    """The scopes documented for client credentials."""
    device_url: str | None = None
    """For the device flow (RFC 8628)."""
    device_token_url: str | None = None
    """For tokens by the device flow."""
    device_scopes: tuple[str, ...] = ()
    """The scopes documented for the device flow."""


def grants_of(api: Api) -> Grants | None:
    """How a client of the API can get tokens itself; of several ways of a kind the first."""
    flows = [flow for scheme in api.schemes if scheme.type == "oauth2" for flow in scheme.flows]
    own = next((one for one in flows if one.name == "clientCredentials" and one.token_url), None)
    device = next((one for one in flows if one.device_authorization_url), None)
    refreshed = (one.refresh_url or (one.token_url if one is not own else "") for one in flows)
    refresh_url = next(filter(None, refreshed), None)
    if own is None and refresh_url is None:
        return None
    return Grants(
        token_url=None if own is None else own.token_url,
        refresh_url=refresh_url,
        scopes=() if own is None else tuple(own.scopes),
        device_url=None if device is None else device.device_authorization_url,
        device_token_url=None if device is None else device.token_url,
        device_scopes=() if device is None else tuple(device.scopes),
    )


def always_required(api: Api) -> bool:
    """Whether no operation can be called without a credential."""
    known = {scheme.name for credential in credentials_of(api) for scheme in credential.schemes}
    return bool(api.operations) and all(
        operation.security
        and all(any(one.scheme in known for one in together) for together in operation.security)
        for operation in api.operations
    )


def is_one_token(api: Api) -> bool:
    """Whether a single token is the only credential, every operation requires it, and the caller gets it."""
    return (
        grants_of(api) is None
        and {one.kind for one in credentials_of(api)} == {"bearer"}
        and always_required(api)
    )


def has_several_credentials(api: Api) -> bool:
    """Whether there are credentials other than a single token that every operation requires."""
    return bool(credentials_of(api)) and not is_one_token(api)
