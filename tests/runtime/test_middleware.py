"""Middleware around calls and attempts, over real sockets."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from api import Thing
from conftest import TOKEN
from fault_server import Server, close, reply
from kinds import Kind
from package import errors
from package.middleware import HTTPRequest, HTTPResponse
from things import BUSY, OK, THING, get


def test_the_first_is_the_outermost_and_attempts_are_within_calls(kind: Kind) -> None:
    steps: list[str] = []

    def step(name: str) -> Any:
        def before(request: HTTPRequest) -> HTTPRequest:
            steps.append(f"{name} {request.attempt}")
            return request

        def after(response: HTTPResponse) -> HTTPResponse:
            steps.append(f"{name} {response.status_code}")
            return response

        return kind.around(before, after)

    options = {"middleware": [step("a"), step("b")], "attempt_middleware": [step("c"), step("d")]}
    with Server(BUSY, OK) as server:
        assert kind.call(server.url, get, **options) == THING
    first = ["c 1", "d 1", "d 503", "c 503"]
    second = ["c 2", "d 2", "d 200", "c 200"]
    assert steps == ["a 0", "b 0", *first, *second, "b 200", "a 200"]


def test_what_a_middleware_is_given(kind: Kind) -> None:
    seen: list[Any] = []

    def see(one: Any) -> Any:
        seen.append(one)
        return one

    options = {
        "middleware": [kind.around(see, see)],
        "attempt_middleware": [kind.around(see, see)],
        "headers": {"X-Mine": "1"},
    }
    with Server(BUSY, OK) as server:
        kind.call(server.url, lambda c: c.things.replace("a", name="n"), **options)
    call, attempt, failed, _, second, responded = seen[0], seen[1], seen[2], seen[3], seen[3], seen[-1]
    for request in (call, attempt, second):
        assert request.operation == "replaceThing"
        assert request.template == "/v1/things/{thing_id}"
        assert (request.method, request.url) == ("PUT", f"{server.url}/v1/things/a")
        assert request.content == b'{"name":"n"}'
        assert request.headers["content-type"] == "application/json"
        assert request.headers["x-mine"] == "1"
        assert not {"authorization", "host", "content-length"} & {*request.headers}
        assert TOKEN not in f"{request.headers}{request.url}{request!r}"
    assert [one.attempt for one in (call, attempt, second)] == [0, 1, 2]
    assert (failed.status_code, failed.attempts) == (503, 1)
    assert (responded.status_code, responded.attempts) == (200, 2)
    assert responded.headers["Content-Type"] == "application/json"
    assert json.loads(responded.content) == {"id": "a", "size": 1}
    assert repr(call) == f"<HTTPRequest PUT {server.url}/v1/things/a>"


@pytest.mark.parametrize("option", ["middleware", "attempt_middleware"])
def test_a_middleware_changes_headers_and_the_body(kind: Kind, option: str) -> None:
    def change(request: HTTPRequest) -> HTTPRequest:
        headers = {name: text for name, text in request.headers.items() if name != "x-old"}
        changed = replace(request, content=b'{"name":"other"}', headers=headers)
        return changed.with_headers({"X-New": "1", "Accept": "application/*"})

    options = {option: [kind.around(change)], "headers": {"X-Old": "1"}}
    with Server(BUSY, OK) as server:
        kind.call(server.url, lambda c: c.things.replace("a", name="n"), **options)
    for request in server.received:
        assert request.body == b'{"name":"other"}'
        assert request.headers["content-length"] == str(len(request.body))
        assert request.headers["x-new"] == "1"
        assert request.headers["accept"] == "application/*"
        assert "x-old" not in request.headers
        assert request.headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize("option", ["middleware", "attempt_middleware"])
def test_a_middleware_overrides_credentials(kind: Kind, option: str) -> None:
    options = {option: [kind.around(lambda r: r.with_headers({"Authorization": "Own 1"}))]}
    with Server(OK) as server:
        kind.call(server.url, get, **options)
    assert server.received[0].headers["authorization"] == "Own 1"


def test_a_middleware_of_calls_changes_path_and_query(kind: Kind) -> None:
    def change(request: HTTPRequest) -> HTTPRequest:
        return replace(request, url=f"{request.url}b?x=1")

    with Server(OK) as server:
        kind.call(f"{server.url}/base", get, middleware=[kind.around(change)])
    assert server.received[0].target == "/base/v1/things/ab?x=1"


@pytest.mark.parametrize(
    ("option", "changes", "match"),
    [
        ("middleware", {"url": "https://evil.example/v1"}, "below http://127.0.0.1"),
        *(
            ("middleware", {"url": f"{{server}}{path}"}, "below http://127.0.0.1")
            for path in ("", "?a=b", "/..", "/v1/../../x", "/%2e%2E/x", "/x#y")
        ),
        ("middleware", {"method": "POST"}, "the method of"),
        ("middleware", {"headers": {"Host": "evil.example"}}, "'host' cannot be set"),
        ("middleware", {"headers": {"Content-Length": "1"}}, "cannot be set"),
        ("middleware", {"headers": {"a": "b\r\nc: d"}}, "cannot carry"),
        ("attempt_middleware", {"url": "https://evil.example/v1"}, "the url of"),
        ("attempt_middleware", {"attempt": 7}, "the attempt of"),
        ("attempt_middleware", {"headers": {"Transfer-Encoding": "chunked"}}, "cannot be set"),
    ],
)
def test_what_a_middleware_cannot_change(kind: Kind, option: str, changes: Any, match: str) -> None:
    def change(request: HTTPRequest) -> HTTPRequest:
        return replace(request, **{name: _at(server.url, value) for name, value in changes.items()})

    with Server(OK) as server, pytest.raises(ValueError, match=match):
        kind.call(server.url, get, **{option: [kind.around(change)]})
    assert not server.received


def _at(url: str, value: Any) -> Any:
    return value.replace("{server}", url) if isinstance(value, str) else value


@pytest.mark.parametrize("option", ["middleware", "attempt_middleware"])
def test_a_middleware_changes_the_response(kind: Kind, option: str) -> None:
    def change(response: HTTPResponse) -> HTTPResponse:
        return replace(response, status_code=200, content=b'{"id": "b", "size": 2}')

    with Server(reply(418, b"tea")) as server:
        options = {option: [kind.around(after=change)]}
        assert kind.call(server.url, get, **options) == Thing(id="b", size=2)


@pytest.mark.parametrize("option", ["middleware", "attempt_middleware"])
def test_a_response_that_was_never_sent_for(kind: Kind, option: str) -> None:
    made = HTTPResponse(
        status_code=200, headers={"Content-Type": "application/json"}, content=b'{"id":"c","size":3}'
    )
    gone = HTTPResponse(status_code=404, content=b"gone")
    with Server(OK) as server:
        options = {option: [kind.function(lambda *_: made)]}
        assert kind.call(server.url, get, **options) == Thing(id="c", size=3)
        with pytest.raises(errors.NotFoundError, match="gone"):
            kind.call(server.url, get, **{option: [kind.function(lambda *_: gone)]})
    assert not server.received


def test_a_middleware_of_calls_sees_the_last_response_or_the_error(kind: Kind) -> None:
    seen: list[Any] = []
    see = kind.around(after=lambda response: seen.append(response.status_code) or response)
    missing = reply(404, {"error": {"code": "x", "message": "y"}})
    with Server(missing) as server, pytest.raises(errors.NotFoundError, match="x: y"):
        kind.call(server.url, get, middleware=[see])
    assert seen == [404]
    with Server(close) as server, pytest.raises(errors.APIConnectionError, match="3 attempts"):
        kind.call(server.url, get, middleware=[kind.around(after=seen.append)])
    assert seen == [404]


def test_a_failed_attempt_passes_a_middleware_and_is_repeated(kind: Kind) -> None:
    seen: list[Any] = []

    def sync(request: HTTPRequest, call_next: Any) -> Any:
        try:
            return call_next(request)
        except httpx2.HTTPError as error:
            seen.append(error)
            raise

    async def coroutine(request: HTTPRequest, call_next: Any) -> Any:
        try:
            return await call_next(request)
        except httpx2.HTTPError as error:
            seen.append(error)
            raise

    with Server(close, OK) as server:
        middleware = coroutine if kind.is_async else sync
        assert kind.call(server.url, get, attempt_middleware=[middleware]) == THING
    assert len(seen) == 1
    assert len(server.received) == 2


@pytest.mark.parametrize("option", ["middleware", "attempt_middleware"])
@pytest.mark.parametrize(
    "error", [OSError("mine"), httpx2.ReadError("mine"), TimeoutError("mine"), KeyError("mine")]
)
def test_what_a_middleware_raises_is_raised_at_once(kind: Kind, option: str, error: Exception) -> None:
    def fail(*_: object) -> Any:
        raise error

    for middleware in (kind.function(fail), kind.around(after=fail)):
        with Server(OK) as server, pytest.raises(type(error)) as caught:
            kind.call(server.url, get, **{option: [middleware]})
        assert caught.value is error
        assert len(server.received) < 2


def test_an_attempt_is_sent_once_and_a_call_more_than_once(kind: Kind) -> None:
    def twice(request: HTTPRequest, call_next: Any) -> Any:
        call_next(request)
        return call_next(request)

    async def async_twice(request: HTTPRequest, call_next: Any) -> Any:
        await call_next(request)
        return await call_next(request)

    middleware = async_twice if kind.is_async else twice
    with Server(OK) as server:
        assert kind.call(server.url, get, middleware=[middleware]) == THING
        assert len(server.received) == 2
        with pytest.raises(RuntimeError, match="sent once"):
            kind.call(server.url, get, attempt_middleware=[middleware])


def test_derived_clients_have_the_middleware(kind: Kind) -> None:
    options = {"middleware": [kind.around(lambda r: r.with_headers({"X-New": "1"}))]}
    with Server(OK) as server:
        kind.call(server.url, lambda c: c.with_options(timeout=5).things.get("a"), **options)
        raw = kind.call(server.url, lambda c: c.with_raw_response(c.things.get, "a"), **options)
        assert kind.call(server.url, lambda c: c.request("GET", "/x", into=Thing), **options) == THING
    assert raw.parse() == THING
    assert [one.headers["x-new"] for one in server.received] == ["1"] * 3
