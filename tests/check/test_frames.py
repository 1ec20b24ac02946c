"""Mistakes in the frame of a document, and two in one part, are read as they are plainly meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from codegen.check import check
from codegen.document.load import load
from codegen.document.node import plain
from codegen.document.problems import Refused
from codegen.prepare.bundle import bundle

THING = {"$ref": "#/components/schemas/Thing"}
OK = "responses: {'204': {description: Done.}}"
PATHS = f"paths: {{/a: {{get: {{{OK}}}}}}}\n"
INFO = "info: {title: Things, version: '1'}\n"
SHARED = "components: {schemas: {Thing: {type: object}}}\n"
REFERRING = (
    "paths: {/a: {post: {responses: {'200': {description: A, schema: {$ref: '#/definitions/Thing'}}}}}}\n"
)
SCHEME = "components: {securitySchemes: {S: %s}}\n"
AT = "/paths/~1a/post"


def read(tmp_path: Path, written: str, pointer: str) -> tuple[object, list[str]]:
    """The part of a document at a pointer as it is read, and how that is reported."""
    (tmp_path / "openapi.yaml").write_text(written)
    document = bundle(load(tmp_path / "openapi.yaml"))
    checked = check(document.root, faults=document.faults)
    found: Any = plain(checked.root)
    for token in pointer.split("/")[1:]:
        found = found[int(token)] if isinstance(found, list) else found[token.replace("~1", "/")]
    return found, [problem.reading for problem in checked.tolerated]


REFERENCE = "{$ref: '#/components/schemas/Thing'}"
_ONLY = "read as the only item of the list"


@pytest.mark.parametrize(
    ("written", "version"),
    [
        ("openapi: 3.1", "3.1.0"),
        ("openapi: '3.0'", "3.0.0"),
        ("openapi: v3.1.0", "3.1.0"),
        ("openapi: 3.0.x", "3.0.0"),
        ("openapi: 3.3.0", "3.2.0"),
        ("openapi: 3.10.1-rc1", "3.2.0"),
        ("openapi: 3.1.\u0663", "3.1.0"),
        ("swagger: 3.0.1", "3.0.0"),
    ],
)
def test_versions(written: str, version: str, tmp_path: Path) -> None:
    found, readings = read(tmp_path, f"{written}\n{INFO}{PATHS}", "/openapi")
    assert found == version
    assert any(version in reading for reading in readings)


@pytest.mark.parametrize(("written", "shown"), [("true", "true"), ("4.2", "4.2"), ("hello", "'hello'")])
def test_no_version(written: str, shown: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path, f"openapi: {written}\n{INFO}{PATHS}", "")
    assert refused.value.problems[0].message.startswith(f"{shown} is not a version of OpenAPI")


def test_an_empty_section_of_another_version_is_ignored(tmp_path: Path) -> None:
    found, readings = read(tmp_path, f"swagger: '2.0'\n{INFO}{PATHS}components: {{}}\n", "")
    assert "components" not in str(found)
    assert readings == ["the key is ignored"]


@pytest.mark.parametrize(
    ("written", "pointer", "meant", "told"),
    [
        # documentation only
        (PATHS, "/info", {"title": "", "version": "0.0.0"}, "the title is empty, and the version 0.0.0"),
        ("info: {title: A}\n" + PATHS, "/info/version", "0.0.0", "the version is 0.0.0"),
        ("info: {title: 5, version: '1'}\n" + PATHS, "/info/title", "5", "read as '5'"),
        (
            "info: {titel: A, version: '1'}\n" + PATHS,
            "/info",
            {"version": "1", "title": "A"},
            "read as 'title'",
        ),
        (
            "info: {title: A, version: '1', license: {}}\n" + PATHS,
            "/info",
            {"title": "A", "version": "1"},
            "the license is ignored",
        ),
        (
            "info: {title: A, version: '1', contact: {name: true, phone: 5}}\n" + PATHS,
            "/info/contact",
            {"name": "true"},
            "the key is ignored",
        ),
        (
            INFO + "tags: [{name: t, externalDocs: {url: 'https://a.test', text: x}}]\n" + PATHS,
            "/tags/0/externalDocs",
            {"url": "https://a.test"},
            "the key is ignored",
        ),
        (INFO + "tags: 5\n" + PATHS, "", {"openapi", "info", "paths"}, "the key is ignored"),
        # keys that are none, and empty maps as PHP writes them
        (INFO + "overlays: {}\n" + PATHS, "", {"openapi", "info", "paths"}, "the key is ignored"),
        (INFO + PATHS.replace("paths", "path"), "/paths", {"/a"}, "read as 'paths'"),
        (
            INFO + "components: {schemas: [], responses: []}\n" + PATHS,
            "/components",
            {"schemas": {}, "responses": {}},
            "read as {}",
        ),
        (
            INFO + "components: {schemas: {Empty: null}}\n" + PATHS,
            "/components/schemas",
            {"Empty": {}},
            "the schema allows any value",
        ),
        (
            INFO
            + SCHEME % "{type: oauth2, flows: {password: {tokenUrl: /t, scopes: {}}, magic: {}}}"
            + PATHS,
            "/components/securitySchemes/S/flows",
            {"password": {"tokenUrl": "/t", "scopes": {}}},
            "the key is ignored",
        ),
        (
            INFO
            + SHARED.replace("components", "component")
            + PATHS.replace(
                "204': {", "204': {" + "headers: {X: {schema: {$ref: '#/components/schemas/Thing'}}}, "
            ),
            "/paths/~1a/get/responses/204/headers/X/schema",
            THING,
            "read as 'components'",
        ),
        # what nothing uses may be anywhere
        (
            INFO + SCHEME % "{$ref: 'https://a.test/b.yaml#/S'}" + PATHS,
            "/components/securitySchemes",
            {},
            "the component is ignored, since nothing uses it",
        ),
        # servers
        (
            INFO + "servers: [{url: 'https://a.test/my files'}]\n" + PATHS,
            "/servers/0/url",
            "https://a.test/my%20files",
            "read as 'https://a.test/my%20files'",
        ),
        (INFO + "servers: [{url: 'https://a test/x'}]\n" + PATHS, "/servers", [], ""),
        (
            INFO
            + "servers: [{url: 'https://{r}.test', variables: {r: {enum: [eu], default: us}}}]\n"
            + PATHS,
            "/servers/0/variables/r/default",
            "us",
            "the default is used",
        ),
        (
            INFO + "servers: {a: {url: 'https://a.test'}, b: {url: 'https://b.test'}}\n" + PATHS,
            "/servers",
            [{"url": "https://a.test"}, {"url": "https://b.test"}],
            "read as a list by url",
        ),
        (
            INFO + "tags: {pets: {description: Pets.}}\n" + PATHS,
            "/tags",
            [{"name": "pets", "description": "Pets."}],
            "read as a list by name",
        ),
        # what Swagger 2.0 has at the top
        (
            INFO + "definitions: {Thing: {type: object}}\n" + REFERRING,
            f"{AT}/responses/200/content/application~1json/schema",
            THING,
            "read as 'components/schemas'",
        ),
        (
            INFO + "definitions: {Thing: {x-nullable: true}, A: {}}\n" + SHARED + PATHS,
            "/components/schemas",
            {"Thing": {"type": "object"}, "A": {}},
            "read as 'components/schemas'",
        ),
        (
            INFO + "host: a.test\nbasePath: /v1\nschemes: [https]\n" + PATHS,
            "/servers",
            [{"url": "https://a.test/v1"}],
            "read as 'servers'",
        ),
        (
            INFO + "host: a.test\nservers: [{url: 'https://b.test'}]\n" + PATHS,
            "/servers",
            [{"url": "https://b.test"}],
            "the key is ignored",
        ),
        (
            INFO + "host: a.test\nservers: []\n" + PATHS,
            "/servers",
            [{"url": "https://a.test"}],
            "read as 'servers'",
        ),
        (
            INFO
            + "parameters: {B: {in: body, name: b, schema: {type: string}}}\n"
            + f"paths: {{/a: {{post: {{parameters: [{{$ref: '#/parameters/B'}}], {OK}}}}},"
            + f" /b: {{post: {{parameters: [{{$ref: '#/parameters/B'}}], {OK}}}}}}}\n",
            "/paths/~1b/post/requestBody/content/application~1json/schema",
            {"type": "string"},
            "read as the request body",
        ),
        (INFO + f"paths: {{/a: {{get: [{{{OK}}}]}}}}\n", "/paths/~1a/get", {"responses"}, _ONLY),
        (
            INFO + "securityDefinitions: {S: {type: basic}}\n" + PATHS,
            "/components/securitySchemes/S",
            {"type": "http", "scheme": "basic"},
            "read as 'components/securitySchemes'",
        ),
    ],
)
def test_the_frame(written: str, pointer: str, meant: object, told: str, tmp_path: Path) -> None:
    version = "3.1.0" if SCHEME[:30] in written else "3.0.3"
    found, readings = read(tmp_path, f"openapi: {version}\n{written}", pointer)
    assert ({*found} if isinstance(meant, set) and isinstance(found, dict) else found) == meant
    assert told in readings


@pytest.mark.parametrize(
    ("written", "pointer", "meant"),
    [
        (
            "parameters: [{name: b, in: body, schema: {$ref: '#/components/schemas/thing'}}]",
            "requestBody/content/application~1json/schema",
            THING,
        ),
        (
            "parameters: [{name: b, in: Body, schema: {$ref: Thing}}]",
            "requestBody/content/application~1json/schema",
            THING,
        ),
        (
            "parameters: [{name: f, in: FormData, type: str, required: 'yes'}]",
            "requestBody/content/application~1x-www-form-urlencoded/schema/properties/f",
            {"type": "string"},
        ),
        (
            "parameters: [{name: q, in: Query, type: int, required: 'no'}]",
            "parameters/0",
            {"name": "q", "in": "query", "schema": {"type": "integer"}, "required": False},
        ),
        (
            "parameters: {q: {in: query, schema: [{type: string}]}, r: {in: header, schema: {}}}",
            "parameters",
            [
                {"name": "q", "in": "query", "schema": {"type": "string"}},
                {"name": "r", "in": "header", "schema": {}},
            ],
        ),
        (
            "parameters: [{name: q, in: query, collectionFormat: csv, schema: {type: array, items: []}}]",
            "parameters/0",
            {
                "name": "q",
                "in": "query",
                "style": "form",
                "explode": False,
                "schema": {"type": "array", "items": {}},
            },
        ),
        (
            "parameters: {in: {in: query, schema: {}}}",
            "parameters",
            [{"name": "in", "in": "query", "schema": {}}],
        ),
        (
            f"parameters: [{{name: q, in: query, collectionFormat: csv, schema: {REFERENCE}}}]",
            "parameters/0",
            {"name": "q", "in": "query", "style": "form", "explode": False, "schema": THING},
        ),
        (
            "parameters: {name: q, in: query, schema: {}}",
            "parameters",
            [{"name": "q", "in": "query", "schema": {}}],
        ),
        (
            "requestBody: {content: {application/json: {schema: '#/components/schemas/Thing'}}}",
            "requestBody/content/application~1json/schema",
            THING,
        ),
        (
            "requestBody: {content: {application/json: {schema: [{$ref: '#/components/schemas/thing'}]}}}",
            "requestBody/content/application~1json/schema",
            THING,
        ),
    ],
)
def test_two_mistakes_in_one_part(written: str, pointer: str, meant: object, tmp_path: Path) -> None:
    text = f"openapi: 3.0.3\n{INFO}{SHARED}paths: {{/a: {{post: {{{written}, {OK}}}}}}}\n"
    assert read(tmp_path, text, f"{AT}/{pointer}")[0] == meant


@pytest.mark.parametrize(
    "used",
    [
        "security: [{S: []}]\n" + SCHEME % "{$ref: 'https://a.test/b.yaml#/S'}" + PATHS,
        "components: {schemas: {S: {$ref: 'https://a.test/b.yaml#/S'}}}\n"
        + REFERRING.replace("definitions/Thing", "components/schemas/S"),
        *(
            "components: {schemas: {S: {$ref: 'https://a.test/b.yaml#/S'}}}\n"
            + REFERRING.replace("#/definitions/Thing", f"#/{reference}")
            for reference in ("components/schemas/s", "definitions/S")
        ),
    ],
)
def test_what_is_used_must_be_there(used: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path, f"openapi: 3.0.3\n{INFO}{used}", "/info")
    assert {problem.rule for problem in refused.value.problems} >= {"external-reference"}


@pytest.mark.parametrize(
    ("written", "rule", "message"),
    [
        (
            "definitions: {Thing: {type: string}}\n" + SHARED + REFERRING,
            "unknown-key",
            "there is another 'Thing' in 'components/schemas': give one a new name",
        ),
        (
            PATHS.replace("{get:", f"{{fetch: {{{OK}}}, get:"),
            "loss",
            "'fetch' is not a key of a path item",
        ),
    ],
)
def test_what_would_be_lost_is_refused(written: str, rule: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path, f"openapi: 3.0.3\n{INFO}{written}", "/info")
    assert [problem.rule for problem in refused.value.problems] == [rule]
    assert refused.value.problems[0].message.startswith(message)
