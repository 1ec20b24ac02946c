"""Generate an installable, typed Python client from an OpenAPI document, or check that it is up to date.

The generator in this repository, with its document and its folder as defaults. `codegen.commands` has the
command line, and `wholespec` is the installed command.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codegen.commands.entry_point import EntryPoint

_REMEDY = "run `make generate`, which creates .venv, or install requirements.lock"


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code."""
    from codegen.commands import main as command_line

    return command_line.main(arguments, _entry_point())


def _entry_point() -> EntryPoint:
    from codegen.commands.entry_point import EntryPoint

    return EntryPoint(
        name="generate.py",
        call="python generate.py",
        document="spec/openapi.yaml",
        out=Path("generated"),
        shorthand="make generate",
        remedy=_REMEDY,
    )


def _use_environment() -> None:
    """Start again with the interpreter of `.venv`, if this one lacks something and make has set that up."""
    environment = Path(__file__).parent / ".venv"
    python = environment / "bin" / "python"
    needed = ("jinja2", "jsonschema_rs", "msgspec", "openapi_python_client", "packaging", "ruff", "yaml")
    is_old = sys.version_info < (3, 11)
    missing = [name for name in needed if find_spec(name) is None]
    if (is_old or missing) and python.exists() and not environment.samefile(sys.prefix):
        os.execv(python, [str(python), *sys.argv])  # noqa: S606 - as safe as this process
    if is_old:
        sys.stderr.write(
            "generate.py: Python 3.11 or later is needed: `make generate PYTHON=...` sets up .venv\n"
        )
        raise SystemExit(2)
    if missing:
        sys.stderr.write(f"generate.py: not installed: {', '.join(missing)}; {_REMEDY}\n")
        raise SystemExit(2)


if __name__ == "__main__":
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C prints no traceback while modules are loaded
    _use_environment()
    from codegen.commands.main import run

    run(_entry_point())
