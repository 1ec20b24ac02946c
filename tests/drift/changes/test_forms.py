"""The forms of the report: JSON, SARIF, GitHub, Markdown, a changelog."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.commands.main import main
from tests.conftest import ROOT
from tests.drift.changes.api import document
from tests.drift.changes.versions import FACE, OLD, new_document, write
from tests.drift.sarif import mistakes


def test_programs_can_read_the_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("old.json", OLD)
    write("spec/openapi.json", new_document())
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
    write("spec/openapi.json", OLD)
    assert main(["changes", "--format", form, "--report", "report.json"], FACE) == 0
    said = capsys.readouterr()
    read = json.loads(said.out)
    assert read["runs"][0]["results"] == [] if form == "sarif" else read["old"] is None
    assert "it is in no git repository; nothing to compare with" in said.err
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["verdict"] == "none"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("redirection", "says"),
    [(">/dev/full", "No space left on device"), (">&-", "it was closed before the start")],
)
def test_a_report_that_cannot_be_printed_is_an_error(redirection: str, says: str, folder: Path) -> None:
    write("old.json", OLD)
    write("spec/openapi.json", new_document())
    command = f"{sys.executable} {ROOT / 'generate.py'} changes --spec spec/openapi.json --old old.json"
    done = subprocess.run(f"{command} {redirection}", shell=True, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"generate.py: the standard output: {says}\n"


def test_a_report_in_sarif_is_valid(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A revision before a colon is no scheme of a URI, although it may look like one."""
    assert main(["changes", "--format", "sarif"], FACE) == 0
    read = json.loads(capsys.readouterr().out)
    assert mistakes(read) == []
    (result,) = read["runs"][0]["results"]
    before = result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert before == "v1%3Aspec/openapi.json"


def test_what_is_gone_is_annotated_without_a_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = document()
    del new["paths"]["/pets/{id}"]
    write("old.json", OLD)
    write("spec/openapi.json", new)
    assert main(["changes", "--old", "old.json", "--format", "github"], FACE) == 0
    first = capsys.readouterr().out.partition("\n")[0]
    assert first == (
        "::warning title=Breaking change::`GET /pets/{id}` is gone. `client.pets.get()` is gone."
    )


def test_a_pull_request_gets_markdown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("old.json", OLD)
    write("spec/openapi.json", new_document())
    assert main(["changes", "--old", "old.json", "--format", "markdown"], FACE) == 0
    said = capsys.readouterr().out
    assert said.startswith("## Changes of Zoo\n")
    assert "### Breaking" in said
    assert "  ```diff\n  - pet.age\n" in said


def test_a_version_cannot_leave_its_quotes_in_markdown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = new_document()
    new["info"]["version"] = "1 <img src=x> `@team` [a](http://b)"
    write("old.json", OLD)
    write("spec/openapi.json", new)
    assert main(["changes", "--old", "old.json", "--format", "markdown"], FACE) == 0
    said = capsys.readouterr().out
    assert "info.version went from `1.2.3` to `1 <img src=x> '@team' [a](http://b)`" in said


def test_the_changelog_gets_a_section_and_keeps_what_people_wrote(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("old.json", OLD)
    write("spec/openapi.json", new_document())
    assert main(["build"], FACE) == 0
    changelog = Path("client/CHANGELOG.md")
    assert main(["changes", "--old", "old.json", "--changelog"], FACE) == 0
    assert "client/CHANGELOG.md: written\nthe version 1.2.3 was not raised enough" in capsys.readouterr().out
    written = changelog.read_text(encoding="utf-8")
    assert "### 1.2.3, compared with 1.2.3\n\n#### Breaking, with what to change\n" in written
    end = "<!-- end of changes of 1.2.3 -->\n"
    changelog.write_text(written.replace(end, f"{end}\nWe are sorry.\n"), encoding="utf-8")
    raised = new_document()
    raised["info"]["version"] = "2.0.0"
    raised["paths"]["/pets"].pop("get")
    write("spec/openapi.json", raised)
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
    write("old.json", OLD)
    write("spec/openapi.json", new_document())
    assert main(["changes", "--old", "old.json", "--changelog"], FACE) == 2
    assert "generate the client first" in capsys.readouterr().err
    Path("client").mkdir()
    Path("client/CHANGELOG.md").write_text("# Ours\n", encoding="utf-8")
    assert main(["changes", "--old", "old.json", "--changelog"], FACE) == 2
    assert "begin own text: history" in capsys.readouterr().err
    assert Path("client/CHANGELOG.md").read_text(encoding="utf-8") == "# Ours\n"
