"""Middleware around calls and attempts, over real sockets."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from api import Thing
from conftest import TOKEN
from fault_server import Server, close, hang, last, raw, reply
from kinds import Kind
from package import errors
from package._runtime._download import AsyncDownload, Download
from package.middleware import HTTPRequest, HTTPResponse

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)
BUSY = reply(503, b"", ("Retry-After", "0"))


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
            with pytest.raises(TypeError, match=r"client cannot be an async function: .*coroutine$"):
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
