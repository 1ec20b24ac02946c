"""Timeouts that end with the deadline of a call, and functions called with a time limit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from contextvars import copy_context
from threading import Event, Thread
from types import TracebackType
from typing import Generic, Self, TypeVar

T = TypeVar("T")


class DeadlinePassed(TimeoutError):
    """The deadline of a call passed while it waited for something other than a response."""


class Until(float):
    """A timeout in seconds that shrinks as the deadline of the call approaches.

    httpx2 passes timeouts unchanged to each operation on a connection, so a subclass of `float`
    arrives where the waiting is done. Other code sees the value at the start of the attempt.
    """

    _remaining: Callable[[], float | None]

    def __new__(cls, seconds: float, remaining: Callable[[], float | None]) -> Self:
        """A timeout of `seconds`, or until `remaining` returns 0."""
        until = super().__new__(cls, seconds)
        until._remaining = remaining
        return until

    def left(self) -> float:
        """The seconds that an operation starting now may take."""
        remaining = self._remaining()
        return float(self) if remaining is None else min(float(self), remaining)


def until_deadline(
    timeouts: Mapping[str, float | None],
    remaining: float | None,
    left: Callable[[], float | None],
    unlimited: Collection[str],
) -> dict[str, float | None]:
    """Shorten timeouts so that they do not reach beyond a deadline.

    Args:
        timeouts: The seconds for each kind of operation.
        remaining: The seconds until the deadline.
        left: Those that an operation has when it starts.
        unlimited: The kinds that keep their timeout for as long as `left` allows.
    """
    limited = dict(timeouts)
    for name, seconds in timeouts.items():
        is_earlier = remaining is not None and (
            seconds is None or (remaining < seconds and name not in unlimited)
        )
        if (shortest := remaining if is_earlier else seconds) is not None:
            limited[name] = Until(shortest, left)
    return limited


def seconds_left(timeout: float | None, passed: type[Exception]) -> float | None:
    """Seconds that an operation with this timeout may take now; None for any time.

    Raises:
        Exception: `passed`, if there is no time left.
    """
    if not isinstance(timeout, Until):
        return timeout
    left = timeout.left()
    if left <= 0.0:
        raise passed("the deadline passed")
    return left


class Outcome(Generic[T]):
    """What a function returns or raises in a thread, for another thread to return or raise."""

    def __init__(self, function: Callable[[], T]) -> None:
        """Call the function in a copy of the context of who makes this."""
        self._context, self._function = copy_context(), function
        self._returned: tuple[T] | None = None
        self._raised: BaseException | None = None

    def happen(self) -> None:
        """Call the function, in the thread that runs this."""
        with self:
            self._returned = (self._context.run(self._function),)

    def get(self) -> T:
        """What it returned.

        Raises:
            BaseException: What it raised.
        """
        if self._returned is None:
            raise self._raised or RuntimeError("the thread has not ended")
        return self._returned[0]

    def __enter__(self) -> None:
        return

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        self._raised = error
        return True


def start(run: Callable[[], object]) -> None:
    """Run a function in a thread of its own, for which the end of the interpreter does not wait.

    Raises:
        OSError: There can be no more threads.
    """
    try:
        Thread(target=run, daemon=True).start()
    except RuntimeError as error:  # the system has no more threads for this process
        raise OSError(str(error)) from error


def aside(function: Callable[[], T], seconds: float | None) -> T:
    """Call a function in a thread of its own, and wait at most `seconds` for its result.

    A thread cannot be stopped. One that takes longer continues, and its result is dropped.

    Raises:
        DeadlinePassed: It took longer.
        OSError: There can be no more threads.
        BaseException: What the function raises.
    """
    outcome, ended = Outcome(function), Event()

    def run() -> None:
        outcome.happen()
        ended.set()

    start(run)
    if not ended.wait(seconds):
        raise DeadlinePassed
    return outcome.get()


async def async_aside(function: Callable[[], T]) -> T:
    """Call a function in a thread of its own, and await its result.

    Not in the executor of the event loop: a loop waits for its threads when it ends, and so does
    the interpreter.

    Raises:
        OSError: There can be no more threads.
        BaseException: What the function raises.
    """
    from asyncio import Event, get_running_loop

    outcome, ended, loop = Outcome(function), Event(), get_running_loop()

    def run() -> None:
        outcome.happen()
        with suppress(RuntimeError):  # the loop is closed
            loop.call_soon_threadsafe(ended.set)

    start(run)
    await ended.wait()
    return outcome.get()
