"""Arguments: wrong usage, help, documents that cannot be read."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command_line import Run
from tests.commands.shop import SPEC, STRICT
from tests.conftest import ROOT

pytestmark = pytest.mark.slow


def as_nothing(path: Path) -> None:
    path.unlink(missing_ok=True)


def as_folder(path: Path) -> None:
    as_nothing(path)
    path.mkdir()


def under_a_file(path: Path) -> None:
    shutil.rmtree(path.parent)
    path.parent.write_text("")


@pytest.mark.parametrize("make", [as_nothing, as_folder, under_a_file])
def test_a_spec_that_cannot_be_read_is_wrong_usage(
    folder: Path, run: Run, make: Callable[[Path], None]
) -> None:
    make(folder / "spec/openapi.yaml")
    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    assert "spec/openapi.yaml" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (folder / "generated").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["--frobnicate"],
        ["build", "one", "too many"],
        ["--sp", "x"],
        ["check", "--format", "xml"],
        ["check", "a.yaml", "--spec", "a.yaml"],
        ["check", "-q", "-v"],
    ],
)
def test_wrong_usage_is_explained(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: generate.py")


@pytest.mark.parametrize(
    ("arguments", "likely"),
    [
        (["build", "--ouput", "client"], "--output"),
        (["chekc"], "check"),
        (["check", "--format", "sarfi"], "sarif"),
        (["drift", "drift.jsonl", "--aply"], "--apply"),
        (["check", "--tolerate", "danglin-reference"], "'dangling-reference'"),
    ],
)
def test_a_misspelt_argument_is_reported_with_the_similar_one(
    run: Run, arguments: list[str], likely: str
) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert f"did you mean {likely}?" in done.stderr


@pytest.mark.parametrize("command", ["changes", "drift", "reference", "snippets", "init"])
def test_a_command_offers_only_the_options_that_it_uses(run: Run, command: str) -> None:
    offered = run(command, "--help").stdout
    assert "--templates" not in offered
    assert ("--out DIR" in offered) is (command in {"changes", "init"})
    for one in ("exit codes: 0 ", "; 1 ", "; 2 wrong usage"):
        assert one in " ".join(offered.split())


def test_help_names_the_commands_and_the_exit_codes_and_loads_nothing(run: Run, start: Run) -> None:
    done = start("--help", PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    for word in ("build", "check", "exit codes", "  0 ", "  1 ", "  2 "):
        assert word in done.stdout
    assert "codegen.commands.command_line" in done.stderr
    assert not re.search(r"codegen\.(?!commands)|yaml|jinja2", done.stderr), "nothing that takes long"
    for option in ("--spec", "--out"):
        assert option in run("build", "--help").stdout
        assert option in run("check", "--help").stdout


def test_make_lists_its_targets() -> None:
    listed = subprocess.run(
        ["make", "--directory", str(ROOT)], capture_output=True, check=True, text=True
    ).stdout
    for target in ("help", "generate", "check", "test", "lint", "contract", "build", "clean"):
        assert f"\nmake {target} " in f"\n{listed}"


def test_the_document_may_come_from_the_standard_input(start: Run) -> None:
    given = SPEC.replace("operationId", "operationid")
    done = start("build", "-", "--out", "shop", *STRICT, given=given)
    assert done.returncode == 1
    assert done.stderr.startswith("<stdin>:8:7: error: ")
