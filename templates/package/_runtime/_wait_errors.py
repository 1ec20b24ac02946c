"""The errors of a wait that did not reach its state."""

from __future__ import annotations

from typing import Any, Unpack

from ..errors import APIError
from ._response import CallDetails


class WaitError(APIError):
    """A wait ended without the state that it was for.

    The `operation`, the `method` and the `path` are those of the request that was repeated;
    `attempts` is how many times it was sent.
    """

    state: Any
    """The last state that the server reported; None if it reported none."""
    response: Any
    """The last response, decoded; None if there was none."""
    elapsed: float
    """Seconds since the wait began."""

    def __init__(
        self,
        text: str = "",
        /,
        *,
        state: Any = None,
        response: Any = None,
        elapsed: float = 0.0,
        **call: Unpack[CallDetails],
    ) -> None:
        super().__init__(text, **call)
        self.state = state
        self.response = response
        self.elapsed = elapsed


class WaitFailedError(WaitError):
    """The server reported a state from which the awaited state can no longer be reached."""


class WaitTimeoutError(WaitError):
    """The timeout of a wait passed, or leaves no time for another request.

    If the last request failed, its error is the `__cause__`.
    """
