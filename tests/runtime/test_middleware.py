"""Middleware around calls and attempts, and signatures, over real sockets."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import logging
import re
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
from api import AsyncExample, Example, Thing
from conftest import TOKEN, shown_by
from fault_server import Server, close, hang, last, raw, reply
from package import errors
from package._runtime._download import AsyncDownload, Download
from package.middleware import HTTPRequest, HTTPResponse

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)
BUSY = reply(503, b"", ("Retry-After", "0"))


class Kind:
    """Makes clients of one kind, and their middleware from sync functions."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.is_async = client is AsyncExample

    def around(self, before: Callable[..., Any] | None = None, after: Any = None) -> Any:
        """A middleware that changes the request, then the response."""

        def sync(request: HTTPRequest, call_next: Any) -> Any:
            response = call_next(before(request) if before else request)
            return after(response) if after else response

        async def coroutine(request: HTTPRequest, call_next: Any) -> Any:
            response = await call_next(before(request) if before else request)
            return after(response) if after else response

        return coroutine if self.is_async else sync

    def function(self, function: Callable[..., Any]) -> Any:
        """A middleware that never calls the next one."""

        async def coroutine(request: HTTPRequest, call_next: Any) -> Any:
            return function(request, call_next)

        return coroutine if self.is_async else function

    def call(self, url: str, use: Callable[[Any], Any], **options: Any) -> Any:
        """What `use` returns for a client."""
        options = {"base_url": url, "token": TOKEN, **options}

        async def awaited() -> Any:
            async with self.client(**options) as client:
                return await use(client)

        if self.is_async:
            return asyncio.run(awaited())
        with self.client(**options) as client:
            return use(client)


@pytest.fixture(params=[Example, AsyncExample])
def kind(request: pytest.FixtureRequest) -> Kind:
    """A kind of client."""
    return Kind(request.param)


def get(client: Any) -> Any:
    return client.things.get("a")


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
            with pytest.raises(TypeError, match="of a sync client cannot be an async function"):
                kind.client(token=TOKEN, **options)


def test_derived_clients_have_the_middleware(kind: Kind) -> None:
    options = {"middleware": [kind.around(lambda r: r.with_headers({"X-New": "1"}))]}
    with Server(OK) as server:
        kind.call(server.url, lambda c: c.with_options(timeout=5).things.get("a"), **options)
        raw = kind.call(server.url, lambda c: c.with_raw_response(c.things.get, "a"), **options)
        assert kind.call(server.url, lambda c: c.request("GET", "/x", into=Thing), **options) == THING
    assert raw.parse() == THING
    assert [one.headers["x-new"] for one in server.received] == ["1"] * 3


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


def test_a_download_passes_middleware_open(kind: Kind) -> None:
    seen: list[Any] = []
    content = reply(200, b"x" * 1000, content_type="image/png")
    see = kind.around(after=lambda r: seen.append((r.is_streamed, r.content)) or r)

    async def download(client: Any) -> bytes:
        async with AsyncDownload(client.things.download, "a") as opened:
            return b"".join([chunk async for chunk in opened])

    def sync(client: Any) -> bytes:
        with Download(client.things.download, "a") as opened:
            return b"".join(opened)

    use = download if kind.is_async else sync
    with Server(content) as server:
        options = {"middleware": [see], "attempt_middleware": [see]}
        assert kind.call(server.url, use, **options) == b"x" * 1000
        changing = kind.around(after=lambda r: replace(r, content=b"y"))
        for option in ("middleware", "attempt_middleware"):
            with pytest.raises(TypeError, match="cannot replace the response of a stream"):
                kind.call(server.url, use, **{option: [changing]})
        assert server.open_connections == 0
    assert seen == [(True, b"")] * 2


def test_a_file_is_shown_as_streamed_and_sent(kind: Kind) -> None:
    seen: list[Any] = []

    def see(request: HTTPRequest) -> HTTPRequest:
        seen.append((request.content, request.is_streamed))
        return request.with_headers({"X-New": "1"})

    def use(client: Any) -> Any:
        return client.things.upload("a", body=iter([b"ab", b"cd"]))

    with Server(reply(204)) as server:
        options = {"middleware": [kind.around(see)], "attempt_middleware": [kind.around(see)]}
        kind.call(server.url, use, **options, sign=lambda r: seen.append((r.content, r.is_streamed)) or r)
    assert server.received[0].body == b"abcd"
    assert server.received[0].headers["x-new"] == "1"
    assert seen == [(None, True)] * 3


# ------------------------------------------------------------------------------------------- signing

KEY = b"0123456789abcdef"


def signed(request: HTTPRequest) -> HTTPRequest:
    """HMAC of the method, the target and the body."""
    target = request.url.partition("://")[2].partition("/")[2]
    text = f"{request.method}\n/{target}\n{time.time_ns()}".encode() + (request.content or b"")
    signature = base64.b64encode(hmac.digest(KEY, text, hashlib.sha256)).decode()
    return request.with_headers({"X-Signature": signature, "X-Date": str(time.time_ns())})


def test_each_attempt_is_signed_as_it_is_sent(kind: Kind) -> None:
    seen: list[HTTPRequest] = []

    def sign(request: HTTPRequest) -> HTTPRequest:
        seen.append(request)
        return signed(request)

    options: Any = {
        "sign": sign,
        "attempt_middleware": [kind.around(lambda r: r.with_headers({"X-New": "1"}))],
    }
    with Server(BUSY, OK) as server:
        kind.call(server.url, lambda c: c.things.replace("a", name="n"), **options)
    first, second = server.received
    assert first.headers["x-signature"] != second.headers["x-signature"]
    for shown, received in zip(seen, server.received, strict=True):
        assert shown.content == received.body
        unsigned = {n: t for n, t in received.headers.items() if n not in ("x-signature", "x-date")}
        assert dict(shown.headers) == unsigned
        assert shown.headers["authorization"] == f"Bearer {TOKEN}"
        assert shown.headers["x-new"] == "1"
    assert [one.attempt for one in seen] == [1, 2]


def test_with_a_signature_no_token_is_needed(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EXAMPLE_TOKEN", raising=False)
    with Server(OK) as server:
        assert kind.call(server.url, get, sign=signed, token=None) == THING
    assert "authorization" not in server.received[0].headers
    assert "x-signature" in server.received[0].headers


def test_a_signature_in_the_query_is_not_shown(kind: Kind, caplog: pytest.LogCaptureFixture) -> None:
    def sign(request: HTTPRequest) -> HTTPRequest:
        return replace(request, url=f"{request.url}?X-Amz-Signature=5ec12e7d00d")

    caplog.set_level(logging.DEBUG)
    echo = reply(403, b"wrong signature 5ec12e7d00d")
    with Server(echo) as server, pytest.raises(errors.ForbiddenError) as caught:
        kind.call(server.url, get, sign=sign)
    assert server.received[0].target == "/v1/things/a?X-Amz-Signature=5ec12e7d00d"
    assert "5ec12e7d00d" not in str(caught.value)
    assert "5ec12e7d00d" not in caplog.text
    assert not [shown for shown in shown_by(caught.value) if "5ec12e7d00d" in shown]


def test_a_signature_that_a_server_repeats_is_hidden(kind: Kind) -> None:
    def sign(request: HTTPRequest) -> HTTPRequest:
        value = "AWS4-HMAC-SHA256 Credential=AKID, Signature=5fa00fa31553b73e"
        return request.with_headers({"Authorization": value, "X-Date": "20260101T000000Z"})

    echo = reply(403, f"5fa00fa31553b73e and {TOKEN} at 20260101T000000Z".encode())
    with Server(echo) as server, pytest.raises(errors.ForbiddenError, match="at 20260101T000000Z") as caught:
        kind.call(server.url, get, sign=sign)
    assert server.received[0].headers["authorization"].endswith("5fa00fa31553b73e")
    assert "5fa00fa31553b73e" not in str(caught.value)
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"method": "GET"}, "sign cannot change the method"),
        ({"content": b"x"}, "sign cannot change the content"),
        ({"url": "https://evil.example/v1/things/a?x"}, "except its query"),
        ({"headers": {"Content-Length": "5"}}, "cannot be set"),
        ({"headers": {"x": "\r\n"}}, "cannot carry"),
    ],
)
def test_what_a_signature_cannot_change(kind: Kind, changes: Any, match: str) -> None:
    with Server(OK) as server, pytest.raises(ValueError, match=match):
        kind.call(
            server.url,
            lambda c: c.things.replace("a", name="n"),
            sign=lambda request: replace(request, **changes),
        )
    assert not server.received


def test_a_signing_function_may_remove_headers(kind: Kind) -> None:
    """But those that say where the request goes and ends."""
    with Server(OK) as server:
        kind.call(
            server.url,
            lambda c: c.things.replace("a", name="n"),
            sign=lambda request: replace(request, headers={"X-Signature": "5ec12e7"}),
        )
    (sent,) = server.received
    assert {name.lower() for name in sent.headers} == {"host", "content-length", "x-signature"}
    assert sent.body == b'{"name":"n"}'


@pytest.mark.parametrize("error", [FileNotFoundError("no key"), ValueError("x"), httpx2.ConnectError("x")])
def test_what_a_signing_function_raises_is_raised_at_once(kind: Kind, error: Exception) -> None:
    calls: list[object] = []

    def sign(request: HTTPRequest) -> HTTPRequest:
        calls.append(request)
        raise error

    with Server(OK) as server, pytest.raises(type(error)) as caught:
        kind.call(server.url, get, sign=sign)
    assert caught.value is error
    assert len(calls) == 1
    assert not server.received


def test_a_signing_function_has_until_the_deadline(kind: Kind) -> None:
    ended = threading.Event()

    def sign(request: HTTPRequest) -> HTTPRequest:
        ended.wait(30)
        return request

    started = time.monotonic()
    with Server(OK) as server, pytest.raises(errors.APITimeoutError, match=r"the deadline of 0\.3 s passed"):
        kind.call(server.url, get, sign=sign, deadline=0.3)
    assert time.monotonic() - started < 10
    ended.set()


def test_an_async_signing_function() -> None:
    async def sign(request: HTTPRequest) -> HTTPRequest:
        await asyncio.sleep(0)
        return signed(request)

    with Server(OK) as server:
        assert Kind(AsyncExample).call(server.url, get, sign=sign) == THING
    assert "x-signature" in server.received[0].headers


def test_a_redirect_is_signed_for_this_server_only(kind: Kind) -> None:
    with Server(OK) as other:
        here, there = ("Location", "/moved"), ("Location", f"{other.url}/z")
        with Server(reply(307, b"", here), reply(307, b"", there)) as server:
            assert kind.call(server.url, get, sign=signed) == THING
    assert ["x-signature" in one.headers for one in server.received] == [True, True]
    assert server.received[0].headers["x-signature"] != server.received[1].headers["x-signature"]
    assert "x-signature" not in other.received[0].headers


def test_a_refused_token_is_renewed_with_a_signature(kind: Kind) -> None:
    tokens = iter(["first_token", "second_token"])
    with Server(reply(401), OK) as server:
        assert kind.call(server.url, get, token=lambda: next(tokens), sign=signed) == THING
    assert [one.headers["authorization"] for one in server.received] == [
        "Bearer first_token",
        "Bearer second_token",
    ]


@pytest.mark.parametrize(
    ("method", "url", "signature"),
    [  # of the test suite of AWS: get-vanilla, post-vanilla, get-vanilla-query-order-key-case
        ("GET", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        ("POST", "/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        (
            "GET",
            "/?Param2=value2&Param1=value1",
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
        ),
    ],
)
def test_the_example_of_the_page_signs_as_aws_does(method: str, url: str, signature: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "ways-out.md").read_text(encoding="utf-8")
    (block,) = re.findall(
        r"^```text\n(import hashlib\n.*?class SigV4.*?)^```$", page, re.MULTILINE | re.DOTALL
    )
    names: dict[str, Any] = {}
    exec(block.replace("from acme", "from package"), names)
    moment = datetime(2015, 8, 30, 12, 36, tzinfo=UTC)
    sign = names["SigV4"](
        "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "service", now=lambda: moment
    )
    headers = {"host": "example.amazonaws.com"}
    request = HTTPRequest(
        operation="x",
        template=None,
        method=method,
        url=f"https://example.amazonaws.com{url}",
        headers=headers,
    )
    value = sign(request).headers["authorization"]
    scope = "AKIDEXAMPLE/20150830/us-east-1/service/aws4_request"
    assert value == (
        f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host;x-amz-date, Signature={signature}"
    )


# --------------------------------------------------------------------------------------------- hooks


def test_hooks_of_httpx2_are_called_for_each_attempt(kind: Kind) -> None:
    """They see the credentials, and the response before its body is read."""
    seen: list[Any] = []

    def request_hook(request: httpx2.Request) -> None:
        seen.append((request.method, request.headers["authorization"], request.headers["x-signature"]))

    def response_hook(response: httpx2.Response) -> None:
        seen.append(response.status_code)

    async def async_request_hook(request: httpx2.Request) -> None:
        request_hook(request)

    async def async_response_hook(response: httpx2.Response) -> None:
        response_hook(response)
        await response.aread()

    def reading(response: httpx2.Response) -> None:
        response_hook(response)
        response.read()

    hooks: Any = {"request": [async_request_hook], "response": [async_response_hook]}
    http: Any = httpx2.AsyncClient
    if not kind.is_async:
        hooks, http = {"request": [request_hook], "response": [reading]}, httpx2.Client
    with Server(BUSY, OK) as server:
        http_client = http(event_hooks=hooks)
        sign = lambda r: r.with_headers({"X-Signature": str(r.attempt)})  # noqa: E731
        assert kind.call(server.url, get, http_client=http_client, sign=sign) == THING
    bearer = f"Bearer {TOKEN}"
    assert seen == [("GET", bearer, "1"), 503, ("GET", bearer, "2"), 200]


def test_a_hook_may_raise(kind: Kind) -> None:
    def hook(response: httpx2.Response) -> None:
        raise KeyError(response.status_code)

    async def async_hook(response: httpx2.Response) -> None:
        hook(response)

    hooks = {"response": [async_hook if kind.is_async else hook]}
    http: Any = httpx2.AsyncClient if kind.is_async else httpx2.Client
    with Server(OK) as server, pytest.raises(KeyError):
        kind.call(server.url, get, http_client=http(event_hooks=hooks))


def test_a_hanging_server_is_timed_out_within_a_middleware(kind: Kind) -> None:
    with Server(hang) as server, pytest.raises(errors.APITimeoutError):
        kind.call(
            server.url,
            get,
            middleware=[kind.around()],
            attempt_middleware=[kind.around()],
            timeout=0.2,
            max_retries=0,
        )
