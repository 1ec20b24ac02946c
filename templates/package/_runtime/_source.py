"""Sources of credentials: a text, or a function that is called when one is needed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast
from weakref import WeakKeyDictionary

from ._deadline import DeadlinePassed, aside, async_aside
from ._options import is_async
from ._process_lock import ProcessLock
from ._secret import Secret

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Lock

    from ._call import Call

Source: TypeAlias = str | Callable[[], str]
AsyncSource: TypeAlias = str | Callable[[], str | Awaitable[str]]

S = TypeVar("S", bound=Secret)


class Renewable(Generic[S]):
    """The current credential. One thread renews it while others wait."""

    renewable = True
    """Whether there may be another one."""

    def __init__(self) -> None:
        self._known: S | None = None
        self._lock = ProcessLock()

    def renew(self, call: Call[Any]) -> S:
        """Another credential, within the deadline of a call."""
        raise NotImplementedError

    def get(self, refused: Secret | None, call: Call[Any]) -> S:
        """The credential; neither a stale nor the refused one, unless there is no other.

        Raises:
            DeadlinePassed: The deadline of the call passed before there was one.
        """
        known = self._known
        if known is None or (self.renewable and (known is refused or known.is_stale())):
            if not self._lock.acquire(call.remaining()):
                raise DeadlinePassed
            try:
                known = self._known
                if known is None or known is refused or known.is_stale():
                    known = self._known = self.renew(call)
            finally:
                self._lock.release()
        return known


class Kept(Renewable[S]):
    """A credential from a source.

    `check` turns a text into a secret, or raises if it cannot be sent. A text is checked at once. A
    function is called in a separate thread, because it may take longer than the deadline.
    """

    def __init__(self, source: Source, check: Callable[[str], S]) -> None:
        if is_async(source):
            raise TypeError(
                "the credential is an async function, which only the async client accepts"
            )
        super().__init__()
        self.renewable = callable(source)
        self._source = source if callable(source) else None  # never the text itself
        self._check = check
        if not callable(source):
            self._known = check(source)

    def renew(self, call: Call[Any]) -> S:
        """The text, or the current result of the function."""
        if self._source is None:
            return cast("S", self._known)
        return self._check(aside(self._source, call.remaining()))


class AsyncRenewable(Generic[S]):
    """The current credential. One task renews it while others wait."""

    renewable = True
    """Whether there may be another one."""

    def __init__(self) -> None:
        self._known: S | None = None
        self._locks: WeakKeyDictionary[AbstractEventLoop, Lock] = WeakKeyDictionary()

    async def renew(self, call: Call[Any]) -> S:
        """Another credential, within the deadline of a call."""
        raise NotImplementedError

    async def get(self, refused: Secret | None, call: Call[Any]) -> S:
        """The credential; neither a stale nor the refused one, unless there is no other."""
        known = self._known
        if known is None or (self.renewable and (known is refused or known.is_stale())):
            from asyncio import Lock, get_running_loop

            async with self._locks.setdefault(get_running_loop(), Lock()):
                known = self._known
                if known is None or known is refused or known.is_stale():
                    known = self._known = await self.renew(call)
        return known


class AsyncKept(AsyncRenewable[S]):
    """A credential from a source.

    A sync function is called in a separate thread, so that it does not block the event loop.
    """

    def __init__(self, source: AsyncSource, check: Callable[[str], S]) -> None:
        super().__init__()
        self.renewable = callable(source)
        self._source = source if callable(source) else None  # never the text itself
        self._check = check
        if not callable(source):
            self._known = check(source)

    async def renew(self, call: Call[Any]) -> S:
        """The text, or the current result of the function."""
        del call
        if self._source is None:
            return cast("S", self._known)
        return self._check(await _asked(self._source))


async def _asked(source: Callable[[], str | Awaitable[str]]) -> str:
    text = source() if is_async(source) else await async_aside(source)
    return await text if isinstance(text, Awaitable) else text
