"""Clients that authenticate with a bearer token (RFC 6750)."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias, TypeVar, Unpack
from weakref import WeakKeyDictionary

from ._client import AsyncClient, Client
from ._facts import Facts
from ._secret import Secret
from ._settings import AsyncClientOptions, ClientOptions

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Lock

TokenSource: TypeAlias = str | Callable[[], str]
AsyncTokenSource: TypeAlias = str | Callable[[], str | Awaitable[str]]

R = TypeVar("R")

_TOKEN = re.compile(r"[\x21-\x7e]+", re.ASCII)


class TokenClient(Client):
    """A client that sends a bearer token."""

    def __init__(
        self, *, token: TokenSource | None = None, **options: Unpack[ClientOptions]
    ) -> None:
        """Make a client; nothing is sent yet.

        Args:
            token: The token; or a function that returns it, asked when it is first needed and once
                more when the server answers 401. Unless given, it is taken from the environment.
            **options: See `ClientOptions`.

        Raises:
            ValueError: There is no token, or it is none that can be sent; an option makes no sense.
        """
        super().__init__(**options)
        source = _given(token, self._facts)
        self._renewable = callable(source)
        self._tokens = _Tokens(source)

    def _credentials(self, refused: Secret | None) -> Secret:
        return self._tokens.get(refused)


class AsyncTokenClient(AsyncClient):
    """An async client that sends a bearer token."""

    def __init__(
        self, *, token: AsyncTokenSource | None = None, **options: Unpack[AsyncClientOptions]
    ) -> None:
        """Make a client; nothing is sent yet.

        Args:
            token: The token; or a function, which may be async, that returns it, asked when it is
                first needed and once more when the server answers 401. Unless given, it is taken
                from the environment.
            **options: See `AsyncClientOptions`.

        Raises:
            ValueError: There is no token, or it is none that can be sent; an option makes no sense.
        """
        super().__init__(**options)
        source = _given(token, self._facts)
        self._renewable = callable(source)
        self._tokens = _AsyncTokens(source)

    async def _credentials(self, refused: Secret | None) -> Secret:
        return await self._tokens.get(refused)


class _Tokens:
    """The token in use; where it must be asked for, one thread asks and the others wait."""

    def __init__(self, source: Secret | Callable[[], str]) -> None:
        self._source = source
        self._known = source if isinstance(source, Secret) else None
        self._lock = threading.Lock()

    def get(self, refused: Secret | None) -> Secret:
        """The token, not the one refused unless the source has no other."""
        if isinstance(self._source, Secret):
            return self._source
        if self._known is None or self._known is refused:
            with self._lock:
                if self._known is None or self._known is refused:
                    self._known = _checked(self._source())
        return self._known


class _AsyncTokens:
    """The token in use; where it must be asked for, one task asks and the others wait."""

    def __init__(self, source: Secret | Callable[[], str | Awaitable[str]]) -> None:
        self._source = source
        self._known = source if isinstance(source, Secret) else None
        self._locks: WeakKeyDictionary[AbstractEventLoop, Lock] = WeakKeyDictionary()

    async def get(self, refused: Secret | None) -> Secret:
        """The token, not the one refused unless the source has no other."""
        if isinstance(self._source, Secret):
            return self._source
        if self._known is None or self._known is refused:
            from asyncio import Lock, get_running_loop

            async with self._locks.setdefault(get_running_loop(), Lock()):
                if self._known is None or self._known is refused:
                    token = self._source()
                    self._known = _checked(token if isinstance(token, str) else await token)
        return self._known


def _given(token: str | Callable[[], R] | None, facts: Facts) -> Secret | Callable[[], R]:
    if callable(token):
        return token
    variable = f"{facts.environment}_TOKEN"
    if token is None:
        token = os.environ.get(variable)
    if token is None:
        raise ValueError(f"{facts.title} needs a token: pass token= or set {variable}")
    return _checked(token)


def _checked(token: str) -> Secret:
    """Refuse what cannot be a token; the text is not repeated, it may be one with a slip."""
    if not token:
        raise ValueError("the token is empty")
    if not _TOKEN.fullmatch(token):
        raise ValueError("the token has spaces, line ends or characters beyond ASCII")
    return Secret(token)
