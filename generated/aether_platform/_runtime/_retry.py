"""What follows an attempt: the decisions of the retry loop, without doing any of it.

An attempt ends in an `Outcome`; `Retry.after` makes a `Decision` of it. Whether an attempt may be
repeated depends on what its method promises (RFC 9110 section 9.2.2) and on how far it came.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TypeAlias

from msgspec import Struct

from ._process_lock import ProcessLock

IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})
_RETRIED = frozenset({408, 429, 500, 502, 503, 504})
_REFUSED_FOR_NOW = frozenset({429, 503})
"""With `Retry-After` they say that the request was not carried out, whatever its method."""

FIRST_DELAY = 0.5
LONGEST_DELAY = 8.0
LONGEST_RETRY_AFTER = 60.0


class Failure(Enum):
    """How an attempt ended that brought no whole answer."""

    NOT_SENT = auto()
    """No byte of the request can have reached the server."""
    INTERRUPTED = auto()
    """The connection broke; the server may have carried the request out."""
    TIMED_OUT = auto()
    """The server was too slow; it may have carried the request out."""
    FATAL = auto()
    """Trying again cannot help: a certificate that is not trusted, a request that is not HTTP."""


class Answered(Struct, frozen=True):
    """An attempt brought a whole answer."""

    status_code: int
    retry_after: float | None = None


Outcome: TypeAlias = Answered | Failure


class Sleep(Struct, frozen=True):
    """Try again after so many seconds."""

    seconds: float


class End(Enum):
    """The call is over."""

    RETURN = auto()
    """Make a value or an error of the answer."""
    RAISE = auto()
    """Raise what the attempt failed with."""
    DEADLINE = auto()
    """Raise that the call's time is up, or that it leaves none to try again."""


Decision: TypeAlias = Sleep | End


class Budget:
    """How many retries a client may spend when a server fails again and again.

    A token bucket as botocore's: a retry takes tokens, a success gives back what its retries took,
    or one. Once it is empty, calls fail at their first attempt, so that a server that is down is
    not sent three times its load. All clients derived from one share it, whatever their threads.
    """

    CAPACITY = 500
    RETRY = 5
    RETRY_AFTER_TIMEOUT = 10
    SUCCESS = 1

    def __init__(self) -> None:
        self._lock = ProcessLock()
        self._tokens = self.CAPACITY

    def take(self, tokens: int) -> bool:
        """Take so many tokens, unless there are too few."""
        with self._lock:
            if tokens > self._tokens:
                return False
            self._tokens -= tokens
            return True

    def give(self, tokens: int) -> None:
        """Give tokens back; the bucket does not overflow."""
        if self._tokens < self.CAPACITY:
            with self._lock:
                self._tokens = min(self.CAPACITY, self._tokens + tokens)


class Policy(Struct, frozen=True, kw_only=True):
    """What a call allows."""

    repeatable: bool
    """Whether sending the request twice is the same as sending it once."""
    max_retries: int
    """How many attempts may follow the first."""
    deadline: float | None
    """Seconds for all attempts and the sleeps between them."""


class Retry:
    """The attempts of one call: counts them, and decides after each whether there is another."""

    def __init__(
        self,
        policy: Policy,
        budget: Budget,
        clock: Callable[[], float],
        jitter: Callable[[], float],
    ) -> None:
        """Begin a call.

        Args:
            policy: What the call allows.
            budget: What its client may spend on retries.
            clock: Seconds that never go backwards.
            jitter: A number from 0 to below 1 by chance.
        """
        self.attempts = 1
        self._policy = policy
        self._budget = budget
        self._clock = clock
        self._jitter = jitter
        self._started = clock()
        self._retries = 0
        self._spent = 0

    @property
    def elapsed(self) -> float:
        """Seconds since the call began."""
        return self._clock() - self._started

    @property
    def remaining(self) -> float | None:
        """Seconds until the deadline, not below 0; None without one."""
        deadline = self._policy.deadline
        return None if deadline is None else max(0.0, deadline - self.elapsed)

    def after(self, outcome: Outcome) -> Decision:
        """Decide what follows an attempt."""
        end = End.RAISE
        if isinstance(outcome, Answered):
            if outcome.status_code < 400:
                self._budget.give(self._spent or Budget.SUCCESS)
                return End.RETURN
            end = End.RETURN
        elif self.remaining == 0.0:
            return End.DEADLINE
        if not self._worth_it(outcome) or self._retries >= self._policy.max_retries:
            return end
        seconds = self._pause(outcome)
        if seconds is not None and not self._in_time(seconds):
            return End.RETURN if isinstance(outcome, Answered) else End.DEADLINE
        if seconds is None or not self._afford(outcome):
            return end
        self.attempts += 1
        self._retries += 1
        return Sleep(seconds)

    def again(self) -> None:
        """Count an attempt that is no retry: the same request with other credentials."""
        self.attempts += 1

    def _worth_it(self, outcome: Outcome) -> bool:
        """Whether repeating may help and does no harm."""
        match outcome:
            case Answered(status, retry_after):
                told = status in _REFUSED_FOR_NOW and retry_after is not None
                return status in _RETRIED and (self._policy.repeatable or told)
            case Failure.NOT_SENT:
                return True
            case Failure.FATAL:
                return False
            case Failure.INTERRUPTED | Failure.TIMED_OUT:
                return self._policy.repeatable

    def _pause(self, outcome: Outcome) -> float | None:
        """How long to wait: what the server says, else a random part of a growing time.

        None if the server says longer than a caller would want to wait.
        """
        if isinstance(outcome, Answered) and outcome.retry_after is not None:
            return outcome.retry_after if outcome.retry_after <= LONGEST_RETRY_AFTER else None
        doublings = min(self._retries, 10)  # from the fourth on there is no difference
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
