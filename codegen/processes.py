"""A second process for a second processor, and the settings of the interpreter during a run.

Python runs one thread at a time. So a task that is to run beside another one has a process of its own, a
fork: it sees all that there is and sends back what it made. There is no such process on systems other than
Linux, with one processor, or beside further threads, which a fork would leave behind in any state. Then the
task runs when its result is needed. The result is the same.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from traceback import walk_tb
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from codegen.document.budget import length_of_document, within_budget
from codegen.document.failures import Defect, Unusable
from codegen.document.problems import Refused

_First = TypeVar("_First")
_Second = TypeVar("_Second")
_Made = TypeVar("_Made")
_Made_co = TypeVar("_Made_co", covariant=True)

Receive: TypeAlias = Callable[[], Any]
"""Waits for a value that the first process gives to a task."""

_worth_it: ContextVar[bool] = ContextVar("worth it", default=False)


class Task(Protocol[_Made_co]):
    """A task that runs beside the first process, or in it once its result is needed."""

    def give(self, value: object) -> None:
        """Send it a value, which it receives."""

    def result(self) -> _Made_co:
        """Wait for what it returns.

        Raises:
            Refused, Unusable, Defect, ModuleNotFoundError: What the task raised.
        """

    def stop(self) -> None:
        """End it, whatever it does."""


@contextmanager
def beside(work: Callable[[Receive], _Made_co], *, worth_it: bool = True) -> Iterator[Task[_Made_co]]:
    """Run `work` beside the block: in a process of its own if that is possible and `worth_it`."""
    task = _Process(work) if worth_it and _can_fork() else _Later(work)
    try:
        yield task
    finally:
        task.stop()


@contextmanager
def several_processes(*, worth_it: bool) -> Iterator[None]:
    """Whether `run_both` may fork in the block: a fork takes longer than a small task."""
    token = _worth_it.set(worth_it)
    try:
        yield
    finally:
        _worth_it.reset(token)


def run_both(first: Callable[[], _First], second: Callable[[], _Second]) -> tuple[_First, _Second]:
    """Return the results of two tasks, which may run concurrently. Neither sees changes by the other.

    Raises:
        Refused, Unusable, Defect: What a task raised; that of the first if both raised.
    """
    with beside(lambda _: first(), worth_it=_worth_it.get()) as task:
        if isinstance(task, _Later):
            return task.result(), second()
        try:
            made = second()
        except Exception:
            task.result()  # what the first raised goes before
            raise
        return task.result(), made


def made_in_halves(
    first: Callable[[], dict[str, _Made]],
    second: Callable[[], dict[str, _Made]],
    finished: Callable[[dict[str, _Made]], dict[str, _Made]],
) -> dict[str, _Made]:
    """Run two tasks and finish their results: each half in its own process, or both at once in one process.

    Raises:
        Refused, Unusable, Defect: As `run_both`.
    """
    if not (_worth_it.get() and _can_fork()):
        return finished(first() | second())
    one, other = run_both(lambda: finished(first()), lambda: finished(second()))
    return one | other


def _can_fork() -> bool:
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


class _Later(Generic[_Made_co]):
    """A task that runs in this process."""

    def __init__(self, work: Callable[[Receive], _Made_co]) -> None:
        self._work = work
        self._given: deque[object] = deque()

    def give(self, value: object) -> None:
        """Keep the value for the task."""
        self._given.append(value)

    def result(self) -> _Made_co:
        """Run the task."""
        return self._work(self._given.popleft)

    def stop(self) -> None:
        """There is nothing to end."""


class _Process(Generic[_Made_co]):
    """A task in a process of its own."""

    def __init__(self, work: Callable[[Receive], _Made_co]) -> None:
        context = multiprocessing.get_context("fork")
        self._connection, its_end = context.Pipe()
        self._process = context.Process(target=_run, args=(work, its_end, self._connection))
        self._process.start()
        its_end.close()

    def give(self, value: object) -> None:
        """Send the value."""
        with suppress(OSError):  # it is gone, which `result` reports
            self._connection.send((length_of_document(), value))

    def result(self) -> _Made_co:
        """Wait for the outcome."""
        try:
            succeeded, outcome = self._connection.recv()
        except (EOFError, ConnectionResetError) as error:
            message = "a process of the generator was killed, possibly because memory ran out"
            raise Unusable(message) from error
        if not succeeded:
            raise outcome
        made: _Made_co = outcome
        return made

    def stop(self) -> None:
        """Kill the process, unless it has ended."""
        self._process.kill()
        self._connection.close()
        self._process.join()


def _run(work: Callable[[Receive], object], connection: Connection, others_end: Connection) -> None:
    """Run in the process of a task. Interruptions are for the first process, which then ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    others_end.close()
    outcome = _outcome(work, connection)
    with suppress(OSError):  # the first process has gone
        connection.send_bytes(outcome)


def _outcome(work: Callable[[Receive], object], connection: Connection) -> bytes:
    """Whether a task succeeded, and what it returned or raised.

    It may cost as much as the document's length allows. Its clock begins when it starts, and again with each
    value that it receives.
    """
    try:
        with ExitStack() as budgets:
            budgets.enter_context(within_budget(length_of_document()))
            return bytes(ForkingPickler.dumps((True, work(partial(_receive, connection, budgets)))))
    except (Refused, Unusable, Defect, ModuleNotFoundError) as error:
        return pickle.dumps((False, error))
    except Exception as error:  # noqa: BLE001 - where it came from is known here alone
        *_, (frame, line) = walk_tb(error.__traceback__)
        place = f"{Path(frame.f_code.co_filename).name}:{line}"
        return pickle.dumps((False, Defect(f"{place}: {error!r:.300}")))


def _receive(connection: Connection, budgets: ExitStack) -> Any:
    try:
        length, value = connection.recv()
    except (EOFError, ConnectionResetError):
        sys.exit()  # the first process has gone
    budgets.enter_context(within_budget(length))
    return value


@contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Pause garbage collection in the block, since nearly all objects live until its end.

    The collector would look through all of it again and again, which takes two fifths of the time for a
    document of a thousand operations.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


_DEEPEST_RECURSION = 10_000
"""Frames: schemas may refer to one another in chains of hundreds, with a few frames for each link."""


@contextmanager
def deep_recursion() -> Iterator[None]:
    """Let functions call one another as deeply as documents are nested."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _DEEPEST_RECURSION))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
