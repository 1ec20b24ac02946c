"""Renames whose former names the client keeps: what programs notice of them, and when the names go."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from codegen.drift.changes.report import Entry
from tests.drift.changes import api as zoo
from tests.drift.changes.api import Document, Edit, report


def document() -> Document:
    """The API without its inline enum, whose class is named after the class around it."""
    api = zoo.document()
    del api["components"]["schemas"]["Pet"]["properties"]["kind"]
    api["components"]["schemas"]["Kind"] = {"type": "string", "enum": ["cat", "dog"]}
    kind = {"name": "kind", "in": "query", "schema": {"$ref": "#/components/schemas/Kind"}}
    api["paths"]["/pets"]["get"]["parameters"].append(kind)
    return api


def edited(edit: Edit) -> Document:
    api = document()
    edit(api)
    return api


def _method(former: object) -> Edit:
    def edit(api: Document) -> None:
        api["paths"]["/pets"]["get"].update({"operationId": "searchPets", "x-renamed-from": former})

    return edit


def _class(former: object) -> Edit:
    def edit(api: Document) -> None:
        schemas = api["components"]["schemas"]
        schemas["Animal"] = {**schemas.pop("Pet"), "x-renamed-from": former}
        api["paths"] = json.loads(json.dumps(api["paths"]).replace("/schemas/Pet", "/schemas/Animal"))

    return edit


def _path_argument(former: object) -> Edit:
    def edit(api: Document) -> None:
        item = api["paths"].pop("/pets/{id}")
        parameters = item.get("parameters") or item["get"]["parameters"]
        parameters[0].update({"name": "pet_id", "x-renamed-from": former})
        api["paths"]["/pets/{pet_id}"] = item

    return edit


def _query_argument(former: object) -> Edit:
    def edit(api: Document) -> None:
        api["paths"]["/pets"]["get"]["parameters"][0].update({"name": "size", "x-renamed-from": former})

    return edit


def _attribute(former: object) -> Edit:
    def edit(api: Document) -> None:
        pet = api["components"]["schemas"]["Pet"]
        pet["properties"]["years"] = {**pet["properties"].pop("age"), "x-renamed-from": former}

    return edit


def _member(former: object) -> Edit:
    def edit(api: Document) -> None:
        api["components"]["schemas"]["Kind"].update(
            {"enum": ["cat", "hound"], "x-enum-renamed-from": {"hound": former}}
        )

    return edit


def _resource(former: object) -> Edit:
    def edit(api: Document) -> None:
        api["tags"] = [{"name": "animals", "x-renamed-from": former}]
        written = json.dumps(api["paths"]).replace('["pets"]', '["animals"]')
        for verb in ("list", "create", "get"):
            written = written.replace(f'"{verb}Pet', f'"{verb}Animal')
        api["paths"] = json.loads(written)

    return edit


RENAMES: Mapping[str, tuple[Any, str, str, tuple[str, ...]]] = {
    # how, the former name, the rule, whom it still breaks: names on the wire are those of the server
    "method": (_method, "listPets", "python-method-renamed", ()),
    "resource": (_resource, "pets", "python-method-renamed", ()),
    "class": (_class, "Pet", "python-class-renamed", ()),
    "path argument": (_path_argument, "id", "python-argument-renamed", ()),
    "query argument": (_query_argument, "limit", "python-argument-renamed", ()),
    "member": (_member, "dog", "python-member-removed", ("wire",)),
    "attribute": (_attribute, "age", "python-attribute-renamed", ("wire",)),
}


def _entry(entries: tuple[Entry, ...], rule: str) -> Entry:
    return next(one for one in entries if rule in one.rules)


@pytest.mark.parametrize("what", RENAMES)
def test_a_rename_whose_former_name_is_kept_breaks_no_program(what: str, tmp_path: Path) -> None:
    rename, former, rule, broken = RENAMES[what]
    found = report(tmp_path, document(), edited(rename({"name": former, "until": "2.0.0"})))
    one = _entry(found.entries, rule)
    assert one.breaks == broken
    assert one.level == ("major" if broken else "minor")
    assert any(sentence.endswith(", and the old name works until `2.0.0`.") for sentence in one.sentences)
    assert not [other for other in found.entries if {"callers", "readers"} & {*other.breaks}]


@pytest.mark.parametrize("what", RENAMES)
def test_it_breaks_programs_when_the_name_goes(what: str, tmp_path: Path) -> None:
    rename, former, _, _ = RENAMES[what]
    declared = {"name": former, "until": "2.0.0"}
    after = edited(rename(declared))
    after["info"]["version"] = "2.0.0"
    found = report(tmp_path, edited(rename(declared)), after)
    one = _entry(found.entries, "python-former-name-removed")
    assert one.level == "major"
    assert "callers" in one.breaks
    assert one.sentences[0].startswith("The former name `")
    assert found.is_raised


@pytest.mark.parametrize("what", ["method", "resource", "class", "path argument", "member", "attribute"])
def test_without_its_former_name_it_breaks_programs(what: str, tmp_path: Path) -> None:
    rename, former, rule, _ = RENAMES[what]
    after = edited(rename({"name": former, "until": "1.0"}))
    assert "callers" in _entry(report(tmp_path, document(), after).entries, rule).breaks


def test_an_operation_is_found_by_its_former_id(tmp_path: Path) -> None:
    def edit(api: Document) -> None:
        operation = api["paths"]["/pets"].pop("get")
        api["paths"]["/animals"] = {
            "get": {**operation, "operationId": "searchPets", "x-renamed-from": "listPets"}
        }

    found = report(tmp_path, document(), edited(edit))
    assert not [one for one in found.entries if "operation-removed" in one.rules]
    assert _entry(found.entries, "python-method-renamed").breaks in {(), ("wire",)}


def _with_owner(name: str, **more: object) -> Document:
    """The API with a parameter-like model that calls pass as a dict, and which has one property."""
    api = document()
    pet = api["components"]["schemas"]["Pet"]
    pet["properties"]["owner"] = {"$ref": "#/components/schemas/Owner"}
    api["components"]["schemas"]["Owner"] = {
        "type": "object",
        "properties": {name: {"type": "string", "description": "When it moved in.", **more}},
    }
    return api


def test_the_key_of_a_dict_is_a_name_too(tmp_path: Path) -> None:
    """The attribute is `moved_in` in both versions."""
    found = report(tmp_path, _with_owner("movedIn"), _with_owner("moved_in"))
    one = _entry(found.entries, "python-key-renamed")
    assert "callers" in one.breaks
    assert (one.before, one.after) == ('{"movedIn": ...}', '{"moved_in": ...}')
    assert "In a dict for `Owner`, the key `movedIn` is called `moved_in` now." in one.sentences


def test_a_former_key_breaks_no_caller_until_it_goes(tmp_path: Path) -> None:
    declared = {"x-renamed-from": {"name": "movedIn", "until": "2.0.0"}}
    kept = _with_owner("moved_in", **declared)
    one = _entry(report(tmp_path, _with_owner("movedIn"), kept).entries, "python-key-renamed")
    assert "callers" not in one.breaks
    assert any(sentence.endswith(", and the old name works until `2.0.0`.") for sentence in one.sentences)
    ended = _with_owner("moved_in", **declared)
    ended["info"]["version"] = "2.0.0"
    gone = _entry(report(tmp_path, kept, ended).entries, "python-former-name-removed")
    assert "callers" in gone.breaks


def test_a_former_name_in_python_alone_keeps_no_key(tmp_path: Path) -> None:
    after = _with_owner("entry", **{"x-renamed-from": {"python-name": "moved_in"}})
    one = _entry(report(tmp_path, _with_owner("movedIn"), after).entries, "python-key-renamed")
    assert "callers" in one.breaks
