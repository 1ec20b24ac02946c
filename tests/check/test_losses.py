"""What is lost of a tolerated document, and what is read all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.check import check
from codegen.check.losses import HOLDING
from codegen.document.load import load
from codegen.document.node import json_pointer
from codegen.document.problems import Refused
from codegen.pipeline import ReadOptions, generate
from codegen.standard.objects import KINDS
from codegen.standard.rules import STRICT_RULES, TOLERANCES, consequence, is_tolerable
from tests.check.broken_documents import (
    BROKEN,
    BY_PATH,
    DONE,
    GET,
    GET_WITH,
    PATHS,
    SCHEMAS,
    at,
    consequences,
    document,
    mended,
)


@pytest.mark.parametrize(
    ("rule", "pointer", "left"),
    [
        ("dangling-reference", "/components/schemas/A", {"type": "object", "properties": {"x": {}}}),
        ("wrong-reference", "/components/schemas/A/properties", {"x": {}}),
        ("external-reference", "/components/schemas", {"A": {}}),
        ("default", "/components/schemas/A", {"type": "string"}),
        ("example", "/components/schemas/A", {"type": "string"}),
        ("duplicate-tag", "/tags", [{"name": "t", "description": "first"}]),
        (
            "duplicate-parameter",
            "/paths/~1a/get/parameters",
            [{"name": "q", "in": "query", "schema": {"type": "string"}}],
        ),
        (
            "misplaced-key",
            "/paths/~1a/get/parameters",
            [{"name": "h", "in": "header", "schema": {"type": "string"}}],
        ),
        ("server-variable", "/servers", []),
        ("missing-key", "/paths/~1a/get/responses", {"204": {"description": ""}}),
        ("no-response", "/paths/~1a/get/responses", {"default": {"description": ""}}),
        ("info-version", "/info", {"title": "Things", "version": "1.5"}),
        (
            "wrong-type",
            "/paths/~1a/get",
            {"operationId": "get", "responses": {"204": {"description": "Done."}}},
        ),
        ("wrong-value", "/components/schemas", {"A": {}}),
        ("circular-all-of", "/components/schemas/A/allOf", [{}, {"properties": {"x": {"type": "string"}}}]),
        ("status-code", "/paths/~1a/get/responses", {"204": {"description": "Done."}}),
        (
            "unknown-key",
            "/paths/~1a/get",
            {"operationId": "get", "responses": {"204": {"description": "Done."}}},
        ),
        ("unknown-operation", "/paths/~1a/get/responses/204/links", {}),
        ("unknown-security-scheme", "/paths/~1a/get/security", [{}]),
        (
            "path-parameter",
            "/paths/~1a~1{x}/get/parameters",
            [{"name": "x", "in": "path", "required": True, "schema": {"type": "string"}}],
        ),
    ],
)
def test_no_more_is_lost_than_the_part(rule: str, pointer: str, left: object, tmp_path: Path) -> None:
    assert at(mended(tmp_path, rule), pointer) == left


@pytest.mark.parametrize("rule", ["component-name", "duplicate-path", "path-form"])
def test_what_is_kept_is_kept_as_it_is(rule: str, tmp_path: Path) -> None:
    assert mended(tmp_path, rule) == load(document(tmp_path, BROKEN[rule].text)).root


def test_a_link_that_responses_share_is_left_out_with_what_refers_to_it(tmp_path: Path) -> None:
    links = "{next: {$ref: '#/components/links/Next'}, other: {operationId: get}}"
    responses = f"responses: {{'204': {{description: Done., links: {links}}}}}"
    text = GET_WITH % responses + "\ncomponents: {links: {Next: {operationId: no}}}"
    root = check(load(document(tmp_path, text)).root, ["unknown-operation"]).root
    assert at(root, "/components/links") == {}
    assert at(root, "/paths/~1a/get/responses/204/links") == {"other": {"operationId": "get"}}


def test_parts_keep_their_places(tmp_path: Path) -> None:
    text = "tags: [{name: t}, {name: t, description: again}, {name: u}]\n" + PATHS
    root = check(load(document(tmp_path, text)).root, ["duplicate-tag"]).root
    assert [json_pointer(tag.pointer) for tag in root.mappings("tags")] == ["/tags/0", "/tags/2"]


def test_a_path_is_sent_without_its_fragment(tmp_path: Path) -> None:
    files = generate(document(tmp_path, BROKEN["path-form"].text), ReadOptions(tolerate=["path-form"])).files
    assert 'path="/a//b"' in files["things/resources/a.py"]


def test_a_name_in_a_fragment_is_not_sent_either(tmp_path: Path) -> None:
    parameters = f"parameters: [{BY_PATH % 'x'}, {BY_PATH % 'y'}]"
    text = f"paths: {{'/a/{{x}}#{{y}}': {{get: {{operationId: get, {parameters}, {DONE}}}}}}}"
    module = generate(document(tmp_path, text), ReadOptions(tolerate=["path-form"])).files[
        "things/resources/a.py"
    ]
    assert 'path="/a/{x}"' in module
    assert "_GET.request(x)" in module


def test_a_name_that_a_path_has_twice_is_one_argument(tmp_path: Path) -> None:
    text = (
        f"paths: {{'/a/{{x}}/b/{{x}}': {{get: {{operationId: get, parameters: [{BY_PATH % 'x'}], {DONE}}}}}}}"
    )
    module = generate(document(tmp_path, text)).files["things/resources/a.py"]
    assert 'path="/a/{x}/b/{x}"' in module
    assert "_GET.request(x, x)" in module


def test_both_operations_of_an_id_are_there(tmp_path: Path) -> None:
    rule = "duplicate-operation-id"
    files = generate(document(tmp_path, BROKEN[rule].text), ReadOptions(tolerate=[rule])).files
    assert {"things/resources/a.py", "things/resources/b.py"} <= set(files)


def test_places_are_those_of_the_file_whatever_else_is_gone(tmp_path: Path) -> None:
    """The second parameter goes, and then the example of what had been the third."""
    parameter = "{name: %s, in: query, schema: {type: string}, example: %s}"
    parameters = ", ".join(parameter % pair for pair in (("q", "a"), ("q", "b"), ("r", "1"), ("s", "c")))
    text = GET_WITH % f"parameters: [{parameters}], {DONE}"
    checked = check(load(document(tmp_path, text)).root, ["duplicate-parameter", "example"])
    root, excused = checked.root, checked.tolerated
    left = at(root, "/paths/~1a/get/parameters")
    assert [(one["name"], one.get("example")) for one in left] == [("q", "a"), ("r", None), ("s", "c")]
    assert len(excused) == 2


def test_only_the_wrong_target_of_a_discriminator_is_omitted(tmp_path: Path) -> None:
    pet = "{type: object, required: [kind], properties: {kind: {type: string}}}"
    mapping = "{cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}"
    text = SCHEMAS % (
        f"Cat: {pet}, Pet: {{oneOf: [{{$ref: '#/components/schemas/Cat'}}],"
        f" discriminator: {{propertyName: kind, mapping: {mapping}}}}}"
    )
    root = check(load(document(tmp_path, text)).root, ["dangling-reference"]).root
    pointer = "/components/schemas/Pet/discriminator/mapping"
    assert at(root, pointer) == {"cat": "#/components/schemas/Cat"}


def test_problems_behind_a_tolerated_one_are_reported(tmp_path: Path) -> None:
    text = GET_WITH % "responses: {'2000': {description: No.}}"
    with pytest.raises(Refused) as refused:
        check(load(document(tmp_path, text)).root, ["status-code", *STRICT_RULES], strict=True)
    assert [problem.rule for problem in refused.value.problems] == ["no-response"]
    assert refused.value.entailed == {"no-response", "loss"}


def test_a_missing_key_that_nothing_can_stand_for_is_not_tolerated(tmp_path: Path) -> None:
    text = "security: [{k: []}]\ncomponents: {securitySchemes: {k: {type: apiKey, in: header}}}\n" + PATHS
    with pytest.raises(Refused) as refused:
        check(load(document(tmp_path, text)).root, [*TOLERANCES])
    assert not any(map(is_tolerable, refused.value.problems))


@pytest.mark.parametrize(
    ("parameter", "is_lost"),
    [
        ("{name: q, schema: {type: string}}", True),
        ("{in: query, schema: {type: string}}", True),
        ("{$ref: '#/components/parameters/No'}", True),
        ("{name: q, in: page, schema: {type: string}}", True),
        ("{name: a b, in: header, schema: {type: string}}", False),  # which nobody can send
        ("{name: x, in: path, required: true, schema: {type: string}}", False),  # which has no place
        ("{name: r, in: query, schema: {type: string}}", False),  # which is there a second time
        ("{name: b, in: body, schema: {type: string}}", False),  # which is the body
    ],
)
def test_a_parameter_is_lost_if_a_request_could_have_had_it(
    parameter: str, is_lost: bool, tmp_path: Path
) -> None:
    there = "{name: r, in: query, schema: {type: string}}"
    root = load(document(tmp_path, GET_WITH % f"parameters: [{there}, {parameter}], {DONE}")).root
    assert {one.rule for one in check(root, ["loss"]).tolerated} >= ({"loss"} if is_lost else set())
    if is_lost:
        with pytest.raises(Refused) as refused:
            check(root)
        assert [problem.rule for problem in refused.value.problems] == ["loss"]
    else:
        assert "loss" not in {one.rule for one in check(root).tolerated}


def test_a_report_says_what_became_of_the_part(tmp_path: Path) -> None:
    no = "{$ref: '#/components/%s/No'}"
    assert consequences(tmp_path, GET_WITH % f"parameters: [{no % 'parameters'}], {DONE}") == [
        "the parameter is dropped"
    ]
    assert consequences(tmp_path, SCHEMAS % f"A: {no % 'schemas'}") == ["the schema allows any value"]
    mapping = "{a: '#/components/schemas/A', no: '#/components/schemas/No'}"
    union = "oneOf: [{$ref: '#/components/schemas/A'}]"
    chosen = f"discriminator: {{propertyName: k, mapping: {mapping}}}"
    pets = f"A: {{properties: {{k: {{}}}}}}, B: {{{union}, {chosen}}}"
    assert consequences(tmp_path, SCHEMAS % pets) == ["the name is not in the mapping"]
    assert consequences(tmp_path, f"paths: {{'/a/{{x}}': {GET}}}") == ["it is a string"]
    assert consequences(tmp_path, GET_WITH % f"parameters: [{BY_PATH % 'x'}], {DONE}") == [
        "the parameter has no place and is dropped"
    ]
    tabs = "{name: q, in: query, collectionFormat: tsv, schema: {type: array, items: {type: string}}}"
    assert consequences(tmp_path, GET_WITH % f"parameters: [{tabs}], {DONE}") == [
        "read as 'style' and 'explode'"
    ]


def test_a_reference_under_a_misspelt_key_is_not_lost(tmp_path: Path) -> None:
    content = "{application/json: {schema: {$ref: %s}}}"
    text = PATHS.replace(
        "responses: {'204': {description: Done.}}", f"response: {{'200': {{content: {content}}}}}"
    )
    components = "\ncomponents: {schemas: {Order: {type: object}}}"
    assert "read as '#/components/schemas/Order'" in consequences(tmp_path, text % "Order" + components)
    with pytest.raises(Refused) as refused:
        consequences(tmp_path, text % "orders/one.yaml" + components)
    assert [problem.rule for problem in refused.value.problems] == ["external-reference"]


def test_a_parameter_of_swagger_without_a_known_type_is_a_string(tmp_path: Path) -> None:
    file = tmp_path / "openapi.yaml"
    parameter = "{name: q, in: query, type: json}"
    get = GET_WITH % f"parameters: [{parameter}], {DONE}"
    file.write_text(f"swagger: '2.0'\ninfo: {{title: Things, version: '1'}}\n{get}\n")
    root = check(load(file).root).root
    assert at(root, "/paths/~1a/get/parameters/0/type") == "string"


def test_a_misspelt_info_is_read(tmp_path: Path) -> None:
    file = tmp_path / "openapi.yaml"
    file.write_text(f"openapi: 3.0.3\ninof: {{title: Things, version: '1'}}\n{PATHS}\n")
    checked = check(load(file).root)
    assert at(checked.root, "/info/title") == "Things"
    assert [consequence(one) for one in checked.tolerated] == ["read as 'info'"]


@pytest.mark.parametrize("method", ["GET", "Get"])
def test_an_operation_under_a_method_that_is_there_in_lower_case_is_lost(tmp_path: Path, method: str) -> None:
    text = f"paths: {{/a: {{get: {{{DONE}}}, {method}: {{{DONE}}}}}}}"
    with pytest.raises(Refused) as refused:
        check(load(document(tmp_path, text)).root)
    assert [problem.rule for problem in refused.value.problems] == ["loss"]
    read = check(load(document(tmp_path, f"paths: {{/a: {{{method}: {{{DONE}}}}}}}")).root)
    assert [*at(read.root, "/paths/~1a")] == ["get"]


def test_paths_of_extensions_are_read_or_reported(tmp_path: Path) -> None:
    item = f"{{get: {{{DONE}}}, x-amazon-apigateway-any-method: {{{DONE}}}}}"
    text = f"paths: {{/a: {item}}}\nx-ms-paths: {{'/a?b=c': {{get: {{{DONE}}}}}, '/a': {{}}}}"
    checked = check(load(document(tmp_path, text)).root)
    assert [*at(checked.root, "/paths")] == ["/a", "/a?b=c"]
    assert {one.rule for one in checked.tolerated} == {"unknown-key", "path-form", "path", "unsupported"}


@pytest.mark.parametrize("version", KINDS)
def test_an_object_that_holds_a_part_of_a_client_is_entered(version: str):
    kinds = KINDS[version]
    for name, kind in kinds.items():
        contents = [*kind.keys.values(), *kind.newer.values(), kind.others]
        held = {content.kind for content in contents if content is not None}
        assert name in HOLDING or not held & HOLDING, f"{name} holds {held & HOLDING}"
