"""The budget of time and memory of a run, by the length of its document.

`codegen.document.limits` lists the known ways in which a small document asks for much. Those are refused
before they cost anything; this module stops the others.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from types import FrameType, TracebackType

from codegen.document.node import Placed, Pointer
from codegen.document.problems import Problem, Refused

SECONDS, SECONDS_A_MEGABYTE = 20, 15
"""Of the processor. GitHub's document, of 12 megabytes, takes some 20 seconds in all."""

MEGABYTES, MEGABYTES_A_MEGABYTE = 800, 100
"""Of memory. GitHub's document takes some 700 in all."""

_INTERVAL = 0.5
"""Seconds of the processor between two looks at the clock."""

_UNIT = 1024 if sys.platform == "darwin" else 1
"""What `resource` counts in, in parts of a kilobyte."""


_TOO_LONG = "schemas refer to one another in chains that are too long to follow"
_TOO_SLOW = "this takes very much longer than documents of its length do"
_TOO_LARGE = "this takes very much more memory than documents of its length do"


_length: ContextVar[int] = ContextVar("characters of the document", default=0)


def length_of_document() -> int:
    """Characters of the document that is being worked on; 0 if none is."""
    return _length.get()


@contextmanager
def within_budget(characters: int) -> Iterator[None]:
    """Refuse a document if the block exceeds the budget for a document of this length.

    Time is looked at in the main thread alone, as signals arrive nowhere else.

    Raises:
        Refused: It costs too much (rule ``too-much``), shown at the part that was being worked on.
    """
    _length.set(characters)
    megabytes = characters / 1_000_000
    budget = _Budget(
        seconds=SECONDS + SECONDS_A_MEGABYTE * megabytes,
        megabytes=MEGABYTES + MEGABYTES_A_MEGABYTE * megabytes,
    )
    watched = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGPROF, budget.look) if watched else None
    if watched:
        signal.setitimer(signal.ITIMER_PROF, _INTERVAL, _INTERVAL)
    try:
        try:
            yield
        finally:
            budget.close()
    except _OverBudget as over:
        raise Refused([Problem(over.message, "too-much", over.place)]) from None
    except MemoryError as error:
        raise _refused("this takes more memory than there is", error.__traceback__) from None
    except RecursionError as error:
        raise _refused(_TOO_LONG, error.__traceback__) from None
    finally:
        if watched:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)


def _refused(message: str, traceback: TracebackType | None) -> Refused:
    frames: list[FrameType] = []
    while traceback is not None:
        frames.append(traceback.tb_frame)
        traceback = traceback.tb_next
    return Refused([Problem(message, "too-much", _place(reversed(frames)))])


_LIBRARY = str(Path(os.__file__).parent)


def _is_library(file: str) -> bool:
    """Whether a file is of the standard library, and not of a package that is installed below it."""
    return file.startswith("<frozen ") or (file.startswith(_LIBRARY) and "-packages" not in file)


class _OverBudget(BaseException):
    """A `BaseException`, so that ``except Exception`` cannot swallow it."""

    def __init__(self, message: str, place: Pointer) -> None:
        super().__init__(message)
        self.message = message
        self.place = place


class _Budget:
    def __init__(self, *, seconds: float, megabytes: float) -> None:
        self._seconds = seconds
        self._megabytes = megabytes
        self._seconds_before, self._megabytes_before = _spent()
        self._is_open = True

    def close(self) -> None:
        """Raise no more: from now on, an exception would end the handling of the first one."""
        self._is_open = False

    def look(self, _signal: int, frame: FrameType | None) -> None:
        """Raise once if the run has exceeded its budget; within the standard library, at the next signal."""
        if not self._is_open:
            return
        if frame is not None and _is_library(frame.f_code.co_filename):
            return  # it may be a callback of a weak reference, in which Python cannot raise
        seconds, megabytes = _spent()
        if seconds - self._seconds_before > self._seconds:
            message = _TOO_SLOW
        elif megabytes - self._megabytes_before > self._megabytes:
            message = _TOO_LARGE
        else:
            return
        self.close()
        raise _OverBudget(message, _place(_around(frame)))


def _spent() -> tuple[float, float]:
    """Seconds of the processor, and the most megabytes of memory, of this process so far."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000 / _UNIT


def _around(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


def _place(frames: Iterator[FrameType]) -> Pointer:
    """Where the innermost function is in the document: what works on a part of it has that as a variable."""
    for frame in frames:
        for value in frame.f_locals.values():
            pointer = getattr(value, "pointer", ()) if isinstance(value, Placed) else ()
            if pointer:  # which a part in the making does not have
                return tuple(pointer)
    return ()
