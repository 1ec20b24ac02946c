"""Hooks of httpx2, and middleware around files and downloads."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import httpx2
import pytest
from conftest import TOKEN
from fault_server import Server, hang, reply
from kinds import Kind
from package import errors
from package._runtime._download import AsyncDownload, Download
from package.middleware import HTTPRequest
from things import BUSY, OK, THING, get


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
