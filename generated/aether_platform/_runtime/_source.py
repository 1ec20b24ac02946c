"""Where credentials come from: given once, or asked for when they are needed and when refused."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar
from weakref import WeakKeyDictionary

from ._secret import Secret

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Lock

Source: TypeAlias = str | Callable[[], str]
AsyncSource: TypeAlias = str | Callable[[], str | Awaitable[str]]

S = TypeVar("S", bound=Secret)


class Kept(Generic[S]):
    """The credential in use; where it must be asked for, one thread asks and the others wait.

    `check` makes a secret of a text, and refuses what cannot be sent; what is given is checked at
    once.
    """

    def __init__(self, source: Source, check: Callable[[str], S]) -> None:
        self.renewable = callable(source)
        """Whether the source may have others."""
        self._source = source if callable(source) else check(source)
        self._known: S | None = None
        self._check = check
        self._lock = threading.Lock()

    def get(self, refused: Secret | None) -> S:
        """The credential, not the one refused unless the source has no other."""
        if not callable(self._source):
            return self._source
        known = self._known
        if known is None or known is refused:
            with self._lock:
                known = self._known
                if known is None or known is refused:
                    known = self._known = self._check(self._source())
        return known


class AsyncKept(Generic[S]):
    """The credential in use; where it must be asked for, one task asks and the others wait."""

    def __init__(self, source: AsyncSource, check: Callable[[str], S]) -> None:
        self.renewable = callable(source)
        """Whether the source may have others."""
        self._source = source if callable(source) else check(source)
        self._known: S | None = None
        self._check = check
        self._locks: WeakKeyDictionary[AbstractEventLoop, Lock] = WeakKeyDictionary()

    async def get(self, refused: Secret | None) -> S:
        """The credential, not the one refused unless the source has no other."""
        if not callable(self._source):
            return self._source
        known = self._known
        if known is None or known is refused:
            from asyncio import Lock, get_running_loop

            async with self._locks.setdefault(get_running_loop(), Lock()):
                known = self._known
                if known is None or known is refused:
                    text = self._source()
                    known = self._known = self._check(text if isinstance(text, str) else await text)
        return known
