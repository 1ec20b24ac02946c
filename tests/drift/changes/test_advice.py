"""What the report advises: the names, the direction, and calls that are complete."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.drift.changes.api import Document, document, edited, entry, report
from tests.drift.changes.edits import pet_schema, post_operation, rename_pet


def _only_sent(api: Document) -> Document:
    """The schema of a body that no response has."""
    made = {"type": "object", "properties": {"note": {"type": "string"}, "kind": {"enum": ["a", "b"]}}}
    api["components"]["schemas"]["Wish"] = made
    wish = {"$ref": "#/components/schemas/Wish"}
    post_operation(api)["requestBody"]["content"]["application/json"]["schema"] = wish
    return made


def test_a_class_that_is_only_sent_is_no_longer_taken(tmp_path: Path) -> None:
    old = edited(_only_sent)
    found = report(tmp_path, old, edited(lambda api: _only_sent(api)["properties"].pop("note")))
    gone = next(one for one in found.entries if "models.Wish.note" in one.symbols)
    assert gone.after == "# The API no longer takes it: remove the use of `note`."
    found = report(tmp_path, old, edited(lambda api: _only_sent(api)["properties"]["kind"]["enum"].pop()))
    assert entry(found, "python-member-removed").after == "# The API no longer takes it."


def test_a_renamed_class_has_both_names_in_what_is_said_of_its_parts(tmp_path: Path) -> None:
    def edit(api: Document) -> None:
        pet_schema(api)["properties"].pop("age")
        rename_pet(api)

    found = entry(report(tmp_path, document(), edited(edit)), "response-property-removed")
    assert found.sentences[0] == "The property `age` of `Pet` (now `Animal`) is gone."


def test_what_is_said_of_items_is_said_of_each(tmp_path: Path) -> None:
    def listed(items: Document) -> Callable[[Document], object]:
        return lambda api: pet_schema(api)["properties"].update(tags={"type": "array", "items": items})

    old, new = edited(listed({"type": "string"})), edited(listed({"type": "string", "enum": ["a", "b"]}))
    found = entry(report(tmp_path, old, new), "request-became-enum")
    assert found.sentences[0].startswith("Each item of the property `tags` of `Pet` is limited to a list")


def test_types_of_what_may_be_passed_are_gone_with_the_last_method(tmp_path: Path) -> None:
    def edit(api: Document) -> None:
        post_operation(api)["requestBody"]["content"] = {"application/json": {"schema": {"type": "string"}}}

    found = report(tmp_path, document(), edited(edit))
    gone = {name for one in found.entries if "python-params-removed" in one.rules for name in one.symbols}
    assert gone == {"params.PetKind"}  # the properties of a pet were arguments of their own
    assert entry(found, "python-params-removed").callers


@pytest.mark.parametrize("name", ["hard", "soft"])
def test_calls_in_examples_are_complete(name: str, tmp_path: Path) -> None:
    def parameters(api: Document) -> list[Document]:
        found: list[Document] = api["paths"]["/pets/{id}"]["get"]["parameters"]
        return found

    def with_one(api: Document) -> None:
        parameters(api).append({"name": name, "in": "query", "schema": {"type": "string"}})

    found = entry(report(tmp_path, edited(with_one), document()), "python-argument-removed")
    assert found.before == f"client.pets.get(id, {name}=...)"
    assert found.after == "client.pets.get(id)"


def test_a_parameter_more_in_a_path_leaves_the_names_of_the_others(tmp_path: Path) -> None:
    def edit(api: Document) -> None:
        get = api["paths"].pop("/pets/{id}")
        zoo = {"name": "zoo", "in": "path", "required": True, "schema": {"type": "string"}}
        get["get"]["parameters"].append(zoo)
        api["paths"]["/zoos/{zoo}/pets/{id}"] = get

    found = report(tmp_path, document(), edited(edit))
    assert not [one for one in found.entries if "python-argument-renamed" in one.rules]
    added = entry(found, "python-required-argument-added")
    assert (added.before, added.after) == ("client.pets.get(id)", "client.pets.get(zoo, id)")
    back = entry(report(tmp_path, edited(edit), document()), "python-argument-removed")
    assert back.symbols == ("client.pets.get(zoo=)",)


def test_a_renamed_part_has_the_encoding_that_it_had(tmp_path: Path) -> None:
    def form(name: str, encoding: Document) -> Callable[[Document], object]:
        properties = {"a": {"type": "string"}, name: {"type": "string"}, "z": {"type": "string"}}
        media = {"schema": {"type": "object", "properties": properties}, "encoding": {name: encoding}}
        return lambda api: post_operation(api)["requestBody"].update(content={"multipart/form-data": media})

    png = {"contentType": "image/png"}
    old = edited(form("photo", png))
    found = report(tmp_path, old, edited(form("photo_file", png)))
    assert entry(found, "request-property-renamed")
    assert not [one for one in found.entries if "request-encoding-changed" in one.rules]
    headers = {"X-Sum": {"schema": {"type": "string"}}}
    changed = entry(
        report(tmp_path, old, edited(form("photo", png | {"headers": headers}))), "request-encoding-changed"
    )
    assert "is encoded as `image/png` with `X-Sum`, not as `image/png`" in changed.sentences[0]


def test_environment_variables_follow_the_title(tmp_path: Path) -> None:
    found = report(tmp_path, document(), edited(lambda api: api["info"].update(title="Ark")))
    assert entry(found, "python-environment-renamed").callers


def test_a_variable_of_the_server_is_an_argument_of_the_client(tmp_path: Path) -> None:
    variables = {"region": {"default": "eu", "enum": ["eu", "us"]}}
    server = {"url": "https://{region}.example.com", "variables": variables}
    new = edited(lambda api: api.update(servers=[server]))
    assert entry(report(tmp_path, document(), new), "python-option-added").level == "minor"
    assert entry(report(tmp_path, new, document()), "python-option-removed").callers
