"""Two tasks at a time: Python runs one thread at a time, so the other is for a process of its own.

It is a fork, which sees all that there is and sends back what it made. Where that cannot be had (another
system than Linux, one processor, further threads, which a fork would leave behind in any state) or is not
worth it, one task is run after the other. What comes out is the same.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from multiprocessing.connection import Connection
from pathlib import Path
from traceback import walk_tb
from typing import Any, TypeVar

from codegen.budget import within_budget_of_a_fork
from codegen.problems import Defect, Refused, Unusable

_First = TypeVar("_First")
_Second = TypeVar("_Second")

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
    process = context.Process(target=_send, args=(first, sender), daemon=False)
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


def _can_fork() -> bool:
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _send(task: Callable[[], object], sender: Connection) -> None:
    """Run in the other process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
    try:
        with within_budget_of_a_fork():
            outcome: tuple[bool, object] = (True, task())
    except (Refused, Unusable, Defect) as error:
        outcome = (False, error)
    except Exception as error:  # noqa: BLE001 - where it came from is known here alone
        *_, (frame, line) = walk_tb(error.__traceback__)
        place = f"{Path(frame.f_code.co_filename).name}:{line}"
        outcome = (False, Defect(f"{place}: {error!r:.300}"))
    with suppress(OSError):  # the first process has gone
        sender.send(outcome)


def _received(receiver: Connection) -> Any:
    try:
        succeeded, outcome = receiver.recv()
    except EOFError as error:
        raise Unusable(
            "a process of the generator was ended from outside, maybe for lack of memory"
        ) from error
    if not succeeded:
        raise outcome
    return outcome
