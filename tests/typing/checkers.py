"""mypy and pyright, and the lines that they reject."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path
from tempfile import NamedTemporaryFile

from tests.conftest import ROOT


def run(*arguments: str | Path, path: Path | str = "") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"MYPYPATH": str(path), "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    command = [sys.executable, "-m", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def mypy(*paths: Path, path: Path | str = "", imported: Collection[Path] = ()) -> set[tuple[str, int]]:
    """The lines that mypy rejects, by file name; of files that are imported, only signatures are read."""
    return {(name, line) for name, line, _ in judged_by_mypy(*paths, path=path, imported=imported)}


def judged_by_mypy(
    *paths: Path, path: Path | str = "", imported: Collection[Path] = (), enabled: Collection[str] = ()
) -> set[tuple[str, int, str]]:
    """The same lines with the codes of their errors. `enabled` are codes that are optional."""
    with NamedTemporaryFile("w", suffix=".ini") as settings:
        settings.write(f"[mypy]\nstrict = True\nenable_error_code = {','.join(enabled)}\n")
        settings.writelines(f"[mypy-{module_of(one)}]\nignore_errors = True\n" for one in imported)
        settings.flush()
        options = (f"--config-file={settings.name}", "--no-error-summary", "--no-pretty")
        done = run("mypy", *options, *paths, path=path)
    errors = re.findall(r"^(.+?):(\d+): error:.*?(?:\[([\w-]+)\])?$", done.stdout, re.MULTILINE)
    assert done.returncode == (1 if errors else 0), done.stdout + done.stderr
    return {(Path(path).name, int(line), code) for path, line, code in errors}


def module_of(path: Path) -> str:
    """The name under which a file is imported."""
    parts = [] if path.stem == "__init__" else [path.stem]
    folder = path.parent
    while any(folder.glob("__init__.py*")):  # a stub, where modules are shared
        parts.insert(0, folder.name)
        folder = folder.parent
    return ".".join(parts)


def pyright(folder: Path, imported: Collection[Path] = (), **options: object) -> set[tuple[str, int]]:
    """The lines in a folder that pyright rejects, by file name; files that are imported are not checked."""
    checked = {*folder.rglob("*.py")} - {*imported}
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", **options}
    settings["include"] = [str(path.relative_to(folder)) for path in sorted(checked)]
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    done = run("pyright", "--outputjson", "--pythonpath", sys.executable, "--project", folder)
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] >= len(checked)
    return {
        (Path(found["file"]).name, found["range"]["start"]["line"] + 1)
        for found in report["generalDiagnostics"]
        if found["severity"] == "error"
    }
