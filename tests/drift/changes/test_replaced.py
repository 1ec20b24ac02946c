"""A name that stays and means something else is not called gone, nor new."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.drift.changes.api import Document, document, entry, report


def _with_members(*values: str) -> Document:
    api = document()
    api["components"]["schemas"]["Pet"]["properties"]["kind"]["enum"] = list(values)
    return api


def _sentences(folder: Path, old: Document, new: Document) -> str:
    return " ".join(sentence for one in report(folder, old, new).entries for sentence in one.sentences)


@pytest.mark.parametrize(("was", "now"), [("Active", "active"), ("active", "ACTIVE"), ("a-b", "a_b")])
def test_a_member_with_another_value(was: str, now: str, tmp_path: Path) -> None:
    found = report(tmp_path, _with_members("dog", was), _with_members("dog", now))
    one = entry(found, "python-member-replaced")
    name = was.upper().replace("-", "_")
    assert one.sentences[-1] == f'`PetKind.{name}` is `"{now}"` now; it was `"{was}"`.'
    assert (one.before, one.after) == (f'"{was}"', f'PetKind.{name}  # "{now}"')
    assert one.breaks == ("wire", "callers", "readers")
    assert not [each for each in found.entries if "is gone" in " ".join(each.sentences)]


def test_a_member_that_is_gone_is_still_called_gone(tmp_path: Path) -> None:
    said = _sentences(tmp_path, _with_members("dog", "Active"), _with_members("dog", "asleep"))
    assert "`PetKind.ACTIVE` is gone." in said


def test_an_attribute_of_another_property(tmp_path: Path) -> None:
    def api(name: str, kind: str) -> Document:
        made = document()
        made["components"]["schemas"]["Pet"]["properties"][name] = {"type": kind}
        return made

    said = _sentences(tmp_path, api("petName", "string"), api("pet_name", "boolean"))
    assert "`Pet.pet_name` is the property `pet_name` now; it was `petName`." in said
    assert "no attribute" not in said
    assert "new attribute" not in said


def test_an_argument_that_is_sent_elsewhere(tmp_path: Path) -> None:
    new = document()
    new["paths"]["/pets"]["get"]["parameters"][0]["in"] = "header"
    said = _sentences(tmp_path, document(), new)
    assert (
        "`limit` of `client.pets.list()` is the header parameter `limit` now;"
        " it was the query parameter `limit`."
    ) in said
    assert "takes `limit`" not in said


def test_a_method_of_another_operation(tmp_path: Path) -> None:
    new = document()
    operation = new["paths"]["/pets"].pop("get")
    new["paths"]["/animals"] = {"get": {**operation, "operationId": "listAll", "x-python-name": "list"}}
    said = _sentences(tmp_path, document(), new)
    assert "`client.pets.list()` calls `GET /animals` now; it called `GET /pets`." in said
    assert "`client.pets.list()` is gone" not in said
    assert "`client.pets.list()` is new" not in said


def test_a_method_whose_name_another_one_takes(tmp_path: Path) -> None:
    new = document()
    new["paths"]["/pets"]["get"]["x-python-name"] = "every"
    new["paths"]["/pets/{id}"]["get"]["x-python-name"] = "list"
    said = _sentences(tmp_path, document(), new)
    assert "`client.pets.list()` is called `client.pets.every()` now, and the old name means" in said
    assert "`client.pets.get()` is called `client.pets.list()` now." in said


def test_a_class_of_another_kind(tmp_path: Path) -> None:
    def api(schema: dict[str, Any]) -> Document:
        made = document()
        schemas = made["components"]["schemas"]
        schemas["Toy"] = schema
        schemas["Ball"] = {"type": "object", "properties": {"size": {"type": "integer"}}}
        schemas["Bone"] = {"type": "object", "properties": {"taste": {"type": "string"}}}
        schemas["Pet"]["properties"]["toy"] = {"$ref": "#/components/schemas/Toy"}
        return made

    union = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("Ball", "Bone")]}
    said = _sentences(tmp_path, api({"type": "object", "properties": {"a": {"type": "string"}}}), api(union))
    assert "`Toy` is a union now; it was a class of objects." in said
    assert "The type of `Toy` is one of 2 types; it was an object" in said
    assert "`Toy` is gone" not in said


def test_an_enum_of_another_type(tmp_path: Path) -> None:
    new = document()
    new["components"]["schemas"]["Pet"]["properties"]["kind"] = {"type": "integer", "enum": [1, 2]}
    said = _sentences(tmp_path, document(), new)
    assert "is one of 2 integer values; it was one of 2 string values" in said


_ANY: dict[str, Any] = {}
_OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}


def _with_toy(schema: dict[str, Any]) -> Document:
    made = document()
    made["components"]["schemas"]["Pet"]["properties"]["toy"] = schema
    for name in ("Ball", "Bone", "Stick"):
        made["components"]["schemas"][name] = {
            "type": "object",
            "required": [name.lower()],
            "properties": {name.lower(): {"type": "string"}},
        }
        made["paths"][f"/{name.lower()}"] = {
            "get": {
                "operationId": f"get{name}",
                "responses": {
                    "200": {
                        "description": "It.",
                        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}},
                    }
                },
            }
        }
    return made


@pytest.mark.parametrize(
    ("now", "is_broken"),
    [
        (_OBJECT, True),
        ({"type": "array", "items": _OBJECT}, True),
        ({"type": "object", "additionalProperties": _OBJECT}, True),
        ({"type": "string", "format": "date"}, True),
        ({"type": "string", "format": "uuid"}, True),
        ({"type": "string"}, False),
        ({"type": "string", "enum": ["a", "b"]}, False),
        ({"type": "array", "items": {"type": "integer"}}, False),
    ],
)
def test_plain_json_that_is_an_object_of_a_class_now(
    now: dict[str, Any], is_broken: bool, tmp_path: Path
) -> None:
    for old, new in ((_ANY, now), ({"type": "array", "items": _ANY}, {"type": "array", "items": now})):
        found = report(tmp_path, _with_toy(old), _with_toy(new))
        assert any(one.readers for one in found.entries) is is_broken


def _one_of(*names: str) -> dict[str, Any]:
    return {"title": "Toy", "oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in names]}


@pytest.mark.parametrize(
    ("before", "after", "is_broken"),
    [
        (("Ball", "Bone"), ("Ball", "Stick"), True),
        (("Ball", "Bone"), ("Ball", "Bone", "Stick"), False),
        (("Ball", "Bone", "Stick"), ("Ball", "Bone"), False),
    ],
)
def test_a_member_of_a_union_in_the_place_of_another(
    before: tuple[str, ...], after: tuple[str, ...], is_broken: bool, tmp_path: Path
) -> None:
    """All three classes are there in both versions."""
    old, new = (_with_toy({"readOnly": True, **_one_of(*names)}) for names in (before, after))
    found = report(tmp_path, old, new)
    assert any(one.readers for one in found.entries) is is_broken


@pytest.mark.parametrize(
    ("now", "is_broken"),
    [
        ({"type": "object", "properties": {"mode": {"type": "string", "enum": ["fast"]}}}, True),
        ({"type": "object", "required": ["mode"], "properties": {"mode": {"enum": ["fast"]}}}, False),
    ],
)
def test_a_constant_that_the_constructor_no_longer_sets(
    now: dict[str, Any], is_broken: bool, tmp_path: Path
) -> None:
    was = {
        "type": "object",
        "required": ["mode"],
        "properties": {"mode": {"type": "string", "enum": ["fast"]}},
    }
    found = report(tmp_path, _with_toy(was), _with_toy(now))
    broken = [one for one in found.entries if "python-constant-dropped" in one.rules and one.callers]
    assert bool(broken) is is_broken


def test_values_that_may_be_anything_now(tmp_path: Path) -> None:
    found = report(tmp_path, _with_toy({"type": "string"}), _with_toy(_ANY))
    assert "readers" in entry(found, "python-attribute-type").breaks


def test_a_time_is_no_date_for_those_who_compare_it(tmp_path: Path) -> None:
    old, new = (_with_toy({"type": "string", "format": one}) for one in ("date", "date-time"))
    assert "readers" in entry(report(tmp_path, old, new), "python-attribute-type").breaks
