"""Timeouts that end with the deadline of a call, and functions that would not end by themselves."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Self, TypeVar

T = TypeVar("T")


class DeadlinePassed(TimeoutError):
    """The deadline of a call passed while it waited for something other than a response."""


class Until(float):
    """A timeout in seconds that gets shorter as the deadline of a call comes nearer.

    httpx2 hands timeouts to each operation on a connection as they are, so that a subclass of
    `float` arrives where the waiting is done. Whoever does not know it sees the number that it was
    at the beginning of the attempt.
    """

    _remaining: Callable[[], float | None]

    def __new__(cls, seconds: float, remaining: Callable[[], float | None]) -> Self:
        """A timeout of `seconds`, or until `remaining` returns 0."""
        until = super().__new__(cls, seconds)
        until._remaining = remaining
        return until

    def left(self) -> float:
        """Seconds that an operation may take which begins now."""
        remaining = self._remaining()
        return float(self) if remaining is None else min(float(self), remaining)


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


def aside(function: Callable[[], T], seconds: float | None) -> T:
    """Call a function in a thread of its own, and wait at most `seconds` for what it returns.

    Nothing can stop a thread: one that takes longer goes on, and what it returns is dropped.

    Raises:
        DeadlinePassed: It took longer.
        BaseException: What the function raises.
    """
    outcome: SimpleQueue[tuple[T] | BaseException] = SimpleQueue()

    def run() -> None:
        try:
            outcome.put((context.run(function),))
        except BaseException as error:
            outcome.put(error)

    context = copy_context()
    Thread(target=run, daemon=True).start()
    try:
        result = outcome.get(timeout=seconds)
    except Empty:
        raise DeadlinePassed from None
    if isinstance(result, BaseException):
        raise result
    return result[0]


async def async_aside(function: Callable[[], T]) -> T:
    """Call a function in a thread of its own, and await what it returns.

    Not in the executor of the event loop: a loop waits for its threads when it ends, and so does
    the interpreter.

    Raises:
        Exception: What the function raises.
    """
    from asyncio import get_running_loop

    loop = get_running_loop()
    future = loop.create_future()

    def settle(result: T | None, error: Exception | None) -> None:
        if future.done():  # nobody waits any longer
            return
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)

    def run() -> None:
        result, raised = None, None
        try:
            result = context.run(function)
        except Exception as error:
            raised = error
        try:
            loop.call_soon_threadsafe(settle, result, raised)
        except RuntimeError:  # the loop is closed
            return

    context = copy_context()
    Thread(target=run, daemon=True).start()
    settled: T = await future
    return settled
