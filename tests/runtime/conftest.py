"""The runtime is tested where it stands: `templates/package` is imported as `package`."""

from __future__ import annotations

import asyncio
import re
import ssl
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx2
import pytest

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "templates")]

from api import AsyncExample, Example  # noqa: E402 - found once the path is set
from kinds import TOKEN, Kind  # noqa: E402 - the same

Call = Callable[..., Any]


FAST = pytest.param("fast", marks=pytest.mark.slow)
"""The async client with the transport of `fast.py`, which has to behave like that of httpx2."""


@pytest.fixture(params=["sync", "async", FAST])
def call(request: pytest.FixtureRequest) -> Call:
    """Call a method of an API's things, in both ways.

    `call(server.url, "replace", "a", name="b", options={"max_retries": 0})`: the server's address, the
    method, its arguments; what the client is made with; how often to call, and what to wait for between.
    The last value is returned.
    """
    return {"sync": _sync, "async": _async, "fast": _fast}[request.param]


@pytest.fixture(params=["sync", "async"])
def downloaded(request: pytest.FixtureRequest) -> Call:
    """`downloaded(url, use, **options)`: what `use` returns for a download from the server, in both ways."""
    from download_api import async_run, sync_run

    return sync_run if request.param == "sync" else async_run


def _sync(
    url: str,
    method: str,
    *args: object,
    options: Any = None,
    times: int = 1,
    pause: Callable[[], object] = bool,
    **kwargs: object,
) -> object:
    with Example(**{"base_url": url, "token": TOKEN} | (options or {})) as client:
        for _ in range(times - 1):
            getattr(client.things, method)(*args, **kwargs)
            pause()
        return getattr(client.things, method)(*args, **kwargs)


def _fast(url: str, method: str, *args: object, options: Any = None, **kwargs: Any) -> object:
    from package.fast import FastTransport

    pytest.importorskip("httptools")  # `test_fast.py` fails without it
    given = options or {}
    if "http_client" not in given:
        given = {"transport": FastTransport()} | given
    return _async(url, method, *args, options=given, **kwargs)


def _async(
    url: str,
    method: str,
    *args: object,
    options: Any = None,
    times: int = 1,
    pause: Callable[[], object] = bool,
    **kwargs: object,
) -> object:
    async def run() -> object:
        async with AsyncExample(**{"base_url": url, "token": TOKEN} | (options or {})) as client:
            for _ in range(times - 1):
                await getattr(client.things, method)(*args, **kwargs)
                await asyncio.to_thread(pause)
            return await getattr(client.things, method)(*args, **kwargs)

    return asyncio.run(run())


ARRIVED = frozenset({"headers", "raw", "body", "code", "message", "details", "request_id", "got", "location"})
"""What errors have of a response: a program is given what arrived, whatever the server repeats."""


def _shown_by_rich(value: Any) -> object:
    """What rich asks a value for instead of its `repr`."""
    is_asked = hasattr(value, "__rich_repr__") and not isinstance(value, type)
    return [*value.__rich_repr__()] if is_asked else None


def shown_by(error: BaseException | None) -> list[str]:
    """All that is shown of an error, in a log or by who prints the variables of our frames."""
    shown: list[str] = []
    if error is not None:
        shown += traceback.format_exception(error)
    while error is not None:
        own = {name: value for name, value in vars(error).items() if name not in ARRIVED}
        shown += [repr(error), str(error), repr(own), str(getattr(error, "_request", ""))]
        for frame, _ in traceback.walk_tb(error.__traceback__):
            # Those that drive a call hold what they are just reading.
            if re.search(r"/package/(?!.*_(client|call)\.py)", frame.f_code.co_filename):
                variables = frame.f_locals.values()
                shown += [repr(frame.f_locals), *map(str, map(_shown_by_rich, variables))]
        error = error.__cause__ or error.__context__
    return shown


@pytest.fixture
def transport(call: Call) -> Callable[..., Any]:
    """The class of httpx2's transports that fits `call`."""
    return httpx2.HTTPTransport if call is _sync else httpx2.AsyncHTTPTransport


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 7.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += seconds


def certificate(name: str) -> ssl.SSLContext:
    """A server's side of TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(HERE / "certificates" / f"{name}.pem")
    return context


def trust(name: str) -> ssl.SSLContext:
    """A client's side of TLS that trusts one certificate."""
    return ssl.create_default_context(cafile=HERE / "certificates" / f"{name}.pem")


@pytest.fixture
def passing(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of deadlines, which stands still unless a test lets time pass."""
    clock = Clock()
    monkeypatch.setattr("package._runtime._call.monotonic", clock)
    return clock


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds of each sleep between attempts; none takes any time."""
    seconds: list[float] = []

    async def sleep(delay: float) -> None:
        seconds.append(delay)

    monkeypatch.setattr("package._runtime._client.time", SimpleNamespace(sleep=seconds.append))
    monkeypatch.setattr("asyncio.sleep", sleep)
    return seconds


@pytest.fixture(autouse=True)
def _short_sleeps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Backoff takes no time here; how long it is stands in `test_retry.py`."""
    monkeypatch.setattr("package._runtime._call.random", lambda: 0.01)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "EXAMPLE_TOKEN",
        "EXAMPLE_BASE_URL",
        "EXAMPLE_LOG",
        "http_proxy",
        "https_proxy",
        "all_proxy",
    ):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(params=[Example, AsyncExample])
def kind(request: pytest.FixtureRequest) -> Kind:
    """A kind of client."""
    return Kind(request.param)


@pytest.fixture(params=[Example, AsyncExample])
def make(request: pytest.FixtureRequest) -> Any:
    """The class of a client."""
    return request.param


@contextmanager
def opening(kind: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    """Make clients of a server's address, and close them at the end."""
    with ExitStack() as opened:

        def make(url: str, **options: Any) -> Any:
            client = kind(**{"base_url": url, "token": TOKEN} | options)
            opened.callback(client.close)
            return client

        yield make
