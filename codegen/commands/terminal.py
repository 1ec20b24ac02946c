"""Prints the output of a command, and a line with its progress if it takes long."""

from __future__ import annotations

import errno
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NamedTuple

_OUTPUT = "the standard output"


class Terminal(NamedTuple):
    """The standard output and the standard error of a command."""

    name: str
    """The name of the generator, for messages."""
    is_quiet: bool = False
    is_verbose: bool = False

    def output(self, text: str) -> None:
        """Print a result and flush, because an error while flushing at exit could not be caught.

        A reader that exits early, such as `head`, is not an error.

        Raises:
            OSError: The standard output is full or closed, and nobody would see the result.
        """
        if sys.stdout is None:
            raise OSError(errno.EBADF, "it was closed before the start", _OUTPUT)
        try:
            print(text, end="", flush=True)
        except BrokenPipeError:  # the reader has exited, so nobody reads the rest
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            raise OSError(error.errno, error.strerror, _OUTPUT) from error

    def info(self, text: str) -> None:
        """Print the result of a successful command, unless `--quiet` is set."""
        if not self.is_quiet and sys.stdout is not None:
            self.output(text)

    def debug(self, text: str) -> None:
        """Print a detail if `--verbose` is set."""
        if self.is_verbose:
            self.error(f"{self.name}: {text}\n")

    def error(self, text: str) -> None:
        """Print to the standard error."""
        if sys.stderr is not None:
            print(text, end="", file=sys.stderr, flush=True)

    def fail(self, message: str, code: int) -> int:
        """Print an error and return the exit code."""
        from codegen.views.text.printable import printable

        self.error(f"{self.name}: " + "\n  ".join(map(printable, message.split("\n"))) + "\n")
        return code

    @contextmanager
    def progress(self, what: str) -> Iterator[None]:
        """On a terminal, show the current task and its time if the block takes more than a second.

        A signal, not a thread, because a process with several threads cannot fork (`codegen.processes`).
        """
        if self.is_quiet or sys.stderr is None or not sys.stderr.isatty():
            yield
            return
        began = time.monotonic()

        def show(_signal: int, _frame: FrameType | None) -> None:
            self.error(f"\r\x1b[K{self.name}: {what}, {time.monotonic() - began:.0f} s")

        before = signal.signal(signal.SIGALRM, show)
        signal.setitimer(signal.ITIMER_REAL, 1, 1)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
            if time.monotonic() - began >= 1:
                self.error("\r\x1b[K")
