"""Runs mypy and pyright in strict mode, each once for all packages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus.outcome import Outcome

_SAMPLE = 12
"""The number of packages in a sample, which covers all sizes."""
_LARGEST_OF_SAMPLE = 1500
"""The maximum number of operations. Larger packages take minutes and gigabytes."""


class CheckerError(Exception):
    """A type checker could not run, or failed."""


def sample(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """A sample of the documents, from the smallest to the largest that type checkers can handle."""
    fitting = [one for one in outcomes if one.operations_in <= _LARGEST_OF_SAMPLE]
    ordered = sorted(fitting, key=lambda one: (one.operations_in, one.document))
    step = max(1, len(ordered) // _SAMPLE)
    return ordered[::-step][:_SAMPLE]


def check(outcomes: Sequence[Outcome], folder: Path) -> None:
    """Record the number of type errors in each outcome.

    Packages of different documents may have the same name. Each is therefore in a folder named after its
    document.

    Raises:
        CheckerError: A type checker failed.
    """
    for one in outcomes:
        (folder / one.package).parent.joinpath("__init__.py").touch()
    packages = [folder / one.package for one in outcomes]
    mypy = _started_mypy(packages, folder)
    pyright = _started_pyright(packages, folder)
    by_mypy, by_pyright = _mypy_errors(mypy), _pyright_errors(pyright, folder)
    for one in outcomes:
        key = one.package.partition("/")[0]
        one.mypy, one.pyright = len(by_mypy[key]), len(by_pyright[key])
        one.type_errors = [*by_mypy[key], *by_pyright[key]][:200]


def _started_mypy(packages: Sequence[Path], folder: Path) -> subprocess.Popen[str]:
    options = ("--config-file=", "--strict", "--no-error-summary", "--no-pretty", "--explicit-package-bases")
    arguments = folder / "mypy.txt"
    arguments.write_text("\n".join(str(path.relative_to(folder)) for path in packages), encoding="utf-8")
    return _started(["mypy", *options, f"@{arguments}"], folder)


def _started_pyright(packages: Sequence[Path], folder: Path) -> subprocess.Popen[str]:
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "include": [str(path.relative_to(folder)) for path in packages],
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    return _started(["pyright", "--outputjson", "--pythonpath", sys.executable, "--project", "."], folder)


def _started(command: list[str], folder: Path) -> subprocess.Popen[str]:
    whole = [sys.executable, "-m", *command]
    return subprocess.Popen(whole, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _mypy_errors(process: subprocess.Popen[str]) -> Mapping[str, list[str]]:
    out, err = process.communicate()
    found: dict[str, list[str]] = defaultdict(list)
    for line in out.splitlines():
        if re.match(r".+?:\d+: error:", line):
            found[line.partition("/")[0]].append(f"mypy: {line}")
    if process.returncode not in {0, 1} or (process.returncode and not found):
        raise CheckerError(f"mypy failed: {(out + err)[-500:]}")
    return found


def _pyright_errors(process: subprocess.Popen[str], folder: Path) -> Mapping[str, list[str]]:
    out, err = process.communicate()
    try:
        report = json.loads(out)
    except ValueError as error:
        raise CheckerError(f"pyright failed: {(out + err)[-500:]}") from error
    found: dict[str, list[str]] = defaultdict(list)
    for one in report["generalDiagnostics"]:
        if one["severity"] == "error":
            path = Path(one["file"]).relative_to(folder.resolve())
            line = (
                one.get("range", {}).get("start", {}).get("line", 0) + 1
            )  # there is no line if the error concerns the whole file
            found[path.parts[0]].append(f"pyright: {path}:{line}: {one['message'][:200]}")
    return found
