"""A document before and after renames."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from codegen.commands.main import main
from tests.command_line import FACE, run_in

DOCUMENT = (Path(__file__).parent / "renames.yaml").read_text(encoding="utf-8")
Edit = Callable[[str], str]


def replaced(*pairs: tuple[str, str]) -> Edit:
    def edit(text: str) -> str:
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        return text

    return edit


RENAMES: dict[str, tuple[Edit, str, str, str]] = {
    # what: the edit, the old and the new symbol, the line
    "operation": (
        replaced(("operationId: listPets", "operationId: searchPets")),
        "client.pets.list",
        "client.pets.search",
        'x-renamed-from: {name: listPets, until: "2.0.0"}',
    ),
    "path parameter": (
        replaced(("/pets/{id}", "/pets/{pet_id}"), ("name: id, in: path", "name: pet_id, in: path")),
        "client.pets.get(id=)",
        "client.pets.get(pet_id=)",
        'x-renamed-from: {name: id, until: "2.0.0"}',
    ),
    "query parameter, by its description": (
        replaced(("name: limit", "name: page_size")),
        "client.pets.list(limit=)",
        "client.pets.list(page_size=)",
        'x-renamed-from: {name: limit, until: "2.0.0"}',
    ),
    "schema": (
        replaced(('schemas/Pet"', 'schemas/Animal"'), ("    Pet:", "    Animal:")),
        "models.Pet",
        "models.Animal",
        'x-renamed-from: {name: Pet, until: "2.0.0"}',
    ),
    "property, by its neighbours": (
        replaced(("age: {type", "years: {type")),
        "models.Pet.age",
        "models.Pet.years",
        'x-renamed-from: {name: age, until: "3.0.0"}',
    ),
    "property, by its description": (
        replaced(("        name:\n", "        title:\n"), ("[id, name]", "[id, title]")),
        "models.Pet.name",
        "models.Pet.title",
        'x-renamed-from: {name: name, until: "3.0.0"}',
    ),
    "value": (
        replaced(("dog", "hound")),
        "models.Kind.DOG",
        "models.Kind.HOUND",
        'x-enum-renamed-from: {hound: {name: dog, until: "3.0.0"}}',
    ),
    "tag": (
        replaced(("name: pets", "name: animals"), ("tags: [pets]", "tags: [animals]")),
        "client.pets",
        "client.animals",
        'x-renamed-from: {name: pets, until: "2.0.0"}',
    ),
    "tag that is not declared": (
        replaced(
            ("tags: [pets]", "tags: [animals]"), ("  - name: pets # all of them\n", "  - name: other\n")
        ),
        "client.pets",
        "client.animals",
        'tags: [{name: animals, x-renamed-from: {name: pets, until: "2.0.0"}}]',
    ),
}


def run_command(arguments: Any) -> int:
    return main(arguments, FACE)


def json_report(folder: Path, *options: str) -> dict[str, Any]:
    arguments = ["changes", "new.yaml", "--old", "old.yaml", "--format", "json", *options]
    report: dict[str, Any] = json.loads(run_in(folder, arguments, run_command).stdout)
    return report


def all_renamed(text: str) -> str:
    for edit, *_ in (one for what, one in RENAMES.items() if "not declared" not in what):
        text = edit(text)
    return text
