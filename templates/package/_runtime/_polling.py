"""Operations that take long: a response says where to ask whether they are done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Never, TypeVar, cast

import httpx2
from msgspec import structs

from ..errors import APIError
from ._client import AsyncClient, Client
from ._following import Ending, Following
from ._operation import Request
from ._resource import AsyncSender, Sender
from ._wait import Look, Pause, Reached, Seen, async_sent, sent, without_client
from ._wait_errors import WaitFailedError

T = TypeVar("T")
B = TypeVar("B")

TIMEOUT, INTERVAL = 600.0, 2.0


class LongRunning(Ending, Generic[T], frozen=True, kw_only=True):
    """An operation that takes long, and how to get its result `T`."""

    def begin(self, client: Sender, request: Request[B]) -> Poller[T, B]:
        """Send the request that begins it.

        Raises:
            APIError: The call failed.
        """
        if not isinstance(client, Client):
            raise without_client(client)
        return Poller(client, self, request, client.send(_begun(request)))

    async def async_begin(self, client: AsyncSender, request: Request[B]) -> AsyncPoller[T, B]:
        """Send the request that begins it.

        Raises:
            APIError: The call failed.
        """
        if not isinstance(client, AsyncClient):
            raise without_client(client)
        return AsyncPoller(client, self, request, await client.send(_begun(request)))


class _Poller(Generic[T, B]):
    """The common part of `Poller` and `AsyncPoller`."""

    def __init__(self, client: Any, kind: LongRunning[T], request: Request[B], seen: Seen) -> None:
        self.response = cast("B", seen.value)
        """The response of the call that began the operation."""
        self.headers: httpx2.Headers = seen.response.headers
        """Its headers."""
        self._client = client
        self._kind = kind
        self._request = structs.replace(request, target=seen.target)
        self._seen = seen
        self._checking: Following | None = None
        """The wait whose requests `check` sends one by one."""
        self._status: str | None = None
        self._end: Reached | WaitFailedError | None = None

    def status(self) -> str | None:
        """The last status that a status monitor reported; None if none did. Nothing is sent."""
        return self._status

    def done(self) -> bool:
        """Whether a response has said that the operation is over, also if it failed.

        Nothing is sent; see `check`.
        """
        return self._end is not None

    def _new_wait(
        self,
        timeout: float | None = None,
        interval: float = INTERVAL,
        on_state: Callable[[str], object] | None = None,
    ) -> Following:
        return Following(
            self._kind, self._request, timeout=timeout, interval=interval, on_state=on_state
        )

    def _begin_check(self) -> tuple[Following, Pause | Reached]:
        """The wait of the checks, and what follows.

        The first check looks at the response that began the operation.
        """
        wait, self._checking = self._checking, None
        if wait is not None:
            return wait, Pause(0.0)
        wait = self._new_wait()
        return wait, self._after(wait, self._seen)

    def _after(self, wait: Following, outcome: Seen | APIError) -> Pause | Reached:
        """What follows a response. The end is remembered.

        Raises:
            APIError: See `Poller.wait`.
        """
        try:
            step = wait.after(outcome)
        except WaitFailedError as failure:
            self._end = failure
            raise
        finally:
            self._status = wait.status or self._status
        if isinstance(step, Reached):
            self._end = step
        return step

    def _ended(self) -> Reached | None:
        """The end, if it is known.

        Raises:
            WaitFailedError: The operation failed.
        """
        if isinstance(self._end, WaitFailedError):
            raise self._end.with_traceback(None)  # it would grow with each call
        return self._end

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._request.operation.id}>"

    def __reduce__(self) -> Never:
        raise TypeError("a poller has a client and cannot be pickled or copied")


class Poller(_Poller[T, B]):
    """An operation that has begun, after a response `B`. Its result is a `T`."""

    def wait(
        self,
        *,
        timeout: float | None = TIMEOUT,
        interval: float = INTERVAL,
        on_state: Callable[[str], object] | None = None,
    ) -> T:
        """Wait until the operation is done, and return its result.

        Another call after an error continues to wait.

        Args:
            timeout: The seconds for the whole wait, or None for no limit.
            interval: The seconds before the first request. Later pauses are up to four times as
                long, and as long as the server asks.
            on_state: A function that is called with each new status that a status monitor reports.

        Raises:
            WaitFailedError: The operation failed, or was cancelled.
            WaitTimeoutError: The timeout passed.
            APIError: A request failed, and another one would fail as well.
        """
        wait = self._new_wait(timeout, interval, on_state)
        step = self._ended() or self._after(wait, self._seen)
        while isinstance(step, Pause):
            self._client.__pause__(step.seconds)
            step = self._after(wait, sent(self._client, wait.request))
        return cast("T", step.value)

    def result(self, timeout: float | None = TIMEOUT) -> T:
        """The result. If the operation is not done, wait for it: see `wait`."""
        return self.wait(timeout=timeout)

    def check(self) -> bool:
        """Ask once whether the operation is over, for programs that wait in their own way.

        Returns:
            Whether it is over; `status()` and `result()` then send nothing. A fault that may pass
            counts as not over.

        Raises:
            WaitFailedError: The operation failed, or was cancelled.
            APIError: The request failed, and another one would fail as well.
        """
        if self._ended() is not None:
            return True
        wait, step = self._begin_check()
        if isinstance(step, Pause):
            step = self._after(wait, sent(self._client, wait.request))
        while isinstance(step, Pause) and not step.seconds:  # the result is another request
            step = self._after(wait, sent(self._client, wait.request))
        self._checking = wait
        return isinstance(step, Reached)


class AsyncPoller(_Poller[T, B]):
    """An operation that has begun, after a response `B`. Its result is a `T`."""

    async def wait(
        self,
        *,
        timeout: float | None = TIMEOUT,
        interval: float = INTERVAL,
        on_state: Callable[[str], object] | None = None,
    ) -> T:
        """Wait until the operation is done, and return its result.

        Another call after an error continues to wait.

        Args:
            timeout: The seconds for the whole wait, or None for no limit.
            interval: The seconds before the first request. Later pauses are up to four times as
                long, and as long as the server asks.
            on_state: A function that is called with each new status that a status monitor reports.

        Raises:
            WaitFailedError: The operation failed, or was cancelled.
            WaitTimeoutError: The timeout passed.
            APIError: A request failed, and another one would fail as well.
        """
        wait = self._new_wait(timeout, interval, on_state)
        step = self._ended() or self._after(wait, self._seen)
        while isinstance(step, Pause):
            await self._client.__pause__(step.seconds)
            step = self._after(wait, await async_sent(self._client, wait.request))
        return cast("T", step.value)

    async def result(self, timeout: float | None = TIMEOUT) -> T:
        """The result. If the operation is not done, wait for it: see `wait`."""
        return await self.wait(timeout=timeout)

    async def check(self) -> bool:
        """Ask once whether the operation is over, for programs that wait in their own way.

        Returns:
            Whether it is over; `status()` and `result()` then send nothing. A fault that may pass
            counts as not over.

        Raises:
            WaitFailedError: The operation failed, or was cancelled.
            APIError: The request failed, and another one would fail as well.
        """
        if self._ended() is not None:
            return True
        wait, step = self._begin_check()
        if isinstance(step, Pause):
            step = self._after(wait, await async_sent(self._client, wait.request))
        while isinstance(step, Pause) and not step.seconds:  # the result is another request
            step = self._after(wait, await async_sent(self._client, wait.request))
        self._checking = wait
        return isinstance(step, Reached)


def _begun(request: Request[Any]) -> Look:
    return Look(request.operation, request.target, request.headers, request.content)
