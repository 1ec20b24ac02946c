"""Security schemes (OpenAPI 3.1.1, 4.8.27)."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Literal, Protocol, TypeAlias

from msgspec import Struct

Place: TypeAlias = Literal["header", "query", "cookie"]


class Scheme(Protocol):
    """A security scheme."""

    @property
    def needs(self) -> Mapping[str, str]:
        """The names of its credentials, and the allowed form of each."""
        ...

    def written(self, *texts: str) -> tuple[Place, str, str]:
        """The place, the name and the value of the credentials in a request."""
        ...


class Bearer(Struct, frozen=True):
    """A bearer token (RFC 6750)."""

    @property
    def needs(self) -> Mapping[str, str]:
        """The token."""
        return {"token": "token"}

    def written(self, *texts: str) -> tuple[Place, str, str]:
        """The header (RFC 6750, section 2.1)."""
        return "header", "authorization", f"Bearer {texts[0]}"


class Basic(Struct, frozen=True):
    """A username and a password (RFC 7617)."""

    @property
    def needs(self) -> Mapping[str, str]:
        """The username and the password, which may be empty."""
        return {"username": "username", "password": "password"}

    def written(self, *texts: str) -> tuple[Place, str, str]:
        """The header (RFC 7617, section 2)."""
        encoded = base64.b64encode(":".join(texts).encode()).decode("ascii")
        return "header", "authorization", f"Basic {encoded}"


class Key(Struct, frozen=True):
    """A text that is sent unchanged."""

    name: str
    place: Place
    wire_name: str

    @property
    def needs(self) -> Mapping[str, str]:
        """The key."""
        return {self.name: self.place}

    def written(self, *texts: str) -> tuple[Place, str, str]:
        """The header, query parameter or cookie."""
        return self.place, self.wire_name, texts[0]


class Grants(Struct, frozen=True, kw_only=True):
    """Where a client gets tokens itself (RFC 6749, sections 4.4 and 6). A URL may be relative."""

    token_url: str | None = None
    """For client credentials."""
    refresh_url: str | None = None
    """For refresh tokens."""
    scopes: Sequence[str] = ()
    """The documented scopes for client credentials."""
    device_url: str | None = None
    """For the device flow (RFC 8628)."""
    device_token_url: str | None = None
    """For tokens by the device flow."""
    device_scopes: Sequence[str] = ()
    """The documented scopes for the device flow."""

    @property
    def needed(self) -> Sequence[str]:
        """The arguments of a client that stand for a token."""
        if self.token_url is not None:
            return ("client_id", "client_secret")
        return () if self.refresh_url is None else ("client_id", "refresh_token")


NO_GRANTS = Grants()


class Security(Struct, frozen=True, kw_only=True):
    """The security schemes of an API."""

    schemes: Sequence[Scheme]
    default: Sequence[Sequence[str]]
    """The alternatives of operations that do not have their own (see `Operation.security`)."""
    required: bool
    """Whether every operation requires credentials."""
    grants: Grants = NO_GRANTS
    """How the client gets tokens itself."""

    def ways(self, alternatives: Sequence[Sequence[str]]) -> list[Sequence[str]]:
        """Alternatives of credentials, and what a client can be given instead of a token."""
        found = [names for names in alternatives if names]
        if needed := self.grants.needed:
            with_token = [names for names in found if "token" in names]
            found += [[*(one for one in names if one != "token"), *needed] for names in with_token]
        return found
