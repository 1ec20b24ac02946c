"""`build`: which files are written, and which are not replaced."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command_line import Run
from tests.commands.shop import SPEC, STRICT, change, content

pytestmark = pytest.mark.slow


def test_build_is_the_default_and_a_second_one_touches_nothing(folder: Path, run: Run, start: Run) -> None:
    first = start()
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.startswith("generated: ")
    assert (folder / "generated/shop/models.py").exists()
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    second = run("build")
    assert (second.returncode, second.stdout, second.stderr) == (0, "generated: up to date\n", "")
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == times


def test_spec_and_out_may_be_anywhere(folder: Path, run: Run, start: Run) -> None:
    (folder / "spec/openapi.yaml").rename(folder / "ünïcode.yaml")
    done = start(
        "--spec", "ünïcode.yaml", "--out", str(folder / "a/ö b"), LC_ALL="C", PYTHONIOENCODING="ascii"
    )
    assert done.returncode == 0
    assert run("check", "--spec", "ünïcode.yaml", "--out", "a/ö b").returncode == 0


def test_the_client_of_another_document_is_not_replaced_by_oversight(folder: Path, run: Run) -> None:
    run()
    before = content(folder)
    other = folder / "other.yaml"
    other.write_text(SPEC.replace("title: Shop", "title: Library"))
    done = run("--spec", "other.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "choose a folder with --out" in done.stderr
    assert content(folder) == {**before, "other.yaml": other.read_bytes()}
    assert run("--spec", "other.yaml", "--out", "generated").returncode == 0
    assert (folder / "generated/library").is_dir()


def test_the_same_client_may_be_made_of_another_file(folder: Path, run: Run) -> None:
    run()
    (folder / "spec/openapi.yaml").rename(folder / "moved.yaml")
    assert run("--spec", "moved.yaml").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["mine.yaml"], "build mine.yaml`"),
        (["--spec", "http://example.com/a.yaml"], "download it"),
        (["--spec", "ftp://example.com/a.yaml"], "download it"),
        (["--root", "nowhere"], "--root nowhere is not a folder"),
        (["--out", "spec/openapi.yaml/client"], "spec/openapi.yaml is not a folder"),
    ],
)
def test_a_document_or_a_folder_that_is_none_is_asked_for(run: Run, arguments: list[str], said: str):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_build_refuses_to_overwrite_what_was_edited(folder: Path, run: Run) -> None:
    run()
    change(folder / "generated/shop/models.py", "What the buyer wrote.", "What nobody wrote.")
    (folder / "generated/shop/notes.py").write_text("NOTE = 1\n")
    before = content(folder)
    done = run()
    assert (done.returncode, done.stdout) == (1, "")
    first, *diff = done.stderr.splitlines()
    counts = "not generated: 1 line; generated and missing: 1 line"
    assert first == f"generated/shop/models.py: edited by hand: {counts}"
    assert '    -    """What nobody wrote."""' in diff
    assert diff[-3:] == [
        "1 file would be overwritten; nothing was written.",
        "Move your changes to files of your own, or to the document or the templates.",
        "To discard them: `make generate OPTIONS=--force`",
    ]
    assert content(folder) == before
    assert run("build", "--force").returncode == 0
    assert run("check").returncode == 0
    assert (folder / "generated/shop/notes.py").read_text() == "NOTE = 1\n"


def a_file(path: Path) -> None:
    path.write_text("kept")


def a_link(path: Path) -> None:
    (path.parent / "elsewhere").mkdir()
    path.symlink_to("elsewhere")


@pytest.mark.parametrize("make", [a_file, a_link])
@pytest.mark.parametrize("command", ["build", "check"])
def test_an_output_that_is_no_folder_is_wrong_usage(
    folder: Path, run: Run, make: Callable[[Path], None], command: str
) -> None:
    make(folder / "generated")
    before = content(folder)
    done = run(command)
    assert (done.returncode, done.stdout) == (2, "")
    assert "generated is not a folder" in done.stderr
    assert content(folder) == before


def test_a_folder_of_somebody_else_is_refused(folder: Path, run: Run) -> None:
    (folder / "generated").mkdir()
    (folder / "generated/thesis.txt").write_text("ten years")
    done = run()
    assert done.returncode == 2
    assert "generated is not empty" in done.stderr
    assert content(folder / "generated") == {"thesis.txt": b"ten years"}


def test_an_output_below_a_file_cannot_be_made(folder: Path, run: Run) -> None:
    (folder / "file").write_text("")
    done = run("--out", "file/generated")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_build_annotates_a_problem_for_github(folder: Path, run: Run) -> None:
    change(folder / "spec/openapi.yaml", "operationId:", "operationid:")
    done = run("build", "--format", "github", *STRICT)
    assert done.stdout.startswith("::error file=spec/openapi.yaml,line=8,col=7")
