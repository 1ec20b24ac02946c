"""Which states can be waited for: what a declaration means, and the names of the methods."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.document.problems import Refused
from codegen.model.operations import Waiter
from codegen.naming.names import name_client
from codegen.pipeline import generate, understand

STRING: dict[str, Any] = {"type": "string"}
STATES: dict[str, Any] = {"type": "string", "enum": ["new", "in-progress", "done"]}
BOOLEAN = {"type": "boolean"}
LIST = {"type": "array", "items": {"type": "object", "properties": {"status": STATES}}}
LIST_IN = {"type": "object", "properties": {"a": LIST}}
TEXT: dict[str, Any] = {"state": "status", "success": "done"}


def document(waiter: Any, schema: Any = None, **more: Any) -> dict[str, Any]:
    """A document with an operation that gets a thing with a status."""
    body = (
        schema
        if schema and "type" in schema
        else {"type": "object", "properties": schema or {"status": STATES}}
    )
    operation: dict[str, Any] = {
        "operationId": "getThing",
        "tags": ["things"],
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": STRING}],
        "responses": {"200": {"description": "", "content": {"application/json": {"schema": body}}}},
        "x-waiter": waiter,
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "servers": [{"url": "https://example.com"}],
        "paths": {"/things/{id}": {"get": operation | more}},
    }


def made(folder: Path, spec: dict[str, Any]) -> tuple[tuple[Waiter, ...], list[str]]:
    """The waiters of a document with one operation, and the names of their methods."""
    file = folder / "openapi.yaml"
    file.write_text(yaml.safe_dump(spec, sort_keys=False), encoding="utf-8")
    api = understand(file).api
    named = [
        one.name
        for resource in name_client(api).all_resources
        for method in resource.methods
        for one in method.waiters
    ]
    return tuple(one for operation in api.operations for one in operation.waiters), named


def wrong(folder: Path, spec: dict[str, Any]) -> list[str]:
    with pytest.raises(Refused) as refused:
        made(folder, spec)
    return [problem.message for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("waiter", "schema", "name"),
    [
        (TEXT, None, "wait_until_done"),
        ({"state": "status", "success": "in-progress"}, None, "wait_until_in_progress"),
        ({"state": "status", "success": ["done"], "name": "wait_for_it"}, None, "wait_for_it"),
        ({"state": "status", "success": ["done", "new"], "name": "wait"}, None, "wait"),
        ({"state": "ready", "success": True}, {"ready": {"type": "boolean"}}, "wait_until_ready"),
        ({"state": "a.isReady", "success": True}, {"a": {"type": "object"}}, "wait_until_ready"),
        (TEXT, {"status": {"type": "array", "items": STATES}}, "wait_until_done"),
        ({**TEXT, "state": "a.status"}, {"a": LIST}, "wait_until_done"),
        ({**TEXT, "state": "a.a.status"}, {"a": {"type": "array", "items": LIST_IN}}, "wait_until_done"),
        ({"missing": "success"}, None, "wait_until_deleted"),
        ({**TEXT, "missing": "success"}, None, "wait_until_done"),
        ({"state": "status", "success": "4"}, {"status": STRING}, "wait_until_4"),
        ({"state": "status", "success": "ready!"}, {"status": STRING}, "wait_until_ready"),
        ({"state": "status", "success": "ÉTÉ"}, {"status": STRING}, "wait_until_ete"),
    ],
)
def test_the_name_follows_from_the_state(tmp_path: Path, waiter: Any, schema: Any, name: str) -> None:
    assert made(tmp_path, document(waiter, schema))[1] == [name]


@pytest.mark.parametrize(
    ("state", "schema"),
    [
        ("done", {"status": STRING}),
        ("done", {"status": {"type": ["string", "null"]}}),
        ("done", {"status": {}}),
        ("done", {"status": {"type": "string", "const": "done"}}),
        ("anything", {"status": {"anyOf": [STATES, STRING]}}),
        (3, {"status": {"type": "integer", "enum": [1, 3]}}),
        (3, {"status": {"anyOf": [STATES, {"type": "integer"}]}}),
        (False, {"status": {"type": "boolean"}}),
        ("done", {"type": "object", "additionalProperties": STRING}),
        ("done", {"type": "object", "required": ["status"]}),
    ],
)
def test_a_state_that_the_property_may_have(tmp_path: Path, state: object, schema: Any) -> None:
    waiter = {"state": "status", "success": [state], "name": "wait"}
    (found,), _ = made(tmp_path, document(waiter, schema))
    assert (found.state, found.success, found.failure) == (("status",), (state,), ())
    assert (found.timeout, found.interval, found.missing) == (600, 2, "raise")


@pytest.mark.parametrize(
    ("state", "schema", "message"),
    [
        ("dome", None, "the document has no state 'dome'; did you mean 'done'?"),
        ("DONE", None, "the document has no state 'DONE'; did you mean 'done'?"),
        ("x", None, "the document has no state 'x'; it has new, in-progress, done"),
        (1, None, "the document has no state 1; it has new, in-progress, done"),
        (True, {"status": {"type": "integer", "enum": [1]}}, "the document has no state true; it has 1"),
        (1, {"status": BOOLEAN}, "the document has no state 1: it documents another type"),
        ("true", {"status": BOOLEAN}, "the document has no state 'true': it documents another type"),
        (
            "a",
            {"status": {"type": "array", "items": {"type": "object"}}},
            "'status' is neither a string, an integer nor a boolean, so it is no state",
        ),
        ("a", {"type": "array", "items": STATES}, "the response has no property 'status'"),
        (
            "a",
            {"status": {"type": "array", "items": STATES}},
            "the document has no state 'a'; it has new, in-progress, done",
        ),
        (1.5, None, "'success' must list states: texts, integers or booleans"),
        (None, None, "'success' must list states: texts, integers or booleans"),
    ],
)
def test_a_state_that_the_property_cannot_have(
    tmp_path: Path, state: object, schema: Any, message: str
) -> None:
    waiter = {"state": "status", "success": [state], "name": "wait"}
    assert wrong(tmp_path, document(waiter, schema)) == [message]


def test_a_response_that_is_not_json_has_no_state(tmp_path: Path) -> None:
    text = {"200": {"description": "", "content": {"text/plain": {"schema": STRING}}}}
    assert wrong(tmp_path, document(TEXT, responses=text)) == ["the response has no property 'status'"]
    assert wrong(tmp_path, document(TEXT, responses={"204": {"description": ""}})) == [
        "the response has no property 'status'"
    ]


def test_a_stream_has_no_state(tmp_path: Path) -> None:
    content = {"text/event-stream": {"itemSchema": {"type": "object", "properties": {"data": STRING}}}}
    spec = document(TEXT, responses={"200": {"description": "", "content": content}}) | {"openapi": "3.2.0"}
    assert "an operation that returns a stream cannot be waited with" in wrong(tmp_path, spec)


def test_the_shorter_path_keeps_a_name(tmp_path: Path) -> None:
    spec = document([TEXT, {**TEXT, "state": "other"}], {"status": STATES, "other": STATES})
    spec["paths"]["/things/{id}/sub-parts/{part}"] = {
        "get": {
            **spec["paths"]["/things/{id}"]["get"],
            "operationId": "getThingSubPart",
            "parameters": [
                {"name": name, "in": "path", "required": True, "schema": STRING} for name in ("id", "part")
            ],
            "x-waiter": TEXT,
        }
    }
    _, (first, second, other) = made(tmp_path, spec)
    assert (first, other) == ("wait_until_done", "wait_until_sub_part_done")
    assert second == "wait_until_get_done"


def test_no_two_methods_have_a_name(tmp_path: Path) -> None:
    named = {**TEXT, "name": "wait"}
    assert wrong(tmp_path, document([named, named])) == ["the resource already has a method 'wait'"]
    assert wrong(tmp_path, document({**TEXT, "name": "get"})) == ["the resource already has a method 'get'"]


def test_a_derived_name_avoids_those_of_operations(tmp_path: Path) -> None:
    spec = document(TEXT)
    other = {key: value for key, value in spec["paths"]["/things/{id}"]["get"].items() if key != "x-waiter"}
    spec["paths"]["/things/{id}/done"] = {"post": {**other, "operationId": "waitUntilDone"}}
    assert made(tmp_path, spec)[1] == ["wait_until_get_done"]


def test_false_means_that_there_is_none(tmp_path: Path) -> None:
    assert made(tmp_path, document(waiter=False)) == ((), [])


def test_arguments_of_the_operation_give_way(tmp_path: Path) -> None:
    names = ("timeout", "interval", "on_state", "timeout_")
    query = [{"name": name, "in": "query", "schema": {"type": "integer"}} for name in names]
    path = [{"name": "id", "in": "path", "required": True, "schema": STRING}]
    file = tmp_path / "openapi.yaml"
    file.write_text(yaml.safe_dump(document(TEXT, parameters=[*path, *query])))
    text = generate(file).files["things/resources/things.py"]
    assert "_get(id, timeout__, interval_, on_state_, timeout_)" in text


def test_texts_of_a_document_stay_texts(tmp_path: Path) -> None:
    hostile = '"""; import os `x` \\ {{ y }} \u202e'
    waiter = {"state": [hostile], "success": [hostile], "failure": [f"not {hostile}"], "name": "wait"}
    made(tmp_path, document(waiter, {"type": "object", "additionalProperties": STRING}))
    text = generate(tmp_path / "openapi.yaml").files["things/resources/things.py"]
    assert f"success=({hostile!r},)" in text.replace("\n        ", "")


def begins(folder: Path, method: str, operation: Any, get: Any = None) -> tuple[Any, str]:
    """Whether an operation takes long, and the name of the method that begins it."""
    path = [{"name": "id", "in": "path", "required": True, "schema": STRING}]
    item = {method: {"operationId": "makeThing", "tags": ["things"], **operation}, "parameters": path}
    spec = document(False) | {"paths": {"/things/{id}": item | ({"get": get} if get else {})}}
    file = folder / "openapi.yaml"
    file.write_text(yaml.safe_dump(spec, sort_keys=False), encoding="utf-8")
    api = understand(file).api
    one = next(one for one in api.operations if one.method == method.upper())
    names = [
        one.begin for resource in name_client(api).all_resources for one in resource.methods if one.begin
    ]
    return one.long_running, "".join(names)


def accepted(*headers: str, **more: Any) -> Any:
    """Responses of an operation, one of which is 202 with headers."""
    documented = {name: {"schema": STRING} for name in headers}
    return {"responses": {"202": {"description": "", "headers": documented}, **more}}


MADE = {"description": "", "content": {"application/json": {"schema": STATES}}}
GET = {"operationId": "getThing", "responses": {"200": MADE}}
LOCATION = {"Location": {"schema": STRING}}
MONITOR = {"Operation-Location": {"schema": STRING}}
MARKED = {"x-ms-long-running-operation": True}
BY_LOCATION = {"x-ms-long-running-operation-options": {"final-state-via": "location"}}


@pytest.mark.parametrize(
    ("method", "operation"),
    [
        ("post", accepted("Operation-Location")),
        ("put", accepted("operation-location", "Location")),
        ("delete", accepted("Azure-AsyncOperation")),
        ("patch", accepted("Location", "Retry-After")),
        ("post", {**accepted(), **MARKED}),
        ("post", {**accepted(), "x-waiter": True}),
        (
            "post",
            {
                "responses": {
                    "202": {
                        "description": "",
                        "headers": {"Location": {"schema": STRING, "description": "Where to poll"}},
                    }
                }
            },
        ),
    ],
)
def test_an_operation_that_takes_long(tmp_path: Path, method: str, operation: Any) -> None:
    found, name = begins(tmp_path, method, operation)
    assert found is not None
    assert name == "begin_make"


@pytest.mark.parametrize(
    ("method", "operation"),
    [
        ("post", accepted("Location")),
        ("post", accepted("Retry-After")),
        ("get", accepted("Operation-Location")),
        ("post", {"responses": {"201": {"description": "", "headers": LOCATION}}}),
        ("post", {"responses": {"200": {"description": "", "headers": MONITOR}}}),
        ("post", {**accepted(), "x-ms-long-running-operation": False}),
        ("post", {**accepted("Operation-Location"), "x-waiter": False}),
        ("post", {**accepted(), "description": "A long-running operation: poll its status."}),
    ],
)
def test_an_operation_that_does_not_say_that_it_takes_long(
    tmp_path: Path, method: str, operation: Any
) -> None:
    assert begins(tmp_path, method, operation) == (None, "")


@pytest.mark.parametrize(
    ("method", "operation", "get", "has_result", "is_at_path"),
    [
        ("put", {**accepted(), **MARKED}, GET, True, True),
        ("patch", {**accepted(), **MARKED}, GET, True, True),
        ("post", {**accepted(), **MARKED}, GET, False, False),
        ("delete", {**accepted(), **MARKED}, GET, False, False),
        ("put", {**accepted(), **MARKED, **BY_LOCATION}, GET, False, False),
        ("put", {**accepted(**{"200": MADE}), **MARKED, **BY_LOCATION}, GET, True, False),
        ("post", {**accepted(**{"201": MADE}), **MARKED}, None, True, False),
        ("put", {**accepted(**{"204": {"description": ""}}), **MARKED}, None, False, False),
    ],
)
def test_the_place_of_the_result(
    tmp_path: Path, method: str, operation: Any, get: Any, has_result: bool, is_at_path: bool
) -> None:
    found, _ = begins(tmp_path, method, operation, get)
    assert (found.result is not None, found.is_at_path) == (has_result, is_at_path)
