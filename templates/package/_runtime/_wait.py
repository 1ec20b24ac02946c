"""The decisions of a wait after a response or an error. Nothing here sends.

Each request of a wait is a call like any other, with retries and the options of the client, within
the timeout of the wait.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from random import random
from time import monotonic
from typing import Any, NotRequired, TypedDict, TypeVar, Unpack, cast

import httpx2
from msgspec import UNSET, Struct, structs

from .._api import FACTS
from ..errors import APIConnectionError, APIError, APIStatusError
from ._client import AsyncClient, Client
from ._failures import may_pass
from ._operation import Request
from ._options import check_seconds, is_async
from ._reached import Path, all_reached, reached
from ._response import Response, about_call
from ._retry_after import should_retry
from ._settings import Settings
from ._wait_errors import WaitError, WaitFailedError, WaitTimeoutError

T = TypeVar("T")

_GROWTH = 1.5
_MOST_INTERVALS = 4.0
"""The longest pause, in intervals."""
_JITTER = 0.25
"""The part of a pause by which it may be longer, so that many clients do not ask at once."""
_LAST_REQUEST = 1.0
"""Seconds before the end of the timeout at which the last request is sent, at most."""
_LONGEST_MISSING = 60.0
"""Seconds in which the server may not know what it has just created."""

_BUSY = frozenset({408, 425, 429})
_HOPELESS = frozenset({501, 505})


class Goal(Struct, frozen=True, kw_only=True):
    """What a wait is for."""

    state: Path = ()
    """The property with the state."""
    success: tuple[object, ...] = ()
    """The states that end the wait."""
    failure: tuple[object, ...] = ()
    """The states that end it with an error. The wait continues in any other state."""
    of_items: bool = False
    """Whether the path leads through lists. The state is then a list: all of its items must be
    states of `success`, and one that is a state of `failure` ends the wait."""
    may_be_missing: bool = False
    """Whether 404 at the beginning means that the server does not know the resource yet."""
    ends_when_missing: bool = False
    """Whether 404 is the goal, as after a deletion."""


class WaitOptions(TypedDict):
    """What a caller says of a wait."""

    timeout: float | None
    interval: float
    on_state: NotRequired[Callable[[Any], object] | None]
    condition: NotRequired[Callable[[Any], bool] | None]
    """What must also be true of a response with one of the states of `success`."""


class Seen(Struct, frozen=True):
    """A response, decoded."""

    value: object
    response: Response
    target: str
    """The path and query that were requested, with additions by options."""


class Pause(Struct, frozen=True):
    """Send the request again after this many seconds."""

    seconds: float


class Reached(Struct, frozen=True):
    """The wait is over, and this is its result."""

    value: object


class Look(Request[Seen], frozen=True):
    """A request of a wait: its call ends with the wait."""

    seconds: float | None = None
    """The seconds that are left of the wait."""
    url: httpx2.URL | None = None
    """Where it goes, if that is not its target below the address of the server."""
    is_elsewhere: bool = False
    """Whether that is at another origin, which gets no credentials."""

    def destination(self) -> tuple[httpx2.URL | None, bool]:
        """Where it goes if not to its target, and whether that is at another origin."""
        return self.url, self.is_elsewhere

    @property
    def template(self) -> str | None:
        """The documented path; None if a server has said where it goes."""
        return self.operation.template if self.url is None else None

    def settings(self, settings: Settings) -> Settings:
        """The settings of the client, with a deadline within the wait."""
        if self.seconds is None:
            return settings
        deadline = settings.deadline
        return structs.replace(settings, deadline=min(self.seconds, deadline or self.seconds))

    def result(self, value: object, response: Response, client: object) -> Seen:
        """The decoded body, with the needed facts about its response."""
        del client
        decoded = structs.replace(response, content=b"")  # to free its memory
        return Seen(value, decoded, self.target)


def sent(client: Client, request: Look) -> Seen | APIError:
    """Send a request of a wait: its response, or the error of its call."""
    try:
        return client.send(request)
    except APIError as error:
        return error


async def async_sent(client: AsyncClient, request: Look) -> Seen | APIError:
    """Send a request of a wait: its response, or the error of its call."""
    try:
        return await client.send(request)
    except APIError as error:
        return error


class Wait:
    """The state of a wait between its requests."""

    def __init__(self, goal: Goal, request: Request[Any], **options: Unpack[WaitOptions]) -> None:
        timeout, interval = options["timeout"], options["interval"]
        on_state, condition = options.get("on_state"), options.get("condition")
        if timeout is not None:
            check_seconds("timeout", timeout, ", or None for no limit")
        check_seconds("interval", interval)
        for name, given in (("on_state", on_state), ("condition", condition)):
            if given is not None and (not callable(given) or is_async(given)):
                raise TypeError(f"{name} must be a function that is not async: {given!r}")
        self._goal = goal
        self._request = request
        self._timeout = timeout
        self._interval = interval
        self._on_state = on_state
        self._condition = condition
        self._started = monotonic()
        self._random: Callable[[], float] = random
        self._pauses = 0
        self._paused = 0.0
        self._attempts = 0
        self._state: object = None
        self._shown = "no state"
        self._seen: Seen | None = None

    @property
    def request(self) -> Look:
        """The next request."""
        one = self._request
        return Look(one.operation, one.target, one.headers, one.content, self._seconds())

    def after(self, outcome: Seen | APIError) -> Pause | Reached:
        """What follows a response or the error of a call.

        Raises:
            WaitFailedError: The awaited state cannot be reached from this state.
            WaitTimeoutError: No time is left.
            APIError: The error, if it is not transient.
        """
        if isinstance(outcome, Seen):
            return self._after_response(outcome)
        self._attempts += outcome.attempts
        is_missing = isinstance(outcome, APIStatusError) and outcome.status_code in {404, 410}
        if is_missing and self._goal.ends_when_missing:
            return Reached(None)
        if not (self._may_come(outcome) if is_missing else is_transient(outcome)):
            raise outcome
        logging.getLogger(FACTS.logger).warning(
            "%s: waiting goes on after %s", outcome.operation, type(outcome).__name__
        )
        asked = outcome.retry_after if isinstance(outcome, APIStatusError) else None
        return self._pause(asked, outcome)

    def _after_response(self, seen: Seen) -> Pause | Reached:
        self._attempts += seen.response.attempts
        self._seen = seen
        state = self._reached(seen.value)
        states = cast("list[object]", state) if self._goal.of_items else [state]
        known = [one for one in states if one is not None]
        self._report(known if self._goal.of_items else state, seen.response)
        if states and all(one is not None and one in self._goal.success for one in states):
            if self._condition is None or self._condition(seen.value):
                return Reached(seen.value)
            return self._pause(seen.response.retry_after, None)
        if any(one is not None and one in self._goal.failure for one in states):
            raise self._error(WaitFailedError, f"the state is {self._shown}")
        return self._pause(seen.response.retry_after, None)

    def _reached(self, value: object) -> object:
        """The state in a response; None if it has none."""
        if not self._goal.state:
            return None
        if self._goal.of_items:
            return all_reached(value, self._goal.state)
        state = reached(value, self._goal.state)
        return None if state is UNSET else state

    def _report(self, state: object, response: Response) -> None:
        """Pass a state on if it is new."""
        if state is not None and state != self._state:
            self._state, self._shown = state, response.shown(_shown(state))
            if self._on_state is not None:
                self._on_state(state)

    def _may_come(self, error: APIError) -> bool:
        """Whether 404 means that the server does not know the resource yet."""
        return (
            self._goal.may_be_missing
            and self._seen is None
            and isinstance(error, APIStatusError)
            and error.status_code == 404
            and self._elapsed() < _LONGEST_MISSING
        )

    def _pause(self, asked: float | None, cause: APIError | None) -> Pause:
        """The pause before the next request: not shorter than the server asks.

        The last request is sent shortly before the end of the timeout.
        """
        intervals = min(_GROWTH ** min(self._pauses, 10), _MOST_INTERVALS)
        self._pauses += 1
        usual = self._interval * intervals * (1.0 + _JITTER * self._random())
        seconds = max(usual, asked or 0.0)
        most = self._left() - min(_LAST_REQUEST, self._interval)
        if seconds > most >= (asked or 0.0) and most > self._interval / 10:
            seconds = most
        if seconds <= most:
            self._paused += seconds
            return Pause(seconds)
        left = "passed" if self._left() <= 0.0 else "leaves no time for another request"
        text = f"the timeout of {self._timeout or 0.0:g} s {left}; the state is {self._shown}"
        raise self._error(WaitTimeoutError, text) from cause

    def _elapsed(self) -> float:
        """The seconds since the start. A fake does not sleep, but its pauses count."""
        return max(monotonic() - self._started, self._paused)

    def _seconds(self) -> float | None:
        """The seconds for the next request."""
        return None if self._timeout is None else max(self._left(), 0.0)

    def _left(self) -> float:
        return math.inf if self._timeout is None else self._timeout - self._elapsed()

    def _error(self, kind: type[WaitError], what: str) -> WaitError:
        one, elapsed = self._request, self._elapsed()
        wanted = " or ".join(map(_shown, self._goal.success)) or "404"
        wanted += "" if self._condition is None else " with the condition"
        requests = "1 request" if self._attempts == 1 else f"{self._attempts} requests"
        operation = one.operation
        text = f"{what} after {elapsed:.1f} s, not {wanted}"
        return kind(
            about_call(text, operation.id, f"{operation.method} {one.path}", requests),
            state=self._state,
            response=None if self._seen is None else self._seen.value,
            elapsed=elapsed,
            operation=operation.id,
            method=operation.method,
            path=one.path,
            attempts=self._attempts,
        )


def is_transient(error: APIError) -> bool:
    """Whether the same request may succeed later."""
    if isinstance(error, APIStatusError):
        said = should_retry(error.headers)
        if said is not None:
            return said
        status = error.status_code
        return status in _BUSY or (status >= 500 and status not in _HOPELESS)
    if isinstance(error, APIConnectionError):
        return may_pass(error)
    return False


def _shown(state: object) -> str:
    """A state in a message: the value of an enum member."""
    if isinstance(state, list):
        return f"[{', '.join(map(_shown, cast('list[object]', state)))}]"
    return repr(getattr(state, "value", state))


def without_client(sender: object) -> TypeError:
    """The error of a wait for a raw response."""
    return TypeError(f"a wait sends several requests, so {type(sender).__name__} cannot send it")
