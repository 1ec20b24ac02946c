"""Runs type checkers in their strictest mode: as few times as possible, as each reads the libraries again."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from tests.conftest import ROOT


class Rejected(NamedTuple):
    """What a type checker says of a line."""

    file: str
    line: int
    message: str


def run(*arguments: str | Path, path: Path | str = "") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"MYPYPATH": str(path), "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    command = [sys.executable, "-m", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def mypy(*paths: Path, path: Path | str = "", imported: Collection[Path] = ()) -> set[Rejected]:
    """The lines that mypy rejects. Modules that are `imported` are read for those that use them."""
    with NamedTemporaryFile("w", suffix=".ini") as settings:
        settings.write("[mypy]\nstrict = True\nenable_error_code = deprecated\n")
        settings.writelines(f"[mypy-{module_of(one)}]\nignore_errors = True\n" for one in imported)
        settings.flush()
        options = (f"--config-file={settings.name}", "--no-error-summary", "--no-pretty")
        done = run("mypy", *options, *paths, path=path)
    lines = re.findall(r"^(.+?):(\d+): error: (.*)", done.stdout, re.MULTILINE)
    assert done.returncode == (1 if lines else 0), done.stdout + done.stderr
    return {Rejected(Path(path).name, int(line), message) for path, line, message in lines}


def module_of(path: Path) -> str:
    """The name under which a file is imported."""
    parts = [] if path.stem == "__init__" else [path.stem]
    folder = path.parent
    while (folder / "__init__.py").exists():
        parts.insert(0, folder.name)
        folder = folder.parent
    return ".".join(parts)


def pyright(folder: Path, imported: Collection[Path] = ()) -> set[Rejected]:
    """The lines in a folder that pyright rejects."""
    checked = sorted({*folder.rglob("*.py")} - {*imported})
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    settings |= {"include": [str(path.relative_to(folder)) for path in checked]}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    done = run("pyright", "--outputjson", "--pythonpath", sys.executable, "--project", folder)
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] >= len(checked)
    return {
        Rejected(Path(found["file"]).name, found["range"]["start"]["line"] + 1, found["message"])
        for found in report["generalDiagnostics"]
        if found["severity"] == "error"
    }
