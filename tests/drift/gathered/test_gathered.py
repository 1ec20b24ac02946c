"""What clients report goes back into the document: an edit for each difference, and then there is none."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from codegen.commands.entry_point import EntryPoint
from codegen.commands.main import main
from codegen.output.write import write
from codegen.pipeline import generate
from tests.conftest import ROOT, serving

FACE = EntryPoint(name="wholespec", call="wholespec", out=Path("client"), remedy="")

DOCUMENT = """\
openapi: VERSION   # the version
info: {title: Depot, version: 1.0.0}
servers: [{url: https://depot.example.com}]
paths:
  /boxes/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
    get:
      operationId: getBox
      responses:
        "200":
          description: The box.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Box"}
        "409": {description: It is moving.}
components:
  schemas:
    # Where a box is.
    State:
      type: string
      enum:
        - open     # on the table
        - stored

    Box:
      type: object
      required:
        - id
        - state
        - weight
      properties:
        id: {type: string}
        state:
          $ref: "#/components/schemas/State"
        kind: {type: string, enum: [small, large]}
        weight: {type: integer, format: int32}   # in grams
        note:
          type: string
          description: What is in it.
        made: {type: string, format: date-time}
        lid: {$ref: "#/components/schemas/Lid"}
        tags:
          type: array
          items: {type: string}
        parts:
          type: array
          items:
            $ref: "#/components/schemas/Box"
        sizes:
          type: object
          additionalProperties: {type: integer}
    Lid:
      type: object
      required: [colour]
      properties:
        colour:
          type: string   # in words
"""

BOX = {"id": "a", "state": "open", "weight": 5}
MET: Mapping[str, tuple[int, Any]] = {
    "a value": (200, {**BOX, "state": "lost"}),
    "two values": (200, {**BOX, "state": "sold", "kind": "huge"}),
    "fields": (200, {**BOX, "owner": "Anna", "codes": [1, 2], "rows": [["a"]], "box": {"a": 1}, "all": []}),
    "a field that may be null": (200, {**BOX, "owner": None}),
    "a field of a part": (200, {**BOX, "parts": [{**BOX, "shelf": 1.5}]}),
    "a success": (202, BOX),
    "an error": (404, {"error": "none"}),
    "a missing field": (200, {"id": "a", "state": "open"}),
    "the only required field": (200, {**BOX, "lid": {}}),
    "null": (200, {**BOX, "note": None, "lid": None, "kind": None, "state": None, "parts": [None]}),
    "null in items": (200, {**BOX, "tags": [None], "sizes": {"x": None}}),
    "a number": (200, {**BOX, "weight": 1.5}),
    "other types": (200, {**BOX, "note": 7, "tags": [1], "lid": "red", "kind": 3, "parts": [True]}),
    "an array": (200, {**BOX, "note": ["a", "b"]}),
    "another format": (200, {**BOX, "made": "yesterday"}),
}


class Depot(BaseHTTPRequestHandler):
    """Answers as `MET` says, by the last segment of the path."""

    def do_GET(self) -> None:
        status, value = list(MET.values())[int(self.path.rpartition("/")[2])]
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Depot)) as depot:
        yield f"http://127.0.0.1:{depot.server_port}"


PROGRAM = """\
import sys
from contextlib import suppress
from depot import APIError, Depot, DriftLog
url, path, count = sys.argv[1:]
for which in range(int(count)):
    with Depot(base_url=url, on_drift=DriftLog(path)) as client, suppress(APIError):
        client.boxes.get(str(which))
"""


def met(folder: Path, server: str) -> list[dict[str, Any]]:
    """What a client of the document in a folder reports."""
    output = generate(
        folder / "openapi.yaml" if (folder / "openapi.yaml").exists() else folder / "openapi.json"
    )
    client = folder / "client"
    write(output.files, client)
    log = folder / "drift.jsonl"
    log.unlink(missing_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(client), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", PROGRAM, server, str(log), str(len(MET))]
    subprocess.run(command, env=environment, check=True)
    return [json.loads(line) for line in log.read_text().splitlines()]


@pytest.mark.slow  # makes and calls two clients
@pytest.mark.parametrize(("version", "form"), [("3.0.3", "yaml"), ("3.1.0", "json")])
def test_what_a_client_meets_is_described_by_the_patch(
    version: str, form: str, server: str, tmp_path: Path, monkeypatch: Any, capsys: Any
) -> None:
    text = DOCUMENT.replace("VERSION", version)
    document = tmp_path / f"openapi.{form}"
    document.write_text(text if form == "yaml" else json.dumps(yaml.safe_load(text), indent=2) + "\n")
    assert len(met(tmp_path, server)) > len(MET)

    monkeypatch.chdir(tmp_path)
    arguments = ["drift", "drift.jsonl", "--spec", document.name]
    assert main(arguments, FACE) == 1
    told = capsys.readouterr().out
    assert "by hand" not in told
    assert main([*arguments, "--patch"], FACE) == 0
    patch = capsys.readouterr().out
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "apply", "-"], input=patch, text=True, check=True)
    patched = document.read_text()
    if form == "yaml":
        comments = [line.partition("#")[2] for line in text.split("\n") if " # " in line]
        assert [one for one in comments if one not in patched] == []
    assert main(["check", "--spec", document.name], FACE) == 1  # the client is out of date, nothing else
    assert "has changed" in capsys.readouterr().out

    assert met(tmp_path, server) == []


@pytest.fixture(autouse=True)
def _return(monkeypatch: pytest.MonkeyPatch) -> None:
    """Return to the present folder after each test: `written` changes into that of the test."""
    monkeypatch.chdir(Path.cwd())


def report(kind: str, where: str, pointer: str, **more: Any) -> dict[str, Any]:
    return {
        "kind": kind,
        "operation": "getBox",
        "status_code": 200,
        "where": where,
        "pointer": pointer,
        **more,
    }


def written(folder: Path, text: str, *reports: Mapping[str, Any], name: str = "openapi.yaml") -> Path:
    """The files of a run, which then takes place in that folder."""
    os.chdir(folder)
    (folder / name).write_bytes(text.encode())
    (folder / "drift.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in reports))
    return folder / name


def edits(patch: str) -> list[str]:
    return [line for line in patch.splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}]


def api(version: str, **schemas: Any) -> str:
    """A document in which each schema is the body of a response, and a property of the schema `All`."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/All"}}}
    document = {
        "openapi": version,
        "info": {"title": "Depot", "version": "1.0.0"},
        "paths": {
            "/all": {
                "get": {
                    "operationId": "getBox",
                    "responses": {"200": {"description": "All.", "content": content}},
                }
            }
        },
        "components": {
            "schemas": {"All": {"type": "object", "properties": {"x": {"type": "string"}}}, **schemas}
        },
    }
    return yaml.safe_dump(document, sort_keys=False)


ALL = "#/components/schemas/All"
X = f"{ALL}/properties/x"
UNION = {
    "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
    "discriminator": {"propertyName": "kind"},
}
CAT = {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string", "enum": ["Cat"]}}}
DOG = {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string", "enum": ["Dog"]}}}


@dataclass(frozen=True)
class Case:
    """A schema, what is reported about it, and what the patch has to say."""

    x: dict[str, Any]
    """The schema of the property `x`."""
    told: dict[str, Any]
    lines: tuple[str, ...]
    """The edited lines, without indentation; none if it is not edited."""
    says: str = ""
    version: str = "3.1.0"
    more: Mapping[str, Any] = field(default_factory=dict)


# ruff: noqa: E501 - a row is a line
CASES = {
    "a value of numbers": Case({"type": "integer", "enum": [1, 2]}, report("unknown_value", "$.x", X, got="integer", value=3), ("+- 3",)),
    "a constant": Case({"const": "a"}, report("unknown_value", "$.x", X, got="string", value="b"), ("-const: a", "+enum: [a, b]")),
    "a value like a word of YAML": Case({"type": "string", "enum": ["yes"]}, report("unknown_value", "$.x", X, got="string", value="no"), ("+- 'no'",)),
    "a value with names": Case({"type": "string", "enum": ["a"], "x-enum-varnames": ["A"]}, report("unknown_value", "$.x", X, got="string", value="b c"), ("+- b c", "+- B_C")),
    "a value of items in a union": Case({"anyOf": [{"type": "array", "items": {"enum": ["a"]}}, {"type": "null"}]}, report("unknown_value", "$.x[*]", X, got="string", value="b"), ("+- b",)),
    "a value that was not recorded": Case({"enum": ["a"]}, report("unknown_value", "$.x", X, got="string", message="a string of 40 characters is not a documented value"), (), "may be personal data"),
    "a value of two enums": Case({"anyOf": [{"enum": ["a"]}, {"enum": ["b"]}]}, report("unknown_value", "$.x", X, got="string", value="c"), (), "several enums"),
    "a value that is known by now": Case({"enum": ["a", "b"]}, report("unknown_value", "$.x", X, got="string", value="b"), (), "The document has this by now"),
    "a member of a union": Case(UNION, report("unknown_value", "$.x.kind", X, got="string", value="Cow"), (), "add it to the union", more={"Cat": CAT, "Dog": DOG}),
    "an object that is no member": Case({"anyOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]}, report("wrong_type", "$.x", X, got="object"), (), "fits no member", more={"Cat": CAT, "Dog": DOG}),
    "an object where any object is known by now": Case({"anyOf": [{"type": "string"}, {"type": "object"}]}, report("wrong_type", "$.x", X, got="object"), (), "The document has this by now"),
    "another type of a union": Case(UNION, report("wrong_type", "$.x", X, got="string"), (), "discriminator", more={"Cat": CAT, "Dog": DOG}),
    "null of a union": Case({"oneOf": [{"type": "string"}, {"type": "integer"}]}, report("wrong_type", "$.x", X, got="null"), ("+- type: 'null'",)),
    "null of a list of types": Case({"type": ["string", "integer"]}, report("wrong_type", "$.x", X, got="null"), ("+- 'null'",)),
    "null of a reference in 3.0": Case({"$ref": "#/components/schemas/Cat"}, report("wrong_type", "$.x", X, got="null"), ("-$ref: '#/components/schemas/Cat'", "+nullable: true", "+allOf:", "+- $ref: '#/components/schemas/Cat'"), version="3.0.0", more={"Cat": CAT}),
    "null of an enum in 3.0": Case({"type": "string", "enum": ["a"]}, report("wrong_type", "$.x", X, got="null"), ("+nullable: true", "+- null"), version="3.0.0"),
    "null that is known by now": Case({"type": "string", "nullable": True}, report("wrong_type", "$.x", X, got="null"), (), "The document has this by now", version="3.0.0"),
    "a type in 3.0": Case({"type": "string", "maxLength": 3, "description": "It."}, report("wrong_type", "$.x", X, got="integer"), ("-type: string", "+anyOf:", "+- type: string", "+maxLength: 3", "+- type: integer", "-maxLength: 3"), version="3.0.0"),
    "a number": Case({"type": "integer", "minimum": 1}, report("wrong_type", "$.x", X, got="number"), ("-type: integer", "+type: number")),
    "a format": Case({"type": "string", "format": "uuid"}, report("wrong_type", "$.x", X, got="string"), ("-format: uuid",)),
    "a type that was not recorded": Case({"type": "string"}, report("wrong_type", "$.x", X), (), "has not recorded what arrived"),
    "a whole body": Case({"type": "string"}, report("wrong_type", "$", "#/paths/~1all/get/responses/200", got="array", message="Expected `All`, got `array`"), (), "the whole body differs"),
    "a field of a composed schema": Case({"allOf": [{"$ref": "#/components/schemas/Cat"}, {"type": "object", "properties": {"tail": {"type": "string"}}}]}, report("unknown_field", "$.x.paws", X, got="integer"), ("+paws:", "+type: integer", "+description: Found in responses and not described yet."), more={"Cat": CAT}),
    "a field of no known type": Case({"type": "object"}, report("unknown_field", "$.x['two words']", X), ("+properties:", "+two words:", "+description: Found in responses and not described yet.")),
    "a field with a hidden name": Case({"type": "object"}, report("unknown_field", "$.x['***']", X, got="string"), (), "has not recorded the whole name"),
    "a field that is known by now": Case({"type": "object", "properties": {"y": {}}}, report("unknown_field", "$.x.y", X, got="string"), (), "The document has this by now"),
    "a field required by a composing schema": Case({"allOf": [{"$ref": "#/components/schemas/Cat"}, {"required": ["kind", "name"]}]}, report("missing_field", "$.x.name", "#/components/schemas/Cat/properties/name"), ("-- name",), more={"Cat": {"type": "object", "properties": {"name": {"type": "string"}}}}),
    "a field that is optional by now": Case({"type": "string"}, report("missing_field", "$.x", X), (), "The document has this by now"),
    "a status that is covered": Case({}, report("undocumented_status", "$", "#/paths/~1all/get/responses"), (), "The document has this by now"),
    "a status without a body": Case({}, {**report("undocumented_status", "$", "#/paths/~1all/get/responses"), "status_code": 500}, ("+'500':", "+description: Found in responses and not described yet.")),
    "a place that is gone": Case({}, report("unknown_field", "$.y", "#/components/schemas/Gone", got="string"), (), "Not about this document"),
    "a request without an operation": Case({}, report("undocumented_status", "$", ""), (), "Not about this document"),
    "a type in Swagger 2.0": Case({"type": "string"}, report("wrong_type", "$.x", "#/definitions/All/properties/x", got="integer"), (), "Swagger 2.0 has no unions", version="2.0"),
    "null in Swagger 2.0": Case({"type": "string"}, report("wrong_type", "$.x", "#/definitions/All/properties/x", got="null"), ("+x-nullable: true",), version="2.0"),
    "a status in Swagger 2.0": Case({"type": "string"}, {**report("undocumented_status", "$", "#/paths/~1all/get/responses"), "status_code": 201}, ("+'201':", "+description: Found in responses and not described yet.", "+schema:", "+$ref: '#/definitions/All'"), version="2.0"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_difference_is_edited_or_left_to_people(
    case: Case, tmp_path: Path, monkeypatch: Any, capsys: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    document = yaml.safe_load(api(case.version, **case.more))
    document["components"]["schemas"]["All"]["properties"]["x"] = case.x
    written(
        tmp_path,
        as_swagger(document) if case.version == "2.0" else yaml.safe_dump(document, sort_keys=False),
        case.told,
    )
    arguments = ["drift", "drift.jsonl", "--spec", "openapi.yaml"]
    is_left = bool(case.says) and case.says not in {"The document has this by now", "Not about this document"}
    assert main([*arguments, "--patch"], FACE) == is_left
    done = capsys.readouterr()
    assert [line[0] + line[1:].lstrip() for line in edits(done.out)] == [*case.lines]
    assert main(arguments, FACE) == bool(case.lines or is_left)
    assert case.says in capsys.readouterr().out
    if case.lines:
        assert main([*arguments, "--apply"], FACE) == 0
        capsys.readouterr()
        assert main(arguments, FACE) == 0
        assert "describes all that was reported" in capsys.readouterr().out


def as_swagger(document: Any) -> str:
    for response in document["paths"]["/all"]["get"]["responses"].values():
        response["schema"] = {"$ref": "#/definitions/All"}
        del response["content"]
    old = {
        "swagger": "2.0",
        "info": document["info"],
        "produces": ["application/json"],
        "paths": document["paths"],
        "definitions": document["components"]["schemas"],
    }
    return yaml.safe_dump(old, sort_keys=False)


def test_reports_are_counted_by_what_they_mean(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    note = report("wrong_type", "$.x", X, got="null", client="depot-client 1.0.0")
    field_ = report("unknown_field", "$.y", ALL, got="string")
    written(
        tmp_path,
        api("3.1.0"),
        field_,
        {**note, "time": "2026-02-01T00:00:00Z"},
        {**note, "time": "2026-01-01T00:00:00Z", "operation": "other"},
    )
    (tmp_path / "more.jsonl").write_text(
        f"\n{json.dumps({**note, 'time': '2026-03-01T00:00:00Z', 'client': 'depot-client 1.1.0'})}\r\n\n"
    )
    assert (
        main(["drift", "drift.jsonl", "more.jsonl", "--spec", "openapi.yaml", "--format", "json"], FACE) == 1
    )
    told = json.loads(capsys.readouterr().out)
    assert told["reports"] == {
        "count": 4,
        "first": "2026-01-01T00:00:00Z",
        "last": "2026-03-01T00:00:00Z",
        "clients": {"depot-client 1.0.0": 2, "depot-client 1.1.0": 1},
    }
    first, second = told["findings"]
    assert (first["count"], first["rule"], first["outcome"], first["lines"]) == (
        3,
        "null",
        "edit",
        ["-          type: string", "+          type: [string, 'null']"],
    )
    assert [met["operation"] for met in first["met"]] == ["getBox", "other"]
    assert (first["file"], first["line"], first["pointer"]) == ("openapi.yaml", 21, X)
    assert (second["count"], second["rule"], second["first"]) == (1, "unknown-field", None)
    assert told["counts"] == {"edit": 2, "by-hand": 0, "documented": 0, "elsewhere": 0}
    assert told["patch"].startswith("--- a/openapi.yaml\n+++ b/openapi.yaml\n@@ -")


def test_reports_come_from_the_standard_input(tmp_path: Path) -> None:
    written(tmp_path, api("3.1.0"))
    line = json.dumps(report("wrong_type", "$.x", X, got="null"))
    command = [sys.executable, str(ROOT / "generate.py"), "drift", "-", "--spec", "openapi.yaml"]
    done = subprocess.run(command, input=line, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(
        "1 report\n\nThe document lacks this, and can be edited (1)\nopenapi.yaml:21:9: All.x is sometimes null [null]\n"
    )


BAD = {
    b"{": "this is not JSON: ",
    b"[]": "a report is an object of JSON, this is a list",
    b"\xff": "this is not UTF-8",
    b"NaN": "this is not JSON: NaN is no value of JSON",
    b"[" * 60_000: "this is not JSON: ",
    b" " * 70_000 + b"{}": "a line of more than 64 KiB is no report",
    b"{}": "'kind' of a report is a string; there is none",
    b'{"kind": 1}': "'kind' of a report is a string; this is a number",
    b'{"kind": "new"}': "'kind' is undocumented_status, ",
    json.dumps({**report("wrong_type", "$", ""), "status_code": True}).encode(): "'status_code' of a report",
    json.dumps(report("wrong_type", "x", "")).encode(): "'where' is a place such as '$.items[*].id', not 'x'",
    json.dumps(report("wrong_type", "$.a['", "")).encode(): "'where' is a place",
    json.dumps(report("wrong_type", r"$['\x']", "")).encode(): "'where' is a place",
    json.dumps(report("wrong_type", "$['\ud800']", "")).encode(): "'where' is a place",
    json.dumps(report("wrong_type", "$", "/a")).encode(): "'pointer' begins with '#/'",
    json.dumps(report("wrong_type", "$", "", got="str")).encode(): "'got' is a type of JSON",
    json.dumps(report("wrong_type", "$", "", got="array[")).encode(): "'got' is a type of JSON",
    json.dumps(
        report("wrong_type", "$", "", value=[])
    ).encode(): "'value' of a report is a string or a number",
    json.dumps(report("wrong_type", "$", "", time="now")).encode(): "'time' is a time such as",
    json.dumps(report("wrong_type", "$", "", value=1))
    .replace('": 1}', '": 1e999}')
    .encode(): "'value' of a report is larger",
}


def test_a_line_that_is_no_report_is_named(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, api("3.1.0"))
    good = json.dumps(report("wrong_type", "$.x", X, got="null")).encode()
    for line, says in BAD.items():
        (tmp_path / "drift.jsonl").write_bytes(b"\n".join([good, line, good, line]))
        assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml"], FACE) == 2
        told = capsys.readouterr()
        assert told.out == ""
        places = [one.partition(says)[0] for one in told.err.splitlines()[1:]]
        assert [re.sub(r":\d+: $", "", one) for one in places] == ["  drift.jsonl:2", "  drift.jsonl:4"]


def test_a_line_that_is_not_json_is_named_with_the_column(
    tmp_path: Path, monkeypatch: Any, capsys: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, api("3.1.0"))
    (tmp_path / "drift.jsonl").write_bytes(b'{"time": "x"\n{"time" 1}\n')
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml"], FACE) == 2
    assert capsys.readouterr().err.splitlines()[1:] == [
        "  drift.jsonl:1:13: this is not JSON: Expecting ',' delimiter",
        "  drift.jsonl:2:9: this is not JSON: Expecting ':' delimiter",
    ]


def test_a_file_without_reports_proves_nothing(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, api("3.1.0"))
    (tmp_path / "drift.jsonl").touch()
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml"], FACE) == 0
    assert "No client reported a difference here." in capsys.readouterr().out


def test_an_index_without_an_item_is_elsewhere(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    parameters = "#/paths/~1boxes~1{id}/parameters"
    found = [report("wrong_type", "$.x", f"{parameters}/{at}") for at in ("7", "9" * 5000)]
    written(tmp_path, DOCUMENT.replace("VERSION", "3.1.0"), *found)
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml"], FACE) == 0
    assert "reports of another version, or of the client of another API (2)" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_named(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, api("3.1.0"))
    assert main(["drift", "gone.jsonl", "--spec", "openapi.yaml"], FACE) == 2
    assert capsys.readouterr().err == "wholespec: gone.jsonl: No such file or directory\n"


def test_hostile_names_and_values_stay_text(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    name = "a: {b}\n- #'\"\\\x1b[31m::error::\U0001f600"
    document = yaml.safe_load(api("3.1.0"))
    document["components"]["schemas"]["All"]["properties"]["x"]["enum"] = ["a"]
    told = [
        report("unknown_field", f"$[{name!r}]", ALL, got="string"),
        report("unknown_value", "$.x", X, got="string", value=name),
    ]
    path = written(tmp_path, yaml.safe_dump(document), *told)
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml"], FACE) == 1
    assert "\x1b" not in capsys.readouterr().out
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml", "--apply"], FACE) == 0
    made = yaml.safe_load(path.read_text())["components"]["schemas"]["All"]["properties"]
    assert made["x"]["enum"] == ["a", name]
    assert made[name]["type"] == "string"


def test_edits_keep_line_ends_and_the_byte_order_mark(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    text = "\ufeff" + DOCUMENT.replace("VERSION", "3.1.0").replace("\n", "\r\n").rstrip()
    told = [
        report("wrong_type", "$.lid.colour", "#/components/schemas/Lid/properties/colour", got="null"),
        {**report("undocumented_status", "$", "#/paths/~1boxes~1{id}/get/responses"), "status_code": 404},
    ]
    document = written(tmp_path, text, *told)
    document.chmod(0o640)
    arguments = ["drift", "drift.jsonl", "--spec", "openapi.yaml"]
    assert main([*arguments, "--patch"], FACE) == 0
    patch = capsys.readouterr().out
    assert main([*arguments, "--apply"], FACE) == 0
    applied = document.read_bytes()
    assert applied.startswith(b"\xef\xbb\xbfopenapi")
    assert applied.count(b"\r\n") == applied.count(b"\n")
    assert b'type: [string, "null"]   # in words' in applied
    assert document.stat().st_mode & 0o777 == 0o640
    document.write_bytes(text.encode())
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(
        ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"],
        input=patch.encode(),
        check=True,
    )
    assert document.read_bytes() == applied


def test_the_file_with_the_part_is_edited(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    document = yaml.safe_load(api("3.1.0"))
    document["components"]["schemas"]["All"]["properties"]["x"] = {"$ref": "my models/x.yaml"}
    (tmp_path / "my models").mkdir()
    (tmp_path / "my models" / "x.yaml").write_text("type: object\nproperties: {}   # none yet\n")
    told = [
        report("unknown_field", "$.x.note", "#/components/schemas/x", got="string"),
        report("unknown_field", "$.y", ALL, got="string"),
    ]
    written(tmp_path, yaml.safe_dump(document), *told)
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml", "--patch"], FACE) == 0
    patch = capsys.readouterr().out
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "apply", "-"], input=patch, text=True, check=True)
    assert (
        (tmp_path / "my models" / "x.yaml").read_text()
        == "type: object\nproperties: {note: {type: string, description: Found in responses and not described yet.}}   # none yet\n"
    )
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml"], FACE) == 0


def test_what_an_overlay_says_is_not_edited(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    overlay = {
        "overlay": "1.0.0",
        "info": {"title": "More", "version": "1"},
        "actions": [{"target": "$.components.schemas.All.properties", "update": {"z": {"type": "string"}}}],
    }
    (tmp_path / "overlay.yaml").write_text(yaml.safe_dump(overlay))
    told = [
        report("wrong_type", "$.z", f"{ALL}/properties/z", got="null"),
        report("wrong_type", "$.x", X, got="null"),
    ]
    written(tmp_path, api("3.1.0"), *told)
    arguments = ["drift", "drift.jsonl", "--spec", "openapi.yaml", "--overlay", "overlay.yaml"]
    assert main([*arguments, "--patch"], FACE) == 1
    done = capsys.readouterr()
    assert edits(done.out) == ["-          type: string", "+          type: [string, 'null']"]
    assert "overlay.yaml:" in done.err
    assert "written in overlay.yaml, which is no file of the document" in done.err


def test_what_cannot_be_edited_does_not_keep_the_rest_from_it(
    tmp_path: Path, monkeypatch: Any, capsys: Any
) -> None:
    """An alias stands in two places; and a strict document refuses a field without an example."""
    monkeypatch.chdir(tmp_path)
    text = api("3.1.0").replace(
        "        x:\n          type: string\n",
        "        x: &text\n          type: string\n        y: *text\n        z: {type: string}\n",
    )
    assert "*text" in text
    told = [report("wrong_type", f"$.{name}", f"{ALL}/properties/{name}", got="null") for name in "yz"]
    document = written(tmp_path, text, *told)
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml", "--apply"], FACE) == 1
    assert "such as an alias" in capsys.readouterr().err
    assert document.read_text() == text.replace("z: {type: string}", "z: {type: [string, 'null']}")

    document.write_text(text)
    (tmp_path / "drift.jsonl").write_text(
        json.dumps({**report("undocumented_status", "$", "#/paths/~1all/get/responses"), "status_code": 204})
    )
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml", "--strict"], FACE) == 1
    capsys.readouterr()


def test_edits_that_are_refused_cost_one_further_reading(
    tmp_path: Path, monkeypatch: Any, capsys: Any
) -> None:
    """A strict document allows no content for 204, and the other edits are made nevertheless."""
    monkeypatch.chdir(tmp_path)
    from codegen.commands import reading

    text = api("3.1.0").replace("openapi: 3.1.0\n", "openapi: 3.1.0\nx-generate: {strict: true}\n")
    document = yaml.safe_load(text)
    document["info"]["description"] = "About boxes."
    document["servers"] = [{"url": "https://depot.example.com"}]
    operation = document["paths"]["/all"]["get"]
    operation |= {"summary": "Get all", "description": "It returns all.", "tags": ["Boxes"]}
    document["tags"] = [{"name": "Boxes", "description": "About boxes."}]
    schemas = document["components"]["schemas"]
    schemas["All"]["description"] = "All."
    schemas["All"]["properties"] = {
        f"x{n}": {"type": "string", "description": "It.", "examples": ["a"]} for n in range(8)
    }
    responses = "#/paths/~1all/get/responses"
    told = [{**report("undocumented_status", "$", responses), "status_code": 201 + n} for n in range(4)]
    told += [report("wrong_type", f"$.x{n}", f"{ALL}/properties/x{n}", got="null") for n in range(8)]
    written(tmp_path, yaml.safe_dump(document, sort_keys=False), *told)
    assert main(["check", "--spec", "openapi.yaml"], FACE) == 1
    assert "problem" not in capsys.readouterr().err
    read = 0
    understood = reading.understood

    def counting(*arguments: Any) -> Any:
        nonlocal read
        read += 1
        return understood(*arguments)

    monkeypatch.setattr(reading, "understood", counting)
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml", "--format", "json"], FACE) == 1
    counts = json.loads(capsys.readouterr().out)["counts"]
    assert (counts["edit"], counts["by-hand"], read) == (11, 1, 2)


def test_composed_schemas_that_meet_again_take_no_time(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    link = "#/components/schemas/"
    tower = {
        f"L{n}": {"allOf": [{"$ref": f"{link}L{n + 1}"}, {"allOf": [{"$ref": f"{link}L{n + 1}"}]}]}
        for n in range(40)
    }
    document = yaml.safe_load(api("3.1.0", **tower, L40={"type": "object", "required": ["a"]}))
    document["components"]["schemas"]["All"]["properties"]["x"] = {"$ref": f"{link}L0"}
    told = [
        report("unknown_field", "$.x.y", f"{link}L0", got="string"),
        report("wrong_type", "$.x", X, got="null"),
    ]
    written(tmp_path, yaml.safe_dump(document), *told)
    main(["drift", "drift.jsonl", "--spec", "openapi.yaml", "--format", "json"], FACE)
    assert len(json.loads(capsys.readouterr().out)["findings"]) == 2


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_other_forms(form: str, tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    gone = report("unknown_field", "$.y", "#/components/schemas/Gone", got="string")
    written(tmp_path, api("3.1.0"), report("wrong_type", "$.x", X, got="null"), gone)
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml", "--format", form], FACE) == 1
    told = capsys.readouterr().out
    if form == "github":
        assert told.startswith(
            "::error file=openapi.yaml,line=21,col=9,title=Drift%3A null::All.x is sometimes null\n2 reports"
        )
        assert "for users of the client: code that reads the value has to handle None" in told
    else:
        schema = json.loads((ROOT / "tests/drift/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
        assert not [one.message for one in Draft7Validator(schema).iter_errors(json.loads(told))]
        assert [one["level"] for one in json.loads(told)["runs"][0]["results"]] == ["note", "error"]


def test_a_document_without_a_file_is_refused(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, api("3.1.0"))
    assert main(["drift", "drift.jsonl", "--spec", "-"], FACE) == 2
    assert "give the document as one" in capsys.readouterr().err


def test_the_command_that_is_advised_is_for_the_same_document(tmp_path: Path, capsys: Any) -> None:
    written(
        tmp_path,
        DOCUMENT.replace("VERSION", "3.1.0"),
        report("unknown_field", "$.size", "#/components/schemas/Box", got="integer"),
        name="my api.yaml",
    )
    (tmp_path / "more.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: M, version: '1'}\nactions: [{target: $.info, update: {x-a: 1}}]\n"
    )
    arguments = ["drift", "drift.jsonl", "--spec", "my api.yaml", "--overlay", "more.yaml"]
    assert main(arguments, FACE) == 1
    (advised,) = re.findall(r"To fix it: `wholespec (.*?)` edits", capsys.readouterr().out)
    assert advised == "drift drift.jsonl --spec 'my api.yaml' --overlay more.yaml --apply"
    assert main(shlex.split(advised), FACE) == 0
