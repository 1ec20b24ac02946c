"""Operations that take long, on servers where something goes wrong meanwhile, sync and async."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from api import AsyncExample, Example, Thing
from conftest import TOKEN
from fault_server import Server, last, reply, reset, send
from package import errors
from package._runtime import Operation
from package._runtime._polling import LongRunning
from package._runtime._wait_errors import WaitFailedError, WaitTimeoutError
from package.middleware import HTTPRequest, HTTPResponse

pytestmark = pytest.mark.slow

POST: Operation[Any] = Operation(
    id="createThing", method="POST", path="/v1/things", successes={201: Thing, 202: None}
)
RESULT: LongRunning[Thing] = LongRunning(result=Thing)
NOTHING: LongRunning[None] = LongRunning()
DONE = reply(200, {"status": "Succeeded", "result": {"id": "a", "size": 1}})
RUNNING = reply(200, {"status": "Running"})
THING = reply(200, {"id": "a", "size": 1})
Run = Callable[..., Any]


def _sync(url: str, kind: LongRunning[Any], options: Any, given: Any) -> Any:
    with Example(**{"base_url": url, "token": TOKEN, "max_retries": 0} | options) as client:
        return kind.begin(client, POST.request(headers={"X-Secret": "s"})).wait(**given)


def _async(url: str, kind: LongRunning[Any], options: Any, given: Any) -> Any:
    async def run() -> Any:
        async with AsyncExample(**{"base_url": url, "token": TOKEN, "max_retries": 0} | options) as client:
            poller = await kind.async_begin(client, POST.request(headers={"X-Secret": "s"}))
            return await poller.wait(**given)

    return asyncio.run(run())


@pytest.fixture(params=[_sync, _async], ids=["sync", "async"])
def run(request: pytest.FixtureRequest) -> Run:
    """Begin an operation, and wait until it is done."""

    def run(url: str, kind: LongRunning[Any] = RESULT, options: Any = None, **given: Any) -> Any:
        return request.param(url, kind, options or {}, {"interval": 0.001} | given)

    return run


def begun(**headers: str) -> bytes:
    return reply(202, b"", *((name.replace("_", "-"), value) for name, value in headers.items()))


def targets(server: Server) -> list[str]:
    return [f"{one.method} {one.target}" for one in server.received]


@pytest.mark.parametrize(
    "faults",
    [
        [reset] * 3,
        [last(b"")] * 2,
        [reply(500), reply(503), reply(429)],
        [reply(200, {}), reply(200, [1]), reply(200), reply(200, {"status": None})],
        [reply(200, {"status": "Validating"}), reply(202, {"status": "Running"})],
    ],
    ids=["reset", "closed", "busy", "no status", "unknown status"],
)
def test_a_transient_fault_is_survived(run: Run, faults: Any) -> None:
    with Server(begun(Operation_Location="/o/1"), *faults, DONE) as server:
        assert run(server.url) == Thing(id="a", size=1)
    assert targets(server) == ["POST /v1/things", *["GET /o/1"] * (len(faults) + 1)]


@pytest.mark.parametrize("status", ["Failed", "Canceled", "cancelled", "FAILED"])
def test_a_failure_raises(run: Run, status: str) -> None:
    with (
        Server(begun(Operation_Location="/o/1"), reply(200, {"status": status})) as server,
        pytest.raises(WaitFailedError, match=f"the state is '{status}' after") as raised,
    ):
        run(server.url)
    copied = pickle.loads(pickle.dumps(raised.value))
    assert (copied.state, copied.response) == (status, {"status": status})
    assert (copied.operation, copied.method, copied.path) == ("createThing", "POST", "/v1/things")


def test_a_timeout_raises(run: Run) -> None:
    with (
        Server(begun(Operation_Location="/o/1"), RUNNING) as server,
        pytest.raises(WaitTimeoutError) as raised,
    ):
        run(server.url, timeout=0.3)
    assert raised.value.state in {"Running", None}, "None where nothing arrives in time"


@pytest.mark.parametrize("name", ["Operation-Location", "Azure-AsyncOperation", "Location"])
def test_another_origin_gets_no_credentials(run: Run, name: str) -> None:
    """Neither the token nor any header of the caller."""
    answer = THING if name == "Location" else DONE
    with Server(answer) as other, Server(reply(202, b"", (name, f"{other.url}/o/1?sig=s"))) as server:
        assert run(server.url, options={"headers": {"X-Own": "s"}}) == Thing(id="a", size=1)
    (received,) = other.received
    assert received.target == "/o/1?sig=s"
    assert not {"authorization", "x-own", "x-secret", "cookie"} & received.headers.keys()
    assert TOKEN not in str(received)


def test_the_own_origin_gets_the_credentials(run: Run) -> None:
    with Server(begun(Operation_Location="/elsewhere/o/1"), DONE) as server:
        run(f"{server.url}/base")
    assert [one.headers["authorization"] for one in server.received] == [f"Bearer {TOKEN}"] * 2
    assert targets(server) == ["POST /base/v1/things", "GET /elsewhere/o/1"]


def test_who_has_been_elsewhere_comes_back_for_the_result(run: Run) -> None:
    """The status is at another origin, and the result at that of the client."""
    with Server(DONE) as other:
        first = begun(Operation_Location=f"{other.url}/o/1", Location="/r/1")
        with Server(first, THING) as server:
            assert run(server.url) == Thing(id="a", size=1)
    assert "authorization" not in other.received[0].headers
    assert server.received[1].headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize("way", ["monitor", "redirect"])
@pytest.mark.parametrize("name", ["Operation-Location", "Location"])
def test_another_origin_that_leads_back_gets_no_credentials(run: Run, way: str, name: str) -> None:
    """Who has been elsewhere asks without credentials: others chose that URL."""

    def leads_back(connection: Any) -> None:
        send(reply(202, {"status": "Running"}, (name, f"{server.url}/private")))(connection)

    answer = THING if name == "Location" else DONE
    with Server(leads_back) as other:
        first = [begun(**{name: f"{other.url}/o/1"})]
        if way == "redirect":
            first = [begun(**{name: "/o/1"}), reply(302, b"", ("Location", f"{other.url}/o/1"))]
        with Server(*first, answer) as server:
            assert run(server.url, options={"headers": {"X-Own": "s"}}) == Thing(id="a", size=1)
    assert server.received[-1].target == "/private"
    assert not {"authorization", "x-own"} & server.received[-1].headers.keys()


@pytest.mark.parametrize("option", ["middleware", "attempt_middleware"])
@pytest.mark.parametrize("is_elsewhere", [False, True])
def test_middleware_is_shown_where_a_poller_asks(option: str, is_elsewhere: bool) -> None:
    seen: list[Any] = []

    def see(request: HTTPRequest, call_next: Any) -> Any:
        seen.append((request.url, request.template, request.headers.get("x-own")))
        return call_next(request.with_headers({"x-new": "1"}))

    with Server(DONE) as other:
        where = other.url if is_elsewhere else ""
        with Server(begun(Operation_Location=f"{where}/o/1?sig=5ec12e7"), DONE) as server:
            _sync(server.url, RESULT, {option: [see], "headers": {"X-Own": "s"}}, {"interval": 0.001})
    shown = f"{where or server.url}/o/1?...", None, None if is_elsewhere else "s"
    assert seen == [(f"{server.url}/v1/things", "/v1/things", "s"), shown]
    asked = (other if is_elsewhere else server).received[-1]
    assert (asked.target, asked.headers.get("x-new")) == ("/o/1?sig=5ec12e7", None if is_elsewhere else "1")


def test_middleware_cannot_change_where_a_poller_asks() -> None:
    def change(request: HTTPRequest, call_next: Any) -> Any:
        changed = replace(request, url=f"{server.url}/x") if request.method == "GET" else request
        return call_next(changed)

    with (
        Server(begun(Operation_Location="/o/1"), DONE) as server,
        pytest.raises(ValueError, match="cannot change the url"),
    ):
        _sync(server.url, RESULT, {"middleware": [change]}, {"interval": 0.001})


def test_an_operation_that_a_middleware_says_has_begun() -> None:
    def begin(request: HTTPRequest, call_next: Any) -> Any:
        accepted = HTTPResponse(status_code=202, headers={"Operation-Location": "/o/1"})
        return accepted if request.method == "POST" else call_next(request)

    with Server(DONE) as server:
        _sync(server.url, RESULT, {"middleware": [begin]}, {"interval": 0.001})
    assert targets(server) == ["GET /o/1"]


@pytest.mark.parametrize("is_at_path", [False, True])
def test_what_is_added_by_options_is_for_the_first_request(is_at_path: bool) -> None:
    """Its query is also that of the result at the same path."""
    kind: LongRunning[Thing] = LongRunning(result=Thing, is_at_path=is_at_path)
    with (
        Server(begun(Operation_Location="/o/1"), DONE, THING) as server,
        Example(base_url=server.url, token=TOKEN) as client,
    ):
        changed = client.with_options(query={"v": 1}, body={"beta": True})
        kind.begin(changed, POST.request(json={})).wait(interval=0.001)
    last = ["GET /v1/things?v=1"] if is_at_path else []
    assert targets(server) == ["POST /v1/things?v=1", "GET /o/1", *last]
    assert [one.body for one in server.received] == [b'{"beta":true}', *[b""] * (1 + len(last))]


@pytest.mark.parametrize(
    "url", ["https://[::1", "ftp://example.com/o", "http://user:pass@127.0.0.1/o", "mailto:a@b.c"]
)
def test_a_url_that_is_not_safe_is_refused(run: Run, url: str) -> None:
    with (
        Server(begun(Operation_Location=url)) as server,
        pytest.raises(errors.APIResponseError, match="the URL to ask whether the operation is done"),
    ):
        run(server.url)
    assert len(server.received) == 1


def test_a_url_below_the_documented_server_counts_as_one_below_the_base_url(run: Run) -> None:
    with Server(begun(Operation_Location="https://api.example.com/o/1"), DONE) as server:
        run(server.url)
    assert targets(server) == ["POST /v1/things", "GET /o/1"]


def test_no_url_at_all_is_an_error(run: Run) -> None:
    with (
        Server(begun()) as server,
        pytest.raises(errors.APIResponseError, match="202 has no header with the URL"),
    ):
        run(server.url)


def test_a_relative_url_is_relative_to_where_it_came_from(run: Run) -> None:
    with Server(begun(Location="../o/1"), begun(Location="2"), THING) as server:
        run(server.url)
    assert targets(server) == ["POST /v1/things", "GET /o/1", "GET /o/2"]


@pytest.mark.parametrize("name", ["Operation-Location", "Location"])
def test_a_relative_url_is_relative_to_where_a_redirect_led(run: Run, name: str) -> None:
    is_monitor = name != "Location"
    moved = reply(302, b"", ("Location", "/moved/o/1"))
    running = reply(200 if is_monitor else 202, {"status": "Running"}, (name, "2"))
    with Server(begun(**{name: "/o/1"}), moved, running, DONE if is_monitor else THING) as server:
        assert run(server.url) == Thing(id="a", size=1)
    assert targets(server) == ["POST /v1/things", "GET /o/1", "GET /moved/o/1", "GET /moved/o/2"]


def test_a_success_without_a_result_is_an_error(run: Run) -> None:
    with (
        Server(begun(Operation_Location="/o/1"), reply(200, {"status": "Succeeded"})) as server,
        pytest.raises(errors.APIResponseError, match="its status has no result"),
    ):
        run(server.url)


def test_what_has_no_result_needs_none(run: Run) -> None:
    with Server(begun(Operation_Location="/o/1"), reply(200, {"status": "Succeeded"})) as server:
        assert run(server.url, NOTHING) is None
    with Server(begun(Location="/o/1"), reply(204)) as server:
        assert run(server.url, NOTHING) is None


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_any_other_status_raises_as_it_is(run: Run, status: int) -> None:
    with (
        Server(begun(Location="/o/1"), reply(status)) as server,
        pytest.raises(errors.APIStatusError) as raised,
    ):
        run(server.url)
    assert raised.value.status_code == status
    assert raised.value.path == "/o/1"


def test_a_status_that_is_no_json_raises(run: Run) -> None:
    with (
        Server(begun(Operation_Location="/o/1"), reply(200, b"<html>")) as server,
        pytest.raises(errors.APIResponseError, match="is not JSON"),
    ):
        run(server.url)


def test_the_beginning_may_fail(run: Run) -> None:
    with Server(reply(409)) as server, pytest.raises(errors.ConflictError):
        run(server.url)


def test_a_poller_cannot_be_pickled() -> None:
    with Server(begun(Location="/o/1")) as server, Example(base_url=server.url, token=TOKEN) as client:
        poller = RESULT.begin(client, POST.request())
        assert repr(poller) == "<Poller of createThing>"
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(poller)
