"""Addresses, credentials, proxies and arguments that are not safe: F50-F60."""

from __future__ import annotations

import asyncio
import logging
import pickle
import re
import traceback
from typing import Any
from uuid import UUID

import pytest
from api import AsyncExample, Thing
from conftest import TOKEN
from fault_server import Server, hang, raw, reply
from package import errors

pytestmark = pytest.mark.slow

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)


@pytest.mark.parametrize(
    "url",
    [
        "http://api.example.com",  # F50, the others F59
        "http://127.0.0.1.example.com",
        "http://10.0.0.1",
        "https://user:pa55@api.example.com",
        "https://user@api.example.com",
        "https://api.example.com?x=1",
        "https://api.example.com/v1?",
        "https://api.example.com/#x",
        "api.example.com",
        "//api.example.com",
        "ftp://api.example.com",
        "https://",
        "",
        "https://api.example.com/../x",
        "https://api.example.com/a/./x",
        "https://api.example.com/%2e%2e/x",
        "https://api.example.com:99999",
        "https://api.example.com/\n",
    ],
)
def test_an_address_that_is_not_safe(make: Any, url: str) -> None:
    with pytest.raises(ValueError, match="base_url") as caught:
        make(token=TOKEN, base_url=url)
    assert "pa55" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://api.example.com", "https://api.example.com"),
        ("https://api.example.com/", "https://api.example.com"),
        ("https://api.example.com/base/v2/", "https://api.example.com/base/v2"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://127.1.2.3", "http://127.1.2.3"),
    ],
)
def test_an_address_that_is(make: Any, url: str, kept: str) -> None:
    assert make(token=TOKEN, base_url=url).base_url == kept


def test_http_elsewhere_must_be_asked_for_by_name(make: Any) -> None:
    assert make(token=TOKEN, base_url="http://10.0.0.1", allow_insecure_http=True)


def test_the_path_of_the_address_is_kept(call: Any) -> None:
    with Server(OK) as server:
        call(f"{server.url}/base/", "get", "a")
    assert server.received[0].target == "/base/v1/things/a"


@pytest.mark.parametrize(
    "token",
    [
        "",
        " ",
        "a b",
        "s3cret\r\nX-Other: 1",
        "s3cret\n",
        "s3cret\u00e9",
        "\u202es3cret",
        "s3cret\x00",
        "\ts3cret",
    ],
)
def test_a_token_that_cannot_be_sent(make: Any, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """F55 and F56: refused when the client is made, and never repeated."""
    with pytest.raises(ValueError, match="the token") as caught:
        make(token=token)
    assert "s3cret" not in "".join(traceback.format_exception(caught.value)).replace(__file__, "")
    if "\x00" not in token:
        monkeypatch.setenv("EXAMPLE_TOKEN", token)
        with pytest.raises(ValueError, match="the token"):
            make()


def test_no_token(make: Any) -> None:
    with pytest.raises(ValueError, match="pass token= or set EXAMPLE_TOKEN"):
        make()


def test_settings_of_the_environment(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(OK) as server:
        monkeypatch.setenv("EXAMPLE_TOKEN", "of-the-environment")
        monkeypatch.setenv("EXAMPLE_BASE_URL", server.url)
        assert call(None, "get", "a", options={"token": None}) == THING
    assert server.received[0].headers["authorization"] == "Bearer of-the-environment"


def test_a_token_that_is_renewed(call: Any) -> None:
    """A function is asked when it is needed, and once more after a 401."""
    tokens = iter(["old", "new", "never"])
    with Server(OK, reply(401), OK) as server:
        assert call(server.url, "get", "a", times=2, options={"token": lambda: next(tokens)}) == THING
    sent = [request.headers["authorization"] for request in server.received]
    assert sent == ["Bearer old", "Bearer old", "Bearer new"]


def test_a_token_is_renewed_once(call: Any) -> None:
    asked: list[int] = []
    with Server(reply(401)) as server, pytest.raises(errors.UnauthorizedError) as caught:
        call(server.url, "create", options={"token": lambda: str(asked.append(1) or len(asked))})
    assert len(asked) == len(server.received) == caught.value.attempts == 2


def test_a_function_that_returns_no_token(call: Any) -> None:
    with Server(OK) as server, pytest.raises(ValueError, match="line breaks"):
        call(server.url, "get", "a", options={"token": lambda: "s3cret\n"})
    assert server.received == []


def test_an_async_function_is_asked_once_by_many_tasks() -> None:
    asked: list[int] = []

    async def token() -> str:
        asked.append(1)
        await asyncio.sleep(0.05)
        return "awaited"

    async def run(url: str) -> list[Thing]:
        async with AsyncExample(base_url=url, token=token) as client:
            return await asyncio.gather(*(client.things.get("a") for _ in range(20)))

    with Server(OK) as server:
        assert asyncio.run(run(server.url)) == [THING] * 20
    assert asked == [1]
    assert {request.headers["authorization"] for request in server.received} == {"Bearer awaited"}


def test_a_token_is_not_to_be_seen(make: Any) -> None:
    """F57."""
    client = make(token=TOKEN)
    for shown in (
        repr(client),
        str(client),
        repr(vars(client)),
        repr([vars(one) for one in _objects(client)]),
    ):
        assert TOKEN not in shown
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(client)


def _objects(client: object) -> list[Any]:
    return [one for one in vars(client).values() if hasattr(one, "__dict__")]


def test_a_token_is_not_to_be_read_in_logs(call: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    echo = reply(200, {"id": "a", "size": 1}, ("X-Echo", f"Bearer {TOKEN}"), ("Set-Cookie", "session=s3cret"))
    with Server(reply(503), echo) as server:
        call(server.url, "get", "a")
    own = [record for record in caplog.records if record.name == "example"]
    assert [record.levelname for record in own] == ["DEBUG", "DEBUG", "INFO"]
    assert re.fullmatch(r"getThing: GET /v1/things/a: 200 in \d+\.\d+ s.*2 attempts", own[-1].getMessage())
    text = "\n".join(record.getMessage() for record in own)
    assert TOKEN not in text
    assert "s3cret" not in text


def test_a_token_is_not_to_be_read_in_tracebacks(call: Any) -> None:
    with Server(hang) as server, pytest.raises(errors.APITimeoutError) as caught:
        call(server.url, "get", "a", options={"timeout": 0.1, "max_retries": 0})
    assert TOKEN not in "".join(traceback.format_exception(caught.value))
    assert TOKEN.encode() not in pickle.dumps(caught.value)


@pytest.mark.parametrize("value", ["..", ".", "", None, b"a", {}])
def test_an_id_that_would_change_the_path(call: Any, value: Any) -> None:
    """F58."""
    with Server(OK) as server, pytest.raises((ValueError, TypeError), match="thing_id"):
        call(server.url, "get", value)
    assert server.received == []


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ("a/b", "a%2Fb"),
        ("x?y#z", "x%3Fy%23z"),
        ("a\r\nb", "a%0D%0Ab"),
        ("%2e%2e", "%252e%252e"),
        ("../x", "..%2Fx"),
        ("a b;c", "a%20b%3Bc"),
        ("\u00e9", "%C3%A9"),
        ("...", "..."),
    ],
)
def test_an_id_that_is_quoted(call: Any, value: str, sent: str) -> None:
    """F58."""
    with Server(OK) as server:
        call(server.url, "get", value)
    assert [request.target for request in server.received] == [f"/v1/things/{sent}"]


@pytest.mark.parametrize(
    "value",
    [
        "",
        "a",
        "..",
        None,
        7,
        "0b6a4b0f6c1b4a539c553f0a0d3d9c61",
        "urn:uuid:0b6a4b0f-6c1b-4a53-9c55-3f0a0d3d9c61",
    ],
)
def test_an_id_that_is_no_uuid(call: Any, value: Any) -> None:
    with Server(OK) as server, pytest.raises((ValueError, TypeError), match="thing_id must be a UUID"):
        call(server.url, "delete", value)
    assert server.received == []


def test_a_uuid(call: Any) -> None:
    with Server(raw("HTTP/1.1 204 No Content")) as server:
        call(server.url, "delete", UUID("0b6a4b0f-6c1b-4a53-9c55-3f0a0d3d9c61"))
    assert server.received[0].target == "/v1/things/0b6a4b0f-6c1b-4a53-9c55-3f0a0d3d9c61"


def test_an_id_that_no_url_can_hold(call: Any) -> None:
    with Server(OK) as server, pytest.raises(ValueError, match="do not fit into a URL"):
        call(server.url, "get", "a" * 100_000)
    assert server.received == []


@pytest.mark.parametrize("value", ["a\r\nX-Other: 1", "a\n", "\u00e9", "\x00"])
def test_a_header_that_cannot_be_sent(call: Any, value: str) -> None:
    with Server(OK) as server, pytest.raises(ValueError, match="Idempotency-Key"):
        call(server.url, "create", idempotency_key=value)
    assert server.received == []


def test_a_proxy_is_not_used_to_reach_this_machine(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """F60: it would read the token. https:// goes through proxies as a tunnel, which they cannot read."""
    with Server(OK) as server, Server(OK) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.setenv("all_proxy", proxy.url)
        assert call(server.url, "get", "a") == THING
    assert proxy.received == []


@pytest.mark.parametrize("call", ["sync", "async"], indirect=True)
def test_a_proxy_tunnels_what_it_cannot_read(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """F60: all that a proxy of the environment sees is the host; and a POST that it refuses was not sent."""
    with Server(reply(502)) as proxy:
        monkeypatch.setenv("https_proxy", proxy.url)
        with pytest.raises(errors.APIConnectionError, match="502"):
            call("https://api.example.com", "create", name="b")
    assert [(seen.method, seen.target) for seen in proxy.received] == [("CONNECT", "api.example.com:443")] * 3
    assert TOKEN not in repr(proxy.received)


def test_a_transport_opts_out_of_proxies(call: Any, transport: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(OK) as proxy:
        monkeypatch.setenv("https_proxy", proxy.url)
        with pytest.raises(errors.APIConnectionError):
            call("https://nothing.invalid", "get", "a", options={"transport": transport()})
    assert proxy.received == []
