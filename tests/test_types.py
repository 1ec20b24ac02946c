"""Types: the output passes both checkers in their strictest mode, and they reject what is wrong."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from tests.checkers import Rejected, mypy, pyright, run
from tests.clients import FLEET, output_of
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

TYPING = ROOT / "tests" / "typing"
CASES = {path.parent.name: path for path in (ROOT / "tests" / "cases").glob("*/openapi.yaml")}
USES = {"fakes": 8, "fleet": 61, "literals": 20, "long-running": 6, "pages": 10, "waiters": 10}
"""Clients with programs that use them, and how many of the uses are wrong."""
DEPRECATED = ("deprecation", "renamed")
"""Those with programs that use what is deprecated."""

SUPPRESSION = re.compile(r"#\s*(type:|pyright:|noqa|mypy:|pylint:)|\bcast\(\s*[\"']?Any\b|@no_type_check")


@pytest.fixture(scope="session")
def emitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole output of each golden case and of the fleet, and the programs that use it, in one folder.

    Each package has a name of its own, and so has each program: both checkers run once.
    """
    folder = tmp_path_factory.mktemp("emitted")
    for name, document in {**CASES, "fleet": FLEET}.items():
        for path, text in output_of(document).files.items():
            target = folder / folder_of(name) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    for name in (*USES, *DEPRECATED):
        for path in uses(name):
            shutil.copy(path, folder / folder_of(name) / program_of(name, path))
    return folder


def folder_of(name: str) -> str:
    """A name that no package can have, or programs would import the folder."""
    return f"{name.replace('.', '_')}-client"


def program_of(name: str, path: Path) -> str:
    """The name of a program beside the client that it uses."""
    return f"{name}_{path.name}".replace("-", "_")


def marked(name: str, mark: str) -> set[tuple[str, int]]:
    """The lines of the programs of a client that end in a mark."""
    return {
        (program_of(name, path), number)
        for path in uses(name)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if line.endswith(mark)
    }


def uses(name: str) -> list[Path]:
    """The programs that use a client."""
    return [*(TYPING / name.replace("-", "_")).glob("*.py")]


@pytest.fixture(scope="session")
def repeated(emitted: Path) -> list[Path]:
    """Files that are alike in several packages, but for two of each."""
    copies: dict[object, list[Path]] = defaultdict(list)
    for path in sorted(emitted.rglob("*.py")):
        copies[*path.relative_to(emitted).parts[2:], path.read_bytes()].append(path)
    return [path for same in copies.values() for path in same[1:-1]]


@pytest.fixture(scope="session", params=[mypy, pyright], ids=lambda checker: checker.__name__)
def rejected(request: pytest.FixtureRequest, emitted: Path, repeated: list[Path]) -> set[Rejected]:
    """What a type checker rejects."""
    if request.param is pyright:
        return pyright(emitted, repeated)
    packages = [path.parent for path in emitted.glob("*/*/py.typed")]
    assert len(packages) == len(CASES) + 1 > 10
    return mypy(*packages, *emitted.glob("*/*_uses.py"), imported=repeated)


def test_both_checkers_accept_all_that_is_emitted(rejected: set[Rejected]) -> None:
    assert {one for one in rejected if not one.file.endswith("_uses.py")} == set()


@pytest.mark.parametrize("name", USES)
def test_both_checkers_tell_right_and_wrong_uses_apart(name: str, rejected: set[Rejected]) -> None:
    wrong = marked(name, "# wrong")
    assert len(wrong) == USES[name]
    programs = {program_of(name, path) for path in uses(name)}
    assert {(one.file, one.line) for one in rejected if one.file in programs} == wrong


@pytest.mark.parametrize("name", DEPRECATED)
def test_both_checkers_mark_the_use_of_what_is_deprecated(name: str, rejected: set[Rejected]) -> None:
    programs = {program_of(name, path) for path in uses(name)}
    found = {one for one in rejected if one.file in programs}
    assert {(one.file, one.line) for one in found} == marked(name, "# deprecated") != set()
    assert all("deprecated" in one.message for one in found)


def test_ruff_accepts_all_that_is_emitted(emitted: Path) -> None:
    packages = [path.parent for path in emitted.glob("*/*/py.typed")]
    for command in (("check",), ("format", "--check")):
        options = ("--isolated", "--no-cache", "--config=line-length=100", "--config=target-version='py311'")
        done = run("ruff", *command, *options, *packages)
        assert done.returncode == 0, done.stdout


def test_nothing_that_is_emitted_silences_a_checker(emitted: Path) -> None:
    silenced = [
        f"{path}: {line}"
        for path in emitted.glob("*/*/**/*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if SUPPRESSION.search(line)
    ]
    assert silenced == []
