"""Types: the output passes both checkers in their strictest mode, and they reject what is wrong."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

import pytest

from tests.clients import Client, output_of
from tests.conftest import ROOT
from tests.snippets import snippets

pytestmark = pytest.mark.slow

TYPING = ROOT / "tests" / "typing"
USES = {"literals": 20, "long-running": 6, "pages": 10, "renamed": 11, "waiters": 10}
"""Golden cases with uses of their own, and how many of them are wrong."""
CASES = sorted(path.parent for path in (ROOT / "tests" / "cases").glob("*/openapi.yaml"))

SUPPRESSION = re.compile(r"#\s*(type:|pyright:|noqa|mypy:|pylint:)|\bcast\(\s*[\"']?Any\b|@no_type_check")


def run(*arguments: str | Path, path: Path | str = "") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"MYPYPATH": str(path), "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    command = [sys.executable, "-m", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def mypy(*paths: Path, path: Path | str = "") -> set[tuple[str, int]]:
    """The lines that mypy rejects, by file name."""
    done = run("mypy", "--config-file=", "--strict", "--no-error-summary", "--no-pretty", *paths, path=path)
    lines = re.findall(r"^(.+?):(\d+): error:", done.stdout, re.MULTILINE)
    assert done.returncode == (1 if lines else 0), done.stdout + done.stderr
    return {(Path(path).name, int(line)) for path, line in lines}


def pyright(folder: Path, excluded: Collection[Path] = (), **options: object) -> set[tuple[str, int]]:
    """The lines in a folder that pyright rejects, by file name; files that are excluded are only imported."""
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    settings = {**settings, **options, "exclude": [str(path.relative_to(folder)) for path in excluded]}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    done = run("pyright", "--outputjson", "--pythonpath", sys.executable, "--project", folder)
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] >= len({*folder.rglob("*.py")} - {*excluded})
    return {
        (Path(found["file"]).name, found["range"]["start"]["line"] + 1)
        for found in report["generalDiagnostics"]
        if found["severity"] == "error"
    }


@pytest.fixture(scope="session")
def emitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole output of each golden case, in one folder: each package has a name of its own.

    The programs in its pages are beside the package.
    """
    folder = tmp_path_factory.mktemp("emitted")
    for case in CASES:
        for path, text in output_of(case / "openapi.yaml").files.items():
            target = folder / case.name.replace("-", "_").replace(".", "_") / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        for number, (_, program) in enumerate(snippets(output_of(case / "openapi.yaml").files)):
            name = case.name.replace("-", "_").replace(".", "_")
            (folder / name / f"example_{number}_of_{name}.py").write_text(program, encoding="utf-8")
    return folder


def test_mypy_accepts_all_that_is_emitted(emitted: Path) -> None:
    packages = [path.parent for path in emitted.glob("*/*/py.typed")]
    assert len(packages) == len(CASES) > 10
    programs = [*emitted.glob("*/example_*.py")]
    assert len(programs) > 100
    assert mypy(*packages, *programs) == set()


def test_pyright_accepts_all_that_is_emitted(emitted: Path) -> None:
    """Of each module of the runtime, the same in each package, two copies are checked."""
    copies: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(emitted.glob("*/*/_runtime/*.py")):
        copies[path.name].append(path)
    others = [path for same in copies.values() for path in same[1:-1]]
    # The examples have deprecated operations, too.
    assert pyright(emitted, others, reportDeprecated=False) == set()


def test_ruff_accepts_all_that_is_emitted(emitted: Path) -> None:
    # In an example, the block of the client is told apart from that of a stream or a download.
    nested = "--per-file-ignores=example_*.py:SIM117"
    for command in (("check", nested), ("format", "--check")):
        options = ("--isolated", "--no-cache", "--config=line-length=100", "--config=target-version='py311'")
        done = run("ruff", *command, *options, emitted)
        assert done.returncode == 0, done.stdout


def test_nothing_that_is_emitted_silences_a_checker(emitted: Path) -> None:
    silenced = [
        f"{path}: {line}"
        for path in emitted.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if SUPPRESSION.search(line)
    ]
    assert silenced == []


def wrong_lines(folder: Path = TYPING) -> set[tuple[str, int]]:
    lines = (folder / "wrong_uses.py").read_text().splitlines()
    return {("wrong_uses.py", number) for number, line in enumerate(lines, 1) if line.endswith("# wrong")}


def test_mypy_rejects_each_wrong_use_and_no_right_one(fleet: Client) -> None:
    assert len(wrong_lines()) > 30
    assert mypy(*TYPING.glob("*.py"), path=fleet.folder) == wrong_lines()


def test_pyright_rejects_each_wrong_use_and_no_right_one(fleet: Client, tmp_path: Path) -> None:
    for folder in (fleet.folder / fleet.name, TYPING):
        ignored = shutil.ignore_patterns("deprecated", *(case.replace("-", "_") for case in USES))
        shutil.copytree(folder, tmp_path / folder.name, ignore=ignored)
    assert pyright(tmp_path) == wrong_lines()


@pytest.mark.parametrize("case", USES)
def test_both_checkers_tell_right_and_wrong_uses_apart(case: str, emitted: Path, tmp_path: Path) -> None:
    folder = TYPING / (package := case.replace("-", "_"))
    assert len(wrong_lines(folder)) == USES[case]
    assert mypy(*folder.glob("*.py"), path=emitted / package) == wrong_lines(folder)
    shutil.copytree(emitted / package / package, tmp_path / package)
    shutil.copytree(folder, tmp_path / "uses")
    assert pyright(tmp_path) == wrong_lines(folder)


@pytest.mark.parametrize("case", ["deprecation", "renamed"])
def test_both_checkers_mark_the_use_of_what_is_deprecated(case: str, emitted: Path, tmp_path: Path) -> None:
    (package,) = (path.parent for path in (emitted / case).glob("*/py.typed"))
    shutil.copytree(package, tmp_path / package.name)
    uses = shutil.copy(TYPING / "deprecated" / f"{case}.py", tmp_path / "uses.py")
    marked = {
        ("uses.py", number)
        for number, line in enumerate(uses.read_text().splitlines(), 1)
        if line.endswith("# deprecated")
    }
    assert pyright(tmp_path) == marked
    assert mypy(uses, path=tmp_path) == set()
    options = ("--config-file=", "--enable-error-code=deprecated", "--no-error-summary", "--no-pretty")
    done = run("mypy", *options, uses, path=tmp_path)
    lines = re.findall(r"^(.+?):(\d+): error:.*is deprecated: ", done.stdout, re.MULTILINE)
    assert {(Path(path).name, int(line)) for path, line in lines} == marked
