"""Renames that `changes` recognises, and the lines that `changes --accept` writes for them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.commands import client_version
from codegen.commands.main import main
from codegen.drift.changes.comparison import comparison
from codegen.drift.renames.detection import Rename, renames
from codegen.pipeline import ReadOptions, Understood, understand
from tests.command_line import FACE, run_in
from tests.drift.changes import api as zoo

DOCUMENT = (Path(__file__).parent / "renames.yaml").read_text(encoding="utf-8")

Edit = Callable[[str], str]


def _replaced(*pairs: tuple[str, str]) -> Edit:
    def edit(text: str) -> str:
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        return text

    return edit


RENAMES: dict[str, tuple[Edit, str, str, str]] = {
    # what: the edit, the old and the new symbol, the line
    "operation": (
        _replaced(("operationId: listPets", "operationId: searchPets")),
        "client.pets.list",
        "client.pets.search",
        'x-renamed-from: {name: listPets, until: "2.0.0"}',
    ),
    "path parameter": (
        _replaced(("/pets/{id}", "/pets/{pet_id}"), ("name: id, in: path", "name: pet_id, in: path")),
        "client.pets.get(id=)",
        "client.pets.get(pet_id=)",
        'x-renamed-from: {name: id, until: "2.0.0"}',
    ),
    "query parameter, by its description": (
        _replaced(("name: limit", "name: page_size")),
        "client.pets.list(limit=)",
        "client.pets.list(page_size=)",
        'x-renamed-from: {name: limit, until: "2.0.0"}',
    ),
    "schema": (
        _replaced(('schemas/Pet"', 'schemas/Animal"'), ("    Pet:", "    Animal:")),
        "models.Pet",
        "models.Animal",
        'x-renamed-from: {name: Pet, until: "2.0.0"}',
    ),
    "property, by its neighbours": (
        _replaced(("age: {type", "years: {type")),
        "models.Pet.age",
        "models.Pet.years",
        'x-renamed-from: {name: age, until: "3.0.0"}',
    ),
    "property, by its description": (
        _replaced(("        name:\n", "        title:\n"), ("[id, name]", "[id, title]")),
        "models.Pet.name",
        "models.Pet.title",
        'x-renamed-from: {name: name, until: "3.0.0"}',
    ),
    "value": (
        _replaced(("dog", "hound")),
        "models.Kind.DOG",
        "models.Kind.HOUND",
        'x-enum-renamed-from: {hound: {name: dog, until: "3.0.0"}}',
    ),
    "tag": (
        _replaced(("name: pets", "name: animals"), ("tags: [pets]", "tags: [animals]")),
        "client.pets",
        "client.animals",
        'x-renamed-from: {name: pets, until: "2.0.0"}',
    ),
    "tag that is not declared": (
        _replaced(
            ("tags: [pets]", "tags: [animals]"), ("  - name: pets # all of them\n", "  - name: other\n")
        ),
        "client.pets",
        "client.animals",
        'tags: [{name: animals, x-renamed-from: {name: pets, until: "2.0.0"}}]',
    ),
}


@pytest.mark.parametrize("what", RENAMES)
def test_a_rename_is_recognised_and_its_line_keeps_the_name(what: str, tmp_path: Path) -> None:
    edit, old, new, line = RENAMES[what]
    (tmp_path / "old.yaml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(edit(DOCUMENT), encoding="utf-8")
    said = run_in(tmp_path, ["changes", "new.yaml", "--old", "old.yaml"], _main).stdout
    assert f"`{old}` is `{new}` now" in said
    assert f"\n    {line}\n" in said
    done = run_in(tmp_path, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], _main)
    assert done.returncode == 0, done.stderr
    written = (tmp_path / "new.yaml").read_text(encoding="utf-8")
    assert [*re.findall("#.*", written)] == [*re.findall("#.*", edit(DOCUMENT))]
    assert "version: 1.2.3" in written
    report = _report(tmp_path)
    assert report["renames"] == report["lost_names"] == []
    assert not [one for one in report["changes"] if one["breaks"]["callers"] or one["breaks"]["readers"]]
    again = run_in(tmp_path, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], _main)
    assert again.stdout == "new.yaml: no name to keep; nothing was written\n"
    assert (tmp_path / "new.yaml").read_text(encoding="utf-8") == written


def _main(arguments: Any) -> int:
    return main(arguments, FACE)


def _report(folder: Path, *options: str) -> dict[str, Any]:
    arguments = ["changes", "new.yaml", "--old", "old.yaml", "--format", "json", *options]
    report: dict[str, Any] = json.loads(run_in(folder, arguments, _main).stdout)
    return report


def _all(text: str) -> str:
    for edit, *_ in (one for what, one in RENAMES.items() if "not declared" not in what):
        text = edit(text)
    return text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the document before and after all renames."""
    (tmp_path / "old.yaml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(_all(DOCUMENT), encoding="utf-8")
    return tmp_path


def test_all_renames_at_once(folder: Path) -> None:
    assert _report(folder)["verdict_if_accepted"] == "major"  # names on the wire are those of the server
    done = run_in(folder, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], _main)
    assert (done.returncode, done.stderr) == (0, "")
    assert "This was a major release, and still is." in done.stdout
    report = _report(folder)
    assert report["renames"] == report["lost_names"] == []
    assert not [one for one in report["changes"] if one["breaks"]["callers"] or one["breaks"]["readers"]]
    # the class of an inline schema follows the schema around it
    assert any(
        "`PetMood` is called `AnimalMood` now, and the old" in s
        for one in report["changes"]
        for s in one["sentences"]
    )


def test_what_the_report_foresees_is_what_a_document_with_the_lines_leads_to(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is foreseen without reading the document a third time."""
    read = list[object]()

    def understood(spec: Path | str, options: ReadOptions) -> Understood:
        read.append(spec)
        return understand(spec, options)

    monkeypatch.setattr(client_version, "understand", understood)
    foreseen = _report(folder)
    assert len(read) == 2
    assert run_in(folder, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], _main).returncode == 0
    report = _report(folder)
    assert (foreseen["verdict_if_accepted"], foreseen["lost_names"]) == (report["verdict"], [])
    assert report["renames"] == report["lost_names"] == []


def test_the_release_that_the_report_demands_keeps_the_names(folder: Path) -> None:
    """A document that breaks the wire has to be 2.0.0, so names that 2.0.0 drops would be of no use."""
    arguments = ["changes", "new.yaml", "--old", "old.yaml", "--accept"]
    assert "It has to be 2.0.0 or higher" in run_in(folder, arguments, _main).stdout
    text = (folder / "new.yaml").read_text(encoding="utf-8")
    assert "3.0.0" in text
    (folder / "new.yaml").write_text(text.replace("version: 1.2.3", "version: 2.0.0"), encoding="utf-8")
    report = _report(folder)
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
    done = run_in(folder, ["changes", "new.yaml", "--old", "old.yaml", *options], _main)
    assert done.returncode == 2
    assert expected in done.stderr
    assert (folder / "new.yaml").read_text(encoding="utf-8") == _all(DOCUMENT)
    assert sorted(one.name for one in folder.iterdir()) == ["new.yaml", "old.yaml"]


@pytest.mark.parametrize("option", [["--accept"], ["--codemod", "mine.py"]])
def test_without_an_old_document_there_is_nothing_to_write(folder: Path, option: list[str]) -> None:
    done = run_in(folder, ["changes", "new.yaml", *option], _main)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nothing to compare with" in done.stderr


def test_doubts_are_named_when_nothing_is_written(folder: Path) -> None:
    age = next(line for line in DOCUMENT.splitlines() if line.startswith("        age:"))
    old, *two = (
        f"        {name}: {{type: integer, description: Its age.}}\n" for name in ("age", "years", "yrs")
    )
    (folder / "old.yaml").write_text(DOCUMENT.replace(f"{age}\n", old), encoding="utf-8")
    (folder / "new.yaml").write_text(DOCUMENT.replace(f"{age}\n", "".join(two)), encoding="utf-8")
    done = run_in(folder, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], _main)
    assert done.stdout.endswith(
        "nothing was written. 1 part may be renamed; `changes` lists what is in doubt\n"
    )


def test_json_is_written_as_json(folder: Path) -> None:
    for name in ("old", "new"):
        data = yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))
        (folder / f"{name}.json").write_text(json.dumps(data, indent=4), encoding="utf-8")
    arguments = ["changes", "new.json", "--old", "old.json", "--accept"]
    assert run_in(folder, arguments, _main).returncode == 0
    written = (folder / "new.json").read_text(encoding="utf-8")
    assert written == json.dumps(json.loads(written), indent=4)
    assert '"x-renamed-from"' in written
    assert "no name to keep" in run_in(folder, arguments, _main).stdout


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
    assert run_in(folder, arguments, _main).returncode == 0
    after = (folder / "new.yaml").read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added == [
        "        years: {type: integer, x-renamed-from: age, minimum: 0}   # in years",
        "      x-enum-renamed-from:",
        "        hound: dog",
    ]


def test_an_unknown_name_changes_nothing(folder: Path) -> None:
    done = run_in(folder, ["changes", "new.yaml", "--old", "old.yaml", "--accept", "agee"], _main)
    assert done.returncode == 2
    assert "'agee' is none of the names that can be kept" in done.stderr
    assert (folder / "new.yaml").read_text(encoding="utf-8") == _all(DOCUMENT)


def test_an_overlay_gets_actions(folder: Path) -> None:
    arguments = ["changes", "new.yaml", "--old", "old.yaml", "--accept"]
    assert run_in(folder, [*arguments, "--into", "names.yaml"], _main).returncode == 0
    assert (folder / "new.yaml").read_text(encoding="utf-8") == _all(DOCUMENT)
    overlay = (folder / "names.yaml").read_text(encoding="utf-8")
    assert "\"$['paths']['/pets']['get']['parameters'][?@.name=='page_size']\"" in overlay
    report = _report(folder, "--overlay", "names.yaml")
    assert report["renames"] == report["lost_names"] == []
    again = run_in(folder, [*arguments, "--overlay", "names.yaml"], _main)
    assert "no name to keep" in again.stdout
    (folder / "names.yaml").write_text(
        re.sub(r"(?s)  - target: \"\$\['comp.*", "", overlay), encoding="utf-8"
    )
    assert run_in(folder, [*arguments, "--overlay", "names.yaml"], _main).returncode == 0
    assert _report(folder, "--overlay", "names.yaml")["renames"] == []


def test_a_configuration_with_actions_gets_more(folder: Path) -> None:
    toml = 'document = "new.yaml"\n# my own\n[[actions]]\ntarget = "$.info"\nupdate = { description = "x" }\n'
    (folder / "wholespec.toml").write_text(toml, encoding="utf-8")
    assert run_in(folder, ["changes", "--old", "old.yaml", "--accept"], _main).returncode == 0
    assert (folder / "wholespec.toml").read_text(encoding="utf-8").startswith(toml)
    assert "no name to keep" in run_in(folder, ["changes", "--old", "old.yaml", "--accept"], _main).stdout


def test_a_name_that_is_taken_is_not_written(folder: Path) -> None:
    taken = DOCUMENT.replace("listPets", "searchPets").replace(
        "  /pets/{id}:",
        "  /all:\n    get:\n      operationId: listPets\n      tags: [pets]\n"
        "      responses: {'204': {description: None.}}\n  /pets/{id}:",
    )
    (folder / "new.yaml").write_text(taken, encoding="utf-8")
    done = run_in(folder, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], _main)
    assert (done.returncode, done.stdout) == (1, "")
    assert "is the name of another one" in done.stderr
    assert (folder / "new.yaml").read_text(encoding="utf-8") == taken


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
    report = _report(folder)
    assert report["renames"] == []
    assert "`x-python-group: pets`" in report["lost_names"][0]["why"]


def test_the_standard_input_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    class Input:
        buffer = io.BytesIO((folder / "new.yaml").read_bytes())

    monkeypatch.setattr(sys, "stdin", Input)
    done = run_in(folder, ["changes", "-", "--old", "old.yaml", "--accept", "age"], _main)
    assert done.returncode == 0
    assert done.stdout.startswith("overlay: 1.0.0\n")
    assert "put the lines above into an overlay" in done.stderr


def test_a_document_of_3_0_whose_property_is_a_reference(folder: Path) -> None:
    """There, what stands beside a reference is ignored by the standard."""
    for name, edit in (("old", str), ("new", _replaced(("kind: {$ref", "sort: {$ref")))):
        text = edit(DOCUMENT.replace("openapi: 3.1.0", "openapi: 3.0.3"))
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    done = run_in(folder, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], _main)
    assert done.returncode == 0, done.stderr
    assert _report(folder)["renames"] == []


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
    done = run_in(folder, arguments, _main)
    assert done.returncode == 0, done.stderr
    assert '"x-renamed-from"' in (folder / "new" / "pet.json").read_text(encoding="utf-8")
    assert "no name to keep" in run_in(folder, arguments, _main).stdout


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
    (tmp_path / "new.yaml").write_text(_replaced(*tags)(text), encoding="utf-8")
    foreseen = _report(tmp_path)
    assert {one["old_symbol"] for one in foreseen["renames"]} == {"client.admin.users", "client.sheets"}
    assert (foreseen["verdict_if_accepted"], foreseen["lost_names"]) == ("minor", [])
    assert run_in(tmp_path, ["changes", "new.yaml", "--old", "old.yaml", "--accept"], _main).returncode == 0
    assert _report(tmp_path)["verdict"] == "minor"
