"""Lay out the emitted Python: it must compile as it is, then ruff sorts its imports and formats it.

ruff also is the last gate: what pyflakes finds in the output (an undefined name, an import twice) is
a defect of the generator, shown as such and never written.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path

from codegen.problems import Defect, Unusable
from codegen.together import both

LINE_LENGTH = 100
"""Of the emitted code, the runtime among it: `templates/ruff.toml` gives the same to whoever edits that."""

_SETTINGS = (
    "--isolated",
    "--no-cache",
    "--no-respect-gitignore",
    "--config=exclude = []",
    f"--config=line-length = {LINE_LENGTH}",
    "--config=target-version = 'py311'",
)
_LINT = ("--select=F,I", "--fixable=F401,I001", "--fix", "--output-format=concise", "--quiet")
_FORMAT = (
    "--config=format.line-ending = 'lf'",
    "--config=format.skip-magic-trailing-comma = true",  # templates have a comma behind every item
    "--quiet",
)


def format(files: Mapping[str, str]) -> dict[str, str]:
    """Return the same files with every ``.py`` among them formatted.

    Raises:
        Defect: A file is not Python, or pyflakes finds a fault in it; names the file and the line.
        Unusable: ruff is not installed for this interpreter, or cannot run.
    """
    sources = {path: text for path, text in files.items() if path.endswith(".py")}
    _, formatted = both(lambda: _compile(sources), lambda: _formatted(sources))
    return {**files, **formatted}


def _compile(sources: Mapping[str, str]) -> None:
    for path, text in sources.items():
        _compile_one(path, text)


def _compile_one(path: str, text: str) -> None:
    """As it was before formatting, so that nothing wrong can hide in it; a warning is an error, too."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compile(text, path, "exec", dont_inherit=True)
    except SyntaxError as error:
        place = f"{path}:{error.lineno or 1}"
        raise Defect(f"{place}: the emitted Python does not compile: {error.msg}") from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise Defect(f"{path}:1: the emitted Python does not compile: {error}") from error


def _formatted(sources: Mapping[str, str]) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in sources.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        _ruff(folder, "check", *_SETTINGS, *_LINT)
        _ruff(folder, "format", *_SETTINGS, *_FORMAT)
        return {path: (folder / path).read_text(encoding="utf-8") for path in sources}


def _ruff(folder: Path, *arguments: str) -> None:
    """Run ruff once over a whole folder.

    From the running interpreter, never from PATH. ``-P`` keeps the folder off the module path: an API
    may well be called Ruff, and its client would be run in ruff's place.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("RUFF_")}
    command = [sys.executable, "-P", "-m", "ruff", *arguments, "."]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8"
    )
    if done.returncode == 0:
        return
    if done.stdout:
        raise Defect(f"ruff finds fault with the emitted Python:\n{done.stdout.rstrip()}")
    raise Unusable(f"ruff cannot run: {done.stderr.strip() or f'exit code {done.returncode}'}")
