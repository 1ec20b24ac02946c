"""The passes by their golden cases, and what they refuse."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from codegen.document.node import Node, json_pointer
from codegen.document.problems import Refused
from codegen.model.schemas import Object
from codegen.naming.inline.operation_names import names_of_operations
from codegen.simplify import CLASS_PASSES, OPERATION_PASSES, SCHEMA_PASSES
from codegen.simplify import simplify as simplify_document
from codegen.simplify.forms import read_schemas
from codegen.simplify.receiving import received_items
from codegen.standard.census import census_of
from codegen.standard.inbound import InboundKey, Sender
from codegen.standard.positions import Document
from tests.conftest import ROOT
from tests.simplified import ZOO, api, document, schemas_of, simplify
from tests.written import whole, written

Pass = Callable[[Document], Document]

PASS_CASES = Path(__file__).parent / "passes"


@pytest.mark.parametrize("case", sorted(PASS_CASES.iterdir()), ids=lambda case: case.name)
def test_a_pass_does_what_its_golden_case_says(case: Path) -> None:
    before = document((case / "before.yaml").read_text())
    untouched = copy.deepcopy(before)

    after = passed(case.name, Document(before))

    assert after == yaml.safe_load((case / "after.yaml").read_text())
    assert before == untouched


def passed(name: str, document: Document) -> Node:
    """What a pass makes of a document, written as OpenAPI again."""
    for step in SCHEMA_PASSES:
        if step.__name__ == name:
            return step(document).root
    simplified = read_schemas(document)
    for step in CLASS_PASSES:
        if step.__name__ == name:
            return whole(step(simplified))
    (step,) = (step for step in OPERATION_PASSES if step.__name__ == name)
    return whole(replace(simplified, document=step(simplified.document)))


def test_every_pass_has_a_golden_case() -> None:
    changing = {step.__name__ for step in (*SCHEMA_PASSES, *CLASS_PASSES, *OPERATION_PASSES)}
    assert changing == {case.name for case in PASS_CASES.iterdir()}


def test_what_is_received_is_found_by_its_key() -> None:
    root = document((ROOT / "tests/documents/received.yaml").read_text())
    assert received_items(root) == {
        InboundKey("newPet"): {"post": {"summary": "Born"}},
        InboundKey("onPet", Sender("/subscriptions", "POST", "subscribe"), "{$request.query.url}"): {
            "put": {"summary": "There"}
        },
    }


def test_passes_change_what_is_received_like_what_is_called() -> None:
    schema = "{oneOf: [{type: string}]}"
    hooks = f"{{new: {{post: {{requestBody: {{content: {{a/b: {{schema: {schema}}}}}}}}}}}}}"
    simplified = simplify_document(api(more=f"webhooks: {hooks}"))
    item = simplified.document.received[InboundKey("new")]
    media = item.mapping("post").mapping("requestBody").mapping("content").mapping("a/b")
    assert written(simplified.schema_of(media.pointer)) == {"type": "string"}


def test_operations_are_named_by_their_authors_or_by_method_and_path() -> None:
    root = document((ROOT / "tests/documents/long_ids.yaml").read_text())
    assert names_of_operations(root) == {
        ("/users/{user_id}", "get"): "get user",
        ("/users/{user_id}", "delete"): "delete user",
        ("/", "get"): "root",
        ("/users", "get"): "get users",
        ("/cats", "get"): "cats find all",
        ("/cats", "post"): "create cat",
        ("/dogs", "get"): "find",
        ("/hounds", "get"): "find_hounds_get",
    }


def test_an_operation_keeps_the_name_that_its_author_gave_it() -> None:
    operations = "{put: {operationId: updatePet}, patch: {operationId: patchPet}}"
    names = names_of_operations(api(paths=f"\n  /pet/{{id}}: {operations}"))
    assert names == {("/pet/{id}", "put"): "update pet", ("/pet/{id}", "patch"): "patchPet"}


def test_an_operation_whose_name_another_one_has_gets_a_longer_one_from_its_path() -> None:
    files = "{put: {operationId: put_files_id}, post: {operationId: post_files_id}}"
    paths = f"""
  /files/{{id}}: {files}
  /files/content: {{post: {{operationId: post_files_content}}}}
  /files/{{id}}/content: {{post: {{operationId: post_files_id_content}}}}
  /tags/{{id}}: {{get: {{operationId: get_tags_id}}}}
  /tag/{{type}}: {{get: {{operationId: getTagByType}}}}
  /files/{{id}}/metadata: {{get: {{operationId: get_files_id_metadata}}}}
  /files/{{id}}/metadata/{{scope}}: {{get: {{operationId: get_files_id_metadata_id}}}}"""
    assert names_of_operations(api(paths=paths)) == {
        ("/files/{id}", "put"): "update file",
        ("/files/{id}", "post"): "post file",
        ("/files/content", "post"): "create file content",
        ("/files/{id}/content", "post"): "create content for file",
        ("/tags/{id}", "get"): "get tag by id",
        ("/tag/{type}", "get"): "get tag",
        ("/files/{id}/metadata", "get"): "get file metadata",
        ("/files/{id}/metadata/{scope}", "get"): "get file metadata by scope",
    }


def test_what_is_simplified_is_simplified_again_to_the_same() -> None:
    once = simplify(document(ZOO.read_text()))
    assert simplify(once) == once


def test_the_input_is_not_touched() -> None:
    root = document(ZOO.read_text())
    untouched = copy.deepcopy(root)
    simplify(root)
    assert root == untouched


def test_merged_schemas_stand_for_all_that_they_were_made_of() -> None:
    root = simplify(
        api(
            schemas="{A: {allOf: [{properties: {x: {type: string}}}, "
            "{properties: {x: {type: string, maxLength: 3}}}]}}"
        )
    )
    merged = schemas_of(root).mapping("A")
    at = ("components", "schemas", "A")
    assert set(merged.origins) == {at, (*at, "allOf", 0), (*at, "allOf", 1)}
    assert set(merged.mapping("properties").mapping("x").origins) == {
        (*at, "allOf", 0, "properties", "x"),
        (*at, "allOf", 1, "properties", "x"),
    }


REFUSED_SCHEMAS = {
    "composed of itself": (
        "{A: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {x: {}}}]}}",
        "/components/schemas/A",
        "composed of itself",
    ),
    "alias ring": (
        "{A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}",
        "/components/schemas/A",
        "defined as itself",
    ),
}


@pytest.mark.parametrize(("schemas", "where", "words"), REFUSED_SCHEMAS.values(), ids=REFUSED_SCHEMAS)
def test_schemas_that_are_refused(schemas: str, where: str, words: str) -> None:
    with pytest.raises(Refused) as caught:
        simplify(api(schemas=schemas))
    found = [(json_pointer(problem.where), problem.message) for problem in caught.value.problems]
    assert any(pointer == where and words in message for pointer, message in found), found


def test_callbacks_that_lead_back_to_themselves_are_refused() -> None:
    more = "components: {callbacks: {A: {$ref: '#/components/callbacks/A'}}}"
    paths = "{/p: {post: {callbacks: {a: {$ref: '#/components/callbacks/A'}}, responses: {}}}}"
    with pytest.raises(Refused) as caught:
        simplify(document(f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {paths}\n{more}"))
    assert [problem.rule for problem in caught.value.problems] == ["reference-ring"]


def test_a_waiver_gets_past_a_refusal() -> None:
    refused = "{get: {x-generate: {skip: not now}, callbacks: {done: {}}, responses: {}}}"
    assert simplify(api(paths=f"{{/p: {refused}}}")).mapping("paths").mapping("/p") == {}


def test_all_problems_are_reported_at_once() -> None:
    itself = "{allOf: [{$ref: '#/components/schemas/%s'}, {properties: {x: {}}}]}"
    with pytest.raises(Refused) as caught:
        simplify(api(schemas=f"{{A: {itself % 'A'}, B: {itself % 'B'}}}"))
    assert {json_pointer(problem.where) for problem in caught.value.problems} == {
        "/components/schemas/A",
        "/components/schemas/B",
    }


def test_members_that_contradict_each_other_are_one_or_the_other() -> None:
    root = simplify(api(schemas="{A: {allOf: [{type: string}, {type: integer}]}}"))
    types = [member["type"] for member in schemas_of(root).mapping("A").mappings("anyOf")]
    assert sorted(map(str, types)) == ["integer", "string"]


def test_a_member_of_a_union_knows_the_component_that_it_extends() -> None:
    root = api(
        schemas="{A: {properties: {x: {}}}, B: {properties: {y: {}}}, "
        "Either: {anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}, "
        "More: {allOf: [{$ref: '#/components/schemas/Either'}, {properties: {z: {}}}]}}"
    )
    components = simplify_document(root).components
    extended = {
        key: (schema.extends, [*schema.properties])
        for key, schema in components.items()
        if isinstance(schema, Object)
    }
    assert extended == {
        "A": ("", ["x"]),
        "B": ("", ["y"]),
        "MoreA": ("A", ["x", "z"]),
        "MoreB": ("B", ["y", "z"]),
    }


def test_a_property_that_its_author_redefines_is_one_or_the_other() -> None:
    root = simplify(
        api(
            schemas="{A: {properties: {x: {type: integer}}}, "
            "B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {x: {type: string}}}]}}"
        )
    )
    assert schemas_of(root).mapping("B").mapping("properties").mapping("x") == {
        "anyOf": [{"type": "integer"}, {"type": "string"}]
    }


def test_classes_that_contain_each_other_without_end_can_be_composed() -> None:
    root = simplify(
        api(
            schemas="{A: {properties: {next: {$ref: '#/components/schemas/A'}, a: {}}}, "
            "B: {properties: {next: {$ref: '#/components/schemas/B'}, b: {}}}, "
            "C: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}}"
        )
    )
    assert [*schemas_of(root).mapping("C").mapping("properties")] == ["next", "a", "b"]


def test_a_member_that_only_says_the_type_leaves_the_reference() -> None:
    schemas = (
        "{A: {properties: {x: {}}}, "
        "B: {type: array, items: {allOf: [{$ref: '#/components/schemas/A'}, {type: object}]}}}"
    )
    items = schemas_of(simplify(api(schemas=schemas))).mapping("B").mapping("items")
    assert items == {"$ref": "#/components/schemas/A"}


def test_keywords_for_other_types_say_nothing() -> None:
    schemas = "{A: {type: array, items: {type: string}, properties: {x: {properties: {y: {}}}}}}"
    root = simplify(api(schemas=schemas))
    assert schemas_of(root) == {"A": {"type": "array", "items": {"type": "string"}}}


def test_members_of_a_union_are_named_by_what_sets_them_apart() -> None:
    one = "{type: object, properties: {type: {const: git}, url: {}, ref: {}}, required: [type, url]}"
    two = "{type: object, properties: {type: {const: git}, ref: {}, org: {}}, required: [type]}"
    three = "{type: object, properties: {type: {const: file}, ref: {}}}"
    root = simplify(api(schemas=f"{{Source: {{oneOf: [{one}, {two}, {three}]}}}}"))
    assert [name for name in schemas_of(root) if "Type" not in name] == [
        "Source",
        "SourceGitWithURL",
        "SourceGitWithOrg",
        "SourceFile",
    ]


def test_objects_that_differ_in_what_they_require_are_one() -> None:
    schemas = (
        "{A: {properties: {x: {}, y: {}}}, B: {allOf: [{$ref: '#/components/schemas/A'}, "
        "{oneOf: [{required: [x]}, {required: [y]}]}]}}"
    )
    assert schemas_of(simplify(api(schemas=schemas))).mapping("B") == {
        "type": "object",
        "properties": {"x": {}, "y": {}},
    }


def test_a_model_within_a_parameter_is_one_that_can_be_read() -> None:
    schema = "{type: object, properties: {at: {anyOf: [{type: string, format: date}, {type: string}]}}}"
    paths = f"{{/p: {{get: {{operationId: list, parameters: [{{name: a, in: query, schema: {schema}}}]}}}}}}"
    assert [*schemas_of(simplify(api(paths=paths)))] == ["ListA", "ListAAt"]


@pytest.mark.parametrize("case", sorted(PASS_CASES.iterdir()), ids=lambda case: case.name)
def test_a_pass_does_the_same_for_a_document_that_was_counted(case: Path) -> None:
    before = document((case / "before.yaml").read_text())
    counted = passed(case.name, Document(before, census=census_of(before)))
    assert counted == passed(case.name, Document(before))


@pytest.mark.parametrize("step", SCHEMA_PASSES, ids=lambda step: step.__name__)
def test_a_pass_that_finds_nothing_to_change_returns_the_document_itself(step: Pass) -> None:
    root = document("""
        openapi: 3.1.0
        paths:
          /pets:
            get:
              parameters: [{name: sort, in: query, schema: {type: string, enum: [name, age]}}]
              responses:
                "200": {content: {application/json: {schema: {$ref: "#/components/schemas/Pets"}}}}
        components:
          schemas:
            Pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}
            Pet:
              type: object
              required: [name]
              properties: {name: {type: string}, owner: {type: array, items: {type: string}}}
    """)
    for received in (Document(root), Document(root, census=census_of(root))):
        assert step(received).root is root
