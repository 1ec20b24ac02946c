"""Documents that break one rule each, and what remains of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

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

BROKEN: dict[str, str] = {
    "circular-reference": SCHEMAS
    % "A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}",
    "component-name": SCHEMAS % "'a b': {type: object, properties: {x: {type: string}}}",
    "alternatives": GET_WITH
    % f"parameters: [{{name: q, in: query, schema: {{type: string}}, example: a, examples: {{}}}}], {DONE}",
    "circular-all-of": SCHEMAS
    % "A: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {x: {type: string}}}]}",
    "field-name": GET_WITH % f"parameters: [{{name: a b, in: header, schema: {{type: string}}}}], {DONE}",
    "info-version": PATHS,
    "media-type": GET_WITH % "responses: {'204': {description: Done., content: {'': {}}}}",
    "swagger-version": f"swagger: 2.0\n{PATHS}",
    "tag-parent": "tags: [{name: t, parent: u}]\n" + PATHS,
    "method": "paths: {/a: {additionalOperations: {PUT: {responses: {'204': {description: Done.}}}}}}",
    "missing-key": GET_WITH % "responses: {'204': {}}",
    "newer-key": "paths: {/a: {query: {operationId: a, responses: {'204': {description: Done.}}}}}",
    "nullable": SCHEMAS % "A: {type: string}, B: {$ref: '#/components/schemas/A', nullable: true}",
    "no-response": GET_WITH % "responses: {}",
    "wrong-type": GET_WITH % f"summary: [], {DONE}",
    "wrong-value": SCHEMAS % "A: {type: something}",
    "dangling-reference": SCHEMAS % "A: {type: object, properties: {x: {$ref: '#/components/schemas/No'}}}",
    "dialect": SCHEMAS % "A: {$schema: 'https://example.com/own', type: string}",
    "default": SCHEMAS % "A: {type: string, default: 1}",
    "duplicate-operation-id": f"paths: {{/a: {GET}, /b: {GET}}}",
    "duplicate-parameter": GET_WITH
    % (
        "parameters: [{name: q, in: query, schema: {type: string}}, "
        f"{{name: q, in: query, schema: {{type: integer}}}}], {DONE}"
    ),
    "duplicate-path": (
        f"paths: {{'/a/{{x}}': {{get: {{operationId: one, parameters: [{BY_PATH % 'x'}], {DONE}}}}}, "
        f"'/a/{{y}}': {{get: {{operationId: other, parameters: [{BY_PATH % 'y'}], {DONE}}}}}}}"
    ),
    "duplicate-tag": "tags: [{name: t, description: first}, {name: t, description: second}]\n" + PATHS,
    "example": SCHEMAS % "A: {type: string, example: 1}",
    "external-reference": SCHEMAS % "A: {$ref: 'https://example.com/a.yaml'}",
    "misplaced-key": GET_WITH
    % f"parameters: [{{name: h, in: header, allowReserved: true, schema: {{type: string}}}}], {DONE}",
    "path-form": f"paths: {{'/a//b#c': {GET}}}",
    "path-parameter": f"paths: {{'/a/{{x}}': {GET}}}",
    "server": "servers: [{url: 'ftp://example.com'}]\n" + PATHS,
    "server-variable": "servers: [{url: 'https://{host}'}]\n" + PATHS,
    "status-code": GET_WITH % "responses: {'2000': {description: No.}, '204': {description: Done.}}",
    "unknown-key": GET_WITH % f"colour: x, {DONE}",
    "unknown-operation": GET_WITH
    % "responses: {'204': {description: Done., links: {next: {operationId: no}}}}",
    "unknown-security-scheme": GET_WITH % f"security: [{{no: []}}], {DONE}",
    "wrong-reference": SCHEMAS % "A: {type: object, properties: {x: {$ref: '#/components/responses/R'}}}",
}

BROKEN["wrong-reference"] = BROKEN["wrong-reference"].replace(
    "components: {", "components: {responses: {R: {description: Done.}}, "
)


def document(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "openapi.yaml"
    version = (
        "3.1.0" if "allowReserved" in text or text in (BROKEN["newer-key"], BROKEN["dialect"]) else "3.0.3"
    )
    version = "3.2.0" if text in (BROKEN["method"], BROKEN["tag-parent"]) else version
    plain = ("example", "newer-key", "nullable", "swagger-version", "tag-parent")
    is_strict = text in {BROKEN[rule] for rule in plain}
    strict = "x-generate: {strict: true}" if is_strict else ""
    number = "1.5" if text == BROKEN["info-version"] else "'1'"
    version = "" if text == BROKEN["swagger-version"] else f"openapi: {version}"
    file.write_text(f"{version}\ninfo: {{title: Things, version: {number}}}\n{strict}\n{text}\n")
    return file


def mended(tmp_path: Path, rule: str) -> Node:
    loaded = bundle(load(document(tmp_path, BROKEN[rule])))
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
