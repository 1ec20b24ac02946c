"""The command `changes`: what it compares, what it prints, and how it exits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from codegen.commands.entry_point import EntryPoint
from codegen.commands.main import main
from tests.conftest import ROOT
from tests.drift.changes.api import document

FACE = EntryPoint(
    name="wholespec",
    call="wholespec",
    document="spec/openapi.json",
    out=Path("client"),
    remedy="install it again",
)

OLD = document()


def _new() -> dict[str, Any]:
    new = document()
    new["components"]["schemas"]["Pet"]["properties"].pop("age")
    return new


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "spec").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _write(path: str, content: object) -> None:
    Path(path).write_text(json.dumps(content, indent=1), encoding="utf-8")


def _git(*arguments: str) -> None:
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *settings, *arguments], check=True, capture_output=True, env=environment)


@pytest.fixture
def repository(folder: Path) -> Path:
    """A repository with the old document in a tag, and the new one in the folder."""
    _write("spec/openapi.json", OLD)
    _git("init", "-q")
    _git("add", "-A")
    _git("commit", "-qm", "first")
    _git("tag", "v1")
    _write("spec/openapi.json", _new())
    return folder


def test_two_files_are_compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write("old.json", OLD)
    _write("spec/openapi.json", _new())
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
    _write("old.json", OLD)
    _write("spec/openapi.json", _new())
    assert main(["changes", "--old", "old.json", "--require-version", "--quiet"], FACE) == 1
    assert "It has to be 2.0.0 or higher." in capsys.readouterr().out
    raised = _new()
    raised["info"]["version"] = "2.0.0"
    _write("spec/openapi.json", raised)
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
    _write("spec/openapi.json", several)
    _write("spec/pet.json", pet)
    _git("add", "-A")
    _git("commit", "-qm", "second")
    del pet["properties"]["age"]
    _write("spec/pet.json", pet)
    assert main(["changes", "--since", "HEAD"], FACE) == 0
    said = capsys.readouterr().out
    assert "spec/pet.json:" in said
    assert "before: HEAD:spec/pet.json:" in said


def test_without_a_tag_there_is_nothing_to_compare_with(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("spec/openapi.json", OLD)
    assert main(["changes", "--require-version"], FACE) == 0
    assert "nothing to compare with" in capsys.readouterr().out
    _git("init", "-q")
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
    _write("other.json", OLD)
    try:
        code = main(["changes", *arguments], FACE)
    except SystemExit as error:
        code = int(str(error.code))
    assert code == 2
    assert expected in capsys.readouterr().err


def test_an_old_document_with_problems_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write("spec/openapi.json", OLD)
    _write("old.json", {**OLD, "paths": 3})
    assert main(["changes", "--old", "old.json"], FACE) == 2
    said = capsys.readouterr().err
    assert "old.json has problems, so nothing can be compared with it" in said
    assert "old.json:" in said.partition("\n")[2]


def test_a_new_document_with_problems_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write("spec/openapi.json", {**OLD, "paths": 3})
    _write("old.json", OLD)
    assert main(["changes", "--old", "old.json"], FACE) == 1
    assert "spec/openapi.json:" in capsys.readouterr().err


def test_programs_can_read_the_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write("old.json", OLD)
    _write("spec/openapi.json", _new())
    assert main(["changes", "--old", "old.json", "--format", "json", "--report", "report.json"], FACE) == 0
    said = capsys.readouterr().out
    assert Path("report.json").read_text(encoding="utf-8") == said
    read = json.loads(said)
    assert (read["verdict"], read["required_version"], read["is_version_raised"]) == ("major", "2.0.0", False)
    (change,) = read["changes"]
    assert change["breaks"] == {"wire": False, "callers": True, "readers": True}
    assert change["old"]["file"] == "old.json"
    assert main(["changes", "--old", "old.json", "--format", "sarif"], FACE) == 0
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert result["level"] == "error"
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "old.json"


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_programs_get_a_report_if_there_is_nothing_to_compare_with(
    form: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("spec/openapi.json", OLD)
    assert main(["changes", "--format", form, "--report", "report.json"], FACE) == 0
    said = capsys.readouterr()
    read = json.loads(said.out)
    assert read["runs"][0]["results"] == [] if form == "sarif" else read["old"] is None
    assert "it is in no git repository; nothing to compare with" in said.err
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["verdict"] == "none"


def test_a_document_that_is_not_there_is_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes"], FACE) == 2
    assert "spec/openapi.json: No such file" in capsys.readouterr().err


def test_a_shallow_clone_is_told_apart_from_one_without_tags(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _git("commit", "-qam", "second")
    _git("clone", "-q", "--depth=1", f"file://{repository}", "shallow")
    monkeypatch.chdir("shallow")
    assert main(["changes"], FACE) == 0
    assert "shallow clone (run `git fetch --tags --unshallow` to compare)" in capsys.readouterr().out
    assert main(["changes", "--require-version", "--quiet"], FACE) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "no tag in this shallow clone" in said.err
    assert "--require-version cannot tell whether the version was raised" in said.err
    _git("fetch", "-q", "--tags", "--unshallow")
    assert main(["changes"], FACE) == 0
    assert "compared with v1:" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("redirection", "says"),
    [(">/dev/full", "No space left on device"), (">&-", "it was closed before the start")],
)
def test_a_report_that_cannot_be_printed_is_an_error(redirection: str, says: str, folder: Path) -> None:
    _write("old.json", OLD)
    _write("spec/openapi.json", _new())
    command = f"{sys.executable} {ROOT / 'generate.py'} changes --spec spec/openapi.json --old old.json"
    done = subprocess.run(f"{command} {redirection}", shell=True, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"generate.py: the standard output: {says}\n"


def test_a_report_in_sarif_is_valid(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A revision before a colon is no scheme of a URI, although it may look like one."""
    assert main(["changes", "--format", "sarif"], FACE) == 0
    read = json.loads(capsys.readouterr().out)
    schema = ROOT / "tests/drift/sarif-schema-2.1.0.json"
    Draft7Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(read)
    (result,) = read["runs"][0]["results"]
    before = result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert before == "v1%3Aspec/openapi.json"


def test_what_is_gone_is_annotated_without_a_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = document()
    del new["paths"]["/pets/{id}"]
    _write("old.json", OLD)
    _write("spec/openapi.json", new)
    assert main(["changes", "--old", "old.json", "--format", "github"], FACE) == 0
    first = capsys.readouterr().out.partition("\n")[0]
    assert first == (
        "::warning title=Breaking change::`GET /pets/{id}` is gone. `client.pets.get()` is gone."
    )


def test_a_pull_request_gets_markdown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write("old.json", OLD)
    _write("spec/openapi.json", _new())
    assert main(["changes", "--old", "old.json", "--format", "markdown"], FACE) == 0
    said = capsys.readouterr().out
    assert said.startswith("## Changes of Zoo\n")
    assert "### Breaking" in said
    assert "  ```diff\n  - pet.age\n" in said


def test_a_version_cannot_leave_its_quotes_in_markdown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = _new()
    new["info"]["version"] = "1 <img src=x> `@team` [a](http://b)"
    _write("old.json", OLD)
    _write("spec/openapi.json", new)
    assert main(["changes", "--old", "old.json", "--format", "markdown"], FACE) == 0
    said = capsys.readouterr().out
    assert "info.version went from `1.2.3` to `1 <img src=x> '@team' [a](http://b)`" in said


def test_an_overlay_of_the_revision_is_applied_to_its_document(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _git("checkout", "-q", "--", ".")
    overlay = {
        "overlay": "1.0.0",
        "info": {"title": "more", "version": "1"},
        "actions": [{"target": "$.paths['/pets'].get", "update": {"deprecated": True}}],
    }
    _write("overlay.json", overlay)
    Path("spec/wholespec.toml").write_text(
        'document = "openapi.json"\noverlays = ["../overlay.json"]\n', encoding="utf-8"
    )
    _git("add", "-A")
    _git("commit", "-qm", "second")
    assert main(["changes", "spec/openapi.json", "--since", "HEAD"], FACE) == 0
    assert "No changes" in capsys.readouterr().out
    assert main(["changes", "spec/openapi.json", "--since", "v1"], FACE) == 0
    assert "`GET /pets` is deprecated now." in capsys.readouterr().out


def test_the_changelog_gets_a_section_and_keeps_what_people_wrote(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("old.json", OLD)
    _write("spec/openapi.json", _new())
    assert main(["build"], FACE) == 0
    changelog = Path("client/CHANGELOG.md")
    assert main(["changes", "--old", "old.json", "--changelog"], FACE) == 0
    assert "client/CHANGELOG.md: written\nthe version 1.2.3 was not raised enough" in capsys.readouterr().out
    written = changelog.read_text(encoding="utf-8")
    assert "### 1.2.3, compared with 1.2.3\n\n#### Breaking, with what to change\n" in written
    end = "<!-- end of changes of 1.2.3 -->\n"
    changelog.write_text(written.replace(end, f"{end}\nWe are sorry.\n"), encoding="utf-8")
    raised = _new()
    raised["info"]["version"] = "2.0.0"
    raised["paths"]["/pets"].pop("get")
    _write("spec/openapi.json", raised)
    assert main(["build"], FACE) == 0
    assert main(["changes", "--old", "old.json", "--changelog"], FACE) == 0
    twice = changelog.read_text(encoding="utf-8")
    parts = [
        "## 2.0.0\n",
        "### 2.0.0, compared with 1.2.3",
        "`client.pets.list()` is gone.",
        "### 1.2.3, compared",
        "sorry",
    ]
    assert sorted(parts, key=twice.index) == parts
    assert main(["changes", "--old", "old.json", "--changelog"], FACE) == 0
    assert changelog.read_text(encoding="utf-8") == twice
    assert main(["check"], FACE) == 0


def test_a_changelog_without_its_region_is_left_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("old.json", OLD)
    _write("spec/openapi.json", _new())
    assert main(["changes", "--old", "old.json", "--changelog"], FACE) == 2
    assert "generate the client first" in capsys.readouterr().err
    Path("client").mkdir()
    Path("client/CHANGELOG.md").write_text("# Ours\n", encoding="utf-8")
    assert main(["changes", "--old", "old.json", "--changelog"], FACE) == 2
    assert "begin own text: history" in capsys.readouterr().err
    assert Path("client/CHANGELOG.md").read_text(encoding="utf-8") == "# Ours\n"
