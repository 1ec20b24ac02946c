"""The command line, run in this process: a process of its own would spend most of its time on imports."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from subprocess import CompletedProcess

from codegen.commands.entry_point import EntryPoint

FACE = EntryPoint(name="wholespec", call="wholespec", out=Path("client"), remedy="")
"""That of the installed command."""

Run = Callable[..., "CompletedProcess[str]"]


def run_in(
    folder: Path, arguments: Sequence[str], main: Callable[[Sequence[str]], int]
) -> CompletedProcess[str]:
    """Run a command in a folder. An exception that would print a traceback is raised."""
    out, err = io.StringIO(), io.StringIO()
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as exited:  # argparse
            code = int(exited.code or 0)
    return CompletedProcess(arguments, code, out.getvalue(), err.getvalue())
