"""The deadline is the deadline, wherever the time goes; each is far shorter than what it ends."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from api import AsyncExample, Example
from conftest import TOKEN
from fault_server import Behaviour, Server, hang, reply
from package import errors
from package._runtime import Operation
from slow_servers import OK, PATIENCE, SLOW, THING, drip_head, endless_hints, zipped_nothing

pytestmark = pytest.mark.slow  # `make quick` leaves it out


@pytest.fixture(params=["asyncio", "uvloop"])
def runner(request: pytest.FixtureRequest) -> Callable[[Any], Any]:
    """Runs a coroutine, with each of the event loops."""
    if request.param == "asyncio":
        return asyncio.run
    return pytest.importorskip("uvloop").run


@pytest.fixture(params=["sync", "asyncio", "uvloop"])
def timed_out(request: pytest.FixtureRequest) -> Callable[..., errors.APITimeoutError]:
    """Make a call that takes too long, and return what it raises."""
    ways: dict[str, Callable[..., Any]] = {
        "sync": _sync_call,
        "asyncio": lambda url, **options: asyncio.run(_call(url, **options)),
        "uvloop": lambda url, **options: pytest.importorskip("uvloop").run(_call(url, **options)),
    }

    def run(url: str, name: str = "b", **options: Any) -> errors.APITimeoutError:
        options = {"token": TOKEN, "deadline": 0.3, **options}
        started = time.monotonic()
        with pytest.raises(errors.APITimeoutError) as caught:
            ways[request.param](url, name=name, **options)
        assert time.monotonic() - started < PATIENCE / 2
        assert "deadline of 0.3 s" in str(caught.value)
        return caught.value

    return run


def _sync_call(url: str, name: str = "b", **options: Any) -> None:
    with Example(base_url=url, **options) as client:
        client.things.replace("a", name=name)


async def _call(url: str, name: str = "b", **options: Any) -> None:
    async with AsyncExample(base_url=url, **{"token": TOKEN, **options}) as client:
        await client.things.replace("a", name=name)


@pytest.mark.parametrize("fault", SLOW, ids=lambda fault: fault.__name__)
def test_a_server_that_is_slow(timed_out: Any, fault: Behaviour) -> None:
    with Server(fault) as server:
        error = timed_out(server.url)
    assert error.attempts == 1


def test_a_server_that_does_not_read(timed_out: Any) -> None:
    """The request is larger than what systems hold for a connection."""

    class Deaf(Server):
        def _serve(self, connection: socket.socket) -> None:
            self._open.add(connection)
            time.sleep(1)

    with Deaf(hang) as server:
        timed_out(server.url, name="x" * 20_000_000)


@contextlib.contextmanager
def full() -> Iterator[int]:
    """A port that nobody accepts connections at: packets to it are dropped, as by a dead host."""
    with socket.socket() as listener, contextlib.ExitStack() as stack:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        port = listener.getsockname()[1]
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(("127.0.0.1", port))
        time.sleep(0.05)
        yield port


@pytest.mark.skipif(not Path("/proc/net").exists(), reason="other systems refuse such connections")
def test_a_dead_address(timed_out: Any) -> None:
    with full() as port:
        assert timed_out(f"http://127.0.0.1:{port}").attempts == 1


@pytest.mark.skipif(not Path("/proc/net").exists(), reason="other systems refuse such connections")
def test_many_dead_addresses(timed_out: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each may take as long as the timeout says, but not all of them together."""
    with full() as port:
        found = [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (f"127.0.0.{n}", port)) for n in range(1, 2)
        ] * 40
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
        timed_out(f"http://localhost:{port}", timeout=5)


def test_the_next_address_is_tried(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(OK) as server, socket.socket() as refusing:
        refusing.bind(("127.0.0.2", 0))
        found = [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, server.port))
            for host in ("127.0.0.3", "127.0.0.1")
        ]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
        assert call(f"http://localhost:{server.port}", "get", "a") == THING


def test_names_that_are_looked_up_slowly(timed_out: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the call nor the end of its event loop waits for the system."""
    release = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: release.wait(PATIENCE) or [])
    try:
        timed_out("http://localhost:1")
    finally:
        release.set()


@pytest.mark.parametrize("name", ["a" * 64, "a." * 200 + "a", "xn--"])
def test_names_that_no_host_can_have(call: Any, name: str) -> None:
    with pytest.raises((errors.APIConnectionError, ValueError)):
        call(f"https://{name}.invalid", "get", "a", options={"max_retries": 0})


def test_a_token_that_takes_long(timed_out: Any) -> None:
    release = threading.Event()
    with Server(OK) as server:
        error = timed_out(server.url, token=lambda: release.wait(PATIENCE) and TOKEN)
        release.set()
    assert server.received == []
    assert error.attempts == 1


def test_a_token_that_is_awaited_long(runner: Any) -> None:
    async def token() -> str:
        await asyncio.sleep(PATIENCE)
        return TOKEN

    with Server(OK) as server, pytest.raises(errors.APITimeoutError, match=r"deadline of 0\.2 s passed"):
        runner(_call(server.url, token=token, deadline=0.2))


def test_a_token_that_takes_long_holds_up_nobody_for_longer() -> None:
    """Others wait for the thread that asks, and each until its own deadline."""
    release = threading.Event()
    asked: list[int] = []

    def token() -> str:
        asked.append(1)
        release.wait(PATIENCE)
        return TOKEN

    with Server(OK) as server, Example(base_url=server.url, token=token) as client:
        asking = threading.Thread(target=lambda: client.things.get("a"), daemon=True)
        asking.start()
        while not asked:
            time.sleep(0.01)
        with pytest.raises(errors.APITimeoutError):
            client.with_options(deadline=0.2).things.get("a")
        release.set()
        asking.join(PATIENCE)
        assert client.things.get("a") == THING
    assert asked == [1]


def test_a_function_for_the_token_does_not_hold_up_the_loop(runner: Any) -> None:
    """It may block, as those of many credential libraries do."""
    ticked = threading.Event()

    async def run(url: str) -> None:
        asyncio.get_running_loop().call_later(0.05, ticked.set)
        async with AsyncExample(base_url=url, token=lambda: ticked.wait(PATIENCE) and TOKEN) as client:
            assert await client.things.get("a") == THING

    with Server(OK) as server:
        runner(run(server.url))
    assert ticked.is_set()


def test_what_the_function_for_the_token_raises_is_raised(call: Any) -> None:
    class OwnError(Exception):
        pass

    for raised in (OwnError("x"), TimeoutError("of its own")):

        def token(raised: Exception = raised) -> str:
            raise raised

        with Server(OK) as server, pytest.raises(type(raised), match=str(raised)) as caught:
            call(server.url, "get", "a", options={"token": token})
        assert caught.value is raised
        assert server.received == []


def test_a_functions_context_is_that_of_the_call(call: Any) -> None:
    from contextvars import ContextVar

    variable = ContextVar("variable", default="none")
    variable.set("set")
    with Server(OK) as server:
        call(server.url, "get", "a", options={"token": variable.get})
    assert server.received[0].headers["authorization"] == "Bearer set"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("shared", ["own", "transport"])
def test_locks_are_not_inherited(shared: str) -> None:
    """Whatever the other threads of a process hold when it is forked."""
    asked, release = threading.Event(), threading.Event()

    def token() -> str:
        asked.set()
        release.wait(PATIENCE)
        return TOKEN

    transport = {"transport": httpx2.HTTPTransport()} if shared == "transport" else {}
    with Server(OK) as server, Example(base_url=server.url, token=token, **transport) as client:
        asking = threading.Thread(target=lambda: client.things.get("a"), daemon=True)
        asking.start()
        assert asked.wait(PATIENCE)
        held = [client._pool._lock, client._budget._lock, client._token._lock]
        with contextlib.ExitStack() as stack:
            for lock in held[:2]:
                stack.enter_context(lock)
            if transport:
                stack.enter_context(transport["transport"]._pool._optional_thread_lock)
            done = threading.Event()
            holder = threading.Thread(target=_fork_from, args=(client, release, done), daemon=True)
            holder.start()
            assert done.wait(PATIENCE)
            assert _fork_from.status == 0  # type: ignore[attr-defined]
        release.set()
        asking.join(PATIENCE)


def _fork_from(client: Example, release: threading.Event, done: threading.Event) -> None:
    """Fork in a thread that holds no lock, while others do."""
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            threading.Timer(0.05, os.utime, ("/",)).cancel()
            client._token._source = lambda: TOKEN
            client.with_options(deadline=PATIENCE / 4).things.get("a")
            os._exit(0)
        os._exit(1)
    _fork_from.status = os.waitpid(child, 0)[1]  # type: ignore[attr-defined]
    done.set()


@pytest.mark.parametrize("early", [0.0004, 0.004])
def test_a_loop_whose_clock_is_ahead(early: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loops round: a timeout may come a moment before the deadline, and is one all the same."""
    real = asyncio.timeout
    monkeypatch.setattr(asyncio, "timeout", lambda seconds: real(seconds and max(0, seconds - early)))
    with (
        Server(hang) as server,
        pytest.raises(errors.APITimeoutError, match=r"deadline of 0\.5 s passed") as caught,
    ):
        asyncio.run(_call(server.url, deadline=0.5))
    assert caught.value.attempts == len(server.received) == 1


def test_a_deadline_leaves_a_connection_that_works(runner: Any) -> None:
    async def run(server: Server) -> None:
        async with AsyncExample(base_url=server.url, token=TOKEN) as client:
            assert await client.things.get("a") == THING
            with pytest.raises(errors.APITimeoutError):
                await client.with_options(deadline=0.2).things.get("a")
            assert await client.things.get("a") == THING

    with Server(OK, hang, OK) as server:
        runner(run(server))


CHARSETS = [
    "punycode",
    "idna",
    "unicode_escape",
    "raw_unicode_escape",
    "undefined",
    "utf-7",
    "hz",
    "utf-16",
    "x",
]

TEXT: Operation[str] = Operation(id="read", method="GET", path="/", successes={200: {"text/plain": str}})


@pytest.mark.parametrize("charset", CHARSETS)
def test_text_takes_as_long_as_it_is(charset: str) -> None:
    """Some of Python's codecs take the square of that, and no server means them."""
    body = b"a-" + b"zzz" * 130_000
    with (
        Server(reply(200, body, content_type=f"text/plain; charset={charset}")) as server,
        Example(base_url=server.url, token=TOKEN) as client,
    ):
        used = time.process_time()
        assert isinstance(client.send(TEXT.request()), str)
        assert time.process_time() - used < 2


@pytest.mark.parametrize(
    "fault", [drip_head, endless_hints, zipped_nothing], ids=lambda fault: fault.__name__
)
@pytest.mark.parametrize("given", ["transport", "http_client", "around"])
def test_a_callers_own_way_to_connect_keeps_the_deadline(fault: Behaviour, given: str) -> None:
    """Sync: what is the caller's reads by our means, too."""

    class Around(httpx2.BaseTransport):
        def __init__(self) -> None:
            self.inner = httpx2.HTTPTransport()

        def handle_request(self, request: httpx2.Request) -> httpx2.Response:
            return self.inner.handle_request(request)

    ways: dict[str, Any] = {
        "transport": {"transport": httpx2.HTTPTransport()},
        "http_client": {"http_client": httpx2.Client()},
        "around": {"transport": Around()},
    }
    started = time.monotonic()
    with Server(fault) as server, pytest.raises(errors.APITimeoutError, match=r"deadline of 0\.3 s"):
        _sync_call(server.url, token=TOKEN, deadline=0.3, **ways[given])
    assert time.monotonic() - started < PATIENCE / 2
