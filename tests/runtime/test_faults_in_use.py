"""The life of a client: pools, forks, deriving, closing: F36, F61, F63-F65 and F70."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice
from typing import Any

import httpx2
import pytest
from api import AsyncExample, Example, Thing
from conftest import TOKEN, Clock
from fault_server import Server, hang, reply
from msgspec import UNSET
from package import errors
from package._runtime import Operation

pytestmark = pytest.mark.slow

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)


def test_a_pool_without_a_free_connection() -> None:
    """F61: an error of its own; afterwards the pool works as before."""
    limits = httpx2.Limits(max_connections=2)
    timeout = httpx2.Timeout(60, pool=0.1)
    may_go_on = threading.Event()

    def keep_the_connection(connection: socket.socket) -> None:
        may_go_on.wait()
        connection.sendall(OK)

    with (
        Server(keep_the_connection) as server,
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
        failures = [call.exception() for call in islice(as_completed(calls), 6)]
        may_go_on.set()
        assert {str(error) for error in failures} == {
            "waiting for a free connection timed out (getThing: GET /v1/things/a)"
        }
        assert {type(error) for error in failures} == {errors.APITimeoutError}
        assert [call.result() for call in calls if call.exception() is None] == [THING, THING]
        assert client.things.get("a") == THING
        assert server.connections == 2


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
    "options",
    [
        {"max_retries": -1},
        {"deadline": 0},
        {"deadline": -1},
        {"headers": {"X-A": "a\r\nb"}},
        {"headers": {"Content-Length": "1"}},
        {"headers": {"transfer-encoding": "chunked"}},
    ],
)
def test_options_that_make_no_sense(make: Any, options: Any) -> None:
    with pytest.raises(ValueError, match=r"must|cannot"):
        make(token=TOKEN, **options)
    with pytest.raises(ValueError, match=r"must|cannot"):
        make(token=TOKEN).with_options(**options)


def test_nobody_waits_for_ever_unless_asked_to(call: Any, passing: Clock) -> None:
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
    assert {**seen[0], "pool": None} == {"connect": 5.0, "read": 60.0, "write": 60.0, "pool": None}
    assert 295 < seen[0]["pool"] <= 300, "a free connection is waited for as long as for the server"
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
            assert await asyncio.to_thread(server.arrived, 1) == 1
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await client.things.get("a") == THING

    with Server(hang, OK) as server:
        asyncio.run(run(server))
        assert server.open_connections == 0
    assert len(server.received) == 2


def test_a_timeout_around_a_call_is_not_taken_for_ours() -> None:
    async def run(server: Server) -> None:
        async with AsyncExample(base_url=server.url, token=TOKEN) as client:
            await client.things.get("a")
            async with asyncio.timeout(None) as limit:
                call = asyncio.ensure_future(client.things.get("a"))
                await asyncio.to_thread(server.arrived, 2)
                limit.reschedule(0)  # which has passed
                await call

    with Server(OK, hang) as server, pytest.raises(TimeoutError) as caught:
        asyncio.run(run(server))
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


def test_hooks_of_a_callers_http_client_see_the_whole_request() -> None:
    seen: list[tuple[str, bytes]] = []

    def hook(request: httpx2.Request) -> None:
        seen.append((str(request.url), request.content))

    with Server(OK) as server, httpx2.Client(event_hooks={"request": [hook]}) as http:
        Example(base_url=server.url, token=TOKEN, http_client=http).things.replace("a", name="b")
    assert seen == [(f"{server.url}/v1/things/a", b'{"name":"b"}')]


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


@pytest.mark.parametrize(
    ("method", "json", "length"),
    [
        ("GET", UNSET, None),
        ("DELETE", UNSET, None),
        ("POST", UNSET, "0"),
        ("PUT", UNSET, "0"),
        ("PATCH", UNSET, "0"),
        ("POST", "\u00e9", "4"),
    ],
)
def test_a_request_says_where_it_goes_and_where_it_ends(
    method: str, json: object, length: str | None
) -> None:
    operation: Operation[None] = Operation(id="do", method=method, path="/do", successes={200: None})
    with Server(OK) as server, Example(base_url=server.url, token=TOKEN) as client:
        client.send(operation.request(json=json))
        client.with_options(headers={"Host": "other.example"}).send(operation.request(json=json))
    assert [sent.headers.get("content-length") for sent in server.received] == [length, length]
    assert [sent.headers["host"] for sent in server.received] == [f"127.0.0.1:{server.port}", "other.example"]
    assert server.connections == 1


def test_a_raw_response() -> None:
    started = time.monotonic()
    with (
        Server(reply(503), reply(200, {"id": "a", "size": 1}, ("X-Request-Id", "8c1f"))) as server,
        Example(base_url=server.url, token=TOKEN) as client,
    ):
        response = client.with_raw_response(client.things.replace, "a", name="b")
    assert (response.status_code, response.request_id, response.retries) == (200, "8c1f", 1)
    assert response.headers["x-request-id"] == "8c1f"
    assert response.content == b'{"id": "a", "size": 1}'
    assert 0 < response.elapsed < time.monotonic() - started
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


def test_a_client_of_the_other_colour_says_so() -> None:
    example, other = Example(token=TOKEN), AsyncExample(token=TOKEN)
    with pytest.raises(TypeError, match="AsyncExample is an async client: use `async with`"), other:
        pass
    with pytest.raises(TypeError, match="of a sync client requires a method of a resource of a sync client"):
        example.with_raw_response(other.things.get, "a")

    async def enter() -> None:
        with pytest.raises(TypeError, match="Example is a sync client: use `with`"):
            async with example:
                pass
        with pytest.raises(TypeError, match="of an async client requires"):
            await other.with_raw_response(example.things.get, "a")

    asyncio.run(enter())


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
