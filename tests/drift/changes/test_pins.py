"""Names that this generator would choose differently than the one that made the client."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.command_line import run_in
from tests.drift.changes.api import document
from tests.drift.renames.pets import run_command

FORMER = {
    "GET /pets": "pets.find_all",
    "GET /pets: query limit": "maximum",
    "POST /pets": "animals.add",
    "POST /pets: property age": "years",
    "schema Pet": "Animal",
    "schema Pet: age": "years",
    "schema PetKind: cat": "FELINE",
}
"""What an older generator called some parts."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A document and its client, whose record has other names than this generator chooses."""
    (tmp_path / "api.json").write_text(json.dumps(document(), indent=2), encoding="utf-8")
    done = run_in(tmp_path, ["build", "api.json", "--out", "client"], run_command)
    assert done.returncode == 0, done.stderr
    record = tmp_path / "client" / ".generated"
    lines = [
        line
        for line in record.read_text(encoding="utf-8").splitlines()
        if not any(line.endswith(f"  <name of {key}>") for key in FORMER)
    ]
    lines += [f"{name}  <name of {key}>" for key, name in FORMER.items()]
    record.write_text("\n".join([*lines, ""]), encoding="utf-8")
    shutil.copy(tmp_path / "api.json", tmp_path / "old.json")
    return tmp_path


def _changes(folder: Path, *more: str) -> str:
    command = ["changes", "api.json", "--old", "old.json", "--out", "client", *more]
    done = run_in(folder, command, run_command)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_record_has_no_other_names_than_the_generator(tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(json.dumps(document()), encoding="utf-8")
    shutil.copy(tmp_path / "api.json", tmp_path / "old.json")
    run_in(tmp_path, ["build", "api.json", "--out", "client"], run_command)
    assert "No changes" in _changes(tmp_path)


def test_another_name_is_a_change_like_any_other(folder: Path) -> None:
    found = json.loads(_changes(folder, "--format", "json"))
    assert found["verdict"] == "major"
    symbols = {symbol for one in found["changes"] for symbol in one["symbols"]}
    assert {
        "client.pets.find_all",
        "client.pets.find_all(maximum=)",
        "client.animals.add",
        "models.Animal",
        "models.Animal.years",
        "models.PetKind.FELINE",
    } <= symbols
    kept = {one["old_symbol"]: one["why"] for one in found["renames"]}
    assert kept["models.Animal"] == ["the generator that made the client chose the old name"]


def test_the_old_names_are_kept_beside_the_new_ones(folder: Path) -> None:
    _changes(folder, "--accept", "models.Animal", "models.Animal.years")
    schema = json.loads((folder / "api.json").read_text(encoding="utf-8"))["components"]["schemas"]["Pet"]
    assert schema["x-renamed-from"]["python-name"] == "Animal"
    assert schema["properties"]["age"]["x-renamed-from"]["python-name"] == "years"


def test_pinned_names_are_no_change(folder: Path) -> None:
    _changes(folder, "--accept", "--pin", "--until", "never")
    written = json.loads((folder / "api.json").read_text(encoding="utf-8"))
    assert written["paths"]["/pets"]["get"]["x-python-name"] == "find_all"
    add = written["paths"]["/pets"]["post"]
    assert (add["x-python-group"], add["x-python-name"]) == ("animals", "add")
    assert written["components"]["schemas"]["Pet"]["x-python-name"] == "Animal"
    found = json.loads(_changes(folder, "--format", "json"))
    # A member of an enum has no name of its own in a document: it keeps the former one beside.
    assert {one for change in found["changes"] for one in change["symbols"]} == {"models.PetKind.FELINE"}
    assert found["verdict"] == "minor"


def test_the_record_of_another_document_is_no_witness(folder: Path) -> None:
    old = json.loads((folder / "old.json").read_text(encoding="utf-8"))
    old["info"]["description"] = "Another one."
    (folder / "old.json").write_text(json.dumps(old), encoding="utf-8")
    assert "No changes" in _changes(folder)


def test_a_merged_record_vouches_for_what_both_sides_say(folder: Path) -> None:
    record = folder / "client" / ".generated"
    with record.open("a", encoding="utf-8") as lines:
        lines.writelines(f"{name}x  <name of {key}>\n" for key, name in FORMER.items())
    assert "No changes" in _changes(folder)
