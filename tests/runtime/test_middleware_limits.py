"""What a middleware may not do, and what it does not see."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from conftest import TOKEN
from fault_server import Server, close, last, raw, reply
from kinds import Kind
from package import errors
from package.middleware import HTTPRequest
from things import OK, THING, get


def test_the_deadline_holds_around_a_call_that_is_sent_again(kind: Kind) -> None:
    def again(request: HTTPRequest, call_next: Any) -> Any:
        for _ in range(100):
            call_next(request)

    async def async_again(request: HTTPRequest, call_next: Any) -> Any:
        for _ in range(100):
            await call_next(request)

    def slow(connection: Any) -> None:
        time.sleep(0.2)
        connection.sendall(OK)

    middleware = async_again if kind.is_async else again
    started = time.monotonic()
    with Server(slow) as server, pytest.raises(errors.APITimeoutError, match=r"the deadline of 0\.5 s"):
        kind.call(server.url, get, middleware=[middleware], deadline=0.5, max_retries=0)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("option", ["middleware", "attempt_middleware"])
def test_a_middleware_that_sleeps_beyond_the_deadline(kind: Kind, option: str) -> None:
    def sync(request: HTTPRequest, call_next: Any) -> Any:
        response = call_next(request)
        time.sleep(0.6)
        return response

    async def coroutine(request: HTTPRequest, call_next: Any) -> Any:
        response = await call_next(request)
        await asyncio.sleep(60)
        return response

    middleware = coroutine if kind.is_async else sync
    with Server(OK) as server, pytest.raises(errors.APITimeoutError, match=r"the deadline of 0\.5 s passed"):
        kind.call(server.url, get, **{option: [middleware]}, deadline=0.5)


@pytest.mark.parametrize("option", ["middleware", "attempt_middleware"])
@pytest.mark.parametrize("value", [None, 5, httpx2.Response(200)])
def test_a_middleware_that_returns_something_else(kind: Kind, option: str, value: Any) -> None:
    with Server(OK) as server, pytest.raises(TypeError, match="must return an HTTPResponse, not"):
        kind.call(server.url, get, **{option: [kind.around(after=lambda _: value)]})


@pytest.mark.parametrize("option", ["middleware", "attempt_middleware"])
@pytest.mark.parametrize("headers", [5, {"a": 5}, {"a": None}, {"a": "\u20ac"}])
def test_a_middleware_that_returns_no_headers(kind: Kind, option: str, headers: Any) -> None:
    change = kind.around(after=lambda response: replace(response, headers=headers))
    with Server(OK) as server, pytest.raises(TypeError, match="must return headers as a mapping"):
        kind.call(server.url, get, **{option: [change]})


@pytest.mark.parametrize("option", ["middleware", "attempt_middleware"])
@pytest.mark.parametrize("status", [0, 99, 100, 1000, -200, True])
def test_a_middleware_that_returns_no_final_status(kind: Kind, option: str, status: int) -> None:
    change = kind.around(after=lambda response: replace(response, status_code=status))
    with Server(OK) as server, pytest.raises(ValueError, match="a status from 200 to 999"):
        kind.call(server.url, get, **{option: [change]})


@pytest.mark.parametrize("option", ["middleware", "attempt_middleware"])
def test_a_middleware_cannot_make_a_response_that_is_read_later(kind: Kind, option: str) -> None:
    change = kind.around(after=lambda response: replace(response, is_streamed=True))
    with Server(OK) as server, pytest.raises(TypeError, match="cannot replace the response of a stream"):
        kind.call(server.url, get, **{option: [change]})


def test_a_failure_is_shown_to_a_middleware_without_credentials(kind: Kind) -> None:
    """Neither in its text, where the server repeats them, nor in its request."""
    seen: list[httpx2.RequestError] = []

    def sync(request: HTTPRequest, call_next: Any) -> Any:
        try:
            return call_next(request)
        except httpx2.RequestError as error:
            seen.append(error)
            raise

    async def coroutine(request: HTTPRequest, call_next: Any) -> Any:
        try:
            return await call_next(request)
        except httpx2.RequestError as error:
            seen.append(error)
            raise

    middleware = coroutine if kind.is_async else sync
    faults = [last(raw(f"HTTP/1.1 200 OK\n{TOKEN}")), close]
    with Server(*faults) as server, pytest.raises(errors.APIConnectionError) as caught:
        kind.call(server.url, get, attempt_middleware=[middleware], max_retries=1)
    assert [one.headers["authorization"] for one in server.received] == [f"Bearer {TOKEN}"] * 2
    assert "illegal header line" in str(seen[0])
    assert seen[1].request.method == "GET"
    assert str(seen[1].request.url) == f"{server.url}/v1/things/a"
    for error in (*seen, caught.value.__cause__):
        assert TOKEN not in str(error)
        assert "authorization" not in getattr(getattr(error, "_request", None), "headers", {})


def test_a_body_that_can_be_read_once_is_not_sent_again_by_a_middleware(kind: Kind) -> None:
    """The server would get an empty body, and say that all is well."""

    def sync(request: HTTPRequest, call_next: Any) -> Any:
        call_next(request)
        return call_next(request)

    async def coroutine(request: HTTPRequest, call_next: Any) -> Any:
        await call_next(request)
        return await call_next(request)

    def use(client: Any) -> Any:
        return client.things.upload("a", body=iter([b"ab", b"cd"]))

    with (
        Server(reply(500), reply(204)) as server,
        pytest.raises(RuntimeError, match="can be read only once"),
    ):
        kind.call(server.url, use, middleware=[coroutine if kind.is_async else sync])
    assert [one.body for one in server.received] == [b"abcd"]


def test_options_are_checked(kind: Kind) -> None:
    async def coroutine(request: HTTPRequest, call_next: Any) -> Any:
        return await call_next(request)

    with pytest.raises(TypeError, match="middleware must be a list of functions, not function"):
        kind.client(token=TOKEN, middleware=lambda r, n: n(r))
    with pytest.raises(TypeError, match="attempt_middleware must be a function, not 5"):
        kind.client(token=TOKEN, attempt_middleware=[5])
    with pytest.raises(TypeError, match="sign must be a function, not 'x'"):
        kind.client(token=TOKEN, sign="x")
    with pytest.raises(TypeError, match="middleware must be a function, not <class"):
        kind.client(token=TOKEN, middleware=[HTTPRequest])
    if not kind.is_async:
        for options in (
            {"middleware": [coroutine]},
            {"attempt_middleware": [coroutine]},
            {"sign": coroutine},
        ):
            with pytest.raises(TypeError, match=r"client cannot be an async function: .*coroutine$"):
                kind.client(token=TOKEN, **options)


def test_another_origin_gets_no_header_of_a_middleware(kind: Kind) -> None:
    seen: list[str] = []

    def add(request: HTTPRequest) -> HTTPRequest:
        seen.append(request.url)
        return request.with_headers({"X-Secret": "s", "User-Agent": "me"})

    with Server(OK) as other:
        there = ("Location", f"{other.url}/y?signature=5ec12e7")
        with Server(reply(302, b"", there)) as server:
            assert kind.call(server.url, get, attempt_middleware=[kind.around(add)]) == THING
    (request,) = other.received
    assert request.target == "/y?signature=5ec12e7"
    assert "x-secret" not in request.headers
    assert "authorization" not in request.headers
    assert request.headers["user-agent"] == "me"
    assert seen[1] == f"{other.url}/y?..."
