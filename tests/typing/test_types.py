"""Types: the output passes both checkers in their strictest mode, and they reject what is wrong."""

from __future__ import annotations

import os
import re
import shutil
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.clients import Client, output_of
from tests.conftest import ROOT
from tests.snippets import snippets, taught
from tests.typing.checkers import judged_by_mypy, mypy, pyright, run
from tests.typing.once import share

pytestmark = pytest.mark.slow
TYPING = ROOT / "tests" / "typing"
DEPRECATED = TYPING / "deprecated"

USES = {
    "literals": 20,
    "long-running": 11,
    "pages": 10,
    "received": 12,
    "renamed": 11,
    "several-media-types": 14,
    "tokens": 13,
    "waiters": 13,
}
"""Golden cases with uses of their own, and how many of them are wrong."""

CASES = sorted(path.parent for path in (ROOT / "tests" / "cases").glob("*/openapi.yaml"))
SUPPRESSION = re.compile(r"#\s*(type:|pyright:|noqa|mypy:|pylint:)|\bcast\(\s*[\"']?Any\b|@no_type_check")


@pytest.fixture(scope="session")
def emitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole output of each golden case, in one folder: each package has a name of its own.

    The programs in its pages are beside the package.
    """
    folder = tmp_path_factory.mktemp("emitted")
    for case in CASES:
        for path, text in output_of(case / "openapi.yaml").files.items():
            target = folder / folder_of(case.name) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        files = output_of(case / "openapi.yaml").files
        for number, (_, program) in enumerate([*snippets(files), *taught(files)]):
            name = case.name.replace("-", "_").replace(".", "_")
            (folder / folder_of(case.name) / f"example_{number}_of_{name}.py").write_text(
                program, encoding="utf-8"
            )
    return folder


def folder_of(case: str) -> str:
    """A name that no package can have, or programs would import the folder instead."""
    return f"{case.replace('.', '_')}-client"


@dataclass(frozen=True)
class Once:
    """What is emitted, in a folder where each module that several packages have is there once."""

    folder: Path
    packages: tuple[Path, ...]
    shared: tuple[Path, ...]
    """The folders of the packages that have the modules of others."""
    imported: tuple[Path, ...]
    """Files that are the same in several packages but mean different types, except two of each."""


@pytest.fixture(scope="session")
def once(emitted: Path, tmp_path_factory: pytest.TempPathFactory) -> Once:
    folder = tmp_path_factory.mktemp("once") / "emitted"
    shutil.copytree(emitted, folder, copy_function=os.link)
    packages = sorted(path.parent for path in folder.glob("*/*/py.typed"))
    shared = share(packages)
    copies: dict[object, list[Path]] = defaultdict(list)
    for path in sorted(folder.glob("*/*/**/*.py")):
        copies[*path.relative_to(folder).parts[2:], path.read_bytes()].append(path)
    imported = [path for same in copies.values() for path in same[1:-1]]
    return Once(folder, tuple(packages), tuple(shared), tuple(imported))


def test_mypy_accepts_all_that_is_emitted(once: Once) -> None:
    assert len(once.packages) == len(CASES) > 10
    programs = [*once.folder.glob("*/example_*.py")]
    assert len(programs) > 100
    assert mypy(*once.packages, *programs, imported=once.imported) == set()


def test_pyright_accepts_all_that_is_emitted(once: Once) -> None:
    # The examples have deprecated operations, too. A stub is of a module that stands elsewhere.
    options = {"reportDeprecated": False, "reportMissingModuleSource": False}
    assert pyright(once.folder, once.imported, extraPaths=[*map(str, once.shared)], **options) == set()


def test_ruff_accepts_all_that_is_emitted(emitted: Path) -> None:
    # In an example, the block of the client is told apart from that of a stream or a download.
    nested = "--per-file-ignores=example_*.py:SIM117"
    # The document has the schemas `str` and `Str`: the classes keep the author's spelling.
    params = emitted / folder_of("awkward-names") / "awkward_names" / "params.py"
    spelled = f"--per-file-ignores={params}:PYI042"
    for command in (("check", nested, spelled), ("format", "--check")):
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


PROGRAMS = {
    "fleet": TYPING,
    **{case: TYPING / case.replace("-", "_") for case in USES},
}
"""The folders with right and wrong uses of a client, by the name of its document."""


def marked(path: Path, mark: str) -> list[int]:
    """The lines of a program that end with a mark."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if line.endswith(f"# {mark}")]


def test_there_are_enough_wrong_uses() -> None:
    wrong = {name: len(marked(folder / "wrong_uses.py", "wrong")) for name, folder in PROGRAMS.items()}
    assert wrong.pop("fleet") > 30
    assert wrong == USES


@dataclass(frozen=True)
class Written:
    """Programs that use clients, in one folder, which each checker judges at once."""

    folder: Path
    programs: tuple[Path, ...]
    imported: tuple[Path, ...]
    """Files of the clients that `test_mypy_accepts_all_that_is_emitted` and the one of pyright check."""
    wrong: frozenset[tuple[str, int]]
    deprecated: frozenset[tuple[str, int]]


@pytest.fixture(scope="session")
def written(fleet: Client, emitted: Path, tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp("programs")
    used = [DEPRECATED.joinpath(f"{case}.py") for case in ("deprecation", "renamed")]
    programs = {f"deprecated_{path.name}": path for path in used}
    for name, uses in PROGRAMS.items():
        stem = name.replace("-", "_")
        programs |= {f"{stem}_{kind}.py": uses / f"{kind}.py" for kind in ("right_uses", "wrong_uses")}
    for name, path in programs.items():
        shutil.copy(path, folder / name)
    imported: list[Path] = []
    for case in {*USES, *(path.stem for path in used)}:
        (package,) = (path.parent for path in (emitted / folder_of(case)).glob("*/py.typed"))
        shutil.copytree(package, folder / package.name)
        imported += (folder / package.name).rglob("*.py")
    shutil.copytree(fleet.folder / fleet.name, folder / fleet.name)
    imported += (folder / fleet.name / "_runtime").rglob("*.py")
    return Written(
        folder,
        tuple(folder / name for name in programs),
        tuple(imported),
        frozenset((name, line) for name, path in programs.items() for line in marked(path, "wrong")),
        frozenset((name, line) for name, path in programs.items() for line in marked(path, "deprecated")),
    )


def test_mypy_rejects_each_wrong_use_and_no_right_one(written: Written, fleet: Client) -> None:
    imported = {*written.imported, *(written.folder / fleet.name).rglob("*.py")}
    found = judged_by_mypy(*written.programs, path=written.folder, imported=imported, enabled=["deprecated"])
    told = {(name, line) for name, line, code in found if code == "deprecated"}
    assert {(name, line) for name, line, code in found if code != "deprecated"} == written.wrong
    assert {one for one in told if one[0].startswith("deprecated_")} == written.deprecated


def test_pyright_rejects_each_wrong_use_and_no_right_one(written: Written) -> None:
    assert pyright(written.folder, written.imported) == written.wrong | written.deprecated
