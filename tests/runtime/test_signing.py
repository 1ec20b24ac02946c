"""Signatures of requests, over real sockets."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import logging
import re
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
from api import AsyncExample, Thing
from conftest import TOKEN, shown_by
from fault_server import Server, reply
from kinds import Kind
from package import errors
from package.middleware import HTTPRequest

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)
BUSY = reply(503, b"", ("Retry-After", "0"))


def get(client: Any) -> Any:
    return client.things.get("a")


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
