"""Renames that are recognised, and what is not guessed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.drift.changes.comparison import comparison
from codegen.drift.renames.detection import Rename, renames
from tests.command_line import run_in
from tests.drift.changes import api as zoo
from tests.drift.renames.pets import DOCUMENT, RENAMES, json_report, replaced, run_command


@pytest.mark.parametrize("what", RENAMES)
def test_a_rename_is_recognised_and_its_line_keeps_the_name(what: str, tmp_path: Path) -> None:
    edit, old, new, line = RENAMES[what]
    (tmp_path / "old.yaml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(edit(DOCUMENT), encoding="utf-8")
    said = run_in(tmp_path, ["changes", "new.yaml", "--old", "old.yaml"], run_command).stdout
    assert f"`{old}` is `{new}` now" in said
    assert f"\n    {line}\n" in said
    done = run_in(tmp_path, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], run_command)
    assert done.returncode == 0, done.stderr
    written = (tmp_path / "new.yaml").read_text(encoding="utf-8")
    assert [*re.findall("#.*", written)] == [*re.findall("#.*", edit(DOCUMENT))]
    assert "version: 1.2.3" in written
    report = json_report(tmp_path)
    assert report["renames"] == report["lost_names"] == []
    assert not [one for one in report["changes"] if one["breaks"]["callers"] or one["breaks"]["readers"]]
    again = run_in(tmp_path, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], run_command)
    assert again.stdout == "new.yaml: no name to keep; nothing was written\n"
    assert (tmp_path / "new.yaml").read_text(encoding="utf-8") == written


def test_all_renames_at_once(folder: Path) -> None:
    assert json_report(folder)["verdict_if_accepted"] == "major"  # names on the wire are those of the server
    done = run_in(folder, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], run_command)
    assert (done.returncode, done.stderr) == (0, "")
    assert "This was a major release, and still is." in done.stdout
    report = json_report(folder)
    assert report["renames"] == report["lost_names"] == []
    assert not [one for one in report["changes"] if one["breaks"]["callers"] or one["breaks"]["readers"]]
    # the class of an inline schema follows the schema around it
    assert any(
        "`PetMood` is called `AnimalMood` now, and the old" in s
        for one in report["changes"]
        for s in one["sentences"]
    )


def _found(folder: Path, edit: zoo.Edit) -> tuple[list[Rename], list[str]]:
    old, new = zoo.version(folder, "old", zoo.document()), zoo.version(folder, "new", zoo.edited(edit))
    matches = comparison(old, new).matches
    return renames(old, new, matches), [one.name for _, one in matches.doubts]


def test_what_is_ambiguous_is_not_guessed(tmp_path: Path) -> None:
    def edit(api: zoo.Document) -> None:
        properties = api["components"]["schemas"]["Pet"]["properties"]
        items = [*properties.items()]
        properties.clear()
        for name, schema in items:
            if name == "age":
                properties |= {"years": {"type": "integer", "description": "The age."}}
                properties |= {"months": {"type": "integer", "description": "The age."}}
            else:
                properties[name] = schema
        properties["name"]["description"] = "x"

    assert not [one for one in _found(tmp_path, edit)[0] if one.kind == "property"]


def test_an_unrelated_property_in_the_same_place_is_another_one(tmp_path: Path) -> None:
    def edit(api: zoo.Document) -> None:
        properties = api["components"]["schemas"]["Pet"]["properties"]
        items = [*properties.items()]
        properties.clear()
        properties |= {("weight" if name == "age" else name): schema for name, schema in items}

    assert not _found(tmp_path, edit)[0]


def test_a_property_of_another_type_is_another_one(tmp_path: Path) -> None:
    def edit(api: zoo.Document) -> None:
        properties = api["components"]["schemas"]["Pet"]["properties"]
        del properties["age"]
        properties["years"] = {"type": "string"}

    assert not _found(tmp_path, edit)[0]


def test_one_schema_that_became_two_is_in_doubt(tmp_path: Path) -> None:
    def edit(api: zoo.Document) -> None:
        schemas = api["components"]["schemas"]
        pet = schemas.pop("Pet")
        schemas |= {"PetInput": pet, "PetOutput": json.loads(json.dumps(pet))}
        paths = json.dumps(api["paths"]).replace("schemas/Pet", "schemas/PetOutput")
        api["paths"] = json.loads(paths)
        body = api["paths"]["/pets"]["post"]["requestBody"]["content"]["application/json"]
        body["schema"]["$ref"] = "#/components/schemas/PetInput"

    found, doubts = _found(tmp_path, edit)
    assert "models.Pet" not in {one.old_symbol for one in found}
    assert "Pet" in doubts


def test_an_operation_in_another_resource_has_no_alias(folder: Path) -> None:
    text = DOCUMENT.replace(
        "operationId: createPet\n      tags: [pets]", "operationId: createPet\n      tags: [shop]"
    )
    (folder / "new.yaml").write_text(text, encoding="utf-8")
    report = json_report(folder)
    assert report["renames"] == []
    assert "`x-python-group: pets`" in report["lost_names"][0]["why"]


def test_a_document_of_3_0_whose_property_is_a_reference(folder: Path) -> None:
    """There, what stands beside a reference is ignored by the standard."""
    for name, edit in (("old", str), ("new", replaced(("kind: {$ref", "sort: {$ref")))):
        text = edit(DOCUMENT.replace("openapi: 3.1.0", "openapi: 3.0.3"))
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    done = run_in(folder, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], run_command)
    assert done.returncode == 0, done.stderr
    assert json_report(folder)["renames"] == []


def test_a_document_in_several_files(folder: Path) -> None:
    for name in ("old", "new"):
        data = yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))
        key = "Pet" if name == "old" else "Animal"
        part = data["components"]["schemas"][key]
        (folder / name).mkdir()
        text = json.dumps(part, indent=2).replace("#/components", "api.yaml#/components")
        (folder / name / "pet.json").write_text(text, encoding="utf-8")
        data["components"]["schemas"][key] = {"$ref": "pet.json"}
        (folder / name / "api.yaml").write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    arguments = ["changes", "new/api.yaml", "--old", "old/api.yaml", "--accept"]
    done = run_in(folder, arguments, run_command)
    assert done.returncode == 0, done.stderr
    assert '"x-renamed-from"' in (folder / "new" / "pet.json").read_text(encoding="utf-8")
    assert "no name to keep" in run_in(folder, arguments, run_command).stdout


def test_tags_within_others_and_tags_that_are_not_declared(tmp_path: Path) -> None:
    """What is foreseen of both at once is what the written lines lead to."""
    tags = (("admin/users", "admin/people"), ("sheets", "forms"))
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Zoo", "version": "1.2.3"},
        "tags": [{"name": "admin/users"}],
        "paths": {
            f"/{index}": {
                "get": {
                    "operationId": f"listIt{index}",
                    "tags": [name],
                    "responses": {"204": {"description": "."}},
                }
            }
            for index, (name, _) in enumerate(tags)
        },
    }
    text = json.dumps(document)
    (tmp_path / "old.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(replaced(*tags)(text), encoding="utf-8")
    foreseen = json_report(tmp_path)
    assert {one["old_symbol"] for one in foreseen["renames"]} == {"client.admin.users", "client.sheets"}
    assert (foreseen["verdict_if_accepted"], foreseen["lost_names"]) == ("minor", [])
    assert (
        run_in(tmp_path, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], run_command).returncode
        == 0
    )
    assert json_report(tmp_path)["verdict"] == "minor"
