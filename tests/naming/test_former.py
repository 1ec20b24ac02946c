"""Former names: which a client keeps, what they are in Python, and which are refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from codegen.document.problems import Refused
from codegen.model.former_names import has_reached
from codegen.naming.names import Names, name_client
from codegen.pipeline import understand

OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}


def named(
    folder: Path, operations: Mapping[str, Mapping[str, Any]], schemas: Mapping[str, Any], version: str = "1"
) -> Names:
    """The names of a client with operations at these paths, each with a schema as its body."""
    properties = {key: {"$ref": f"#/components/schemas/{key}"} for key in schemas}
    schema = {"type": "object", "properties": properties}
    shown = {"description": "It.", "content": {"application/json": {"schema": schema}}}
    paths = {
        path: {"post": {"tags": ["pets"], "responses": {"200": shown}, **operation}}
        for path, operation in operations.items()
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": version},
        "paths": paths,
        "components": {"schemas": schemas},
    }
    file = folder / "openapi.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return name_client(understand(file).api)


def former_methods(names: Names) -> list[list[str]]:
    return [[one.name for one in method.former] for method in names.resources[0].methods]


def operation(former: object, id_: str = "feedPet") -> dict[str, object]:
    return {"operationId": id_, **({"x-renamed-from": former} if former else {})}


@pytest.mark.parametrize(
    ("former", "kept"),
    [
        ("nourishPet", ["nourish"]),
        ("feed_pet", []),
        (["serveFood", "serve_food", {"name": "eatPet"}], ["serve_food", "eat"]),
        ({"python-name": "nourish_it"}, ["nourish_it"]),
        ({"name": "nourishPet", "python-name": "nourish_it"}, ["nourish_it"]),
        ({"name": "classPet"}, ["class_"]),
        (
            [{"name": "a", "until": "1.4"}, {"name": "b", "until": "1.5"}, {"name": "c", "until": "2"}],
            ["b", "c"],
        ),
    ],
)
def test_former_names_of_a_method(former: object, kept: list[str], tmp_path: Path) -> None:
    assert former_methods(named(tmp_path, {"/feed": operation(former)}, {}, "1.4.2")) == [kept]


@pytest.mark.parametrize(
    ("former", "kept"),
    [
        ("animal", ["Animal"]),
        ("com.example.Animal", ["Animal"]),
        ("pet", []),
        ({"name": "Struct"}, ["Struct_"]),
        ({"python-name": "Beast", "until": "1.5"}, ["Beast"]),
        ({"name": "Beast", "until": "1.4"}, []),
    ],
)
def test_former_names_of_a_class(former: object, kept: list[str], tmp_path: Path) -> None:
    names = named(tmp_path, {"/feed": operation([])}, {"Pet": {**OBJECT, "x-renamed-from": former}}, "1.4.2")
    assert [one.name for one in names.components.former.get("Pet", ())] == kept


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ("washPet", "", "the former name 'wash' of operation 'feed' is the name of another one"),
        ("eatPet", "eatPet", "the former name 'eat' of operation 'wash' is the name of another one"),
        ({"python-name": "Eat"}, "", "'Eat' must be in lower case, as names of methods and modules are"),
    ],
)
def test_a_former_name_that_another_method_has(one: object, other: str, message: str, tmp_path: Path) -> None:
    operations = {"/feed": operation(one), "/wash": operation(other, "washPet")}
    with pytest.raises(Refused) as refused:
        named(tmp_path, operations, {})
    (problem,) = refused.value.problems
    assert problem.message == f"{message}; give another 'python-name'"
    assert problem.rule == "renamed-from"
    assert isinstance(problem.where, tuple)
    assert problem.where[-1] == "x-renamed-from"


def test_a_former_name_that_another_class_has(tmp_path: Path) -> None:
    schemas = {"Pet": {**OBJECT, "x-renamed-from": "Animal"}, "Animal": OBJECT}
    with pytest.raises(Refused) as refused:
        named(tmp_path, {"/feed": operation([])}, schemas)
    (problem,) = refused.value.problems
    assert "the former name 'Animal' of schema 'Pet' is the name of another one" in problem.message


@pytest.mark.parametrize(
    ("version", "until", "reached"),
    [
        ("2.9.9", "3.0.0", False),
        ("3.0.0", "3", True),
        ("3", "3.0.0", True),
        ("v3.0.0-rc.1", "3.0.0", True),
        ("2024-01-15", "2024-02-01", False),
        ("2024-02-01", "2024-02-01", True),
        ("beta", "1.0", False),
    ],
)
def test_a_version_that_drops_a_former_name(version: str, until: str, *, reached: bool) -> None:
    assert has_reached(version, until) is reached


def test_only_methods_have_names_that_begin(tmp_path: Path) -> None:
    """`begin_x` is the name of a method for what takes long, and of nothing else."""
    pet = {
        "type": "object",
        "properties": {
            "date": {"type": "string", "x-renamed-from": "day"},
            "begin_day": {"type": "string"},
        },
    }
    names = named(tmp_path, {"/feed": operation(None)}, {"Pet": pet})
    assert [[one.name for one in field.former] for field in names.models["Pet"].fields] == [["day"], []]
