"""Arguments, settings, credentials and the life of a client: F50-F65 and F70."""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import httpx2
import pytest
from api import AsyncExample, Example, Thing
from conftest import TOKEN
from fault_server import Server, after, hang, raw, reply
from package import errors

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)


@pytest.fixture(params=[Example, AsyncExample])
def make(request: pytest.FixtureRequest) -> Any:
    """The class of a client."""
    return request.param


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


@pytest.mark.parametrize("kind", [302, 301, 303, 307, 308])
@pytest.mark.parametrize("method", ["get", "replace"])
def test_a_redirect_is_not_followed(call: Any, kind: int, method: str) -> None:
    """F51, F52 and F53: neither to another origin, nor with another method."""
    with Server(OK) as other:
        moved = reply(kind, b"", ("Location", f"{other.url}/elsewhere?signature=x"))
        with Server(moved) as server, pytest.raises(errors.APIStatusError, match="not followed") as caught:
            call(server.url, method, "a")
    assert (caught.value.status_code, len(server.received), other.received) == (kind, 1, [])
    assert other.url in str(caught.value)
    assert "signature" not in str(caught.value)


def test_a_redirect_to_itself_is_not_followed_either(call: Any) -> None:
    """F54."""
    itself = reply(302, b"", ("Location", "/v1/things/a"))
    with Server(itself) as server, pytest.raises(errors.APIStatusError, match="the same server"):
        call(server.url, "get", "a")
    assert len(server.received) == 1


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
    with Server(OK) as server, pytest.raises(ValueError, match="line ends"):
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
    assert "getThing: GET /v1/things/a: 200 in 0." in own[-1].getMessage()
    assert own[-1].getMessage().endswith("2 attempts")
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
    with Server(OK) as server, pytest.raises(ValueError, match="no URL can hold"):
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


def test_a_pool_without_a_free_connection() -> None:
    """F61: an error of its own; afterwards the pool works as before."""
    limits = httpx2.Limits(max_connections=2)
    timeout = httpx2.Timeout(5, pool=0.1)
    with (
        Server(after(0.5, OK)) as server,
        Example(
            base_url=server.url,
            token=TOKEN,
            timeout=timeout,
            max_retries=0,
            transport=httpx2.HTTPTransport(limits=limits),
        ) as client,
        ThreadPoolExecutor(8) as threads,
    ):
        calls = [threads.submit(client.things.get, "a") for _ in range(8)]
        failures = [error for call in calls if (error := call.exception())]
        assert len(failures) == 6
        assert {str(error) for error in failures} == {"getThing: waiting for a free connection timed out"}
        assert {type(error) for error in failures} == {errors.APITimeoutError}
        assert client.things.get("a") == THING
        assert server.connections == 2


def test_threads_share_one_pool(monkeypatch: pytest.MonkeyPatch) -> None:
    """F62: six threads and a fresh client; each gets its own answers."""
    made: list[object] = []
    original = httpx2.Client.__init__

    def counted(self: httpx2.Client, **settings: Any) -> None:
        made.append(self)
        time.sleep(0.05)
        original(self, **settings)

    monkeypatch.setattr(httpx2.Client, "__init__", counted)
    ready = threading.Barrier(6)

    def calls(client: Example) -> None:
        ready.wait()
        for _ in range(10):
            client.things.get("a")

    with Server(OK) as server:
        with Example(base_url=server.url, token=TOKEN) as client, ThreadPoolExecutor(6) as threads:
            for call in [threads.submit(calls, client) for _ in range(6)]:
                call.result()
        assert server.open_connections == 0
    assert len(made) == 1
    assert len(server.received) == 60
    assert server.connections <= 6


def test_tasks_share_one_pool() -> None:
    async def run(url: str) -> None:
        async with AsyncExample(base_url=url, token=TOKEN) as client:
            assert await asyncio.gather(*(client.things.get("a") for _ in range(200))) == [THING] * 200

    with Server(OK) as server:
        asyncio.run(run(server.url))
        assert server.open_connections == 0
    assert len(server.received) == 200
    assert server.connections <= 100


def test_deriving_leaves_the_parent_alone() -> None:
    """F63."""
    with Server(OK) as server, Example(base_url=server.url, token=TOKEN, headers={"X-A": "1"}) as client:
        client.things.get("a")
        derived = client.with_options(headers={"x-b": "2"}, max_retries=0)
        derived.with_options(headers={"X-A": "3"}).things.get("a")
        derived.things.get("a")
        client.things.get("a")
        assert type(derived) is Example
    sent = [(request.headers.get("x-a"), request.headers.get("x-b")) for request in server.received]
    assert sent == [("1", None), ("3", "2"), ("1", "2"), ("1", None)]
    assert server.connections == 1


@pytest.mark.parametrize(
    "options", [{"max_retries": -1}, {"deadline": 0}, {"deadline": -1}, {"headers": {"X-A": "a\r\nb"}}]
)
def test_options_that_make_no_sense(make: Any, options: Any) -> None:
    with pytest.raises(ValueError, match=r"must|cannot"):
        make(token=TOKEN, **options)
    with pytest.raises(ValueError, match=r"must|cannot"):
        make(token=TOKEN).with_options(**options)


def test_nobody_waits_for_ever_unless_asked_to(call: Any) -> None:
    """F36: what holds when no timeout is given, as httpx2 gets it."""
    seen: list[Any] = []

    class Seeing(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
        def handle_request(self, request: httpx2.Request) -> httpx2.Response:
            seen.append(request.extensions["timeout"])
            return httpx2.Response(200, json={"id": "a", "size": 1})

        async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
            return self.handle_request(request)

    url = "https://api.example.com"
    call(url, "get", "a", options={"transport": Seeing()})
    call(url, "get", "a", options={"transport": Seeing(), "deadline": 2})
    call(url, "get", "a", options={"transport": Seeing(), "deadline": None, "timeout": None})
    assert seen[0] == {"connect": 5.0, "read": 60.0, "write": 60.0, "pool": 5.0}
    assert all(1.5 < seconds <= 2 for seconds in seen[1].values()), "an attempt must not outlive its call"
    assert seen[2] == dict.fromkeys(seen[0])


def test_a_closed_client_says_so() -> None:
    """F64."""
    with Server(OK) as server:
        with Example(base_url=server.url, token=TOKEN) as client:
            client.things.get("a")
            derived = client.with_options(timeout=1)
        for closed in (client, derived):
            with pytest.raises(RuntimeError, match="the client is closed"):
                closed.things.get("a")
        client.close()
    assert len(server.received) == 1


def test_a_closed_async_client_says_so() -> None:
    async def run(url: str) -> None:
        async with AsyncExample(base_url=url, token=TOKEN) as client:
            await client.things.get("a")
        with pytest.raises(RuntimeError, match="the client is closed"):
            await client.things.get("a")

    with Server(OK) as server:
        asyncio.run(run(server.url))


def test_a_cancelled_call_leaves_the_pool_usable() -> None:
    """F65."""

    async def run(server: Server) -> None:
        transport = httpx2.AsyncHTTPTransport(limits=httpx2.Limits(max_connections=1))
        async with AsyncExample(base_url=server.url, token=TOKEN, transport=transport) as client:
            task = asyncio.create_task(client.things.get("a"))
            await asyncio.sleep(0.2)
            assert len(server.received) == 1
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await client.things.get("a") == THING

    with Server(hang, OK) as server:
        asyncio.run(run(server))
        assert server.open_connections == 0
    assert len(server.received) == 2


def test_a_timeout_around_a_call_is_not_taken_for_ours() -> None:
    async def run(url: str) -> None:
        async with AsyncExample(base_url=url, token=TOKEN) as client:
            await client.things.get("a")
            async with asyncio.timeout(0.1):
                await client.things.get("a")

    with Server(OK, hang) as server, pytest.raises(TimeoutError) as caught:
        asyncio.run(run(server.url))
    assert not isinstance(caught.value, errors.APIError)
    assert len(server.received) == 2


def test_a_second_event_loop_gets_connections_of_its_own() -> None:
    """F70."""
    with Server(OK) as server:
        client = AsyncExample(base_url=server.url, token=TOKEN)
        assert [asyncio.run(client.things.get("a")) for _ in range(2)] == [THING, THING]
    assert server.connections == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_process_gets_connections_of_its_own() -> None:
    """F70: with the parent's it would read answers meant for the parent."""
    with Server(OK) as server, Example(base_url=server.url, token=TOKEN) as client:
        client.things.get("a")
        child = os.fork()
        if child == 0:
            os._exit(0 if client.things.get("a") == THING else 1)
        assert os.waitpid(child, 0)[1] == 0
        assert client.things.get("a") == THING
        assert server.connections == 2


def test_a_callers_http_client_is_used_and_left_open() -> None:
    with (
        Server(OK) as server,
        httpx2.Client(
            headers={"X-Of-Caller": "1"}, cookies={"c": "1"}, params={"p": "1"}, follow_redirects=True
        ) as http,
    ):
        with Example(base_url=server.url, token=TOKEN, http_client=http) as client:
            client.things.get("a")
        assert not http.is_closed
    sent = server.received[0]
    assert (sent.target, sent.headers["x-of-caller"], sent.headers["cookie"]) == (
        "/v1/things/a?p=1",
        "1",
        "c=1",
    )
    assert sent.headers["user-agent"].startswith("example-client/")


def test_cookies_are_not_kept(call: Any) -> None:
    with Server(reply(200, {"id": "a", "size": 1}, ("Set-Cookie", "session=1; Path=/"))) as server:
        call(server.url, "get", "a", times=2)
    assert "cookie" not in server.received[1].headers


def test_a_request_names_its_sender(call: Any) -> None:
    with Server(OK) as server:
        call(server.url, "replace", "a", name="b")
    sent = server.received[0]
    assert sent.headers["user-agent"].startswith("example-client/1.2.3 python/3.")
    assert sent.headers["user-agent"].endswith(" httpx2/" + ".".join(httpx2.__version__.split(".")[:2]))
    assert (sent.headers["accept"], sent.headers["content-type"]) == ("application/json", "application/json")
    assert sent.body == b'{"name":"b"}'


def test_a_raw_response() -> None:
    with (
        Server(reply(503), reply(200, {"id": "a", "size": 1}, ("X-Request-Id", "8c1f"))) as server,
        Example(base_url=server.url, token=TOKEN) as client,
    ):
        response = client.with_raw_response(client.things.replace, "a", name="b")
    assert (response.status_code, response.request_id, response.retries) == (200, "8c1f", 1)
    assert response.headers["x-request-id"] == "8c1f"
    assert response.content == b'{"id": "a", "size": 1}'
    assert 0 < response.elapsed < 2
    assert response.parse() == THING


def test_an_async_raw_response() -> None:
    async def run(url: str) -> None:
        async with AsyncExample(base_url=url, token=TOKEN) as client:
            response = await client.with_raw_response(client.things.get, "a")
            assert response.parse() == THING
            with pytest.raises(TypeError, match="method of a resource"):
                await client.with_raw_response(asyncio.sleep, 0)

    with Server(OK) as server:
        asyncio.run(run(server.url))


def test_a_raw_response_is_of_a_success_that_may_still_be_undecodable() -> None:
    with Server(reply(200, b"<html>", content_type="text/html"), reply(404)) as server:
        client = Example(base_url=server.url, token=TOKEN)
        response = client.with_raw_response(client.things.get, "a")
        assert response.content == b"<html>"
        with pytest.raises(errors.APIResponseError):
            response.parse()
        with pytest.raises(errors.NotFoundError):
            client.with_raw_response(client.things.get, "a")


def test_the_log_can_be_turned_on_from_outside() -> None:
    """In a process of its own: logging is global."""
    import subprocess
    import sys

    program = "import api, logging; api.Example(token='t'); logging.getLogger('example').debug('on')"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "EXAMPLE_LOG": "debug"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.endswith("example DEBUG on\n")
