"""Sources of credentials: a text, or a function that is called when one is needed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar
from weakref import WeakKeyDictionary

from ._deadline import DeadlinePassed, aside, async_aside
from ._options import is_async
from ._process_lock import ProcessLock
from ._secret import Secret

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Lock

Source: TypeAlias = str | Callable[[], str]
AsyncSource: TypeAlias = str | Callable[[], str | Awaitable[str]]

S = TypeVar("S", bound=Secret)


class Kept(Generic[S]):
    """The current credential. If a function provides it, one thread calls it while others wait.

    `check` turns a text into a secret, or raises if it cannot be sent. A text is checked at once. A
    function is called in a separate thread, because it may take longer than the deadline.
    """

    def __init__(self, source: Source, check: Callable[[str], S]) -> None:
        if is_async(source):
            raise TypeError(
                "the credential is an async function, which only the async client accepts"
            )
        self.renewable = callable(source)
        """Whether the source may provide another one."""
        self._source = source if callable(source) else check(source)
        self._known: S | None = None
        self._check = check
        self._lock = ProcessLock()

    def get(self, refused: Secret | None, remaining: Callable[[], float | None]) -> S:
        """The credential; not the refused one, unless the source has no other.

        Raises:
            DeadlinePassed: `remaining` reached 0 before the source returned.
        """
        if not callable(self._source):
            return self._source
        known = self._known
        if known is None or known is refused:
            if not self._lock.acquire(remaining()):
                raise DeadlinePassed
            try:
                known = self._known
                if known is None or known is refused:
                    known = self._known = self._check(aside(self._source, remaining()))
            finally:
                self._lock.release()
        return known


class AsyncKept(Generic[S]):
    """The current credential. If a function provides it, one task calls it while others wait.

    A sync function is called in a separate thread, so that it does not block the event loop.
    """

    def __init__(self, source: AsyncSource, check: Callable[[str], S]) -> None:
        self.renewable = callable(source)
        """Whether the source may provide another one."""
        self._source = source if callable(source) else check(source)
        self._known: S | None = None
        self._check = check
        self._locks: WeakKeyDictionary[AbstractEventLoop, Lock] = WeakKeyDictionary()

    async def get(self, refused: Secret | None) -> S:
        """The credential; not the refused one, unless the source has no other."""
        if not callable(self._source):
            return self._source
        known = self._known
        if known is None or known is refused:
            from asyncio import Lock, get_running_loop

            async with self._locks.setdefault(get_running_loop(), Lock()):
                known = self._known
                if known is None or known is refused:
                    known = self._known = self._check(await _asked(self._source))
        return known


async def _asked(source: Callable[[], str | Awaitable[str]]) -> str:
    text = source() if is_async(source) else await async_aside(source)
    return await text if isinstance(text, Awaitable) else text
