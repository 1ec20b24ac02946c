"""What is refused, by which rule and where; and what looks odd, but is legal and passes."""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.check import check
from codegen.document.node import placed
from codegen.document.problems import Refused
from codegen.standard.rules import STRICT_RULES

OK = {"200": {"description": "Fine."}}


def document(version: str = "3.1.0", **parts):
    return {"openapi": version, "info": {"title": "Shop", "version": "1"}, "paths": {}, **parts}


def problems(document) -> list[tuple[str, str, str]]:
    """Rule, place and message of each problem, but for mistakes that the standard allows."""
    try:
        check(placed(document), STRICT_RULES, strict=True)
    except Refused as refused:
        return [(one.rule, "/".join(map(str, one.where)), one.message) for one in refused.problems]
    return []


def places(document) -> list[tuple[str, str]]:
    return [(rule, where) for rule, where, _ in problems(document)]


def only(document) -> str:
    """The message of the one problem there is."""
    ((_, _, message),) = problems(document)
    return message


def of_schemas(version: str = "3.1.0", **schemas):
    return document(version, components={"schemas": schemas})


def of_operation(version: str = "3.1.0", path: str = "/a", **operation):
    return document(version, paths={path: {"get": {"responses": OK, **operation}}})


def query(name: str = "q", **parameter):
    return {"name": name, "in": "query", "schema": {}, **parameter}


def in_path(name: str):
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


@pytest.mark.parametrize("version", ["3.0.0", "3.0.3", "3.0.4", "3.1.0", "3.1.1"])
def test_a_smallest_document_passes(version: str):
    assert problems(document(version)) == []


@pytest.mark.parametrize("version", ["3.3.0", "2.0", "4.0.0", "three", "", "3.1.0.0", True, None, [3], {}])
def test_another_version_is_the_only_problem_told(version: object):
    broken = {**document(), "openapi": version, "servers": 3}
    assert places(broken) == [("version", "openapi")]


@pytest.mark.parametrize("version", ["3.1", 3.1, "v3.1.0", "3.1.x"])
def test_a_version_that_is_nearly_one_is_told_what_to_write(version: object):
    assert only({**document(), "openapi": version}).endswith("write '3.1.0'")


def test_a_document_without_a_version_is_told_what_to_write():
    assert "openapi: 3.1.0" in only({"info": {}})
    assert "Swagger 2.0" in only({"swagger": "1.2", "info": {}})


@pytest.mark.parametrize(
    "legal",
    [
        {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "components": {}},
        {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "webhooks": {"sold": {}}},
        document(paths={"/a": {"get": {}}}),
        document(paths={"/a": {}, "/a/": {}, "/b/{x}{y}": {}, "/c.{x}": {}, "x-a": 1}),
        document(
            paths={"/a": {"$ref": "#/components/pathItems/A", "parameters": []}},
            components={"pathItems": {"A": {}}},
        ),
        of_schemas(A={"required": ["nobody"], "properties": {"a": {}}}),
        of_schemas(A={"type": "string", "format": "colour", "default": "red"}),
        of_schemas(A={"type": "string", "pattern": "(?<year>\\d{4})\\p{L}(?!x", "example": "anything"}),
        of_schemas(A=True, B={"items": False, "$ref": "#/components/schemas/A"}),
        of_schemas(A={"dependencies": {}, "markdown": True, "enumNames": ["a"], "nullable": False}),
        of_schemas(A={"properties": {"child": {"$ref": "#/components/schemas/A"}}}),
        of_schemas(
            A={"oneOf": [{"type": "array", "items": {"$ref": "#/components/schemas/A"}}, {"type": "string"}]}
        ),
        of_schemas(A={"$anchor": "a"}, B={"$ref": "#a"}),
        of_schemas("3.0.3", A={"$ref": "#/components/schemas/B", "description": "Ignored."}, B={}),
        of_schemas("3.0.3", A={"type": "string", "nullable": True, "enum": ["a"], "default": None}),
        of_schemas(
            "3.0.3",
            A={"allOf": [{"$ref": "#/components/schemas/B"}], "nullable": True, "example": None},
            B={"type": "object"},
        ),
        of_schemas("3.0.3", A={"type": "number", "minimum": 0, "exclusiveMinimum": True, "default": 0.5}),
        of_schemas(A={"oneOf": [{"format": "ipv4"}, {"format": "ipv6"}], "type": "string", "example": "::1"}),
        of_schemas(
            A={"type": "object", "required": ["id"], "properties": {"id": {"readOnly": True}}, "example": {}}
        ),
        of_operation(parameters=[query(schema={"type": "array", "items": {}}, example="a,b")]),
        of_operation(parameters=[query(), {**query(), "in": "header"}, query("Q")]),
        of_operation(responses={"200": OK["200"], "4XX": OK["200"], "default": OK["200"], "x-a": 1}),
        of_operation(tags=["Undeclared"]),
        document(security=[{}]),
        of_operation(parameters=[{"$ref": "#/components/parameters/P", "description": "Overrides."}])
        | {"components": {"parameters": {"P": query()}}},
        document(components={"links": {"L": {"operationRef": "#/paths/~1a/get", "server": {"url": "/"}}}}),
        of_operation(callbacks={"c": {"x-a": "b", "{$url}": {}}}),
    ],
)
def test_legal(legal: Mapping[str, object]):
    assert problems(legal) == []


def test_keys_that_are_not_of_the_standard():
    broken = of_operation(
        parameters=[query(descripton="?")], responses={"200": {"description": "", "x-a": 1}}, Tags=[]
    )
    assert problems(broken) == [
        ("unknown-key", "paths//a/get/Tags", "'Tags' is not a key of an operation; did you mean 'tags'?"),
        (
            "unknown-key",
            "paths//a/get/parameters/0/descripton",
            "'descripton' is not a key of a parameter; did you mean 'description'?",
        ),
    ]


def test_a_keyword_of_a_schema_is_free_unless_it_is_a_slip():
    assert problems(of_schemas(A={"colour": 1, "propertys": 1})) == [
        (
            "unknown-key",
            "components/schemas/A/propertys",
            "'propertys' is not a keyword of a schema; did you mean 'properties'?",
        )
    ]
    assert only(of_schemas("3.0.3", A={"colour": 1})) == "'colour' is not a key of a schema"


def test_names_that_the_author_chose_are_not_keys():
    schema = {"properties": {"requird": {}, "tpye": {"example": {"tpye": 1}}}, "x-a": {"tpye": 1}}
    assert problems(of_schemas("3.0.3", A=schema)) == []


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (of_operation(tags="a"), "'tags' must be a list, not a string; did you mean ['a']?"),
        (
            of_operation(deprecated="yes"),
            "'deprecated' must be true or false, not a string; did you mean true?",
        ),
        (of_operation(summary=None), "'summary' must be a string, not null"),
        (
            of_operation(tags=[1]),
            "item 1 of 'tags' must be a string, not the number 1; did you mean '1'?",
        ),
        (of_operation("3.0.3", responses={"200": {}}), "a response must have 'description'"),
        (
            of_operation("3.0.3", responses={"200": {"description": 1}}),
            "'description' must be a string, not the number 1; did you mean '1'?",
        ),
        (
            of_operation(parameters=[query(**{"in": "form"})]),
            "'in' must be one of 'query', 'querystring', 'header', 'path', 'cookie', not 'form'",
        ),
        (
            of_operation("3.0.3", parameters=[{"in": "query", "name": "a"}]),
            "a parameter must have 'schema' or 'content'",
        ),
        (
            of_operation("3.0.3", parameters=[query(content={"a/b": {}})]),
            "a parameter has either 'schema' or 'content', not both",
        ),
        (
            of_operation("3.0.3", parameters=[query(example=1, examples={})]),
            "a parameter has either 'example' or 'examples', not both",
        ),
        (
            of_schemas(A={"type": "sting"}),
            (
                "'type' must be one of 'array', 'boolean', 'integer', 'null', 'number', 'object', 'string', "
                "not 'sting'; did you mean 'string'?"
            ),
        ),
        (of_schemas("3.0.3", A={"items": {"allOf": [{"maxLength": -1}]}}), "'maxLength' must be at least 0"),
        (
            of_schemas("3.0.3", A={"additionalProperties": 3}),
            "'additionalProperties' must be a mapping, not the number 3",
        ),
        (
            document("3.0.3", components={"securitySchemes": {"a": {"type": "http"}}}),
            "a security scheme must have 'scheme'",
        ),
        (of_operation(responses={}), "there must be at least one response"),
        (
            {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}},
            "the document must have at least one of 'paths', 'components' and 'webhooks'",
        ),
    ],
)
def test_structure_is_told_in_one_sentence(broken: Mapping[str, object], message: str):
    assert only(broken) == message


def test_a_pattern_that_takes_for_ever_is_given_up():
    """Without that, this test would not end: the pattern tries 2 to the 60th ways."""
    assert problems(of_schemas(A={"pattern": "(a|a)*\\1b$", "example": "a" * 60 + "!"})) == []


def test_no_sentence_repeats_a_large_value():
    long = "x" * 100_000
    for broken in (of_schemas(A={"type": long}), of_schemas(A={"enum": [long], "example": long + "y"})):
        assert len(only(broken)) < 300


@pytest.mark.parametrize(
    ("reference", "rule"),
    [
        ("#/components/schemas/C", "dangling-reference"),
        ("#/components/schemas/B/properties/c", "dangling-reference"),
        ("#nowhere", "dangling-reference"),
        ("#/info", "wrong-reference"),
        ("#/components/schemas/B/properties", "wrong-reference"),
        ("#/components/parameters/P", "wrong-reference"),
        ("#/info/title", "wrong-reference"),
    ],
)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_references_that_do_not_lead_to_a_schema(version: str, reference: str, rule: str):
    components = {
        "schemas": {"A": {"$ref": reference}, "B": {"properties": {"b": {}}}},
        "parameters": {"P": query()},
    }
    assert places(document(version, components=components)) == [(rule, "components/schemas/A/$ref")]


@pytest.mark.parametrize(
    "reference", ["#/components/schemas/a~1b", "#/paths/~1a~1%7Bb%7D/parameters/0/schema"]
)
def test_references_are_unescaped(reference: str):
    item = {"parameters": [in_path("b")]}
    schemas = {"A": {"$ref": reference}, "a/b": {}}
    rules = {rule for rule, _ in places(document(paths={"/a/{b}": item}, components={"schemas": schemas}))}
    assert rules == {"component-name"}


def test_rings_are_told_once_each():
    def to(name: str):
        return {"$ref": f"#/components/schemas/{name}"}

    broken = of_schemas(
        A=to("B"), B=to("C"), C=to("A"), D=to("D"), E={"allOf": [{"allOf": [to("E")]}]}, F=to("A")
    )
    assert [rule for rule, _ in places(broken)] == [
        "circular-reference",
        "circular-reference",
        "circular-all-of",
    ]


@pytest.mark.parametrize(
    "path",
    [
        "a",
        "/../a",
        "/a/.",
        "/{}",
        "/a}",
        "/{a",
        "/a\n",
        "/a\u202eb",
        "https://a/b",
        "/%2e%2E/a",
        "/.%2e",
        "/..;a=1/b",
        "/a%2fb",
        "/a%5Cb",
        "/a\\b",
        "/a%0d%0ab",
        "/a%00",
    ],
)
def test_paths_that_are_no_paths(path: str):
    assert places(document(paths={path: {}}))[0] == ("path", f"paths/{path}")


@pytest.mark.parametrize("path", ["/a%20b", "/%7Ea", "/a.b/..c/d..", "/.well-known", "/a;b=1"])
def test_paths_that_are_percent_encoded_or_have_dots_in_names(path: str):
    assert places(document(paths={path: {}})) == []


@pytest.mark.parametrize("path", ["//a", "/a//b", "/a?b=1", "/a#b"])
def test_paths_of_an_unusual_form(path: str):
    assert places(document(paths={path: {}})) == [("path-form", f"paths/{path}")]


def test_paths_that_are_the_same():
    paths = {"/a/{x}": {}, "/a/{y}": {}, "/a/b": {}}
    assert places(document(paths=paths)) == [("duplicate-path", "paths//a/{y}")]


def test_path_parameters_may_be_declared_anywhere_and_by_reference():
    paths = {
        "/{a}/{b}": {
            "parameters": [in_path("a")],
            "get": {"parameters": [{"$ref": "#/components/parameters/B"}]},
        }
    }
    broken = document(paths=paths, components={"parameters": {"B": in_path("b")}})
    assert problems(broken) == []
    paths["/{a}"] = paths.pop("/{a}/{b}")
    assert places(broken) == [("path-parameter", "paths//{a}/get/parameters/0/$ref")]
    paths["/{a}/{b}/{c}"] = paths.pop("/{a}")
    assert places(broken) == [("path-parameter", "paths//{a}/{b}/{c}/get")]


def test_a_path_parameter_whose_location_is_wrong_is_one_problem() -> None:
    pet = {"in": "pth", "name": "pet", "required": True, "schema": {"type": "string"}}
    broken = document(paths={"/{pet}": {"get": {"parameters": [pet]}}})
    assert places(broken) == [("wrong-value", "paths//{pet}/get/parameters/0/in")]


def test_a_path_parameter_must_be_required():
    for version in ("3.0.3", "3.1.0"):
        parameter = in_path("a")
        del parameter["required"]
        assert (
            only(of_operation(version, "/{a}", parameters=[parameter]))
            == "a path parameter must have 'required: true'"
        )
        assert (
            only(of_operation(version, "/{a}", parameters=[{**parameter, "required": False}]))
            == "'required' must be true, not false"
        )


@pytest.mark.parametrize(
    "name", ["X-A\r\nB", "a b", "a:b", "a;b", "a=b", "a/b", "\u00e9", "a\0", "(a)", "a,b"]
)
def test_fields_are_named_by_tokens(name: str):
    by_key = {"200": {"description": "", "headers": {name: {"schema": {}}}}}
    schemes = {"key": {"type": "apiKey", "in": "header", "name": name}}
    broken = of_operation(parameters=[{"name": name, "in": "header", "schema": {}}])
    assert places(broken) == [("field-name", "paths//a/get/parameters/0/name")]
    for encoded in ("query", "cookie"):
        assert places(of_operation(parameters=[{"name": name, "in": encoded, "schema": {}}])) == []
    assert places(of_operation(responses=by_key)) == [
        ("field-name", f"paths//a/get/responses/200/headers/{name}")
    ]
    assert places(document(components={"securitySchemes": schemes})) == [
        ("field-name", "components/securitySchemes/key/name")
    ]


@pytest.mark.parametrize("name", ["X-A", "a_b", "!#$%&'*+-.^_`|~", "__Host-a"])
def test_tokens_are_names_of_fields_and_cookies(name: str):
    parameters = [{"name": name, "in": place, "schema": {}} for place in ("header", "cookie")]
    assert places(of_operation(parameters=parameters)) == []


def test_media_types_differ_in_more_than_case():
    content = {"text/plain": {}, "text/PLAIN": {}, "text/plain;a=b": {}}
    where = "paths//a/get/requestBody/content/text/PLAIN"
    assert places(of_operation(requestBody={"content": content})) == [("media-type", where)]


@pytest.mark.parametrize("scheme", ["", "basic\r\nX-A: b", "a b"])
def test_authentication_schemes_are_tokens(scheme: str):
    schemes = {"key": {"type": "http", "scheme": scheme}}
    assert ("field-name", "components/securitySchemes/key/scheme") in places(
        document(components={"securitySchemes": schemes})
    )


@pytest.mark.parametrize("name", ["", " ", "text/plain\t", "text/plain\r\nX-A: b", "text/\u00e9", "a\0b"])
def test_media_types_that_no_header_carries(name: str):
    broken = of_operation(requestBody={"content": {name: {"encoding": {"a": {"contentType": name}}}}})
    where = f"paths//a/get/requestBody/content/{name}"
    assert places(broken) == [("media-type", where), ("media-type", f"{where}/encoding/a/contentType")]


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.com",
        "javascript:alert(1)",
        "file:///etc",
        "https://",
        "https:///a",
        "https://a b",
        "https://user:secret@example.com",
        "https://example.com?a=1",
        "/a?b",
        "/a#b",
        "https://example.com/../a",
        "https://example.com/%2e%2E/a",
        "https://example.com:99999",
        "https://example.com:0",
        "https://[::1",
        "https://example.com\r\nHost: a",
        "https://example.com/{a",
        "{scheme}://example.com",
    ],
)
def test_servers_that_no_request_can_be_sent_to(url: str):
    server = {"url": url, "variables": {"scheme": {"default": "javascript"}}}
    assert places(document(servers=[server])) == [("server", "servers/0/url")]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/",
        "v1",
        "../v1",
        "./v1",
        "//example.com/v1",
        "https://example.com",
        "http://localhost:8080/",
        "https://[::1]/",
        "HTTPS://EXAMPLE.COM",
        "https://ex\u00e4mple.com",
        "https://{host}.com",
        "{base}",
    ],
)
def test_servers_that_a_request_can_be_sent_to(url: str):
    variables = {"host": {"default": "example"}, "base": {"default": "https://example.com"}}
    assert places(document(servers=[{"url": url, "variables": variables}])) == []


@pytest.mark.parametrize(
    "waiver", [None, "skip", [], {}, {"skip": None}, {"skip": " "}, {"skip": 1}, {"skpi": "a"}]
)
def test_a_waiver_has_a_reason(waiver: object):
    assert places(of_schemas(A={"x-generate": waiver})) == [("waiver", "components/schemas/A/x-generate")]
    assert places(of_schemas(A={"x-generate": {"skip": "It is not done yet."}})) == []


@pytest.mark.parametrize("name", ["1a", "a b", "class", "_a", "\u00e9", "", 5, []])
def test_a_name_in_python_is_shown_where_it_stands(name: object):
    schema = {"properties": {"a": {"type": "string", "x-python-name": name}}, "x-python-name": name}
    broken = of_operation(
        **{"x-python-name": name},
        parameters=[query(schema={"x-python-name": name}, **{"x-python-name": name})],
    )
    broken["components"] = {"schemas": {"A": schema}}
    assert places(broken) == [
        ("python-name", f"{where}/x-python-name")
        for where in (
            "paths//a/get",
            "paths//a/get/parameters/0",
            "paths//a/get/parameters/0/schema",
            "components/schemas/A",
            "components/schemas/A/properties/a",
        )
    ]


@pytest.mark.parametrize(
    ("former", "place"),
    [
        *((former, "") for former in (5, None, "", " ", [], {}, {"until": "2"}, True)),
        *((former, "/0") for former in ([5], [""], [["a"]])),
        ({"nmae": "a", "name": "a"}, "/nmae"),
        ({"name": 5}, "/name"),
        ({"name": "a", "until": 3.0}, "/until"),
        ({"name": "a", "until": "soon"}, "/until"),
        ({"python-name": "1a"}, "/python-name"),
        (["a", {"python-name": "class"}], "/1/python-name"),
    ],
)
def test_a_former_name_is_one(former: object, place: str):
    broken = of_operation(
        **{"x-renamed-from": former}, parameters=[query(schema={}, **{"x-renamed-from": former})]
    )
    broken["components"] = {
        "schemas": {"A": {"properties": {"a": {"type": "string", "x-renamed-from": former}}}}
    }
    broken["tags"] = [{"name": "t", "x-renamed-from": former}]
    assert places(broken) == [
        ("renamed-from", f"{where}/x-renamed-from{place}")
        for where in (
            "paths//a/get",
            "paths//a/get/parameters/0",
            "components/schemas/A/properties/a",
            "tags/0",
        )
    ]


@pytest.mark.parametrize(
    "former",
    ["a", {"name": "a"}, {"python-name": "a", "until": "v2"}, ["a", {"name": "b", "until": "2024-01"}]],
)
def test_former_names_are_accepted(former: object):
    assert places(of_schemas(A={"type": "object", "x-renamed-from": former})) == []


@pytest.mark.parametrize(
    ("limit", "place"),
    [
        *((limit, "") for limit in (100, [], None, {})),
        *(({"requests": wrong}, "/requests") for wrong in (0, 1.5, True, "9")),
        *(({"requests": 1, "seconds": wrong}, "/seconds") for wrong in (0, "1", None)),
        ({"requests": 1, "second": 1}, "/second"),
    ],
)
def test_a_rate_limit_has_numbers(limit: object, place: str):
    assert places(document(**{"x-rate-limit": limit})) == [("rate-limit", f"x-rate-limit{place}")]
    assert places(document(**{"x-rate-limit": {"requests": 100, "seconds": 0.5}})) == []


@pytest.mark.parametrize(
    ("declared", "place"),
    [
        *((declared, "") for declared in (True, "X-Signature", [], {}, {"header": 1})),
        ({"header": "X-A", "headers": "X"}, "/headers"),
        ({"header": "X-A", "algorithm": "md5"}, "/algorithm"),
        ({"header": "X-A", "encoding": "binary"}, "/encoding"),
        ({"header": "X-A", "prefix": 1}, "/prefix"),
        ({"header": "X-A", "content": "{timestamp}"}, "/content"),
        ({"header": "X-A", "content": "{timestamp}.{body}"}, "/content"),
        ({"header": "X-A", "timestamp": "X-T"}, "/timestamp"),
        ({"header": "X-A", "timestamp": "X-T", "content": "v1:{body}"}, "/timestamp"),
    ],
)
def test_a_signature_of_webhooks_says_what_is_signed(declared: object, place: str):
    webhooks = {"paid": {"post": {"responses": OK}}}
    assert places(document(webhooks=webhooks, **{"x-webhook-signature": declared})) == [
        ("webhook-signature", f"x-webhook-signature{place}")
    ]
    right = {"header": "X-A", "timestamp": "X-T", "content": "{timestamp}.{body}", "algorithm": "sha1"}
    assert places(document(webhooks=webhooks, **{"x-webhook-signature": right})) == []


def test_a_signature_without_webhooks_is_ignored_and_reported():
    declared = document(**{"x-webhook-signature": {"header": "X-A"}})
    assert only(declared) == "'x-webhook-signature' says nothing: the document has no webhooks"
    assert [problem.reading for problem in check(placed(declared)).tolerated] == ["it is ignored"]


def test_only_a_document_as_a_whole_is_strict():
    assert places(of_schemas(A={"x-generate": {"strict": True}})) == [
        ("waiver", "components/schemas/A/x-generate")
    ]
    assert "can only be {strict: true}" in only(document(**{"x-generate": {"strict": False}}))


def test_what_the_standard_only_recommends_is_tolerated():
    broken = of_schemas(A={"type": "integer", "example": "x"}, B={"type": "string", "default": 1})
    checked = check(placed(broken))
    assert {problem.rule for problem in checked.tolerated} == {"default", "example"}
    assert checked.root["components"] == {"schemas": {"A": {"type": "integer"}, "B": {"type": "string"}}}


def test_a_plain_nullable_is_tolerated_with_its_meaning():
    for broken in (
        of_schemas(A={"type": "string", "nullable": True, "default": None}),
        of_schemas("3.0.3", A={"$ref": "#/components/schemas/B", "nullable": True, "example": None}, B={}),
    ):
        checked = check(placed(broken))
        assert [(problem.rule, problem.where) for problem in checked.tolerated] == [
            ("nullable", ("components", "schemas", "A", "nullable"))
        ]
        assert checked.root == placed(broken)
        with pytest.raises(Refused) as refused:
            check(placed(broken), strict=True)
        assert "nullable" in {problem.rule for problem in refused.value.problems}


def test_the_names_of_a_package_are_a_mapping():
    info = {"title": "Shop", "version": "1", "x-python": "shop"}
    assert places(document(info=info)) == [("x-python", "info/x-python")]


def test_names_of_header_fields_differ_in_more_than_case():
    parameters = [{"name": name, "in": "header", "schema": {}} for name in ("X-Key", "x-key")]
    assert places(of_operation(parameters=parameters)) == [
        ("duplicate-parameter", "paths//a/get/parameters/1/name")
    ]


def test_names_that_must_differ_or_exist():
    operation = {"operationId": "a", "responses": OK}
    broken = document(
        paths={"/a": {"get": operation, "put": operation}},
        tags=[{"name": "A"}, {"name": "A"}],
        security=[{"nobody": []}],
        webhooks={"w": {"post": operation}},
    )
    assert sorted(places(broken)) == [
        ("duplicate-operation-id", "paths//a/put/operationId"),
        ("duplicate-operation-id", "webhooks/w/post/operationId"),
        ("duplicate-tag", "tags/1/name"),
        ("unknown-security-scheme", "security/0/nobody"),
    ]
    assert places(of_operation(parameters=[query(), query()])) == [
        ("duplicate-parameter", "paths//a/get/parameters/1/name")
    ]


@pytest.mark.parametrize("status", ["20", "2O0", "2xx", "600", "099", "Default", "200 OK", ""])
def test_status_codes_that_are_none(status: str):
    assert places(of_operation(responses={status: OK["200"]})) == [
        ("status-code", f"paths//a/get/responses/{status}")
    ]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "integer"}, "1"),
        ({"type": "integer"}, 1.5),
        ({"type": "string"}, None),
        ({"type": "string", "format": "uuid"}, "1"),
        ({"type": "string", "format": "date"}, "2026-02-30"),
        ({"type": "string", "format": "date-time"}, "2026-01-31"),
        ({"enum": ["a", "b"]}, "c"),
        ({"maxLength": 1}, "ab"),
        ({"pattern": "^a$"}, "b"),
        ({"allOf": [{"$ref": "#/components/schemas/Text"}]}, 1),
        ({"anyOf": [{"type": "array"}, {"$ref": "#/components/schemas/Text"}]}, 1),
        ({"type": "object", "required": ["a"]}, {}),
    ],
)
def test_values_that_their_schemas_forbid(version: str, schema: Mapping[str, object], value: object):
    text = {"type": "string"}
    media = {"schema": schema, "example": value}
    broken = document(
        version,
        components={
            "schemas": {
                "Text": text,
                "A": {**schema, "default": value},
                "B": {"properties": {"b": {**schema, "example": value}}},
            },
            "responses": {
                "R": {"description": "", "content": {"application/json": media, "text/plain": media}}
            },
            "parameters": {
                "P": {**query(), "schema": schema, "examples": {"one": {"$ref": "#/components/examples/E"}}}
            },
            "examples": {"E": {"value": value}},
        },
    )
    assert sorted(places(broken)) == [
        ("default", "components/schemas/A/default"),
        ("example", "components/examples/E/value"),
        ("example", "components/responses/R/content/application/json/example"),
        ("example", "components/schemas/B/properties/b/example"),
    ]


def test_a_wrong_value_is_shown_where_it_stands():
    item = {"type": "object", "properties": {"200": {"type": "string"}}}
    schema = {"type": "array", "items": item, "example": [{}, {"200": 1}]}
    assert places(of_schemas(A=schema)) == [("example", "components/schemas/A/example/1/200")]


def test_all_problems_are_told_at_once():
    broken = of_operation(path="/{a}", tag=["x"], operationId=1, security=[{"a": []}])
    broken["components"] = {"schemas": {"A": {"$ref": "#/nowhere"}, "B": {"type": "integer", "example": "x"}}}
    assert {rule for rule, _ in places(broken)} == {
        "unknown-key",
        "wrong-type",
        "path-parameter",
        "unknown-security-scheme",
        "dangling-reference",
        "example",
    }


@pytest.mark.slow
def test_a_document_in_which_everything_is_wrong_takes_no_longer_than_its_size():
    def steps(count: int) -> int:
        schemas = {
            f"A{index}": {"type": "sting", "properties": {"a": {"$ref": f"#/{index}"}}}
            for index in range(count)
        }
        document = of_schemas("3.0.3", **schemas)
        taken = 0

        def step(*_: object) -> None:
            nonlocal taken
            taken += 1

        sys.setprofile(step)
        try:
            found = problems(document)
        finally:
            sys.setprofile(None)
        assert len(found) == 2 * count
        return taken

    steps(10)
    assert steps(800) < 9 * steps(100)


BROKEN = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text()
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["$ref", "type", "allOf", "schema", "200", "", "~", "x-a", "in", "name"]), inner
        ),
    ),
    max_leaves=6,
)


@pytest.mark.slow
@given(value=BROKEN, choice=st.integers(0, 10**9), version=st.sampled_from(["3.0.3", "3.1.0"]))
def test_whatever_stands_anywhere_is_refused_or_passes(value: object, choice: int, version: str):
    whole = document(
        version,
        tags=[{"name": "A"}],
        security=[{"token": []}],
        paths={"/a/{id}": {"parameters": [in_path("id")], "get": {"operationId": "a", "responses": OK}}},
        components={
            "schemas": {"A": {"type": "object", "properties": {"a": {"type": "string", "example": "a"}}}},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "responses": {
                "R": {"description": "", "content": {"application/json": {"schema": {}, "example": 1}}}
            },
        },
    )
    rng = random.Random(choice)
    part = whole = deepcopy(whole)
    while True:
        key = rng.choice(
            [key for key in part if key != "openapi"] if isinstance(part, dict) else range(len(part))
        )
        if not part[key] or not isinstance(part[key], dict | list) or rng.random() < 0.2:
            part[key] = value
            break
        part = part[key]
    problems(whole)


def test_an_encoding_within_an_encoding_is_told():
    inner = {"entry": {"contentType": "multipart/form-data", "encoding": {"a": {"contentType": "text/csv"}}}}
    media = {"multipart/form-data": {"schema": {"type": "object"}, "encoding": inner}}
    body = {"requestBody": {"content": media}, "responses": {"204": {"description": "Done."}}}
    document = {
        "openapi": "3.2.0",
        "info": {"title": "A", "version": "1.0.0"},
        "paths": {"/a": {"post": body}},
    }
    (problem,) = check(placed(document)).tolerated
    assert (problem.rule, problem.reading) == (
        "unsupported",
        "the parts of the part have their usual media types",
    )
