"""Clients that authenticate with a bearer token (RFC 6750)."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import Any, Never, Unpack

import httpx2

from ._call import Call
from ._client import AsyncClient, Client
from ._facts import Facts
from ._secret import Secret
from ._settings import AsyncClientOptions, ClientOptions
from ._source import AsyncKept, AsyncSource, Kept, Source

_TOKEN = re.compile(r"[\x21-\x7e]+", re.ASCII)


class Token(Secret):
    """A bearer token."""

    __slots__ = ("renewable",)

    def __init__(self, text: str, *, renewable: bool) -> None:
        super().__init__(text)
        self.renewable = renewable

    def sign(self, url: httpx2.URL, headers: dict[str, str]) -> httpx2.URL:
        """Add the header (RFC 6750 section 2.1)."""
        headers["authorization"] = f"Bearer {self.reveal()}"
        return url


class TokenClient(Client):
    """A client that sends a bearer token."""

    def __init__(
        self, *positional: Never, token: Source | None = None, **options: Unpack[ClientOptions]
    ) -> None:
        """Create a client. Nothing is sent yet.

        Args:
            *positional: Refused; all arguments are keyword-only.
            token: The token; or a function that returns it, asked when it is first needed and once
                more when the server responds with 401, in a thread of its own. Unless given, it is
                taken from the environment.
            **options: See `ClientOptions`.

        Raises:
            TypeError: An option is unknown or has the wrong type.
            ValueError: The token is missing or cannot be sent, or an option has an invalid value.
        """
        super().__init__(*positional, **options)
        is_optional = self._sign is not None
        source = _from_environment(self._facts, is_optional=is_optional) if token is None else token
        check = _asked if callable(source) else _fixed
        self._token = None if source is None else Kept(source, check)

    @classmethod
    def _credential_names(cls) -> Sequence[str]:
        return ("token",)

    def _credentials(self, call: Call[Any]) -> Token | None:
        if self._token is None:
            return None
        refused = call.refused
        return self._token.get(refused if isinstance(refused, Token) else None, call)


class AsyncTokenClient(AsyncClient):
    """An async client that sends a bearer token."""

    def __init__(
        self,
        *positional: Never,
        token: AsyncSource | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Create a client. Nothing is sent yet.

        Args:
            *positional: Refused; all arguments are keyword-only.
            token: The token; or a function that returns it, asked when it is first needed and once
                more when the server responds with 401; in a thread of its own unless it is async.
                Unless given, it is taken from the environment.
            **options: See `AsyncClientOptions`.

        Raises:
            TypeError: An option is unknown or has the wrong type.
            ValueError: The token is missing or cannot be sent, or an option has an invalid value.
        """
        super().__init__(*positional, **options)
        is_optional = self._sign is not None
        source = _from_environment(self._facts, is_optional=is_optional) if token is None else token
        check = _asked if callable(source) else _fixed
        self._token = None if source is None else AsyncKept(source, check)

    @classmethod
    def _credential_names(cls) -> Sequence[str]:
        return ("token",)

    async def _credentials(self, call: Call[Any]) -> Token | None:
        if self._token is None:
            return None
        refused = call.refused
        return await self._token.get(refused if isinstance(refused, Token) else None, call)


def _from_environment(facts: Facts, *, is_optional: bool) -> str | None:
    variable = f"{facts.environment}_TOKEN"
    token = os.environ.get(variable)
    if token is None and not is_optional:
        raise ValueError(f"{facts.title} requires a token: pass token= or set {variable}")
    return token


def _fixed(text: object) -> Token:
    return _checked(text, renewable=False)


def _asked(text: object) -> Token:
    return _checked(text, renewable=True)


def _checked(token: object, *, renewable: bool) -> Token:
    """Refuse an invalid token. The error omits it: it may be a token with a typo."""
    if not isinstance(token, str):
        raise TypeError(
            f"the token must be a str, or a function that returns one, not {type(token).__name__}"
        )
    if not token:
        raise ValueError("the token is empty")
    if not _TOKEN.fullmatch(token):
        raise ValueError("the token contains spaces, line breaks or characters that are not ASCII")
    return Token(token, renewable=renewable)
