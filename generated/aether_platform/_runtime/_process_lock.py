"""A lock that a forked process does not inherit."""

from __future__ import annotations

import os
import threading
from types import TracebackType


class ProcessLock:
    """A lock between the threads of one process; in a process forked from it, it is another lock.

    A lock that some thread held when the process was forked would be held for ever in the child,
    which does not have that thread.
    """

    def __init__(self) -> None:
        self._locks: dict[int, threading.Lock] = {}

    def acquire(self, timeout: float | None = None) -> bool:
        """Wait at most `timeout` seconds for the lock; False if it is not free by then."""
        return self._own().acquire(timeout=-1 if timeout is None else timeout)

    def release(self) -> None:
        """Let the next thread have it."""
        own = self._own()
        if own.locked():  # it is not where the process was forked while the lock was held
            own.release()

    def __enter__(self) -> None:
        self.acquire()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()

    def _own(self) -> threading.Lock:
        process = os.getpid()
        return self._locks.get(process) or self._locks.setdefault(process, threading.Lock())
