"""Files in JSON with comments, which only strict documents must not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.check import check
from codegen.document.load import load
from codegen.document.problems import Refused
from codegen.prepare.bundle import bundle

ENTRY = """{
  // the API
  "openapi": "3.1.0", "info": {"title": "Pets", "version": "1.0.0"}, "paths": {},
  "components": {"schemas": {"Pet": {"$ref": "pet.json"}}}
}"""
SEVERAL = """{
  // one
  "openapi": "3.1.0", /* two */ "tags": [{"name": "Pets", "description": "All pets."},],
  "info": {"title": "Pets", "version": "1.0.0",}, "paths": {},
}"""
PET = '{"type": "object", "properties": {"name": {"type": "string"},}}'


def test_comments_are_reported_for_each_file(folder: Path) -> None:
    (folder / "openapi.json").write_text(ENTRY)
    (folder / "pet.json").write_text(PET)
    document = bundle(load(folder / "openapi.json"))
    checked = check(document.root, faults=document.faults)
    places = [document.source.place(one.where) for one in checked.tolerated]
    found = [(Path(place.file).name, place.line, place.column) for place in places]
    assert found == [("", 2, 3), ("pet.json", 1, 61)]
    assert [one.message for one in checked.tolerated] == [
        "JSON has no comments",
        "JSON has no comma after the last item",
    ]
    with pytest.raises(Refused) as refused:
        check(document.root, strict=True, faults=document.faults)
    assert [one.rule for one in refused.value.problems].count("syntax") == 2


def test_each_comment_and_each_comma_is_reported(folder: Path) -> None:
    (folder / "openapi.json").write_text(SEVERAL)
    document = bundle(load(folder / "openapi.json"))
    checked = check(document.root, faults=document.faults)
    with pytest.raises(Refused) as refused:
        check(document.root, strict=True, faults=document.faults)
    strict = [one for one in refused.value.problems if one.rule == "syntax"]
    assert set(strict) == set(checked.tolerated)
    places = [(one.message.split()[-1], document.source.place(one.where)) for one in strict]
    assert sorted((place.line, place.column, word) for word, place in places) == [
        (2, 3, "comments"),
        (3, 23, "comments"),
        (3, 86, "item"),
        (4, 47, "item"),
        (4, 62, "item"),
    ]


def test_comments_are_reported_after_an_overlay(folder: Path) -> None:
    (folder / "openapi.json").write_text(ENTRY.replace('{"$ref": "pet.json"}', "{}"))
    document = bundle(load(folder / "openapi.json"))
    changed = document.root.with_items(tags=[])
    assert [one.rule for one in document.faults_in(changed).values()] == ["syntax"]
