"""Two tasks at a time: Python runs one thread at a time, so the other is for a process of its own.

It is a fork, which sees all that there is and sends back what it made: for one task (`both`), or early, to
get ready for tasks that are still to come (`Assistant`). Where that cannot be had (another system than Linux,
one processor, further threads, which a fork would leave behind in any state) or is not worth it, one task is
run after the other. What comes out is the same.
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
    """Whether `both` may run a process of its own in the block: a fork takes longer than a small task."""
    token = _worth_it.set(worth_it)
    try:
        yield
    finally:
        _worth_it.reset(token)


def both(first: Callable[[], _First], second: Callable[[], _Second]) -> tuple[_First, _Second]:
    """What two tasks return, which may run at the same time: neither can see what the other does.

    Raises:
        Refused, Unusable, Defect: What a task raised, that of the first if both did.
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
            _received(receiver)  # what the first raised goes before
            raise
        return _received(receiver), made
    except BaseException:
        process.kill()
        raise
    finally:
        receiver.close()
        process.join()


class Assistant(Generic[_Given, _Made]):
    """A process that gets ready while the first does other things, for a task that it is given later.

    Args:
        prepare: Is called in the process, and gives back what does the task.
    """

    def __init__(self, prepare: Callable[[], Callable[[_Given], _Made]]) -> None:
        context = multiprocessing.get_context("fork")
        self._connection, its_end = context.Pipe()
        ends = its_end, self._connection
        self._process = context.Process(target=_assist, args=(prepare, *ends, os.getpid()))
        self._process.start()
        its_end.close()

    def give(self, given: _Given) -> None:
        """Let it begin with a task."""
        with suppress(OSError):  # it is gone, as `made` will tell
            self._connection.send((length_of_document(), given))

    def made(self) -> _Made:
        """What came of the task that it was given last.

        Raises:
            Refused, Unusable, Defect: What the task raised.
            ModuleNotFoundError: It could not get ready.
        """
        made: _Made = _received(self._connection)
        return made

    def dismiss(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._connection.close()
        self._process.join()


@contextmanager
def assistant(prepare: Callable[[], Callable[[_Given], _Made]]) -> Iterator[Assistant[_Given, _Made] | None]:
    """An assistant for the time of the block, or None where it cannot be had."""
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
    """Run in the other process."""
    _belong_to(first)
    outcome = _outcome(task, length_of_document())
    with suppress(OSError):  # the first process has gone
        sender.send_bytes(outcome)


def _assist(
    prepare: Callable[[], Callable[[_Given], _Made]],
    connection: Connection,
    others_end: Connection,
    first: int,
) -> None:
    """Run in the process of an assistant, until the first process is gone."""
    _belong_to(first)
    others_end.close()
    ready: list[Callable[[_Given], _Made]] = []
    failed = _outcome(lambda: ready.append(prepare()), 0)
    with suppress(EOFError, OSError):
        while True:
            length, given = connection.recv()
            connection.send_bytes(_outcome(partial(ready[0], given), length) if ready else failed)


_PR_SET_PDEATHSIG = 1  # Linux: prctl(2)


def _belong_to(first: int) -> None:
    """Leave interruptions to the first process, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != first:
        os.kill(os.getpid(), signal.SIGKILL)


def _outcome(task: Callable[[], object], length: int) -> bytes:
    """Whether a task succeeded, and what it made or raised; it may cost what a document's length allows.

    This process has as much for itself as the first: its clock begins anew.
    """
    try:
        with within_budget(length):
            return bytes(ForkingPickler.dumps((True, task())))
    except (Refused, Unusable, Defect, ModuleNotFoundError) as error:
        return pickle.dumps((False, error))
    except Exception as error:  # noqa: BLE001 - where it came from is known here alone
        *_, (frame, line) = walk_tb(error.__traceback__)
        place = f"{Path(frame.f_code.co_filename).name}:{line}"
        return pickle.dumps((False, Defect(f"{place}: {error!r:.300}")))


def _received(receiver: Connection) -> Any:
    try:
        succeeded, outcome = receiver.recv()
    except (EOFError, ConnectionResetError) as error:
        raise Unusable(
            "a process of the generator was ended from outside, maybe for lack of memory"
        ) from error
    if not succeeded:
        raise outcome
    return outcome


@contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Do not collect garbage in the block: nearly all that is made there is kept to its end.

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
