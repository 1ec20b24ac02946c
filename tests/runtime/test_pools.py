"""Loops, crowds and closing: what is shared works, what ends is given back, and nobody is left waiting."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import socket
import threading
import time
import warnings
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import httpx2
import pytest
from api import AsyncExample, Example, Thing
from conftest import TOKEN, certificate, trust
from fault_server import Received, Server, after, close, hang, raw, reply
from package import errors
from test_crowds import open_sockets

pytestmark = pytest.mark.slow  # `make quick` leaves it out

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)
PATIENCE = 20


@pytest.fixture(params=["asyncio", "uvloop"])
def runner(request: pytest.FixtureRequest) -> Callable[[Any], Any]:
    """Runs a coroutine, with each of the event loops."""
    if request.param == "asyncio":
        return asyncio.run
    return pytest.importorskip("uvloop").run


SHARED: dict[str, Callable[[], dict[str, Any]]] = {
    "own": dict,
    "transport": lambda: {"transport": httpx2.AsyncHTTPTransport()},
    "http_client": lambda: {"http_client": httpx2.AsyncClient()},
    "a transport in a transport": lambda: {"transport": Outer(httpx2.AsyncHTTPTransport())},
}


class Outer(httpx2.AsyncBaseTransport, httpx2.BaseTransport):
    """A caller's own, around one of httpx2."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        response: httpx2.Response = self.inner.handle_request(request)
        return response

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response: httpx2.Response = await self.inner.handle_async_request(request)
        return response

    async def aclose(self) -> None:
        await self.inner.aclose()


@pytest.mark.parametrize("shared", SHARED.values(), ids=SHARED)
def test_a_client_is_shared_by_event_loops(runner: Any, shared: Any) -> None:
    """One after the other, as programs do that call `asyncio.run` now and then."""
    loops: list[weakref.ref[Any]] = []

    async def run() -> Thing:
        loops.append(weakref.ref(asyncio.get_running_loop()))
        return await client.things.get("a")

    with Server(OK) as server:
        given = shared()
        client = AsyncExample(base_url=server.url, token=TOKEN, max_retries=0, **given)
        gc.collect()  # what other tests left
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            assert [runner(run()) for _ in range(5)] == [THING] * 5
            gc.collect()
        if "http_client" not in given:  # which the caller closes
            assert [str(one.message) for one in warned] == []
            assert open_sockets(server) == 0
    alive = [loop for loop in loops if loop() is not None]
    assert len(alive) <= ("http_client" in given)


def test_loops_of_several_threads_at_once(runner: Any) -> None:
    async def run() -> list[Thing]:
        return await asyncio.gather(*(client.things.get("a") for _ in range(10)))

    with Server(OK) as server, ThreadPoolExecutor(4) as threads:
        client = AsyncExample(base_url=server.url, token=TOKEN, transport=httpx2.AsyncHTTPTransport())
        runs = [threads.submit(runner, run()) for _ in range(8)]
        assert [one.result() for one in runs] == [[THING] * 10] * 8


def test_a_loop_that_is_not_ended_well_is_not_kept() -> None:
    """Without `shutdown_asyncgens`, which `asyncio.run` calls."""
    loops: list[weakref.ref[Any]] = []
    with Server(OK) as server:
        client = AsyncExample(base_url=server.url, token=TOKEN)
        for _ in range(4):
            loop = asyncio.new_event_loop()
            loops.append(weakref.ref(loop))
            assert loop.run_until_complete(client.things.get("a")) == THING
            loop.close()
        del loop
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()
    assert sum(loop() is not None for loop in loops) <= 1, "the last one, until there is another"


def test_a_client_that_nobody_closed_is_given_back(runner: Any) -> None:
    async def run(server: Server) -> None:
        client = AsyncExample(base_url=server.url, token=TOKEN)
        assert await client.things.get("a") == THING
        assert open_sockets(server) == 1
        del client
        gc.collect()
        await asyncio.sleep(0.1)
        assert open_sockets(server) == 0

    with Server(OK) as server:
        runner(run(server))


class Slow(Server):
    """Takes 0.7 s for each request, however many there are."""

    def behaviour(self, request: Received) -> Any:
        return after(0.7, OK)


class Mute(Server):
    """Reads how TLS begins, and says nothing."""

    def __init__(self) -> None:
        super().__init__(hang)
        self.heard = threading.Semaphore(0)

    def _serve(self, connection: socket.socket) -> None:
        self._open.add(connection)
        with contextlib.suppress(OSError):
            while connection.recv(65536):
                self.heard.release()
        self._open.discard(connection)


@pytest.mark.parametrize("scope", [contextlib.nullcontext, anyio.CancelScope])
def test_a_call_that_is_cancelled_while_tls_begins_closes_its_connection(runner: Any, scope: Any) -> None:
    async def run(server: Mute) -> None:
        async def call() -> None:
            with scope() as within:
                scopes.append(within)
                await client.things.get("a")

        scopes: list[Any] = []
        transport = httpx2.AsyncHTTPTransport(verify=trust("loopback"))
        url = f"https://127.0.0.1:{server.port}"
        async with AsyncExample(base_url=url, token=TOKEN, transport=transport) as client:
            task = asyncio.create_task(call())
            assert await asyncio.to_thread(server.heard.acquire, timeout=PATIENCE)
            (scopes[0] or task).cancel()
            await asyncio.wait([task])
            assert await asyncio.to_thread(lambda: server.open_connections) == 0

    gc.disable()  # it would close what nobody refers to
    try:
        with Mute() as server:
            runner(run(server))
    finally:
        gc.enable()


def test_a_thousand_tasks_wait_for_the_server() -> None:
    """Not for what the pool has set."""

    async def run(url: str) -> list[Thing]:
        async with AsyncExample(base_url=url, token=TOKEN) as client:
            return await asyncio.gather(*(client.things.get("a") for _ in range(1000)))

    with Slow(OK) as server:
        assert asyncio.run(run(server.url)) == [THING] * 1000


def until_received(server: Server, requests: int) -> None:
    end = time.monotonic() + PATIENCE
    while len(server.received) < requests and time.monotonic() < end:
        time.sleep(0.01)


@pytest.mark.parametrize("given", [False, True], ids=["own", "transport"])
def test_closing_wakes_threads(given: bool) -> None:
    """Those that wait for the server, and those that wait for a connection."""
    limits = httpx2.Limits(max_connections=3)
    with Server(hang) as server:
        options = {"transport": httpx2.HTTPTransport(limits=limits)} if given else {}
        client = Example(base_url=server.url, token=TOKEN, **options)
        outcomes: list[BaseException | None] = []

        def call() -> None:
            try:
                client.things.get("a")
            except (errors.APIError, RuntimeError) as error:
                outcomes.append(error)

        threads = [threading.Thread(target=call, daemon=True) for _ in range(12)]
        for thread in threads:
            thread.start()
        until_received(server, 3 if given else 12)
        client.close()
        for thread in threads:
            thread.join(PATIENCE / 2)
        assert not [thread for thread in threads if thread.is_alive()]
    assert len(outcomes) == 12
    assert {type(one) for one in outcomes} <= {RuntimeError, errors.APIConnectionError}


def test_closing_while_calls_start() -> None:
    """Whoever comes before gets a response; whoever comes after is told; nobody waits."""
    with Server(OK) as server:
        for _ in range(20):
            client = Example(base_url=server.url, token=TOKEN)
            ready = threading.Barrier(9)

            def call(client: Example = client, ready: threading.Barrier = ready) -> object:
                ready.wait()
                try:
                    return client.things.get("a")
                except (RuntimeError, errors.APIConnectionError) as error:
                    return error

            with ThreadPoolExecutor(8) as threads:
                calls = [threads.submit(call) for _ in range(8)]
                ready.wait()
                client.close()
                assert all(one.result(PATIENCE) for one in calls)
        assert server.open_connections == 0


def test_closing_wakes_tasks(runner: Any) -> None:
    async def run(server: Server) -> list[Any]:
        client = AsyncExample(base_url=server.url, token=TOKEN)
        calls = [asyncio.ensure_future(client.things.get("a")) for _ in range(120)]
        await asyncio.to_thread(until_received, server, 100)
        await client.close()
        return await asyncio.wait_for(asyncio.gather(*calls, return_exceptions=True), PATIENCE)

    with Server(hang) as server:
        outcomes = runner(run(server))
        assert server.open_connections == 0
    assert {type(one) for one in outcomes} <= {RuntimeError, errors.APIConnectionError}


def test_closing_one_client_leaves_the_transport_to_the_other() -> None:
    with Server(OK) as server:
        transport = httpx2.HTTPTransport()
        one = Example(base_url=server.url, token=TOKEN, transport=transport)
        other = Example(base_url=server.url, token=TOKEN, transport=transport)
        assert one.things.get("a") == other.things.get("a") == THING
        one.close()
        assert other.things.get("a") == THING


# Early responses -------------------------------------------------------------------------------------

TOO_LARGE = reply(413, {"error": {"code": "too_large", "message": "Too large"}})


class Refusing(Server):
    """Says something as soon as a request begins, and does not read the rest of it."""

    def __init__(self, response: bytes, how: str, tls: Any = None) -> None:
        super().__init__(close, tls=tls)
        self.response, self.how = response, how

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            self._refuse(connection)

    def _refuse(self, connection: socket.socket) -> None:
        if self._tls:
            connection = self._tls.wrap_socket(connection, server_side=True)
        self._open.add(connection)
        connection.recv(1000)
        connection.sendall(self.response)
        if self.how == "left open":
            time.sleep(1)
        elif self.how == "closed slowly":
            socket.socket.shutdown(connection, socket.SHUT_WR)
            time.sleep(0.3)
        connection.close()
        self._open.discard(connection)


@pytest.mark.parametrize(
    ("tls", "how"),
    [
        (False, "left open"),
        (False, "closed slowly"),
        (False, "closed at once"),
        (True, "left open"),
        (True, "closed slowly"),
    ],
)
def test_a_response_that_comes_early(call: Any, transport: Any, tls: bool, how: str) -> None:
    """The 413 is the 413, though the upload was never read."""
    options: dict[str, Any] = {"transport": transport(verify=trust("loopback"))} if tls else {}
    context = certificate("loopback") if tls else None
    with (
        Refusing(TOO_LARGE, how, tls=context) as server,
        pytest.raises(errors.APIStatusError) as caught,
    ):
        call(server.url, "create", name="x" * 12_000_000, options={**options, "deadline": PATIENCE})
    assert (caught.value.status_code, caught.value.code) == (413, "too_large")


def test_hints_that_come_early(call: Any) -> None:
    """They end nothing."""
    hints = raw("HTTP/1.1 100 Continue") + raw("HTTP/1.1 103 Early Hints\nLink: </a>")

    class Hinting(Server):
        def _serve(self, connection: socket.socket) -> None:
            connection.sendall(hints)
            super()._serve(connection)

    with Hinting(reply(201, {"id": "a", "size": 1})) as server:
        assert call(server.url, "create", name="x" * 3_000_000) == THING
    assert len(server.received[0].body) == 3_000_011


def test_a_large_upload_arrives(call: Any, transport: Any) -> None:
    with Server(reply(201, {"id": "a", "size": 1}), tls=certificate("loopback")) as server:
        options = {"transport": transport(verify=trust("loopback"))}
        assert call(server.url, "create", name="x" * 3_000_000, options=options, times=2) == THING
    assert [len(one.body) for one in server.received] == [3_000_011] * 2
    assert server.connections == 1
