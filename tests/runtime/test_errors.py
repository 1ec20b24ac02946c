"""What errors say and have: those of responses over real sockets, and those that a user's test makes."""

from __future__ import annotations

import copy
import json
import pickle
from enum import StrEnum
from typing import Any

import httpx2
import msgspec
import pytest
from fault_server import Server, reply
from package import errors
from package._api import Detail, Error, ErrorResponse
from package._runtime._drift import Drift
from package._runtime._facts import ErrorFields
from package._runtime._open_object import OpenObject
from package._runtime._operation import Operation
from package._runtime._raising import status_error
from package._runtime._reading import error_body
from package._runtime._response import Response
from package._runtime._unknown import Unknown

TAKEN = {"error": {"code": "taken", "message": "The name is taken", "details": [{"field": "a", "code": "b"}]}}
PLACE = "(getThing: GET /v1/things/a)"


class Reason(StrEnum):
    """The type of a body that is a text."""

    TAKEN = "taken"


@pytest.mark.parametrize("status", [400, 403, 418, 451, 500, 599])
def test_a_status_that_is_not_documented_has_the_code_of_the_known_shape(call: Any, status: int) -> None:
    with Server(reply(status, TAKEN)) as server, pytest.raises(errors.APIStatusError) as caught:
        call(server.url, "get", "a", options={"max_retries": 0})
    error = caught.value
    assert (error.code, error.message) == ("taken", "The name is taken")
    assert str(error) == f"{status} taken: The name is taken {PLACE}"
    assert error.details == [Detail(field="a", code="b")]


def test_the_known_shape_is_found_where_an_operation_documents_no_error() -> None:
    names = {"error_code": "errorCode"}
    fields = ErrorFields(code=("error_code",), message=("message",), within=("error",), wire_names=names)
    said = fields.of('{"error": {"errorCode": "taken", "message": "No"}}')
    assert (said.code, said.message, said.details) == ("taken", "No", ())
    assert fields.of('{"errorCode": "taken"}').code == "taken"
    for other in (
        "",
        "no JSON",
        Reason.TAKEN,
        "[1]",
        '"errorCode"',
        '{"error": [1]}',
        '{"message": 5}',
        None,
        b"{}",
    ):
        assert not fields.of(other).says_something


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ({"type": "about:blank", "title": "Not Found", "detail": "No such thing"}, None, "No such thing"),
        ({"type": "https://example.com/quota", "title": "Quota"}, "https://example.com/quota", "Quota"),
        ({"detail": "No such thing"}, None, "No such thing"),
        ({"error": "invalid_grant", "error_description": "Expired"}, None, "Expired"),
        ({"error": "No such thing"}, None, "No such thing"),
        ({"errors": [{"message": "No"}]}, None, None),
    ],
)
@pytest.mark.parametrize("media_type", ["application/json", "application/problem+json", "text/plain"])
def test_a_body_of_no_documented_shape_has_the_message_of_a_usual_one(
    call: Any, media_type: str, body: Any, code: str | None, message: str | None
) -> None:
    with (
        Server(reply(404, body, content_type=media_type)) as server,
        pytest.raises(errors.NotFoundError) as caught,
    ):
        call(server.url, "get", "a")
    error = caught.value
    assert (error.code, error.message, error.body) == (code, message, json.dumps(body))
    assert (message or json.dumps(body)) in str(error)


class Bare(msgspec.Struct):
    """A documented body without required properties."""

    reason: str | msgspec.UnsetType = msgspec.UNSET


@pytest.mark.parametrize(
    ("body", "read", "shown"),
    [
        ('{"detail": "No such thing"}', '{"detail": "No such thing"}', "404 No such thing"),
        ('{"reason": "why"}', Bare(reason="why"), '404 Not Found: {"reason": "why"}'),
        ("{}", Bare(), "404 Not Found: {}"),
        ("{ }", Bare(), "404 Not Found: { }"),
    ],
)
def test_a_body_without_a_documented_property_is_text(body: str, read: Any, shown: str) -> None:
    """Any object can be decoded as a model without required properties, which would then be empty."""
    operation: Operation[None] = Operation(
        id="o", method="GET", path="/", successes={200: None}, errors={404: Bare}
    )
    headers = httpx2.Headers({"content-type": "application/json"})
    response = Response(
        operation="o", attempts=1, status_code=404, headers=headers, content=body.encode(), elapsed=0
    )
    found = error_body(operation, response)
    assert (found or body) == read
    assert str(status_error(response, found)).startswith(shown)


def test_a_body_that_is_not_as_documented_says_what_it_can(call: Any) -> None:
    body = {"error": {"code": "taken", "message": None, "details": {"a": 1}}}
    with Server(reply(409, body)) as server, pytest.raises(errors.ConflictError) as caught:
        call(server.url, "get", "a")
    assert (caught.value.code, caught.value.message, caught.value.details) == ("taken", None, ())
    assert msgspec.to_builtins(caught.value.body) == body
    assert str(caught.value) == f"409 taken {PLACE}"


def test_the_line_has_all_that_a_report_needs(call: Any) -> None:
    response = reply(503, TAKEN, ("Request-Id", "8c1f"), ("Retry-After", "0"))
    with Server(response) as server, pytest.raises(errors.ServerError) as caught:
        call(server.url, "replace", "a?b", name="x")
    assert str(caught.value) == (
        "503 taken: The name is taken (replaceThing: PUT /v1/things/a%3Fb; 3 attempts; request id 8c1f)"
    )


def test_a_redirect_has_its_whole_location(call: Any) -> None:
    location = "https://files.example.com/a/b?signature=5ec12e7#part"
    with (
        Server(reply(302, b"", ("Location", location))) as server,
        pytest.raises(
            errors.APIStatusError, match=r"redirect to https://files.example.com/a/b\?\.\.\. not followed"
        ) as caught,
    ):
        call(server.url, "replace", "a", name="x")
    assert caught.value.location == location


ERRORS = [
    error
    for error in vars(errors).values()
    if isinstance(error, type) and issubclass(error, errors.APIError) and error.__name__[0] != "_"
]


@pytest.mark.parametrize("kind", ERRORS)
def test_any_error_can_be_made_with_a_text_or_without(kind: type[errors.APIError]) -> None:
    for error in (kind("no such thing"), kind()):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), vars(again)) == (kind, str(error), vars(error))
        assert str(copy.copy(error)) == str(error)
    assert str(kind("no such thing")) == "no such thing"
    assert kind(operation="getThing", method="GET", path="/a", attempts=3).attempts == 3
    with pytest.raises(TypeError):
        kind("text", colour="red")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("kind", "status"),
    [*((kind, status) for status, kind in errors._BY_STATUS.items()), (errors.ServerError, 500)],
)
def test_an_error_has_the_status_of_its_class(kind: type[errors.APIStatusError], status: int) -> None:
    assert kind("text").status_code == status
    assert str(kind()).startswith(f"{status} ")
    assert kind(status_code=499).status_code == 499


def test_an_error_that_is_made_has_what_it_is_given() -> None:
    body = ErrorResponse(error=Error(code="taken", message="No", details=[Detail(field="a", code="b")]))
    error = errors.ConflictError(body=body, headers={"Retry-After": "5", "X-Request-Id": "8c1f"}, raw=b"{}")
    assert (error.code, error.message, error.details) == ("taken", "No", body.error.details)
    assert (error.retry_after, error.request_id, error.headers["retry-after"]) == (5.0, "8c1f", "5")
    assert str(error) == "409 taken: No"
    assert errors.ConflictError(body=json.dumps(TAKEN)).code == "taken"
    drift = Drift(kind="wrong_type", operation="o", status_code=200, where="$.a", pointer="#", message="m")
    assert errors.DriftError("text", drifts=[drift]).where == "$.a"


class Open(OpenObject):
    title: str
    additional_properties: dict[str, Any] = msgspec.field(default={})


@pytest.mark.parametrize(
    "body",
    [Open(title="t", additional_properties={"a": [1]}), Unknown({"a": None}), "text", None, [1], {"a": 1}],
)
def test_an_error_is_pickled_whatever_its_body_is(body: Any) -> None:
    error = errors.NotFoundError("text", body=body)
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert again.body == body
        assert vars(again) == vars(error)
