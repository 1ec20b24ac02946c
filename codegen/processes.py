"""Runs a task in a second process, because Python runs one thread at a time.

The process is a fork, so it sees all data of the first, and sends back its result. `both` runs two tasks at
the same time. An `Assistant` is started early and gets ready for tasks that come later. The tasks run one
after the other if a fork is not possible (systems other than Linux, one processor, other threads, which a
fork would leave in an undefined state) or not worth its cost. The results are the same.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from traceback import walk_tb
from typing import Any, Generic, TypeVar

from codegen.document.budget import length_of_document, within_budget
from codegen.document.failures import Defect, Unusable
from codegen.document.problems import Refused

_First = TypeVar("_First")
_Second = TypeVar("_Second")
_Given = TypeVar("_Given")
_Made = TypeVar("_Made")

_worth_it: ContextVar[bool] = ContextVar("worth it", default=False)


@contextmanager
def several_processes(*, worth_it: bool) -> Iterator[None]:
    """Set whether `both` may start a process in this block. For a small task, a fork takes longer than it."""
    token = _worth_it.set(worth_it)
    try:
        yield
    finally:
        _worth_it.reset(token)


def both(first: Callable[[], _First], second: Callable[[], _Second]) -> tuple[_First, _Second]:
    """Run two independent tasks, at the same time if possible, and return their results.

    Raises:
        Refused, Unusable, Defect: A task raised it. If both raised, the first task counts.
    """
    if not (_worth_it.get() and _can_fork()):
        return first(), second()
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(first, sender, os.getpid()))
    process.start()
    sender.close()
    try:
        try:
            made = second()
        except Exception:
            _received(receiver)  # an error of the first task takes precedence
            raise
        return _received(receiver), made
    except BaseException:
        process.kill()
        raise
    finally:
        receiver.close()
        process.join()


class Assistant(Generic[_Given, _Made]):
    """A process that prepares while the first one does other work, and is given a task later.

    Args:
        prepare: Called in the process. It returns the function that does the task.
    """

    def __init__(self, prepare: Callable[[], Callable[[_Given], _Made]]) -> None:
        context = multiprocessing.get_context("fork")
        self._connection, its_end = context.Pipe()
        ends = its_end, self._connection
        self._process = context.Process(target=_assist, args=(prepare, *ends, os.getpid()))
        self._process.start()
        its_end.close()

    def give(self, given: _Given) -> None:
        """Start a task."""
        with suppress(OSError):  # the process has ended; `made` reports this
            self._connection.send((length_of_document(), given))

    def made(self) -> _Made:
        """Return the result of the last task.

        Raises:
            Refused, Unusable, Defect: The task raised it.
            ModuleNotFoundError: The preparation failed.
        """
        made: _Made = _received(self._connection)
        return made

    def dismiss(self) -> None:
        """Kill the process."""
        self._process.kill()
        self._connection.close()
        self._process.join()


@contextmanager
def assistant(prepare: Callable[[], Callable[[_Given], _Made]]) -> Iterator[Assistant[_Given, _Made] | None]:
    """Provide an assistant for the block, or None if it is not possible."""
    if not _can_fork():
        yield None
        return
    one: Assistant[_Given, _Made] | None = None
    try:
        one = Assistant(prepare)
        yield one
    finally:
        if one is not None:
            one.dismiss()


def _can_fork() -> bool:
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _send(task: Callable[[], object], sender: Connection, first: int) -> None:
    """Run the task in the process that `both` starts."""
    _die_with(first)
    outcome = _outcome(task, length_of_document())
    with suppress(OSError):  # the first process has ended
        sender.send_bytes(outcome)


def _assist(
    prepare: Callable[[], Callable[[_Given], _Made]],
    connection: Connection,
    others_end: Connection,
    first: int,
) -> None:
    """Run tasks in the process of an assistant, until the first process ends."""
    _die_with(first)
    others_end.close()
    ready: list[Callable[[_Given], _Made]] = []
    failed = _outcome(lambda: ready.append(prepare()), 0)
    with suppress(EOFError, OSError):
        while True:
            length, given = connection.recv()
            connection.send_bytes(_outcome(partial(ready[0], given), length) if ready else failed)


_PR_SET_PDEATHSIG = 1  # Linux: prctl(2)


def _die_with(first: int) -> None:
    """Ignore interrupts, which the first process handles, and die with the first process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != first:
        os.kill(os.getpid(), signal.SIGKILL)


def _outcome(task: Callable[[], object], length: int) -> bytes:
    """Run a task within the budget of a document of this length, and serialize its result or error.

    The budget of this process is separate from that of the first one.
    """
    try:
        with within_budget(length):
            return bytes(ForkingPickler.dumps((True, task())))
    except (Refused, Unusable, Defect, ModuleNotFoundError) as error:
        return pickle.dumps((False, error))
    except Exception as error:  # noqa: BLE001 - only this process knows the traceback
        *_, (frame, line) = walk_tb(error.__traceback__)
        place = f"{Path(frame.f_code.co_filename).name}:{line}"
        return pickle.dumps((False, Defect(f"{place}: {error!r:.300}")))


def _received(receiver: Connection) -> Any:
    try:
        succeeded, outcome = receiver.recv()
    except (EOFError, ConnectionResetError) as error:
        raise Unusable("a process of the generator was killed, possibly because memory ran out") from error
    if not succeeded:
        raise outcome
    return outcome


@contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Pause garbage collection in the block, because nearly all objects live until its end.

    The collector would traverse them again and again, which takes two fifths of the time for a document with
    a thousand operations.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


_DEEPEST_RECURSION = 10_000
"""The recursion limit. Chains of references can have hundreds of links, with several frames each."""


@contextmanager
def deep_recursion() -> Iterator[None]:
    """Raise the recursion limit in the block, for deeply nested documents."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _DEEPEST_RECURSION))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
