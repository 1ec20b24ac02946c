"""Formats the emitted Python and sorts its imports with ruff.

ruff is also the last check. An error of pyflakes in the output, such as an undefined name, is a defect of the
generator. Then nothing is written.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ruff import find_ruff_bin

from codegen.document.failures import Defect, Unusable
from codegen.output.tree import make_folders

LINE_LENGTH = 100
"""The line length of the emitted code. `templates/ruff.toml` sets the same for the runtime."""

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
    "--config=format.skip-magic-trailing-comma = true",  # templates have a comma after every item
    "--quiet",
)


def format(files: Mapping[str, str]) -> dict[str, str]:
    """Format every ``.py`` file and return all files.

    Raises:
        Defect: pyflakes finds an error. The message names file and line.
        Unusable: ruff cannot run.
    """
    return {**files, **_formatted({path: text for path, text in files.items() if path.endswith(".py")})}


def _formatted(sources: Mapping[str, str]) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_folders(folder, sources)
        for path, text in sources.items():
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
        _ruff(folder, "check", *_SETTINGS, *_LINT)
        _ruff(folder, "format", *_SETTINGS, *_FORMAT)
        return {path: (folder / path).read_text(encoding="utf-8") for path in sources}


def _ruff(folder: Path, *arguments: str) -> None:
    """Run ruff once on a whole folder.

    This uses the ruff of the current interpreter, never one from PATH.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("RUFF_")}
    try:
        done = subprocess.run(
            [find_ruff_bin(), *arguments, "."],
            cwd=folder,
            env=environment,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
    except OSError as error:
        raise Unusable(f"ruff cannot run: {error}") from error
    if done.returncode == 0:
        return
    if done.stdout:
        raise Defect(f"ruff reports errors in the emitted Python:\n{done.stdout.rstrip()}")
    raise Unusable(f"ruff cannot run: {done.stderr.strip() or f'exit code {done.returncode}'}")
