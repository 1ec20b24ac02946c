"""The ways in which an API authenticates those who call it (OpenAPI 3.1.1, 4.8.27)."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

Place: TypeAlias = Literal["header", "query", "cookie"]


class Scheme(Protocol):
    """A way to authenticate (OpenAPI 3.1.1, 4.8.27)."""

    @property
    def needs(self) -> Mapping[str, str]:
        """The names of its credentials, and what a text must be to be such a one."""
        ...

    def written(self, *texts: str) -> tuple[Place, str, str]:
        """Where the credentials go in a request: the place, the name there, and the text."""
        ...


@dataclass(frozen=True, slots=True)
class Bearer:
    """A token (RFC 6750)."""

    @property
    def needs(self) -> Mapping[str, str]:
        """The token."""
        return {"token": "token"}

    def written(self, *texts: str) -> tuple[Place, str, str]:
        """The header (RFC 6750, section 2.1)."""
        return "header", "authorization", f"Bearer {texts[0]}"


@dataclass(frozen=True, slots=True)
class Basic:
    """A user and a password (RFC 7617)."""

    @property
    def needs(self) -> Mapping[str, str]:
        """Both; the password may be empty."""
        return {"username": "username", "password": "password"}

    def written(self, *texts: str) -> tuple[Place, str, str]:
        """The header (RFC 7617, section 2)."""
        encoded = base64.b64encode(":".join(texts).encode()).decode("ascii")
        return "header", "authorization", f"Basic {encoded}"


@dataclass(frozen=True, slots=True)
class Key:
    """A text that is sent as it is."""

    name: str
    place: Place
    wire_name: str

    @property
    def needs(self) -> Mapping[str, str]:
        """The key."""
        return {self.name: self.place}

    def written(self, *texts: str) -> tuple[Place, str, str]:
        """The header, the parameter or the cookie."""
        return self.place, self.wire_name, texts[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """How the API authenticates those who call it."""

    schemes: Sequence[Scheme]
    default: Sequence[Sequence[str]]
    """The alternatives of the operations that have none of their own (see `Operation.security`)."""
    required: bool
    """Whether there is no operation that can be called without credentials."""
