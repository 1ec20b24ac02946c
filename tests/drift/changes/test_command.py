"""The command `changes`: what it compares, what it prints, and how it exits."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.commands.main import main
from tests.drift.changes.api import document
from tests.drift.changes.versions import FACE, OLD, git, new_document, write


def test_two_files_are_compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("old.json", OLD)
    write("spec/openapi.json", new_document())
    assert main(["changes", "--old", "old.json"], FACE) == 0
    said = capsys.readouterr().out
    assert said.startswith("spec/openapi.json compared with old.json\n")
    assert "`Pet` has no attribute `age` any more." in said
    assert "before: old.json:" in said
    assert "1 breaking, 0 added, 0 other: this is a major release." in said
    assert "info.version is 1.2.3, as before. It has to be 2.0.0 or higher." in said


def test_a_required_version_fails_until_it_is_raised(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("old.json", OLD)
    write("spec/openapi.json", new_document())
    assert main(["changes", "--old", "old.json", "--require-version", "--quiet"], FACE) == 1
    assert "It has to be 2.0.0 or higher." in capsys.readouterr().out
    raised = new_document()
    raised["info"]["version"] = "2.0.0"
    write("spec/openapi.json", raised)
    assert main(["changes", "--old", "old.json", "--require-version", "--quiet"], FACE) == 0
    assert capsys.readouterr().out == ""


def test_the_last_tag_is_the_default(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes"], FACE) == 0
    said = capsys.readouterr().out
    assert said.startswith("spec/openapi.json compared with v1:spec/openapi.json\n")
    assert "before: v1:spec/openapi.json:" in said


def test_any_revision_can_be_named(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", "--since", "HEAD"], FACE) == 0
    assert "compared with HEAD:spec/openapi.json" in capsys.readouterr().out


def test_a_document_in_several_files_is_read_from_a_revision(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    several = document()
    pet = several["components"]["schemas"].pop("Pet")
    several["components"]["schemas"]["Pet"] = {"$ref": "pet.json"}
    write("spec/openapi.json", several)
    write("spec/pet.json", pet)
    git("add", "-A")
    git("commit", "-qm", "second")
    del pet["properties"]["age"]
    write("spec/pet.json", pet)
    assert main(["changes", "--since", "HEAD"], FACE) == 0
    said = capsys.readouterr().out
    assert "spec/pet.json:" in said
    assert "before: HEAD:spec/pet.json:" in said


def test_without_a_tag_there_is_nothing_to_compare_with(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("spec/openapi.json", OLD)
    assert main(["changes", "--require-version"], FACE) == 0
    assert "nothing to compare with" in capsys.readouterr().out
    git("init", "-q")
    assert main(["changes", "--require-version"], FACE) == 0
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "no tag yet (use --since HEAD for the last commit, or --old FILE)" in said


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--since", "nope"], "'nope' is not a revision of this repository"),
        (["--since", "--help"], "expected one argument"),
        (["--since=--output=x"], "is not a revision of this repository"),
        (["--old", "nope.json"], "nope.json: No such file"),
        (["--since", "v1", "--old", "a.json"], "not allowed with argument"),
        (["--since", "v1", "other.json"], "other.json is not in v1"),
    ],
)
def test_what_cannot_be_compared_is_an_error(
    repository: Path, arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write("other.json", OLD)
    try:
        code = main(["changes", *arguments], FACE)
    except SystemExit as error:
        code = int(str(error.code))
    assert code == 2
    assert expected in capsys.readouterr().err


def test_an_old_document_with_problems_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("spec/openapi.json", OLD)
    write("old.json", {**OLD, "paths": 3})
    assert main(["changes", "--old", "old.json"], FACE) == 2
    said = capsys.readouterr().err
    assert "old.json has problems, so nothing can be compared with it" in said
    assert "old.json:" in said.partition("\n")[2]


def test_a_new_document_with_problems_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("spec/openapi.json", {**OLD, "paths": 3})
    write("old.json", OLD)
    assert main(["changes", "--old", "old.json"], FACE) == 1
    assert "spec/openapi.json:" in capsys.readouterr().err


def test_a_document_that_is_not_there_is_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes"], FACE) == 2
    assert "spec/openapi.json: No such file" in capsys.readouterr().err


def test_a_shallow_clone_is_distinguished_from_one_without_tags(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    git("commit", "-qam", "second")
    git("clone", "-q", "--depth=1", f"file://{repository}", "shallow")
    monkeypatch.chdir("shallow")
    assert main(["changes"], FACE) == 0
    assert "shallow clone (run `git fetch --tags --unshallow` to compare)" in capsys.readouterr().out
    assert main(["changes", "--require-version", "--quiet"], FACE) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "no tag in this shallow clone" in said.err
    assert "--require-version cannot tell whether the version was raised" in said.err
    git("fetch", "-q", "--tags", "--unshallow")
    assert main(["changes"], FACE) == 0
    assert "compared with v1:" in capsys.readouterr().out


def test_an_overlay_of_the_revision_is_applied_to_its_document(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("checkout", "-q", "--", ".")
    overlay = {
        "overlay": "1.0.0",
        "info": {"title": "more", "version": "1"},
        "actions": [{"target": "$.paths['/pets'].get", "update": {"deprecated": True}}],
    }
    write("overlay.json", overlay)
    Path("spec/wholespec.toml").write_text(
        'document = "openapi.json"\noverlays = ["../overlay.json"]\n', encoding="utf-8"
    )
    git("add", "-A")
    git("commit", "-qm", "second")
    assert main(["changes", "spec/openapi.json", "--since", "HEAD"], FACE) == 0
    assert "No changes" in capsys.readouterr().out
    assert main(["changes", "spec/openapi.json", "--since", "v1"], FACE) == 0
    assert "`GET /pets` is deprecated now." in capsys.readouterr().out
