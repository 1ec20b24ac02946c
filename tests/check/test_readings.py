"""What breaks the standard is read as its author plainly meant it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from codegen.check import check
from codegen.document.load import load
from codegen.document.node import plain
from codegen.prepare.bundle import bundle

HEAD = "openapi: 3.0.3\ninfo: {title: Things, version: '1'}\n"
OK = "responses: {'204': {description: Done.}}"
GET = f"paths: {{/a: {{get: {{%s, {OK}}}}}}}"
RESPONDING = "paths: {/a: {get: {responses: {'200': {description: Fine., %s}}}}}"
SCHEMAS = "components: {schemas: {Thing: {type: object}, A: {properties: {a: {$ref: '%s'}}}}}\n" + (
    GET % "summary: A"
)
TYPED = SCHEMAS.replace("{$ref: '%s'}", "%s")
SERVERS = "servers: [%s]\n" + GET % "summary: A"
SCHEMES = "components: {securitySchemes: {S: %s}}\n" + GET % "summary: A"
AT = f"paths: {{'%s': {{get: {{parameters: [{{name: id, in: path, required: true, schema: {{}}}}], {OK}}}}}}}"
OPERATION = "/paths/~1a/get"
THING = {"$ref": "#/components/schemas/Thing"}
TEXT = {"schema": {"type": "string"}}


@pytest.mark.parametrize(
    ("written", "pointer", "read"),
    [
        # references
        *(
            (SCHEMAS % reference, "/components/schemas/A/properties/a", THING)
            for reference in (
                *("Thing", "components/schemas/Thing", "/components/schemas/Thing"),
                *("#components/schemas/Thing", "#/definitions/Thing", "#/components/schema/Thing"),
                *("#/components/schemas/thing", "#/components/schemas/Thing "),
            )
        ),
        (SCHEMAS % "#/components/schemas/Thong", "/components/schemas/A/properties/a", {}),  # which one?
        # a text where a schema belongs
        *(
            (TYPED % abbreviated, "/components/schemas/A/properties/a", meant)
            for abbreviated, meant in (
                ("int", {"type": "integer"}),
                ("'DateTime'", {"type": "string", "format": "date-time"}),
                ("date_time", {"type": "string", "format": "date-time"}),
                ("'string?'", {"type": "string", "nullable": True}),
                ("'Thing[]'", {"type": "array", "items": THING}),
                ("[string]", {"type": "array", "items": {"type": "string"}}),
                ("Thing", THING),
                ("'string | int'", {}),
                ("'int??'", {}),
                ("'int" + "[]" * 5000 + "'", {}),
            )
        ),
        # misspelt words
        (GET % "parameters: [{name: q, in: qurey, schema: {}}]", f"{OPERATION}/parameters/0/in", "query"),
        (
            GET % "parameters: [{name: q, in: query, style: fomr, schema: {}}]",
            f"{OPERATION}/parameters/0/style",
            "form",
        ),
        (
            SCHEMES % "{type: apiKey, name: Key, in: heder}",
            "/components/securitySchemes/S/in",
            "header",
        ),
        # what Swagger 2.0 has elsewhere
        (
            GET % "parameters: [{name: q, in: query, type: array, items: {type: string}}]",
            f"{OPERATION}/parameters/0",
            {
                "name": "q",
                "in": "query",
                "style": "form",
                "explode": False,
                "schema": {"type": "array", "items": {"type": "string"}},
            },
        ),
        (
            GET % "parameters: [{name: b, in: body, required: true, schema: {type: string}}]",
            f"{OPERATION}/requestBody",
            {"required": True, "content": {"application/json": TEXT}},
        ),
        (
            GET % "parameters: [{name: f, in: formData, type: string}]",
            f"{OPERATION}/requestBody/content",
            {
                "application/x-www-form-urlencoded": {
                    "schema": {"type": "object", "properties": {"f": {"type": "string"}}}
                }
            },
        ),
        (
            RESPONDING % "schema: {type: string}",
            f"{OPERATION}/responses/200/content",
            {"application/json": TEXT},
        ),
        (
            RESPONDING % "content: {schema: {type: string}}",
            f"{OPERATION}/responses/200/content",
            {"application/json": TEXT},
        ),
        (
            RESPONDING % "content: {application/json: {type: string}}",
            f"{OPERATION}/responses/200/content",
            {"application/json": TEXT},
        ),
        (
            RESPONDING % "content: {application/json: {$ref: '#/components/schemas/Thing'}}"
            + "\ncomponents: {schemas: {Thing: {type: object}}}",
            f"{OPERATION}/responses/200/content",
            {"application/json": {"schema": THING}},
        ),
        # parameters
        (
            GET % "parameters: [{name: q, in: Query, schema: {}}]",
            f"{OPERATION}/parameters",
            [{"name": "q", "in": "query", "schema": {}}],
        ),
        (
            GET % "parameters: [{name: q, in: query, schema: {}, content: {text/plain: {}}}]",
            f"{OPERATION}/parameters/0",
            {"name": "q", "in": "query", "content": {"text/plain": {}}},
        ),
        (
            GET % "body: {content: {text/plain: %s}}" % "{}",
            f"{OPERATION}/requestBody",
            {"content": {"text/plain": {}}},
        ),
        (
            GET % "body: {content: {text/plain: %s}}, request: {content: {text/css: %s}}" % ("{}", "{}"),
            f"{OPERATION}/requestBody",  # of two keys with one meaning, the first
            {"content": {"text/plain": {}}},
        ),
        # lists whose bullets YAML does not know
        *(
            (GET % f"tags: {written}", f"{OPERATION}/tags", read)
            for written, read in (
                *(("'-a -b-c'", ["a", "b-c"]), ("'• a • b'", ["a", "b"]), ("'+ a + b'", ["a", "b"])),
                *(("'-a'", ["-a"]), ("a - b", ["a - b"]), ("'*/*'", ["*/*"]), ("'-1 -2'", ["-1 -2"])),
            )
        ),
        # paths
        (
            (AT % "/things/{id}{?q}").replace(
                "parameters: [", "parameters: [{name: q, in: query, schema: {}}, "
            ),
            "/paths",
            {"/things/{id}"},
        ),
        *(
            (AT % f"/things/{parameter}", "/paths", {"/things/{id}"})
            for parameter in (
                *(":id", "<id>", "<int:id>", "{ id }", "{id:[0-9]+}", "{id:[0-9]{2}}", r"{id:\d+}"),
                "{{id}}",
                *(r"{id<\d+>}", "{id=**}", "{**id}", "{id*}", "{id?}", "{;id}", "{id+}", "*id"),
            )
        ),
        (
            (AT % "/things/{id}").replace("in: path, ", ""),
            "/paths/~1things~1{id}/get/parameters",
            [{"name": "id", "required": True, "schema": {}, "in": "path"}],
        ),
        (AT % "/things/{id}:run", "/paths", {"/things/{id}:run"}),
        ((AT % "/things/*").replace("name: id", "name: '*'"), "/paths", {"/things/{*}"}),
        (
            AT % "/things/{thing}",  # the only parameter, under another name
            "/paths/~1things~1{thing}/get/parameters",
            [{"name": "thing", "in": "path", "required": True, "schema": {}}],
        ),
        *(
            (AT % f"/things/{{id}}{suffix}", "/paths", {"/things/{id}"})
            for suffix in ("{._format}", "(.:format)")
        ),
        # slips of indentation
        (
            "paths: {/a: {get: {responses: {'200': null, description: Fine., content: {text/plain: {}}}}}}",
            f"{OPERATION}/responses",
            {"200": {"description": "Fine.", "content": {"text/plain": {}}}},
        ),
        (f"paths: {{/a: null, get: {{{OK}}}}}", OPERATION, {"responses": {"204": {"description": "Done."}}}),
        (
            RESPONDING % "content: {application/json: null, schema: {type: string}}",
            f"{OPERATION}/responses/200/content",
            {"application/json": {"schema": {"type": "string"}}},
        ),
        (
            RESPONDING % "content: {application/json: {schema: null, type: string}}",
            f"{OPERATION}/responses/200/content/application~1json",
            TEXT,
        ),
        (
            TYPED % "{type: object, properties: {type: object, properties: {b: {}}, required: [b]}}",
            "/components/schemas/A/properties/a",
            {"type": "object", "properties": {"b": {}}, "required": ["b"]},
        ),
        (
            TYPED % "{type: object, properties: {type: object, properties: {}, b: {}}}",
            "/components/schemas/A/properties/a/properties/type",
            {"type": "object"},
        ),
        # examples
        (
            RESPONDING % "content: {text/plain: {examples: {one: {a: 1}, two: {value: 2}, three: {}}}}",
            f"{OPERATION}/responses/200/content/text~1plain/examples",
            {"one": {"value": {"a": 1}}, "two": {"value": 2}, "three": {}},
        ),
        # the frame
        ("paths: {/a: null, /b: {}}\n", "/paths", {"/a", "/b"}),
        (SERVERS % "https://a.test", "/servers", [{"url": "https://a.test"}]),
        (SERVERS % "{url: ' https://a.test '}", "/servers", [{"url": "https://a.test"}]),
        (SERVERS % "{description: x}", "/servers", []),
        (
            SERVERS % "{url: 'https://a.test:{p}', variables: {p: {enum: [443, 80], default: 443}}}",
            "/servers/0/variables/p",
            {"enum": ["443", "80"], "default": "443"},
        ),
        (
            SERVERS % "{url: 'https://{r}.test', variables: {r: {enum: [eu, us]}}}",
            "/servers/0/variables/r",
            {"enum": ["eu", "us"], "default": "eu"},
        ),
        (SERVERS % "{url: 'https://{r}.test', variables: {r: {description: x}}}", "/servers", []),
        ("servers: {url: /v1}\n" + GET % "summary: A", "/servers", [{"url": "/v1"}]),
        ("security: {k: []}\n" + SCHEMES.replace("S:", "k:") % "{type: bearer}", "/security", [{"k": []}]),
        ("tags: [a, {name: b}, {name: b}]\n" + GET % "summary: A", "/tags", [{"name": "a"}, {"name": "b"}]),
        (SCHEMES % "{type: bearer}", "/components/securitySchemes/S", {"type": "http", "scheme": "bearer"}),
        (SCHEMES % "{type: Basic}", "/components/securitySchemes/S", {"type": "http", "scheme": "basic"}),
        (SCHEMES % "{type: mutualTLS}", "/components/securitySchemes", {}),
        (SCHEMES % "{type: none}", "/components/securitySchemes", {}),
        (SCHEMES % "{type: http, scheme: noAuth}", "/components/securitySchemes", {}),
        (SCHEMES % "{type: oauth2}", "/components/securitySchemes/S/flows", {}),
        (
            SCHEMES % "{type: oauth2, flows: {password: {scopes: {}}}}",
            "/components/securitySchemes/S/flows",
            {},
        ),
        (
            SCHEMES % "{type: http, scheme: bearer, in: header, name: Authorization}",  # as NestJS has it
            "/components/securitySchemes/S",
            {"type": "http", "scheme": "bearer"},
        ),
        (
            GET % "parameters: [{name: q, in: querystring, schema: {type: object}}]",
            f"{OPERATION}/parameters/0/content",
            {"application/x-www-form-urlencoded": {"schema": {"type": "object"}}},
        ),
    ],
)
def test_what_is_plainly_meant(written: str, pointer: str, read: object, tmp_path: Path) -> None:
    file = tmp_path / "openapi.yaml"
    file.write_text(HEAD + written)
    document = bundle(load(file))
    checked = check(document.root, faults=document.faults)
    found: Any = plain(checked.root)
    for token in pointer.split("/")[1:]:
        found = found[int(token)] if isinstance(found, list) else found[token.replace("~1", "/")]
    assert ({*found} if isinstance(read, set) else found) == read


@pytest.mark.parametrize("scheme", ["{type: noAuth}", "{type: mutualTLS}", "{type: http, scheme: none}"])
@pytest.mark.parametrize("version", ["swagger: '2.0'", "openapi: 3.0.3"])
def test_a_scheme_for_which_nothing_is_sent_is_reported_once(
    scheme: str, version: str, tmp_path: Path
) -> None:
    schemes = f"{{S: {scheme}, K: {{type: apiKey, name: X-Key, in: header}}}}"
    if version.startswith("swagger"):
        schemes = f"securityDefinitions: {schemes.replace('type: http, scheme', 'type')}\n"
    else:
        schemes = f"components: {{securitySchemes: {schemes}}}\n"
    file = tmp_path / "openapi.yaml"
    head = HEAD.replace("openapi: 3.0.3", version)
    file.write_text(head + schemes + GET % "security: [{S: []}, {K: [], S: []}]")
    checked = check(load(file).root)
    assert [one.reading for one in checked.tolerated] == ["nothing is sent for the scheme"]
    found: Any = plain(checked.root)
    assert found["paths"]["/a"]["get"]["security"] == [{}, {"K": []}]


def test_references_to_such_a_scheme_are_left_out_with_it(tmp_path: Path) -> None:
    schemes = "{S: {type: none}, T: {$ref: '#/components/securitySchemes/S'}}"
    file = tmp_path / "openapi.yaml"
    file.write_text(f"{HEAD}components: {{securitySchemes: {schemes}}}\n" + GET % "security: [{T: []}]")
    checked = check(load(file).root)
    assert [one.rule for one in checked.tolerated] == ["wrong-value"]
    assert checked.root.mapping("components").mapping("securitySchemes") == {}


def test_an_empty_enum_of_a_servers_variable_is_ignored(tmp_path: Path) -> None:
    file = tmp_path / "openapi.yaml"
    variables = "{r: {default: eu, enum: []}}"
    server = SERVERS % f"{{url: 'https://{{r}}.test', variables: {variables}}}"
    file.write_text(HEAD.replace("3.0.3", "3.1.0") + server)
    checked = check(load(file).root)
    assert [one.reading for one in checked.tolerated] == ["it may have any value"]
    found: Any = plain(checked.root)
    assert found["servers"][0]["variables"] == {"r": {"default": "eu"}}
