"""Keeps the rate limit of an API, so that the server does not have to refuse requests."""

from __future__ import annotations

import math
from heapq import heappop, heappush

from ._process_lock import ProcessLock


class RateLimit:
    """At most so many requests in any period of so many seconds; retries and pages count, too.

    A tenth of the requests can be sent at once. The others are spread evenly: a call waits for its
    turn, within its deadline. Pass one object to all clients that share a limit, such as those with
    the same token. Other processes are not counted.
    """

    def __init__(self, requests: int, seconds: float = 60.0) -> None:
        """Set the limit.

        Raises:
            TypeError: An argument has the wrong type.
            ValueError: An argument is not above 0.
        """
        _check(requests, seconds)
        self.requests = requests
        self.seconds = seconds
        burst = max(1, requests // 10)
        # A burst and then one request per pause: no period has more than the limit.
        self._pause = seconds / (requests - burst + 1)
        self._ahead = (burst - 1) * self._pause
        """How long before its even place a request may be sent."""
        self._place = -math.inf
        """The even place of the next request."""
        self._returned: list[float] = []
        """When turns are that were taken and not used, as a heap."""
        self._lock = ProcessLock()

    def take(self, now: float, longest: float | None) -> float | None:
        """Take the next turn; the seconds until it, or None if they are more than `longest`."""
        with self._lock:
            while self._returned and self._returned[0] < now:
                heappop(self._returned)
            if self._returned:
                wait = self._returned[0] - now
                if longest is not None and wait >= longest:
                    return None
                heappop(self._returned)
                return wait
            place = max(self._place, now)
            wait = max(0.0, place - self._ahead - now)
            if longest is not None and wait >= longest:
                return None
            self._place = place + self._pause
            return wait

    def give_back(self, turn: float) -> None:
        """Let another call have the turn at a time, since nothing will be sent then."""
        with self._lock:
            heappush(self._returned, turn)

    def __repr__(self) -> str:
        return f"RateLimit({self.requests}, seconds={self.seconds:g})"


def _check(requests: object, seconds: object) -> None:
    if isinstance(requests, bool) or not isinstance(requests, int):
        raise TypeError(f"requests must be an int, not {type(requests).__name__}")
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise TypeError(f"seconds must be a number, not {type(seconds).__name__}")
    if requests < 1:
        raise ValueError(f"requests must be at least 1: {requests}")
    if not (math.isfinite(seconds) and seconds > 0):
        raise ValueError(f"seconds must be above 0: {seconds}")
