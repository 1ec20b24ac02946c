"""Fixtures and settings for all tests: a server on loopback, and clients, each generated once."""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseServer
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

if TYPE_CHECKING:
    from tests.clients import Client

ROOT = Path(__file__).parent.parent

SHARED = "PYTEST_SHARED"
"""The environment variable with a folder that all processes of a run share."""

# No test fails since the machine is busy: nothing is measured by a clock.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

MEMORY = Path("/dev/shm")
"""A file system in memory. The tests write and delete 100,000 small files, which takes long on a disk."""


def has_room(folder: Path) -> bool:
    """Whether programs can be run from a folder, and it has four gigabytes for the files of a run."""
    if not os.access(folder, os.W_OK):
        return False
    found = os.statvfs(folder)
    return not found.f_flag & os.ST_NOEXEC and found.f_bavail * found.f_frsize > 4e9


def pytest_configure(config: pytest.Config) -> None:
    """Make the folder that the processes of a run share; those of pytest-xdist inherit the variables.

    A shell in the background ignores Ctrl-C for what it starts, and so would the programs that tests stop.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if SHARED not in os.environ:
        if "TMPDIR" not in os.environ and has_room(MEMORY):
            os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)
        folder = tempfile.TemporaryDirectory(prefix="tests-")
        os.environ[SHARED] = folder.name

        def remove() -> None:
            folder.cleanup()
            del os.environ[SHARED]

        config.add_cleanup(remove)


BESIDE = {"corpus", "drift"}
"""Folders whose subjects are not on the way from a document to a client; `make quick` leaves them out."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="run what `make quick` runs")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not even import what `make quick` and `make test` leave out as a whole."""
    is_quick = config.getoption("--quick")
    if is_quick and collection_path.parent == Path(__file__).parent and collection_path.name in BESIDE:
        return True
    if collection_path.suffix != ".py" or not (is_quick or "not slow" in config.getoption("markexpr")):
        return None
    return "\npytestmark = pytest.mark.slow" in collection_path.read_text(encoding="utf-8") or None


def is_sampled(item: pytest.Item, seen: set[str]) -> bool:
    """Whether `make quick` runs a test: it is not slow, and has not been run with other values.

    Hypothesis reads all modules before the first of its tests, which takes longer than most tests.
    """
    if any(map(item.get_closest_marker, ("slow", "contract", "each_edit"))):
        return False
    if is_hypothesis_test(getattr(item, "obj", None)):
        return False
    name = item.nodeid.partition("[")[0]
    is_first = name not in seen
    seen.add(name)
    return is_first or item.get_closest_marker("whole") is not None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    # Here, since the process that only hands out tests does not need it.
    # Without it, each run of the generator would import it in a fork.
    import codegen.verify.second_reader.adapter  # noqa: F401

    if config.getoption("--quick"):
        seen: set[str] = set()
        kept = [item for item in items if is_sampled(item, seen)]
        config.hook.pytest_deselected(items=[*{*items} - {*kept}])
        items[:] = kept


def pytest_collection_finish() -> None:
    """Spare the garbage collector what lives as long as the process: it took a tenth of the time."""
    gc.collect()
    gc.freeze()


@dataclass(frozen=True, slots=True)
class Received:
    """A received request."""

    line: str
    """``GET /notes?page=2``: method and target, not decoded."""
    headers: Message
    body: bytes

    @property
    def json(self) -> Any:
        """The decoded body. The media type must be JSON."""
        assert self.headers["content-type"] == "application/json"
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Answer:
    """A response of the server."""

    status: int
    content: bytes
    headers: Mapping[str, str]


class Server(ThreadingHTTPServer):
    """Sends the response that was last set, and keeps the requests that it received."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.requests: list[Received] = []
        self.answers(204)

    def answers(self, status: int, value: object = None, headers: Mapping[str, str] | None = None) -> None:
        """Set the response. Without a value it has no content."""
        content = b"" if status == 204 else json.dumps(value).encode()
        typed = {"content-type": "application/json"} if content else {}
        self.answer = Answer(status, content, {**typed, **(headers or {})})

    def answers_with(self, status: int, content: bytes, media_type: str) -> None:
        """Set a response of any media type."""
        self.answer = Answer(status, content, {"content-type": media_type})

    def respond(self, received: Received) -> Answer:
        """The response to a request, which is the last one set."""
        return self.answer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Print an error, unless the client only left before the end of the response."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    @property
    def received(self) -> Received:
        """The last request."""
        return self.requests[-1]


S = TypeVar("S", bound=BaseServer)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # the body would wait until the client has acknowledged the headers
    server: Server

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        if self.headers.get("transfer-encoding") == "chunked":
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size + 2)[:-2]
            self.rfile.readline()
        received = Received(f"{self.command} {self.path}", self.headers, body)
        self.server.requests.append(received)
        answer = self.server.respond(received)  # once: the test may set the next one after the headers
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 204:
            self.send_header("content-length", str(len(answer.content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.content)

    def log_message(self, *_: object) -> None:
        """Print nothing."""


for method in ("GET", "HEAD", "PUT", "POST", "PATCH", "DELETE", "QUERY", "COPY", "Link"):
    setattr(_Handler, f"do_{method}", _Handler._answer)


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on loopback that sends what the test sets."""
    with serving(Server()) as server:
        yield server


@contextmanager
def serving(server: S) -> Iterator[S]:
    """Run a server in a thread. It looks every 10 ms whether to stop; the default is half a second."""
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def emit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], Client]]:
    """Generate the client of a case, once per process."""
    from tests.clients import make

    path = list(sys.path)

    @cache
    def emit(case: Path) -> Client:
        return make(case / "openapi.yaml", tmp_path_factory.mktemp(case.name))

    yield emit
    sys.path[:] = path


@pytest.fixture(scope="session")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Client:
    """The client of `documents/fleet.yaml`, generated once per process."""
    from tests.clients import FLEET, make

    return make(FLEET, tmp_path_factory.mktemp("fleet"))


@pytest.fixture(scope="session")
def generated() -> Client:
    """The client in `generated/`, and the current output of the generator for `spec/openapi.yaml`."""
    from tests.clients import Client, output_of

    return Client(ROOT / "generated", output_of(ROOT / "spec" / "openapi.yaml"))
