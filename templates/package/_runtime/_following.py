"""The decisions of a wait for an operation that takes long. Nothing here sends."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any, Unpack, cast

import httpx2
import msgspec
from msgspec import Struct, structs

from .._api import FACTS
from ..errors import APIResponseError
from ._operation import Operation, Request
from ._raising import about, contradiction
from ._reached import reached
from ._reading import UNDECODABLE, leniently
from ._redirect import is_same_origin, safe_target
from ._response import Response
from ._wait import Goal, Look, Pause, Reached, Seen, Wait, WaitOptions
from ._wait_errors import WaitFailedError

_MONITORS = ("operation-location", "azure-asyncoperation")
"""Headers with the URL of a status monitor, whose body has a `status`."""
_SUCCEEDED = frozenset({"succeeded", "completed"})
_FAILED = frozenset({"failed", "canceled", "cancelled"})
_ANY = {"*/*": bytes}


class Ending(Struct, frozen=True, kw_only=True):
    """What an operation that takes long ends with."""

    result: object = None
    """The type of the result, for msgspec; None if there is none."""
    is_at_path: bool = False
    """Whether the result is that of a GET of the same path."""


class _Next(Look, frozen=True):
    """A request after the first one. What callers add by options was for that one."""

    @property
    def is_complete(self) -> bool:
        return True


class _Step(Enum):
    """What the last response is."""

    BEGUN = auto()
    MONITOR = auto()
    LOCATION = auto()
    RESULT = auto()


class Following(Wait):
    """The state of a wait for an operation that takes long."""

    def __init__(self, kind: Ending, request: Request[Any], **options: Unpack[WaitOptions]) -> None:
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
    def status(self) -> str | None:
        """The last status that a status monitor reported; None if none did."""
        return self._state if isinstance(self._state, str) else None

    @property
    def request(self) -> Look:
        """The next request."""
        one, url = self._request, self._url
        successes: dict[int | str, object] = {204: None, "2XX": self._kind.result}
        if self._step is _Step.LOCATION:
            successes[202] = _ANY
        elif self._step is _Step.MONITOR:
            successes = {"2XX": _ANY}
        operation: Operation[Any] = structs.replace(
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
            texts = [reached(body, ("error", name)) for name in ("code", "message")]
            reason = ": ".join(one for one in texts if isinstance(one, str) and one)
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
