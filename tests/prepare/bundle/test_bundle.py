"""Documents in several files: what references lead to, what is refused, and where each part was."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from codegen.document.limits import MOST_INLINED
from codegen.document.load import load
from codegen.document.node import Node
from codegen.document.problems import Problem, Refused, leaving_out
from codegen.prepare.bundle import Access, Bundle, bundle
from codegen.prepare.bundle.complete import reconcile
from generate import main

HEAD = "openapi: {version}\ninfo: {{title: Things, version: '1'}}\n"
OK = "responses: {'204': {description: Done.}}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "spec").mkdir()
    return tmp_path / "spec"


def written(folder: Path, files: Mapping[str, str], version: str = "3.1.0") -> Path:
    """The entry document, `openapi.yaml`, beside its other files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD.format(version=version) + text if name == "openapi.yaml" else text)
    return folder / "openapi.yaml"


def bundled(folder: Path, access: Access = Access(), version: str = "3.1.0", **files: str) -> Bundle:  # noqa: B008
    names = {"entry": "openapi.yaml"}
    texts = {names.get(name, f"{name.replace('__', '/')}.yaml"): text for name, text in files.items()}
    return bundle(load(written(folder, texts, version)), access)


def of_schema(folder: Path, reference: str, access: Access = Access(), **files: str) -> Bundle:  # noqa: B008
    entry = f"paths: {{}}\ncomponents: {{schemas: {{A: {{properties: {{x: {{$ref: {reference!r}}}}}}}}}}}\n"
    return bundled(folder, access, entry=entry, **files)


def faults(found: Bundle) -> list[Problem]:
    return list(dict.fromkeys(found.faults.values()))


def fault(found: Bundle) -> tuple[str, str]:
    (one,) = faults(found)
    return one.rule, one.message


def schemas(found: Bundle) -> Any:
    return found.root["components"]["schemas"]  # type: ignore[index,call-overload]


def place(found: Bundle, *pointer: str | int, on: Any = "value") -> str:
    at = found.source.place(pointer, on)
    return f"{Path(found.source.file(at).name).name}:{at.line}:{at.column}"


# What references lead to


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
    reconcile(found.root, files, *whole)
    item = found.root.mapping("paths").mapping("/a").without("put")
    components = found.root.mapping("components").with_items(
        parameters=Node(), schemas=found.root.mapping("components").mapping("schemas").with_items(b=Node())
    )
    root = found.root.with_items(paths=Node({"/a": item}), components=components)
    with pytest.raises(Refused) as refused:
        reconcile(root, files, *whole)
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


# Names that several files share


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


# Identities and anchors


IDENTIFIED = "$id: https://example.com/s/pet.json\nproperties: {t: {$ref: tag.json}, a: {$ref: '#tag'}}\n"
TAG = "$id: https://example.com/s/tag.json\n$anchor: tag\ntype: string\n"


def test_a_reference_may_name_the_identity_of_a_schema(folder: Path) -> None:
    entry = (
        "paths: {}\ncomponents: {schemas: {P: {$ref: pet.yaml}, T: {$ref: tag.yaml}, "
        "A: {items: {$ref: 'https://example.com/s/tag.json#tag'}}}}\n"
    )
    found = bundled(folder, entry=entry, pet=IDENTIFIED.replace(", a: {$ref: '#tag'}", ""), tag=TAG)
    assert not faults(found)
    (tag,) = (name for name, schema in schemas(found).items() if schema.get("$anchor"))
    assert schemas(found)["A"]["items"] == {"$ref": f"#/components/schemas/{tag}"}
    (pet,) = (name for name, schema in schemas(found).items() if "properties" in schema)
    assert schemas(found)[pet]["properties"]["t"] == {"$ref": f"#/components/schemas/{tag}"}


def test_relative_references_in_an_identified_schema_may_mean_files(folder: Path) -> None:
    """As in folders of schemas whose identities are where they will be published."""
    found = of_schema(
        folder,
        "pet.yaml",
        pet="$id: https://example.com/s/pet.yaml\nproperties: {t: {$ref: tag.yaml}}\n",
        tag="type: string\n",
    )
    assert not faults(found)
    assert "tag" in schemas(found)


def test_an_anchor_is_one_of_its_own_file(folder: Path) -> None:
    entry = (
        "paths: {}\ncomponents: {schemas: {A: {$anchor: x, items: {$ref: '#x'}}, B: {items: {$ref: b.yaml}}, "
        "C: {items: {$ref: 'b.yaml#y'}}}}\n"
    )
    found = bundled(folder, entry=entry, b="items: {$ref: '#x'}\n$defs: {X: {$anchor: x, type: string}}\n")
    assert schemas(found)["A"]["items"] == {"$ref": "#/components/schemas/A"}
    assert schemas(found)["b"]["items"] == {"$ref": "#/components/schemas/b/$defs/X"}
    assert fault(found) == ("dangling-reference", "'b.yaml#y' leads nowhere: b.yaml has no anchor 'y'")


def test_an_anchor_is_found_by_the_file_of_an_identified_schema(folder: Path) -> None:
    found = of_schema(folder, "tag.yaml#tag", tag=TAG)
    assert not faults(found)
    assert schemas(found)["A"]["properties"]["x"] == {"$ref": "#/components/schemas/tag"}


def test_a_document_may_have_a_uri_of_its_own(folder: Path) -> None:
    """By `$self` of OpenAPI 3.2; other files refer to it by that."""
    entry = (
        "$self: https://example.com/api\npaths: {}\n"
        "components: {schemas: {A: {items: {$ref: b.yaml}}, B: {$ref: 'api#/components/schemas/A'}}}\n"
    )
    found = bundled(folder, entry=entry, b="items: {$ref: 'https://example.com/api#/components/schemas/A'}\n")
    assert not faults(found)
    assert schemas(found)["B"] == schemas(found)["b"]["items"] == {"$ref": "#/components/schemas/A"}


def test_a_schema_of_30_has_no_identity(folder: Path) -> None:
    found = bundled(
        folder,
        version="3.0.3",
        entry="paths: {}\ncomponents: {schemas: {A: {$ref: 'b.yaml#/B'}}}\n",
        b="B: {properties: {b: {$ref: '#/C'}}, $id: 'sub/c.yaml'}\nC: {type: string}\n",
    )
    assert not faults(found)


# What is refused


@pytest.mark.parametrize(
    ("reference", "rule", "message"),
    [
        ("no.yaml", "dangling-reference", "leads nowhere: there is no file {folder}/no.yaml"),
        ("bb.yaml", "dangling-reference", "there is no file {folder}/bb.yaml; did you mean 'b.yaml'?"),
        ("sub", "dangling-reference", "leads nowhere: {folder}/sub is no file"),
        ("pipe.yaml", "dangling-reference", "leads nowhere: {folder}/pipe.yaml is no file"),
        ("sub\\b.yaml", "dangling-reference", "write '/' between folders"),
        ("b.yaml%00", "dangling-reference", "leads to no file"),
        ("x" * 300, "dangling-reference", "leads nowhere"),
        ("b.yaml#/Pat", "dangling-reference", "leads nowhere: b.yaml has no 'Pat'; did you mean 'Pet'?"),
        ("b.yaml#/Pet/items", "dangling-reference", "leads nowhere: b.yaml#/Pet has no 'items'"),
        ("b.yaml#/list/7", "dangling-reference", "leads nowhere: b.yaml#/list has no '7'"),
        ("b.yaml#nowhere", "dangling-reference", "leads nowhere: b.yaml has no anchor 'nowhere'"),
        ("ring.yaml#/a/b", "dangling-reference", "leads nowhere: it leads through itself"),
        ("urn:example:pet", "dangling-reference", "leads nowhere: no schema has this '$id'"),
        ("../secret.yaml", "external-reference", "leads out of the folder"),
        ("%2e%2e/secret.yaml", "external-reference", "leads out of the folder"),
        ("sub/../../secret.yaml", "external-reference", "leads out of the folder"),
        ("../missing.yaml", "external-reference", "leads out of the folder"),
        ("link.yaml", "external-reference", "is a symbolic link that leads out of the folder"),
        ("linked/secret.yaml", "external-reference", "is a symbolic link that leads out of the folder"),
        ("/etc/passwd", "external-reference", "is an absolute path, which is not read"),
        ("//example.com/b.yaml", "external-reference", "is an absolute path, which is not read"),
        ("~/b.yaml", "external-reference", "is an absolute path, which is not read"),
        ("C:\\b.yaml", "external-reference", "is an absolute path, which is not read"),
        ("file:///etc/passwd", "external-reference", "is an absolute path, which is not read"),
        ("file:b.yaml", "external-reference", "is an absolute path, which is not read"),
        (
            "http://example.com/b.yaml",
            "external-reference",
            "is a URL of 'http', which is not read; use https",
        ),
        ("ftp://example.com/b.yaml", "external-reference", "is a URL of 'ftp', which is not read"),
        ("data:application/json,{}", "external-reference", "is a URL of 'data', which is not read"),
        ("https://example.com/s/b.yaml", "external-reference", "to fetch it: --fetch https://example.com/s/"),
        ("HTTPS://example.com/s/b.yaml", "external-reference", "to fetch it: --fetch https://example.com/s/"),
        ("b.yaml#/number", "wrong-reference", "does not lead to a schema"),
        ("b.yaml#/list", "wrong-reference", "does not lead to a schema"),
        ("empty.yaml", "wrong-reference", "does not lead to a schema"),
        ("whole.yaml", "wrong-reference", "leads to a whole document, not to a schema"),
        ("whole.yaml#/components/parameters/P", "wrong-reference", "leads to a parameter, not to a schema"),
        ("A", "dangling-reference", "did you mean '#/components/schemas/A'?"),
        ("components/schemas/A", "dangling-reference", "did you mean '#/components/schemas/A'?"),
        ("http://[", "dangling-reference", "is neither a path nor a URL"),
        ("https://[", "dangling-reference", "is neither a path nor a URL"),
    ],
)
def test_what_must_not_be_read_or_cannot_be_is_one_problem(
    folder: Path, reference: str, rule: str, message: str
) -> None:
    (folder.parent / "secret.yaml").write_text("type: string\n")
    (folder / "link.yaml").symlink_to(folder.parent / "secret.yaml")
    (folder / "linked").symlink_to(folder.parent)
    (folder / "sub").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    found = of_schema(
        folder,
        reference,
        b="Pet: {type: string}\nlist: [1]\nnumber: 7\n",
        empty="",
        ring="a: {$ref: 'ring.yaml#/a/b'}\n",
        whole="openapi: 3.1.0\ncomponents: {parameters: {P: {name: p, in: query, schema: {}}}}\n",
    )
    (one,) = faults(found)
    assert (one.rule, one.where) == (rule, ("components", "schemas", "A", "properties", "x", "$ref"))
    assert message.format(folder=folder) in one.message
    assert one.past is not None


def test_a_file_that_cannot_be_read_is_a_problem(folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    path = written(
        folder, {"openapi.yaml": "paths: {}\ncomponents: {schemas: {A: {items: {$ref: b.yaml}}}}\n"}
    )
    (folder / "b.yaml").write_text("type: string\n")
    (folder / "b.yaml").chmod(0)
    assert "Permission denied" in fault(bundle(load(path)))[1]


def test_a_missing_file_is_one_problem_however_many_references_lead_there(folder: Path) -> None:
    entry = "paths: {/a: {$ref: a.yaml}, /b: {$ref: a.yaml}, /c: {$ref: ./a.yaml}}\n"
    found = bundled(folder, entry=entry)
    (one,) = faults(found)
    assert (
        one.message == f"'a.yaml' leads nowhere: there is no file {folder}/a.yaml (3 references lead there)"
    )
    assert place(found, *one.where) == "openapi.yaml:3:20"  # type: ignore[misc]


@pytest.mark.parametrize(
    "entry",
    [
        "paths: {/a: {$ref: no.yaml}}",
        "paths: {$ref: no.yaml}",
        "paths: {/a: {get: {$ref: no.yaml}}}",
        "paths: {/a: {get: {responses: {'204': {description: D.}}, callbacks: {c: {$ref: no.yaml}}}}}",
        "webhooks: {a: {$ref: no.yaml}}",
        "webhooks: {$ref: no.yaml}",
        "paths: {/a: {$ref: /a.yaml}}",
    ],
)
def test_operations_are_never_left_out(
    folder: Path, tmp_path: Path, entry: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """To tolerate the rule would make a client without them."""
    path = written(folder, {"openapi.yaml": entry})
    tolerated = ["--tolerate", "dangling-reference,external-reference"]
    assert main(["--spec", str(path), "--out", str(tmp_path / "out"), *tolerated]) == 1
    printed = capsys.readouterr().err
    assert "1 problem; nothing was written" in printed
    assert "--tolerate" not in printed


def test_a_fragment_that_was_meant_for_the_entry_document_is_hinted_at(folder: Path) -> None:
    found = of_schema(folder, "s/b.yaml", s__b="properties: {a: {$ref: '#/components/schemas/A'}}\n")
    rule, message = fault(found)
    assert rule == "dangling-reference"
    assert message.startswith("'#/components/schemas/A' leads nowhere: s/b.yaml has no 'components'; ")
    assert message.endswith("did you mean '../openapi.yaml#/components/schemas/A'?")


def test_what_is_wrong_in_files_is_told_for_all_of_them(folder: Path) -> None:
    entry = "paths: {/a: {$ref: a.yaml}, /b: {$ref: b.json}}\n"
    written(folder, {"b.json": '{"get": {"a": 1,}}'})
    with pytest.raises(Refused) as refused:
        bundled(folder, entry=entry, a="get:\n\ta: b\n")
    source = refused.value.source
    assert source is not None
    places = [source.place(one.where) for one in refused.value.problems]
    assert [(Path(one.file).name, one.line, one.column) for one in places] == [
        ("a.yaml", 2, 1),
        ("b.json", 1, 16),
    ]


# Options


def test_a_larger_folder_may_be_named(folder: Path) -> None:
    (folder.parent / "common.yaml").write_text("type: string\n")
    found = of_schema(folder, "../common.yaml", Access(folder.parent))
    assert not faults(found)
    assert [*found.files] == ["openapi.yaml", "../common.yaml"]
    assert (
        "leads out of the folder" in fault(of_schema(folder, "../../common.yaml", Access(folder.parent)))[1]
    )


def test_a_link_within_the_folder_is_followed(folder: Path) -> None:
    (folder / "link.yaml").symlink_to("b.yaml")
    assert not faults(of_schema(folder, "link.yaml", b="type: string\n"))


def test_the_named_folder_must_contain_the_document(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(folder, {"openapi.yaml": "paths: {/a: {$ref: a.yaml}}\n"})
    for root in (tmp_path / "no", tmp_path / "other", path):
        (tmp_path / "other").mkdir(exist_ok=True)
        assert main(["--spec", str(path), "--out", str(tmp_path / "out"), "--root", str(root)]) == 2
        assert "is not a folder with" in capsys.readouterr().err


# Places, limits, the record


def test_each_part_has_its_place_in_its_file(folder: Path) -> None:
    found = bundled(
        folder,
        entry="paths:\n  /a: {$ref: a.yaml}\ncomponents: {schemas: {B: {$ref: 'b.yaml#/B'}}}\n",
        a="get:\n  parameters:\n  - $ref: c.yaml#/P\n",
        b="B:\n  type: string\n",
        c="P:\n  name: p\n",
    )
    assert place(found, "info", "title") == "openapi.yaml:2:15"
    assert place(found, "paths", "/a", on="key") == "openapi.yaml:4:3"
    assert place(found, "paths", "/a", "get", on="key") == "a.yaml:1:1"
    assert place(found, "paths", "/a", "get", "parameters", 0, "$ref") == "a.yaml:3:11"
    assert place(found, "components", "schemas", "B", "type") == "b.yaml:2:9"
    assert place(found, "components", "schemas", "B", on="key") == "openapi.yaml:5:24"
    assert place(found, "components", "parameters", "P", on="key") == "c.yaml:1:1"
    assert place(found, "components", "parameters", "P", "name") == "c.yaml:2:9"


@pytest.mark.slow
def test_repeating_a_large_file_very_often_is_refused(folder: Path) -> None:
    statuses = "".join(f"    '{status}': {{description: D.}}\n" for status in range(100, 600))
    paths = "".join(f"  /a{number}: {{$ref: a.yaml}}\n" for number in range(MOST_INLINED // 500 + 10))
    with pytest.raises(Refused) as refused:
        bundled(folder, entry=f"paths:\n{paths}", a=f"get:\n  responses:\n{statuses}")
    assert [one.rule for one in refused.value.problems] == ["too-many"]


def test_files_within_files_may_not_nest_too_deeply(folder: Path) -> None:
    deep = "{a: " * 146 + "1" + "}" * 146
    with pytest.raises(Refused) as refused:
        bundled(
            folder,
            entry="paths: {/a: {get: {$ref: a.yaml}}}\n",
            a=f"responses: {{'200': {{description: D., x-a: {deep}}}}}\n",
        )
    assert [one.rule for one in refused.value.problems] == ["too-deep"]


def test_an_operation_that_contains_itself_is_refused(folder: Path) -> None:
    found = bundled(
        folder,
        entry="paths: {/a: {$ref: a.yaml}}\n",
        a=f"get: {{{OK}, callbacks: {{c: {{'{{$url}}': {{$ref: a.yaml}}}}}}}}\n",
    )
    (one,) = faults(found)
    assert one.rule == "circular-reference"


def client(tmp_path: Path, folder: Path) -> Callable[..., int]:
    return lambda command, *more: main(
        [command, "--spec", str(folder / "openapi.yaml"), "--out", str(tmp_path / "out"), *more]
    )


def test_check_names_the_file_that_changed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = client(tmp_path, folder)
    entry = "paths:\n  /a: {$ref: paths/a.yaml}\n  /b: {$ref: paths/b.yaml}\n"
    item = f"get: {{operationId: listA, tags: [a], summary: All., {OK}}}\n"
    other = item.replace("listA", "listB").replace("[a]", "[b]")
    written(folder, {"openapi.yaml": entry, "paths/a.yaml": item, "paths/b.yaml": other})
    assert run("build") == 0
    assert run("check") == 0
    written(folder, {"paths/b.yaml": f"# A comment is not a change.\n{other}"})
    assert run("check") == 0
    capsys.readouterr()
    written(folder, {"paths/b.yaml": other.replace("All.", "Every one.")})
    assert run("check") == 1
    printed = capsys.readouterr().out
    assert (
        f"  {folder}/paths/b.yaml:1:1: file paths/b.yaml of the document has changed [document-file]"
        in printed
    )
    assert f"  {folder}/paths/b.yaml:1:1: operation GET /b has changed [document-changed]" in printed
    written(folder, {"paths/b.yaml": item})
    (folder / "paths/a.yaml").unlink()
    assert run("check") == 1
    assert "there is no file" in capsys.readouterr().err


def test_the_same_bytes_come_from_any_folder(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = "paths:\n  /a: {$ref: paths/a.yaml}\n"
    item = f"get: {{operationId: listA, {OK}}}\n"
    written(folder, {"openapi.yaml": entry, "paths/a.yaml": item})
    made: list[dict[str, bytes]] = []
    for here, spec in (
        (tmp_path, "spec/openapi.yaml"),
        (folder, "openapi.yaml"),
        (folder / "paths", "../openapi.yaml"),
    ):
        monkeypatch.chdir(here)
        out = tmp_path / f"out{len(made)}"
        assert main(["build", "--spec", spec, "--out", str(out)]) == 0
        made.append({str(one.relative_to(out)): one.read_bytes() for one in out.rglob("*") if one.is_file()})
    assert made[0] == made[1] == made[2]
    assert b"  <paths/a.yaml>\n" in made[0][".generated"]


def test_an_overlay_may_remove_what_refers_to_a_missing_file(folder: Path, tmp_path: Path) -> None:
    entry = f"paths:\n  /a: {{get: {{operationId: listA, {OK}}}}}\n  /b: {{$ref: no.yaml}}\n"
    path = written(folder, {"openapi.yaml": entry})
    overlay = tmp_path / "overlay.yaml"
    overlay.write_text(
        "overlay: 1.0.0\ninfo: {title: O, version: '1'}\n"
        "actions: [{target: \"$.paths['/b']\", remove: true}]\n"
    )
    options = ["--spec", str(path), "--out", str(tmp_path / "out")]
    assert main(["build", *options]) == 1
    assert main(["build", *options, "--overlay", str(overlay)]) == 0
