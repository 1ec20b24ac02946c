"""Names of components that come from several files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.prepare.bundle.several_files import bundled, faults, of_schema, schemas


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("b.yaml#/Pet", "Pet"),
        ("b.yaml#/a~1b", "a_b"),
        ("./b.yaml#/%50et", "Pet"),
        ("x/../b.yaml#/Pet", "Pet"),
        ("%62.yaml#/list/0", "b_0"),
        ("pets/index.yaml", "pets"),
    ],
)
def test_names_of_components(folder: Path, reference: str, name: str) -> None:
    content = "{type: string}"
    found = of_schema(
        folder,
        reference,
        b=f"Pet: {content}\na/b: {content}\nlist: [{content}]\n",
        pets__index=f"{content}\n",
    )
    assert not faults(found)
    assert schemas(found)["A"]["properties"]["x"] == {"$ref": f"#/components/schemas/{name}"}
    assert schemas(found)[name] == {"type": "string"}


def test_components_of_one_name_with_the_same_content_are_one(folder: Path) -> None:
    """Also if they refer to one another, and to others that are the same."""
    error = "Error: {properties: {cause: {$ref: '#/Error'}, at: {$ref: '#/Place'}}}\nPlace: {type: string}\n"
    entry = (
        "paths: {}\ncomponents: {schemas: {A: {oneOf: [{$ref: a.yaml#/Error}, {$ref: b.yaml#/Error}, "
        "{$ref: c.yaml#/Error}]}}}\n"
    )
    found = bundled(folder, entry=entry, a=error, b=error, c=error.replace("string", "integer"))
    assert {*schemas(found)} == {"A", "a_Error", "a_Place", "c_Error", "c_Place"}
    assert schemas(found)["A"]["oneOf"] == [
        {"$ref": f"#/components/schemas/{name}"} for name in ("a_Error", "a_Error", "c_Error")
    ]
    assert schemas(found)["a_Error"]["properties"]["at"] == {"$ref": "#/components/schemas/a_Place"}


@pytest.mark.parametrize(
    ("type_", "names"), [("string", ["A", "Error"]), ("integer", ["A", "Error", "b_Error"])]
)
def test_the_component_of_the_entry_document_keeps_its_name(
    folder: Path, type_: str, names: list[str]
) -> None:
    entry = (
        f"paths: {{}}\ncomponents: {{schemas: {{A: {{$ref: b.yaml#/Error}}, Error: {{type: {type_}}}}}}}\n"
    )
    entry = entry.replace("{$ref: b.yaml#/Error}", "{items: {$ref: b.yaml#/Error}}")
    found = bundled(folder, entry=entry, b="Error: {type: string}\n")
    assert [*schemas(found)] == names
    assert schemas(found)["A"]["items"] == {"$ref": f"#/components/schemas/{names[-1]}"}


def test_names_do_not_depend_on_the_order(folder: Path) -> None:
    one = "paths: {}\ncomponents: {schemas: {A: {oneOf: [{$ref: a/x.yaml}, {$ref: b/x.yaml}]}}}\n"
    files = {"a__x": "type: string\n", "b__x": "type: integer\n"}
    first = bundled(folder, entry=one, **files)
    other = bundled(folder, entry=one.replace("a/x", "?").replace("b/x", "a/x").replace("?", "b/x"), **files)
    assert schemas(first)["a_x"] == schemas(other)["a_x"] == {"type": "string"}
    assert schemas(first)["b_x"] == schemas(other)["b_x"] == {"type": "integer"}


def test_a_part_of_a_component_is_referred_to_there(folder: Path) -> None:
    found = of_schema(
        folder, "b.yaml", b="properties: {t: {$ref: '#/$defs/T'}}\n$defs: {T: {type: string}}\n"
    )
    assert [*schemas(found)] == ["A", "b"]
    assert schemas(found)["b"]["properties"]["t"] == {"$ref": "#/components/schemas/b/$defs/T"}
