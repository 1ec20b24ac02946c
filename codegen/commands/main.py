"""Runs a command, and converts every exception to a message and an exit code."""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from codegen.commands.command_line import parsed_arguments
from codegen.commands.entry_point import EntryPoint
from codegen.commands.terminal import Terminal

if TYPE_CHECKING:
    from codegen.commands.settings import Settings


def run(entry_point: EntryPoint) -> None:
    """Run the command of this process, and end the process."""

    def report(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        """Print an unexpected exception in one line, for bug reports, and end the process.

        On Ctrl+C, Python raises the signal again, so the process ends like other programs.
        """
        if not issubclass(kind, KeyboardInterrupt):
            from traceback import walk_tb

            frame, line = list(walk_tb(traceback))[-1]
            place = f"{Path(frame.f_code.co_filename).name}:{line}"
            os._exit(
                Terminal(entry_point.name).fail(f"a defect of the generator at {place}: {error!r:.300}", 2)
            )

    def report_ignored(ignored: sys.UnraisableHookArgs) -> None:
        """Let Ctrl+C also end the process while Python calls a function whose exceptions it ignores."""
        if ignored.exc_type is KeyboardInterrupt:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            signal.raise_signal(signal.SIGINT)
        sys.__unraisablehook__(ignored)

    sys.excepthook = report
    sys.unraisablehook = report_ignored
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:  # the entry_point was being loaded until now
        signal.signal(signal.SIGINT, signal.default_int_handler)
    _open_standard_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    code = main(sys.argv[1:], entry_point)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # the reader of our output has exited, or the disk is full
            if stream is not None:
                stream.flush()
    os._exit(code)  # faster than freeing all objects


def _open_standard_streams() -> None:
    """Open closed standard streams, so that no other file gets their file descriptors."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def main(arguments: Sequence[str], entry_point: EntryPoint) -> int:
    """Run one command and return the exit code."""
    options = parsed_arguments(arguments, entry_point)
    terminal = Terminal(entry_point.name, options.quiet, options.verbose)
    from codegen.document.failures import Defect, Unusable

    try:
        return _run(options, entry_point, terminal)
    except Unusable as error:
        return terminal.fail(str(error), 2)
    except Defect as error:
        return terminal.fail(f"a defect of the generator; nothing was written\n{error}", 2)
    except ModuleNotFoundError as error:
        raise SystemExit(terminal.fail(f"{error}: {entry_point.remedy}", 2)) from error
    except OSError as error:
        return terminal.fail(f"{error.filename or 'the system'}: {error.strerror or error}", 2)


def _run(options: argparse.Namespace, entry_point: EntryPoint, terminal: Terminal) -> int:
    from codegen.commands import build
    from codegen.commands.settings import settings
    from codegen.document.problems import Refused
    from codegen.processes import deep_recursion

    try:
        if options.command == "init":
            from codegen.commands.init import init

            return init(options, entry_point, terminal)
        chosen = settings(options, entry_point)
    except Refused as refused:
        with deep_recursion():  # the places of a deep document are looked for only now
            return build.refuse(refused, None, options, terminal)
    try:
        return _done(options, chosen, terminal)
    except Refused as refused:
        with deep_recursion():  # the places of a deep document are looked for only now
            return build.refuse(refused, chosen, options, terminal)


def _done(options: argparse.Namespace, chosen: Settings, terminal: Terminal) -> int:
    """Run a command that reads a document."""
    from codegen.commands import build

    if chosen.configuration:
        terminal.debug(f"reading {chosen.configuration.source.name}")
    for path in (chosen.document, *chosen.overlays):
        terminal.debug(f"reading {path}")

    command: Callable[[Settings, Terminal], int]
    match options.command:
        case "changes":
            from codegen.commands.changes import changes as command
        case "check":
            command = build.check
        case "drift":
            from codegen.commands.drift import drift as command
        case "explain":
            from codegen.commands.explain import explain as command
        case "reference":
            from codegen.commands.reference import reference as command
        case "snippets":
            from codegen.commands.snippets import snippets as command
        case _:
            command = partial(build.build, force=options.force)
    return command(chosen, terminal)
