"""Limits the time and memory of a run, in proportion to the length of its document.

`codegen.document.limits` has limits for the known ways in which a small document can be costly to read. They
are checked in advance. This module stops a run in all other cases.
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
from codegen.document.source_map import SourceMap

SECONDS, SECONDS_A_MEGABYTE = 20, 15
"""CPU time. GitHub's document has 12 megabytes and takes about 20 seconds."""

MEGABYTES, MEGABYTES_A_MEGABYTE = 800, 100
"""Memory. GitHub's document takes about 700 megabytes."""

_INTERVAL = 0.5
"""Seconds of CPU time between two checks."""

_UNIT = 1024 if sys.platform == "darwin" else 1
"""The units of `ru_maxrss` in a kilobyte: macOS counts bytes, Linux kilobytes."""


_TOO_LONG = "schemas refer to one another in chains that are too long to follow"
_TOO_SLOW = "this exceeds the time budget for a document of this length"
_TOO_LARGE = "this exceeds the memory budget for a document of this length"


_length: ContextVar[int] = ContextVar("characters of the document", default=0)


def length_of_document() -> int:
    """The number of characters of the document of this run; 0 outside of a run."""
    return _length.get()


@contextmanager
def within_budget(characters: int) -> Iterator[None]:
    """Refuse a document if the block exceeds the budget for a document of this length.

    The budget is only checked in the main thread, because signals arrive only there.

    Raises:
        Refused: The budget is exceeded (rule ``too-much``); the place is that of the current part.
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
        budget.close()  # the signal may have come before the line above
        raise Refused([Problem(over.message, "too-much", over.place)]) from None
    except MemoryError as error:
        raise _refused("there is not enough memory for this document", error.__traceback__) from None
    except RecursionError as error:
        raise _refused(_TOO_LONG, error.__traceback__) from None
    finally:
        if watched:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)


@contextmanager
def located(source: SourceMap) -> Iterator[None]:
    """Refuse a document that exceeds its budget, and add its source to the problems of the block."""
    try:
        with within_budget(source.length):
            yield
    except Refused as refused:
        raise Refused(refused.problems, source, refused.entailed) from refused


def _refused(message: str, traceback: TracebackType | None) -> Refused:
    frames: list[FrameType] = []
    while traceback is not None:
        frames.append(traceback.tb_frame)
        traceback = traceback.tb_next
    return Refused([Problem(message, "too-much", _place(reversed(frames)))])


_LIBRARY = str(Path(os.__file__).parent)


def _is_library(file: str) -> bool:
    """Whether a file belongs to the standard library, not to a package installed below it."""
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
        """Stop raising, because another exception would interrupt the handling of the first one."""
        self._is_open = False

    def look(self, _signal: int, frame: FrameType | None) -> None:
        """Raise if the budget is exceeded, but not in the standard library or between two functions."""
        if not self._is_open:
            return
        if frame is None or _is_library(frame.f_code.co_filename):
            return  # wait for the next signal: Python ignores exceptions in callbacks of weak references
        seconds, megabytes = _spent()
        if seconds - self._seconds_before > self._seconds:
            message = _TOO_SLOW
        elif megabytes - self._megabytes_before > self._megabytes:
            message = _TOO_LARGE
        else:
            return
        raise _OverBudget(message, _place(_around(frame)))


def _spent() -> tuple[float, float]:
    """The CPU time and the peak memory of this process so far, in seconds and megabytes."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000 / _UNIT


def _around(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


def _place(frames: Iterator[FrameType]) -> Pointer:
    """The part of the document that the innermost function processes, by its variables."""
    for frame in frames:
        for value in frame.f_locals.values():
            pointer = getattr(value, "pointer", ()) if isinstance(value, Placed) else ()
            if pointer:  # a part under construction has none
                return tuple(pointer)
    return ()
