"""The decisions of the retry loop. Nothing here sends or sleeps.

An attempt ends in an `Outcome`, for which `Retry.after` returns a `Decision`. Whether an attempt
may be repeated depends on its method (RFC 9110 section 9.2.2) and on how far it got.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TypeAlias

from msgspec import Struct

from ._process_lock import ProcessLock

IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"})
_RETRIED = frozenset({408, 429, 500, 502, 503, 504})
_REFUSED_FOR_NOW = frozenset({429, 503})
"""With `Retry-After`, these mean that the request was not carried out, whatever its method."""

FIRST_DELAY = 0.5
LONGEST_DELAY = 8.0
LONGEST_RETRY_AFTER = 60.0


class Failure(Enum):
    """Why an attempt has no complete response."""

    NOT_SENT = auto()
    """No byte of the request can have reached the server."""
    INTERRUPTED = auto()
    """The connection broke. The server may have carried out the request."""
    TIMED_OUT = auto()
    """The server was too slow. It may have carried out the request."""
    FATAL = auto()
    """A retry cannot help, as with an untrusted certificate or a request that is not HTTP."""


class Responded(Struct, frozen=True):
    """An attempt has a complete response."""

    status_code: int
    retry_after: float | None = None
    should_retry: bool | None = None
    """What the server says, if it says it."""


Outcome: TypeAlias = Responded | Failure


class Sleep(Struct, frozen=True):
    """Try again after this many seconds."""

    seconds: float


class End(Enum):
    """The call is over."""

    RETURN = auto()
    """Return the result of the response, or raise its error."""
    RAISE = auto()
    """Raise the failure of the attempt."""
    UNREPEATABLE = auto()
    """Return or raise, although another attempt might help: the request cannot be sent again."""
    DEADLINE = auto()
    """Raise that the deadline has passed, or leaves no time for another attempt."""


Decision: TypeAlias = Sleep | End


class Budget:
    """Limits the retries of a client while a server keeps failing.

    A token bucket like that of botocore. A retry takes tokens; a success returns the tokens that
    its retries took, or one. While the bucket is empty, calls are not retried, so a server that is
    down does not get three times its load. Clients derived from one client share the bucket, in all
    threads.
    """

    CAPACITY = 500
    RETRY = 5
    RETRY_AFTER_TIMEOUT = 10
    SUCCESS = 1

    def __init__(self) -> None:
        self._lock = ProcessLock()
        self._tokens = self.CAPACITY

    def take(self, tokens: int) -> bool:
        """Take tokens; return False if there are too few."""
        with self._lock:
            if tokens > self._tokens:
                return False
            self._tokens -= tokens
            return True

    def give(self, tokens: int) -> None:
        """Return tokens, up to the capacity."""
        if self._tokens < self.CAPACITY:
            with self._lock:
                self._tokens = min(self.CAPACITY, self._tokens + tokens)


class Policy(Struct, frozen=True, kw_only=True):
    """The limits of a call."""

    repeatable: bool
    """Whether sending the request twice has the same effect as sending it once."""
    max_retries: int
    """The maximum number of attempts after the first."""
    deadline: float | None
    """Seconds for all attempts and the sleeps between them."""


class Retry:
    """Counts the attempts of one call, and decides after each whether another follows."""

    def __init__(
        self,
        policy: Policy,
        budget: Budget,
        clock: Callable[[], float],
        jitter: Callable[[], float],
        started: float | None = None,
    ) -> None:
        """Begin a call.

        Args:
            policy: The limits of the call.
            budget: The retry budget of the client.
            clock: A monotonic clock, in seconds.
            jitter: Returns a random number from 0 to below 1.
            started: When the call began, by the clock. Default: now.
        """
        self.attempts = 1
        self._policy = policy
        self._budget = budget
        self._clock = clock
        self._jitter = jitter
        self.started = clock() if started is None else started
        """When the call began, by the clock."""
        self._retries = 0
        self._spent = 0

    @property
    def elapsed(self) -> float:
        """Seconds since the call began."""
        return self._clock() - self.started

    @property
    def remaining(self) -> float | None:
        """Seconds until the deadline, at least 0; None without a deadline."""
        deadline = self._policy.deadline
        return None if deadline is None else max(0.0, deadline - self.elapsed)

    def after(self, outcome: Outcome, *, may_send: bool = True) -> Decision:
        """Decide what follows an attempt; `may_send` if the request can be sent again."""
        end = End.RAISE
        if isinstance(outcome, Responded):
            if outcome.status_code < 400:
                self._budget.give(self._spent or Budget.SUCCESS)
                return End.RETURN
            end = End.RETURN
        elif self.remaining == 0.0:
            return End.DEADLINE
        if not self._worth_it(outcome) or self._retries >= self._policy.max_retries:
            return end
        seconds = self._pause(outcome) if may_send else None
        if seconds is not None and not self._in_time(seconds):
            return End.RETURN if isinstance(outcome, Responded) else End.DEADLINE
        if seconds is None or not self._afford(outcome):
            return end if may_send else End.UNREPEATABLE
        self.attempts += 1
        self._retries += 1
        return Sleep(seconds)

    def again(self) -> None:
        """Count an attempt that is not a retry, such as one with renewed credentials."""
        self.attempts += 1

    def _worth_it(self, outcome: Outcome) -> bool:
        """Whether a retry may help and is safe."""
        match outcome:
            case Responded(_, _, bool(said)):
                return said
            case Responded(status, retry_after):
                not_carried_out = status in _REFUSED_FOR_NOW and retry_after is not None
                return status in _RETRIED and (self._policy.repeatable or not_carried_out)
            case Failure.NOT_SENT:
                return True
            case Failure.FATAL:
                return False
            case Failure.INTERRUPTED | Failure.TIMED_OUT:
                return self._policy.repeatable

    def _pause(self, outcome: Outcome) -> float | None:
        """Seconds to wait: `Retry-After`, else exponential backoff with full jitter.

        None if `Retry-After` is longer than `LONGEST_RETRY_AFTER`.
        """
        if isinstance(outcome, Responded) and outcome.retry_after is not None:
            return outcome.retry_after if outcome.retry_after <= LONGEST_RETRY_AFTER else None
        doublings = min(self._retries, 10)  # more make no difference
        return min(LONGEST_DELAY, FIRST_DELAY * 2.0**doublings) * self._jitter()

    def _in_time(self, seconds: float) -> bool:
        remaining = self.remaining
        return remaining is None or seconds < remaining

    def _afford(self, outcome: Outcome) -> bool:
        timed_out = outcome is Failure.TIMED_OUT
        cost = Budget.RETRY_AFTER_TIMEOUT if timed_out else Budget.RETRY
        if not self._budget.take(cost):
            return False
        self._spent += cost
        return True
