"""References to other files: where they lead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from codegen.document.load import load
from codegen.document.node import Node
from codegen.document.problems import Refused, leaving_out
from codegen.prepare.bundle import bundle
from codegen.prepare.bundle.file_ledger import reconcile_files
from generate import main
from tests.prepare.bundle.several_files import OK, bundled, fault, faults, of_schema, place, schemas, written


def test_a_document_in_one_file_is_returned_as_it_is(folder: Path) -> None:
    loaded = load(written(folder, {"openapi.yaml": "paths: {}\n"}))
    found = bundle(loaded)
    assert found.root is loaded.root
    assert not found.files


def test_a_schema_of_another_file_becomes_a_component_named_after_its_file(folder: Path) -> None:
    found = of_schema(folder, "schemas/Pet.yaml", schemas__Pet="type: string\n")
    assert schemas(found) == {
        "A": {"properties": {"x": {"$ref": "#/components/schemas/Pet"}}},
        "Pet": {"type": "string"},
    }
    assert not faults(found)


def test_a_component_that_is_only_a_reference_has_the_content_itself(folder: Path) -> None:
    found = bundled(
        folder,
        entry="paths: {}\ncomponents: {schemas: {AnOrder: {$ref: an-order.yaml}, B: {$ref: an-order.yaml}}}",
        **{"an-order": "type: string\n"},
    )
    assert schemas(found) == {
        "AnOrder": {"type": "string"},
        "B": {"$ref": "#/components/schemas/AnOrder"},
    }


def test_chains_and_rings_of_files_end(folder: Path) -> None:
    found = of_schema(
        folder,
        "a.yaml",
        a="$ref: b.yaml\n",
        b="$ref: c.yaml#/C\n",
        c="C: {properties: {a: {$ref: a.yaml}, c: {$ref: '#/C'}}}\n",
    )
    reference = {"$ref": "#/components/schemas/C"}
    assert schemas(found)["C"] == {"properties": {"a": reference, "c": reference}}


def test_references_that_lead_in_a_circle_are_left_to_the_check(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = of_schema(folder, "a.yaml", a="$ref: b.yaml\n", b="$ref: a.yaml\n")
    assert not faults(found)
    assert main(["--spec", str(folder / "openapi.yaml"), "--out", str(tmp_path / "out")]) == 1
    assert "[circular-reference]" in capsys.readouterr().err


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_every_kind_of_object_may_be_in_another_file(folder: Path, version: str) -> None:
    found = bundled(
        folder,
        version=version,
        entry="paths: {$ref: paths.yaml}\ncomponents: {$ref: components.yaml}\ntags: {$ref: tags.yaml}\n",
        paths="/a/{id}: {$ref: item.yaml}\n",
        item="parameters: [{$ref: parts.yaml#/id}]\nget: {$ref: operation.yaml}\n",
        operation=(
            "parameters: {$ref: parts.yaml#/all}\n"
            "requestBody: {$ref: parts.yaml#/body}\n"
            "responses: {$ref: parts.yaml#/responses}\n"
            "callbacks: {c: {$ref: parts.yaml#/callback}}\n"
        ),
        parts=(
            "token: {type: http, scheme: bearer}\n"
            "id: {name: id, in: path, required: true, schema: {$ref: schema.yaml}}\n"
            "all: [{name: q, in: query, schema: {$ref: schema.yaml}}]\n"
            "body: {content: {text/plain: {$ref: '#/media'}}}\n"
            "media: {schema: {$ref: schema.yaml}, examples: {e: {$ref: '#/example'}}}\n"
            "example: {value: e}\n"
            "responses: {'200': {$ref: '#/ok'}}\n"
            "ok: {description: Done., headers: {H: {$ref: '#/header'}}, links: {l: {$ref: '#/link'}}}\n"
            "header: {schema: {$ref: schema.yaml}}\n"
            "link: {operationId: x}\n"
            "callback: {'{$url}': {$ref: received.yaml}}\n"
        ),
        schema="type: string\n",
        received=f"post: {{{OK}}}\n",
        components="securitySchemes: {s: {$ref: parts.yaml#/token}}\n",
        tags="- {name: t}\n",
    )
    assert not faults(found)
    assert found.root["tags"] == [{"name": "t"}]
    operation = found.root["paths"]["/a/{id}"]["get"]  # type: ignore[index,call-overload]
    assert operation["responses"] == {"200": {"$ref": "#/components/responses/ok"}}
    assert operation["parameters"] == [
        {"name": "q", "in": "query", "schema": {"$ref": "#/components/schemas/schema"}}
    ]
    components: Any = found.root["components"]
    assert {section: [*parts] for section, parts in components.items()} == {
        "securitySchemes": ["s"],
        "parameters": ["id"],
        "requestBodies": ["body"],
        "callbacks": ["callback"],
        "responses": ["ok"],
        "schemas": ["schema"],
        "examples": ["example"],
        "headers": ["header"],
        "links": ["link"],
    }
    assert components["callbacks"]["callback"] == {
        "{$url}": {"post": {"responses": {"204": {"description": "Done."}}}}
    }


def test_what_stands_beside_the_reference_of_a_path_item_wins(folder: Path) -> None:
    found = bundled(
        folder,
        entry="paths: {/a: {$ref: a.yaml, summary: Ours., put: {operationId: put}}}\n",
        a=f"summary: Theirs.\nget: {{{OK}}}\n",
    )
    item: Any = found.root["paths"]["/a"]  # type: ignore[index,call-overload]
    assert item["summary"] == "Ours."
    assert [*item] == ["summary", "get", "put"]
    assert place(found, "paths", "/a", "summary") == "openapi.yaml:3:37"
    assert place(found, "paths", "/a", "get") == "a.yaml:2:6"


def test_a_value_may_be_in_another_file(folder: Path) -> None:
    """Other tools resolve a reference anywhere; a value that may be a mapping is left if it leads nowhere."""
    entry = (
        "paths: {}\ncomponents: {schemas: {A: {description: {$ref: a.md}, enum: {$ref: 'b.yaml#/sizes'}, "
        "example: {$ref: b.yaml#/sizes/0}, default: {$ref: b.yaml}}, B: {example: {$ref: no.yaml}}}}\n"
    )
    (folder / "a.md").write_text("# A: a thing\n")
    found = bundled(folder, entry=entry, b="sizes: [small, large]\n")
    assert not faults(found)
    assert schemas(found)["A"] == {
        "description": "# A: a thing\n",
        "enum": ["small", "large"],
        "example": "small",
        "default": {"$ref": "b.yaml"},
    }
    assert schemas(found)["B"] == {"example": {"$ref": "no.yaml"}}
    assert place(found, "components", "schemas", "A", "enum", 1) == "b.yaml:1:16"


def test_what_is_lost_of_a_file_is_found(folder: Path) -> None:
    entry = "paths: {/a: {$ref: a.yaml}}\ncomponents: {schemas: {b: {$ref: b.yaml}, C: {type: string}}}\n"
    found = bundled(
        folder,
        entry=entry,
        a=f"get: {{{OK}}}\nput: {{{OK}, parameters: [{{$ref: 'c.yaml#/q'}}]}}\n",
        b="properties: {x: {type: string}}\n",
        c="q: {name: q, in: query, schema: {}}\n",
    )
    files = {str(folder / name): content for name, content in found.files.items()}
    whole = files[str(folder / "openapi.yaml")], found.source.moved
    reconcile_files(found.root, files, *whole)
    item = found.root.mapping("paths").mapping("/a").without("put")
    components = found.root.mapping("components").with_items(
        parameters=Node(), schemas=found.root.mapping("components").mapping("schemas").with_items(b=Node())
    )
    root = found.root.with_items(paths=Node({"/a": item}), components=components)
    with pytest.raises(Refused) as refused:
        reconcile_files(root, files, *whole)
    assert [problem.where for problem in refused.value.problems] == [
        ("paths", "/a", "put"),
        ("components", "schemas", "b", "properties"),
        *(("components", "parameters", "q", key) for key in ("name", "in", "schema")),
    ]


def test_a_fragment_begins_at_the_schema_with_an_id(folder: Path) -> None:
    schema = "{$id: 'https://a.test/a', $defs: {B: {type: string}}, properties: {b: {$ref: '#/$defs/B'}}}"
    found = bundled(folder, entry=f"paths: {{}}\ncomponents: {{schemas: {{A: {schema}}}}}\n")
    assert schemas(found)["A"]["properties"]["b"] == {"$ref": "#/components/schemas/A/$defs/B"}
    assert not faults(found)


@pytest.mark.parametrize(
    ("reference", "reading"), [("b.yaml#/Pat", "the schema allows any value"), ("no.yaml", "")]
)
def test_only_a_missing_part_of_a_file_is_any_value(folder: Path, reference: str, reading: str) -> None:
    (found,) = faults(of_schema(folder, reference, b="Pet: {type: string}\n"))
    assert found.reading == reading


def test_only_references_are_followed(folder: Path) -> None:
    """In examples, enums and extensions a `$ref` is data; a property may be called so."""
    entry = (
        "x-a: {$ref: no.yaml}\npaths: {}\ncomponents: {schemas: {A: {example: {$ref: no.yaml}, "
        "enum: [{$ref: no.yaml}], properties: {$ref: {type: string}, b: {$ref: b.yaml}}}}}\n"
    )
    found = bundled(folder, entry=entry, b="type: string\n")
    assert not faults(found)
    assert schemas(found)["A"]["example"] == {"$ref": "no.yaml"}


def test_a_discriminator_names_schemas_of_other_files(folder: Path) -> None:
    discriminator = "{propertyName: k, mapping: {c: cat.yaml, d: A, e: no.yaml}}"
    schema = f"{{oneOf: [{{$ref: cat.yaml}}], discriminator: {discriminator}}}"
    found = bundled(
        folder, entry=f"paths: {{}}\ncomponents: {{schemas: {{A: {schema}}}}}\n", cat="type: object\n"
    )
    mapping = schemas(found)["A"]["discriminator"]["mapping"]
    assert mapping == {"c": "#/components/schemas/cat", "d": "A", "e": "no.yaml"}
    assert fault(found) == (
        "dangling-reference",
        f"'no.yaml' leads nowhere: there is no file {folder}/no.yaml",
    )
    (one,) = faults(found)
    assert one.past == leaving_out(("components", "schemas", "A", "discriminator", "mapping", "e"))


def _referring(reference: str) -> str:
    return f"paths: {{}}\ncomponents: {{schemas: {{A: {{properties: {{x: {{$ref: '{reference}'}}}}}}}}}}\n"


def test_paths_with_backslashes_are_read_as_with_slashes(folder: Path) -> None:
    found = bundled(folder, entry=_referring(".\\schemas\\Pet.yaml"), schemas__Pet="type: string\n")
    assert schemas(found)["Pet"] == {"type": "string"}
    (problem,) = faults(found)
    assert (problem.rule, problem.reading, problem.past) == (
        "dangling-reference",
        "read as './schemas/Pet.yaml'",
        (),
    )


def test_a_file_may_have_a_backslash_in_its_name(folder: Path) -> None:
    files = {"a\\b": "type: string\n", "a__b": "type: integer\n"}
    found = bundled(folder, entry=_referring("a\\b.yaml"), **files)
    assert {"type": "string"} in schemas(found).values()
    assert not faults(found)


def test_security_schemes_may_be_those_of_the_file_of_the_operation(folder: Path) -> None:
    scheme = "{type: apiKey, in: header, name: X-Key}"
    found: Any = bundled(
        folder,
        entry=f"paths: {{/a: {{$ref: 'a.yaml#/a'}}}}\ncomponents: {{securitySchemes: {{known: {scheme}}}}}\n",
        a=f"a: {{get: {{security: [{{key: [], known: []}}], {OK}}}}}\n"
        f"components: {{securitySchemes: {{key: {scheme}, known: {{type: mutualTLS}}, unused: {scheme}}}}}\n",
    )
    schemes = found.root["components"]["securitySchemes"]
    assert {name: scheme["type"] for name, scheme in schemes.items()} == {"known": "apiKey", "key": "apiKey"}
    assert not faults(found)
