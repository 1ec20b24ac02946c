"""Documents that break one rule each, and what remains of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from codegen.check import check
from codegen.document.load import load
from codegen.document.node import Node
from codegen.prepare.bundle import bundle
from codegen.standard.rules import STRICT_RULES, consequence

GET = "{get: {operationId: get, responses: {'204': {description: Done.}}}}"
PATHS = f"paths: {{/z: {GET}}}"
SCHEMAS = PATHS + "\ncomponents: {schemas: {%s}}"
GET_WITH = "paths: {/a: {get: {operationId: get, %s}}}"
DONE = "responses: {'204': {description: Done.}}"
BY_PATH = "{name: %s, in: path, required: true, schema: {type: string}}"


class Broken(NamedTuple):
    """A document that breaks one rule."""

    text: str
    place: str
    """The place of the problem."""


BROKEN = {
    "circular-reference": Broken(
        SCHEMAS % "A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}",
        "components/schemas/B/$ref",
    ),
    "component-name": Broken(
        SCHEMAS % "'a b': {type: object, properties: {x: {type: string}}}", "components/schemas/a b"
    ),
    "alternatives": Broken(
        (
            GET_WITH
            % (
                "parameters: [{name: q, in: query, schema: {type: string}, example: a, examples: {}}], "
                f"{DONE}"
            )
        ),
        "paths//a/get/parameters/0",
    ),
    "circular-all-of": Broken(
        SCHEMAS % "A: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {x: {type: string}}}]}",
        "components/schemas/A/allOf/0/$ref",
    ),
    "field-name": Broken(
        GET_WITH % f"parameters: [{{name: a b, in: header, schema: {{type: string}}}}], {DONE}",
        "paths//a/get/parameters/0/name",
    ),
    "info-version": Broken(PATHS, "info/version"),
    "media-type": Broken(
        GET_WITH % "responses: {'204': {description: Done., content: {'': {}}}}",
        "paths//a/get/responses/204/content/",
    ),
    "swagger-version": Broken(f"swagger: 2.0\n{PATHS}", "swagger"),
    "tag-parent": Broken("tags: [{name: t, parent: u}]\n" + PATHS, "tags/0/parent"),
    "method": Broken(
        "paths: {/a: {additionalOperations: {PUT: {responses: {'204': {description: Done.}}}}}}",
        "paths//a/additionalOperations/PUT",
    ),
    "missing-key": Broken(GET_WITH % "responses: {'204': {}}", "paths//a/get/responses/204"),
    "newer-key": Broken(
        ("paths: {/a: {query: {operationId: a, responses: {'204': {description: Done.}}}}}"), "paths//a/query"
    ),
    "nullable": Broken(
        SCHEMAS % "A: {type: string}, B: {$ref: '#/components/schemas/A', nullable: true}",
        "components/schemas/B/nullable",
    ),
    "no-response": Broken(GET_WITH % "responses: {}", "paths//a/get/responses"),
    "wrong-type": Broken(GET_WITH % f"summary: [], {DONE}", "paths//a/get/summary"),
    "wrong-value": Broken(SCHEMAS % "A: {type: something}", "components/schemas/A/type"),
    "dangling-reference": Broken(
        SCHEMAS % "A: {type: object, properties: {x: {$ref: '#/components/schemas/No'}}}",
        "components/schemas/A/properties/x/$ref",
    ),
    "dialect": Broken(
        SCHEMAS % "A: {$schema: 'https://example.com/own', type: string}", "components/schemas/A/$schema"
    ),
    "default": Broken(SCHEMAS % "A: {type: string, default: 1}", "components/schemas/A/default"),
    "duplicate-operation-id": Broken(f"paths: {{/a: {GET}, /b: {GET}}}", "paths//b/get/operationId"),
    "duplicate-parameter": Broken(
        (
            GET_WITH
            % (
                "parameters: [{name: q, in: query, schema: {type: string}}, "
                f"{{name: q, in: query, schema: {{type: integer}}}}], {DONE}"
            )
        ),
        "paths//a/get/parameters/1/name",
    ),
    "duplicate-path": Broken(
        (
            f"paths: {{'/a/{{x}}': {{get: {{operationId: one, parameters: [{BY_PATH % 'x'}], {DONE}}}}}, "
            f"'/a/{{y}}': {{get: {{operationId: other, parameters: [{BY_PATH % 'y'}], {DONE}}}}}}}"
        ),
        "paths//a/{y}",
    ),
    "duplicate-tag": Broken(
        ("tags: [{name: t, description: first}, {name: t, description: second}]\n" + PATHS), "tags/1/name"
    ),
    "example": Broken(SCHEMAS % "A: {type: string, example: 1}", "components/schemas/A/example"),
    "external-reference": Broken(
        SCHEMAS % "A: {$ref: 'https://example.com/a.yaml'}", "components/schemas/A/$ref"
    ),
    "misplaced-key": Broken(
        (
            GET_WITH
            % f"parameters: [{{name: h, in: header, allowReserved: true, schema: {{type: string}}}}], {DONE}"
        ),
        "paths//a/get/parameters/0/allowReserved",
    ),
    "path-form": Broken(f"paths: {{'/a//b#c': {GET}}}", "paths//a//b#c"),
    "path-parameter": Broken(f"paths: {{'/a/{{x}}': {GET}}}", "paths//a/{x}/get"),
    "server": Broken("servers: [{url: 'ftp://example.com'}]\n" + PATHS, "servers/0/url"),
    "server-variable": Broken("servers: [{url: 'https://{host}'}]\n" + PATHS, "servers/0/url"),
    "status-code": Broken(
        GET_WITH % "responses: {'2000': {description: No.}, '204': {description: Done.}}",
        "paths//a/get/responses/2000",
    ),
    "unknown-key": Broken(GET_WITH % f"colour: x, {DONE}", "paths//a/get/colour"),
    "unknown-operation": Broken(
        GET_WITH % "responses: {'204': {description: Done., links: {next: {operationId: no}}}}",
        "paths//a/get/responses/204/links/next/operationId",
    ),
    "unknown-security-scheme": Broken(
        (GET_WITH % f"security: [{{no: []}}], {DONE}"), "paths//a/get/security/0/no"
    ),
    "wrong-reference": Broken(
        f"{PATHS}\ncomponents: {{responses: {{R: {{description: Done.}}}}, schemas: "
        "{A: {type: object, properties: {x: {$ref: '#/components/responses/R'}}}}}",
        "components/schemas/A/properties/x/$ref",
    ),
}


def document(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "openapi.yaml"
    version = (
        "3.1.0"
        if "allowReserved" in text or text in (BROKEN["newer-key"].text, BROKEN["dialect"].text)
        else "3.0.3"
    )
    version = "3.2.0" if text in (BROKEN["method"].text, BROKEN["tag-parent"].text) else version
    plain = ("example", "newer-key", "nullable", "swagger-version", "tag-parent")
    is_strict = text in {BROKEN[rule].text for rule in plain}
    strict = "x-generate: {strict: true}" if is_strict else ""
    number = "1.5" if text == BROKEN["info-version"].text else "'1'"
    version = "" if text == BROKEN["swagger-version"].text else f"openapi: {version}"
    file.write_text(f"{version}\ninfo: {{title: Things, version: {number}}}\n{strict}\n{text}\n")
    return file


def mended(tmp_path: Path, rule: str) -> Node:
    loaded = bundle(load(document(tmp_path, BROKEN[rule].text)))
    checked = check(loaded.root, [rule, "loss", *STRICT_RULES], faults=loaded.faults)
    assert {problem.rule for problem in checked.tolerated} - {*STRICT_RULES, "loss"} == {rule}
    return checked.root


def at(root: Node, pointer: str) -> Any:
    found: Any = root
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/")
        found = found[int(key)] if isinstance(found, list) else found[key]
    return found


def consequences(tmp_path: Path, text: str) -> list[str]:
    checked = check(load(document(tmp_path, text)).root, ["loss"])
    return [consequence(one) for one in checked.tolerated if one.rule != "loss"]
