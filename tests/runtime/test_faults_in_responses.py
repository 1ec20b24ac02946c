"""Statuses and bodies that go wrong: F07-F30, over real sockets, sync and async."""

from __future__ import annotations

import pickle
import traceback
from decimal import Decimal
from typing import Any

import pytest
from api import Colour, Thing
from conftest import TOKEN
from fault_server import Server, last, raw, reply
from package import errors
from package._runtime._conversion import from_json, to_dict

pytestmark = pytest.mark.slow

THING = {"id": "a", "size": 1}
TAKEN = {
    "error": {
        "code": "conflict",
        "message": "The name is taken",
        "details": [{"field": "name", "code": "taken"}],
    }
}

STATUSES = {
    "F07 401, without a body": (reply(401), errors.UnauthorizedError, "401 Unauthorized"),
    "F08 403, undocumented": (reply(403, TAKEN), errors.ForbiddenError, "403 conflict: The name is taken"),
    "F08 404": (reply(404, TAKEN), errors.NotFoundError, "404 conflict: The name is taken"),
    "F09 404, HTML": (
        reply(404, b"<h1>Not\nhere</h1>", content_type="text/html"),
        errors.NotFoundError,
        r"404 Not Found: <h1>Not\nhere</h1>",
    ),
    "F10 409, another shape": (
        reply(409, {"error": ["taken"]}),
        errors.ConflictError,
        '409 Conflict: {"error": ["taken"]}',
    ),
    "F11 520": (reply(520, b"<p>", content_type="text/html"), errors.ServerError, "520: <p>"),
    "F15 501, a body without end": (
        reply(501, b"x" * 100_000, content_type="text/plain"),
        errors.ServerError,
        "501 Not Implemented: " + "x" * 200,
    ),
    "418, of no class": (reply(418), errors.APIStatusError, "418 I'm a Teapot"),
    "422": (reply(422, TAKEN), errors.UnprocessableEntityError, "422 conflict: The name is taken"),
    "400": (reply(400), errors.BadRequestError, "400 Bad Request"),
    "an envelope cut off": (reply(400, b'{"error":'), errors.BadRequestError, '400 Bad Request: {"error":'),
    "an error too large": (
        reply(400, b"x" * 2_000_000),
        errors.BadRequestError,
        "400 Bad Request: " + "x" * 200,
    ),
}


@pytest.mark.parametrize(("response", "kind", "text"), STATUSES.values(), ids=STATUSES)
def test_a_status_raises_its_error(call: Any, response: bytes, kind: type[Exception], text: str) -> None:
    with Server(response) as server, pytest.raises(errors.APIStatusError) as caught:
        call(server.url, "get", "a", options={"max_response_size": 1_000_000})
    error = caught.value
    assert type(error) is kind
    assert str(error) == f"{text} (getThing: GET /v1/things/a)"
    assert len(server.received) == 1


def test_an_error_has_all_that_a_caller_needs(call: Any) -> None:
    response = reply(409, TAKEN, ("X-Request-Id", "8c1f"), ("Retry-After", "7"))
    with Server(response) as server, pytest.raises(errors.ConflictError) as caught:
        call(server.url, "replace", "a", name="b")
    error = caught.value
    assert (error.status_code, error.code, error.message) == (409, "conflict", "The name is taken")
    assert [(detail.field, detail.code) for detail in error.details] == [("name", "taken")]
    assert error.body is not None
    assert error.body.error.code == "conflict"
    assert error.headers["X-REQUEST-ID"] == error.request_id == "8c1f"
    assert (error.retry_after, error.attempts, error.operation) == (7.0, 1, "replaceThing")
    assert str(error) == ("409 conflict: The name is taken (replaceThing: PUT /v1/things/a; request id 8c1f)")
    assert (error.method, error.path) == ("PUT", "/v1/things/a")

    again = pickle.loads(pickle.dumps(error))
    assert type(again) is errors.ConflictError
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_a_body_without_an_envelope_is_text(call: Any) -> None:
    with (
        Server(reply(409, b"taken", content_type="text/plain")) as server,
        pytest.raises(errors.ConflictError) as caught,
    ):
        call(server.url, "get", "a")
    assert (caught.value.body, caught.value.code, caught.value.details) == ("taken", None, ())
    assert caught.value.raw == b"taken"


CONTRADICTIONS = {
    "F13 204 where 200 is promised": (
        raw("HTTP/1.1 204 No Content"),
        None,
        "204 has no body, but JSON is documented",
    ),
    "F16 bad JSON": (reply(200, b'{"id":'), None, "200 is not JSON: input data was truncated"),
    "F17 a page to log in": (
        reply(200, b"<html>Log in", content_type="text/html; charset=utf-8"),
        None,
        "200 is text/html; charset=utf-8, not JSON: <html>Log in",
    ),
    "F18 empty": (reply(200), None, "200 has no body, but JSON is documented"),
    "F19 null": (reply(200, None), "$", "200 cannot be decoded: Expected `object`, got `null`"),
    "F19 []": (reply(200, []), "$", "200 cannot be decoded: Expected `object`, got `array`"),
    "F25 an integer of 5000 digits": (
        reply(200, b'{"id":"a","size":' + b"9" * 5000 + b"}"),
        "$.size",
        "out of range",
    ),
    "F26 NaN": (reply(200, b'{"id":"a","size":1,"weight":NaN}'), None, "200 is not JSON: invalid"),
    "F26 Infinity": (reply(200, b'{"id":"a","size":1,"weight":Infinity}'), None, "200 is not JSON: invalid"),
    "F27 not UTF-8": (reply(200, b'{"id":"\xff","size":1}'), None, "200 is not JSON: 'utf-8'"),
    "F29 100,000 arrays in each other": (
        reply(200, b'{"id":"a","size":1,"parts":' + b"[" * 100_000),
        None,
        "",
    ),
    "F29 the same where nothing is known": (
        reply(200, b'{"id":"a","size":1,"new":' + b"[" * 100_000),
        None,
        "",
    ),
    "F30 UTF-16": (reply(200, '{"id":"a","size":1}'.encode("utf-16")), None, "is not JSON"),
}


@pytest.mark.parametrize("media_type", ["text/plain; charset=utf-8", "text/html", "application/octet-stream"])
def test_json_that_is_called_something_else_is_returned(call: Any, media_type: str) -> None:
    seen: list[Any] = []
    with Server(reply(200, b'{"id":"a","size":1}', content_type=media_type)) as server:
        assert call(server.url, "get", "a", options={"on_drift": seen.append}) == Thing(id="a", size=1)
        with pytest.raises(errors.APIResponseError, match="not JSON"):
            call(server.url, "get", "a", options={"decoding": "strict"})
    assert [(one.kind, one.where) for one in seen] == [("wrong_type", "$")]


def test_a_number_that_no_float_can_hold_loses_no_response(call: Any) -> None:
    seen: list[Any] = []
    with Server(reply(200, b'{"id":"a","size":1,"weight":-1E+400}')) as server:
        thing = call(server.url, "get", "a", options={"on_drift": seen.append})
    assert thing.weight == Decimal("-1e400")
    assert thing == pickle.loads(pickle.dumps(thing))
    assert to_dict(thing) == {"id": "a", "size": 1, "weight": Decimal("-1e400")}
    assert [(one.kind, one.where, one.got) for one in seen[:1]] == [("wrong_type", "$.weight", "number")]
    assert from_json(b"-1E+400", int | float) == from_json(b"-1E+400", float) == Decimal("-1e400")


@pytest.mark.parametrize(("response", "where", "text"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_contradiction_says_where(call: Any, response: bytes, where: str | None, text: str) -> None:
    with Server(last(response)) as server, pytest.raises(errors.APIResponseError) as caught:
        call(server.url, "get", "a")
    error = caught.value
    assert text in str(error)
    assert error.where == where
    assert error.raw == response.partition(b"\r\n\r\n")[2]
    assert error.operation == "getThing"
    assert "\n" not in str(error)
    assert len(str(error)) < 600
    assert len(server.received) == 1


DEVIATIONS = {
    "F20 a required field is missing": (
        reply(200, THING | {"parts": [{"id": "b"}]}),
        "$.parts[0]",
        "missing required field `size`",
    ),
    "F21 null for what is not nullable": (
        reply(200, {"id": None, "size": 1}),
        "$.id",
        "Expected `str`, got `null`",
    ),
    "F21 a string for an integer": (
        reply(200, {"id": "a", "size": "1"}),
        "$.size",
        "Expected `int`, got `str`",
    ),
    "F24 a bad date-time": (reply(200, THING | {"made": "yesterday"}), "$.made", "Invalid RFC3339"),
}


@pytest.mark.parametrize(("response", "where", "text"), DEVIATIONS.values(), ids=DEVIATIONS)
def test_a_deviation_is_an_error_to_strict_clients(
    call: Any, response: bytes, where: str | None, text: str
) -> None:
    with Server(last(response)) as server, pytest.raises(errors.APIResponseError) as caught:
        call(server.url, "get", "a", options={"decoding": "strict"})
    error = caught.value
    assert text in str(error)
    assert error.where == where
    assert error.raw == response.partition(b"\r\n\r\n")[2]


def test_a_contradiction_says_what_was_expected(call: Any) -> None:
    with (
        Server(reply(200, {"id": "a", "size": "1"}, ("X-Request-Id", "8c1f"))) as server,
        pytest.raises(errors.APIResponseError) as caught,
    ):
        call(server.url, "get", "a", options={"decoding": "strict"})
    assert (caught.value.expected, caught.value.got) == ("int", "str")
    assert (caught.value.status_code, caught.value.request_id) == (200, "8c1f")


SERVED = {
    "F12 299 with the documented body": (reply(299, THING), Thing(id="a", size=1)),
    "F14 103 before 200": (
        raw("HTTP/1.1 103 Early Hints\nLink: </a>") + reply(200, THING),
        Thing(id="a", size=1),
    ),
    "F22 an unknown value": (
        reply(200, THING | {"colour": "blue"}),
        Thing(id="a", size=1, colour=Colour("blue")),
    ),
    "F23 an unknown field": (reply(200, THING | {"new": [1]}), Thing(id="a", size=1)),
    "F28 a key twice: the last one counts": (
        reply(200, b'{"id":"a","size":2,"size":1}'),
        Thing(id="a", size=1),
    ),
    "F30 a byte order mark": (reply(200, b'\xef\xbb\xbf{"id":"a","size":1}'), Thing(id="a", size=1)),
    "no content type": (
        raw("HTTP/1.1 200\nContent-Length: 19", b'{"id":"a","size":1}'),
        Thing(id="a", size=1),
    ),
    "another JSON": (
        reply(200, THING, content_type="application/vnd.example.v1+json"),
        Thing(id="a", size=1),
    ),
}


@pytest.mark.parametrize(("response", "value"), SERVED.values(), ids=SERVED)
def test_what_can_be_served_is(call: Any, response: bytes, value: Thing) -> None:
    with Server(response) as server:
        assert call(server.url, "get", "a") == value


def test_no_content_is_none(call: Any) -> None:
    with Server(raw("HTTP/1.1 204 No Content")) as server:
        assert call(server.url, "delete", "0B6A4B0F-6C1B-4A53-9C55-3F0A0D3D9C61") is None
    assert server.received[0].target == "/v1/things/0B6A4B0F-6C1B-4A53-9C55-3F0A0D3D9C61"


@pytest.mark.parametrize("status", [400, 401, 500, 200])
def test_a_server_that_repeats_the_token_does_not_reveal_it(call: Any, status: int) -> None:
    echo = b"you sent Bearer " + TOKEN.encode()
    response = reply(status, echo, ("X-Echo", TOKEN), content_type="text/plain")
    with Server(response) as server, pytest.raises(errors.APIError) as caught:
        call(server.url, "get", "a", options={"max_retries": 0})
    assert server.received[0].headers["authorization"] == f"Bearer {TOKEN}"
    for text in (*traceback.format_exception(caught.value), repr(caught.value)):
        assert TOKEN not in text
    assert (caught.value.raw, caught.value.headers["x-echo"]) == (echo, TOKEN)
