"""Operations that take long: a response says where to ask whether they are done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any, Generic, Never, TypeVar, Unpack, cast

import httpx2
import msgspec

from .._api import FACTS
from ..errors import APIResponseError
from ._client import AsyncClient, Client
from ._operation import Operation, Request
from ._raising import about, contradiction
from ._reached import reached
from ._reading import UNDECODABLE, leniently
from ._redirect import is_same_origin, safe_target
from ._resource import AsyncSender, Sender
from ._response import Response
from ._wait import (
    Goal,
    Look,
    Pause,
    Reached,
    Seen,
    Wait,
    WaitOptions,
    async_sent,
    sent,
    without_client,
)
from ._wait_errors import WaitFailedError

T = TypeVar("T")
B = TypeVar("B")

_MONITORS = ("operation-location", "azure-asyncoperation")
"""Headers with the URL of a status monitor, whose body has a `status`."""
_SUCCEEDED = frozenset({"succeeded", "completed"})
_FAILED = frozenset({"failed", "canceled", "cancelled"})
_ANY = {"*/*": bytes}
TIMEOUT, INTERVAL = 600.0, 2.0


@dataclass(frozen=True, kw_only=True)
class LongRunning(Generic[T]):
    """An operation that takes long, and how to get its result `T`."""

    result: object = None
    """The type of the result, for msgspec; None if there is none."""
    is_at_path: bool = False
    """Whether the result is what a GET of the same path returns."""

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


@dataclass(frozen=True, slots=True)
class _Next(Look):
    """A request after the first one. What callers add by options was for that one."""

    @property
    def is_complete(self) -> bool:
        return True


class _Poller(Generic[T, B]):
    """The common part of `Poller` and `AsyncPoller`."""

    def __init__(self, client: Any, kind: LongRunning[T], request: Request[B], seen: Seen) -> None:
        self.response = cast("B", seen.value)
        """The response of the call that began the operation."""
        self.headers: httpx2.Headers = seen.response.headers
        """Its headers."""
        self._client = client
        self._kind = kind
        self._request = replace(request, target=seen.target)
        self._seen = seen

    def _wait(
        self, timeout: float | None, interval: float, on_state: Callable[[str], object] | None
    ) -> _Following:
        return _Following(
            self._kind, self._request, timeout=timeout, interval=interval, on_state=on_state
        )

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

        Another call after an error goes on waiting.

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
        wait = self._wait(timeout, interval, on_state)
        step = wait.after(self._seen)
        while isinstance(step, Pause):
            self._client.__pause__(step.seconds)
            step = wait.after(sent(self._client, wait.request))
        return cast("T", step.value)


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

        Another call after an error goes on waiting.

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
        wait = self._wait(timeout, interval, on_state)
        step = wait.after(self._seen)
        while isinstance(step, Pause):
            await self._client.__pause__(step.seconds)
            step = wait.after(await async_sent(self._client, wait.request))
        return cast("T", step.value)


class _Step(Enum):
    """What the last response is."""

    BEGUN = auto()
    MONITOR = auto()
    LOCATION = auto()
    RESULT = auto()


class _Following(Wait):
    """The state of a wait for an operation that takes long."""

    def __init__(
        self, kind: LongRunning[Any], request: Request[Any], **options: Unpack[WaitOptions]
    ) -> None:
        super().__init__(Goal(success=("Succeeded",)), request, **options)
        self._kind = kind
        self._step = _Step.BEGUN
        self._url: httpx2.URL | None = None
        self._location: httpx2.URL | None = None
        self._is_elsewhere = False
        """Whether the next request gets no credentials."""
        self._is_result_elsewhere = False
        """Whether that of the location gets none."""
        self._address: httpx2.URL | None = None

    @property
    def request(self) -> Look:
        """The next request."""
        one, url = self._request, self._url
        successes: dict[int | str, object] = {204: None, "2XX": self._kind.result}
        if self._step is _Step.LOCATION:
            successes[202] = _ANY
        elif self._step is _Step.MONITOR:
            successes = {"2XX": _ANY}
        operation: Operation[Any] = replace(
            one.operation, method="GET", successes=successes, has_idempotency_key=False
        )
        target = one.target if url is None else url.raw_path.decode("ascii")
        return _Next(operation, target, {}, None, self._seconds(), url, self._is_elsewhere)

    def _after_response(self, seen: Seen) -> Pause | Reached:
        self._attempts += seen.response.attempts
        if self._step is _Step.RESULT:
            return Reached(seen.value)
        self._seen = seen
        if self._step is _Step.MONITOR:
            return self._after_status(seen)
        is_begun, is_accepted = self._step is _Step.BEGUN, seen.response.status_code == 202
        if self._moves(seen) and (is_begun or is_accepted):
            return self._pause(seen.response.retry_after, None)
        if is_begun and is_accepted:
            text = "202 has no header with the URL to ask whether the operation is done"
            raise APIResponseError(about(seen.response, text), **seen.response.given())
        if is_accepted:
            return self._pause(seen.response.retry_after, None)
        return self._result() if self._kind.is_at_path else Reached(seen.value)

    def _after_status(self, seen: Seen) -> Pause | Reached:
        """What follows the response of a status monitor."""
        try:
            body: object = msgspec.json.decode(cast("bytes", seen.value) or b"null")
        except UNDECODABLE as error:
            raise contradiction(seen.response, error) from None
        self._seen = Seen(body, seen.response, seen.target)
        status = reached(body, ("status",))
        self._report(status, seen.response)
        folded = status.lower() if isinstance(status, str) else ""
        if folded in _FAILED:
            said = [reached(body, ("error", name)) for name in ("code", "message")]
            reason = ": ".join(one for one in said if isinstance(one, str) and one)
            shown = f", {seen.response.shown(reason)}" if reason else ""
            raise self._error(WaitFailedError, f"the state is {self._shown}{shown}")
        if folded not in _SUCCEEDED:
            self._moves(seen)
            return self._pause(seen.response.retry_after, None)
        if self._kind.is_at_path or (self._kind.result is not None and self._location is not None):
            return self._result()
        if self._kind.result is None:
            return Reached(None)
        found = leniently(self._kind.result, reached(body, ("result",)))
        if found is None:
            text = "the operation has succeeded, and its status has no result"
            raise APIResponseError(about(seen.response, text), **seen.response.given())
        return Reached(found[0])

    def _result(self) -> Pause:
        """The request for the result follows at once."""
        self._step = _Step.RESULT
        self._url = None if self._kind.is_at_path else self._location
        self._is_elsewhere = self._url is not None and self._is_result_elsewhere
        return Pause(0.0)

    def _moves(self, seen: Seen) -> bool:
        """Whether a response says where to ask next.

        What another origin says gets no credentials, even if it leads back.
        """
        response = seen.response
        headers = response.headers
        was_elsewhere = self._is_elsewhere or response.is_elsewhere
        if self._address is None:
            self._address = httpx2.URL(response.address)
        base = response.url or httpx2.URL(response.address + self._request.target)
        if location := headers.get("location"):
            self._location = self._safe(location, base, response)
            self._is_result_elsewhere = was_elsewhere or self._is_other(self._location)
        monitors = [headers[name] for name in _MONITORS if headers.get(name)]
        if monitors:
            self._url = self._safe(monitors[0], base, response)
            self._is_elsewhere = was_elsewhere or self._is_other(self._url)
            self._step = _Step.MONITOR
        elif location and self._step is not _Step.MONITOR:
            self._url, self._step = self._location, _Step.LOCATION
            self._is_elsewhere = self._is_result_elsewhere
        return bool(monitors or location)

    def _safe(self, text: str, base: httpx2.URL, response: Response) -> httpx2.URL:
        """Where a header leads. A URL at the documented server counts as one at `base_url=`.

        Raises:
            APIResponseError: It is not safe to go there.
        """
        url = safe_target(text, base, response.credentials)
        if url is None:
            what = "the URL to ask whether the operation is done is not valid, or not safe"
            raise APIResponseError(about(response, what), **response.given())
        if self._address is not None and FACTS.base_url and self._is_other(url):
            documented = httpx2.URL(FACTS.base_url)
            start = documented.raw_path.decode("ascii").rstrip("/")
            target = url.raw_path.decode("ascii")
            if is_same_origin(documented, url) and target.startswith(f"{start}/"):
                return httpx2.URL(str(self._address).rstrip("/") + target.removeprefix(start))
        return url

    def _is_other(self, url: httpx2.URL) -> bool:
        return self._address is not None and not is_same_origin(self._address, url)


def _begun(request: Request[Any]) -> Look:
    return Look(request.operation, request.target, request.headers, request.content)
