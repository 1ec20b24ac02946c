"""What `changes --accept` writes, and where."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from codegen.commands import client_version
from codegen.pipeline import ReadOptions, Understood, understand
from tests.command_line import run_in
from tests.drift.renames.pets import DOCUMENT, all_renamed, json_report, run_command


def test_what_the_report_foresees_is_what_a_document_with_the_lines_leads_to(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is foreseen without reading the document a third time."""
    read = list[object]()

    def understood(spec: Path | str, options: ReadOptions) -> Understood:
        read.append(spec)
        return understand(spec, options)

    monkeypatch.setattr(client_version, "understand", understood)
    foreseen = json_report(folder)
    assert len(read) == 2
    assert (
        run_in(folder, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], run_command).returncode == 0
    )
    report = json_report(folder)
    assert (foreseen["verdict_if_accepted"], foreseen["lost_names"]) == (report["verdict"], [])
    assert report["renames"] == report["lost_names"] == []


def test_the_release_that_the_report_demands_keeps_the_names(folder: Path) -> None:
    """A document that breaks the wire has to be 2.0.0, so names that 2.0.0 drops would be of no use."""
    arguments = ["changes", "new.yaml", "--old", "old.yaml", "--accept"]
    assert "It has to be 2.0.0 or higher" in run_in(folder, arguments, run_command).stdout
    text = (folder / "new.yaml").read_text(encoding="utf-8")
    assert "3.0.0" in text
    (folder / "new.yaml").write_text(text.replace("version: 1.2.3", "version: 2.0.0"), encoding="utf-8")
    report = json_report(folder)
    assert report["renames"] == report["lost_names"] == []
    assert not [one for one in report["changes"] if one["breaks"]["callers"] or one["breaks"]["readers"]]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--until", "1.0.0", "--accept"], "--until 1.0.0: info.version is 1.2.3, so the client would drop"),
        (["--until", "3.0.0"], "--until needs --accept"),
        (["--into", "names.yaml"], "--into needs --accept"),
        (["--accept", "--codemod", "mine.py"], "run it without --codemod"),
        (["--accept", "--format", "json"], "run it without --format json"),
    ],
)
def test_options_that_make_no_sense_write_nothing(folder: Path, options: list[str], expected: str) -> None:
    done = run_in(folder, ["changes", "new.yaml", "--old", "old.yaml", *options], run_command)
    assert done.returncode == 2
    assert expected in done.stderr
    assert (folder / "new.yaml").read_text(encoding="utf-8") == all_renamed(DOCUMENT)
    assert sorted(one.name for one in folder.iterdir()) == ["new.yaml", "old.yaml"]


@pytest.mark.parametrize("option", [["--accept"], ["--codemod", "mine.py"]])
def test_without_an_old_document_there_is_nothing_to_write(folder: Path, option: list[str]) -> None:
    done = run_in(folder, ["changes", "new.yaml", *option], run_command)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nothing to compare with" in done.stderr


def test_doubts_are_named_when_nothing_is_written(folder: Path) -> None:
    age = next(line for line in DOCUMENT.splitlines() if line.startswith("        age:"))
    old, *two = (
        f"        {name}: {{type: integer, description: Its age.}}\n" for name in ("age", "years", "yrs")
    )
    (folder / "old.yaml").write_text(DOCUMENT.replace(f"{age}\n", old), encoding="utf-8")
    (folder / "new.yaml").write_text(DOCUMENT.replace(f"{age}\n", "".join(two)), encoding="utf-8")
    done = run_in(folder, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], run_command)
    assert done.stdout.endswith(
        "nothing was written. 1 part may be renamed; `changes` lists what is in doubt\n"
    )


def test_json_is_written_as_json(folder: Path) -> None:
    for name in ("old", "new"):
        data = yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))
        (folder / f"{name}.json").write_text(json.dumps(data, indent=4), encoding="utf-8")
    arguments = ["changes", "new.json", "--old", "old.json", "--accept"]
    assert run_in(folder, arguments, run_command).returncode == 0
    written = (folder / "new.json").read_text(encoding="utf-8")
    assert written == json.dumps(json.loads(written), indent=4)
    assert '"x-renamed-from"' in written
    assert "no name to keep" in run_in(folder, arguments, run_command).stdout


def test_only_those_that_are_named(folder: Path) -> None:
    arguments = [
        "changes",
        "new.yaml",
        "--old",
        "old.yaml",
        "--until",
        "never",
        "--accept",
        "age",
        "models.Kind.DOG",
    ]
    before = (folder / "new.yaml").read_text(encoding="utf-8")
    assert run_in(folder, arguments, run_command).returncode == 0
    after = (folder / "new.yaml").read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added == [
        "        years: {type: integer, x-renamed-from: age, minimum: 0}   # in years",
        "      x-enum-renamed-from:",
        "        hound: dog",
    ]


def test_an_unknown_name_changes_nothing(folder: Path) -> None:
    done = run_in(folder, ["changes", "new.yaml", "--old", "old.yaml", "--accept", "agee"], run_command)
    assert done.returncode == 2
    assert "'agee' is none of the names that can be kept" in done.stderr
    assert (folder / "new.yaml").read_text(encoding="utf-8") == all_renamed(DOCUMENT)


def test_an_overlay_gets_actions(folder: Path) -> None:
    arguments = ["changes", "new.yaml", "--old", "old.yaml", "--accept"]
    assert run_in(folder, [*arguments, "--into", "names.yaml"], run_command).returncode == 0
    assert (folder / "new.yaml").read_text(encoding="utf-8") == all_renamed(DOCUMENT)
    overlay = (folder / "names.yaml").read_text(encoding="utf-8")
    assert "\"$['paths']['/pets']['get']['parameters'][?@.name=='page_size']\"" in overlay
    report = json_report(folder, "--overlay", "names.yaml")
    assert report["renames"] == report["lost_names"] == []
    again = run_in(folder, [*arguments, "--overlay", "names.yaml"], run_command)
    assert "no name to keep" in again.stdout
    (folder / "names.yaml").write_text(
        re.sub(r"(?s)  - target: \"\$\['comp.*", "", overlay), encoding="utf-8"
    )
    assert run_in(folder, [*arguments, "--overlay", "names.yaml"], run_command).returncode == 0
    assert json_report(folder, "--overlay", "names.yaml")["renames"] == []


def test_a_configuration_with_actions_gets_more(folder: Path) -> None:
    toml = 'document = "new.yaml"\n# my own\n[[actions]]\ntarget = "$.info"\nupdate = { description = "x" }\n'
    (folder / "wholespec.toml").write_text(toml, encoding="utf-8")
    assert run_in(folder, ["changes", "--old", "old.yaml", "--accept"], run_command).returncode == 0
    assert (folder / "wholespec.toml").read_text(encoding="utf-8").startswith(toml)
    assert (
        "no name to keep" in run_in(folder, ["changes", "--old", "old.yaml", "--accept"], run_command).stdout
    )


def test_a_name_that_is_taken_is_not_written(folder: Path) -> None:
    taken = DOCUMENT.replace("listPets", "searchPets").replace(
        "  /pets/{id}:",
        "  /all:\n    get:\n      operationId: listPets\n      tags: [pets]\n"
        "      responses: {'204': {description: None.}}\n  /pets/{id}:",
    )
    (folder / "new.yaml").write_text(taken, encoding="utf-8")
    done = run_in(folder, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], run_command)
    assert (done.returncode, done.stdout) == (1, "")
    assert "is the name of another one" in done.stderr
    assert (folder / "new.yaml").read_text(encoding="utf-8") == taken


def test_the_standard_input_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    class Input:
        buffer = io.BytesIO((folder / "new.yaml").read_bytes())

    monkeypatch.setattr(sys, "stdin", Input)
    done = run_in(folder, ["changes", "-", "--old", "old.yaml", "--accept", "age"], run_command)
    assert done.returncode == 0
    assert done.stdout.startswith("overlay: 1.0.0\n")
    assert "put the lines above into an overlay" in done.stderr
