"""Servers that something is waited for on, and what goes wrong meanwhile, sync and async.

No time passes but that of a clock that sleeping moves.
"""

from __future__ import annotations

import asyncio
import logging
import pickle
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
import wait_api as api
from conftest import TOKEN, certificate
from fault_server import Behaviour, Server, hang, last, reply, reset
from package import errors
from package._runtime._wait_errors import WaitError, WaitFailedError, WaitTimeoutError
from package._runtime._waiting import Waiter

pytestmark = pytest.mark.slow

Wait = Callable[..., Any]


class Clock:
    """Seconds that pass when something sleeps."""

    def __init__(self) -> None:
        self.now = 7.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of waits and of calls."""
    clock = Clock()

    async def sleep(seconds: float) -> None:
        clock.sleep(seconds)

    for module in ("_wait", "_call"):
        monkeypatch.setattr(f"package._runtime.{module}.monotonic", clock)
    monkeypatch.setattr("package._runtime._client.time", SimpleNamespace(sleep=clock.sleep))
    monkeypatch.setattr("package._runtime._wait.random", lambda: 0.0)
    monkeypatch.setattr("package._runtime._call.random", lambda: 0.0)
    monkeypatch.setattr("asyncio.sleep", sleep)
    return clock


@pytest.fixture(params=[api.wait, api.async_wait], ids=["sync", "async"])
def wait(request: pytest.FixtureRequest) -> Wait:
    """Wait for a machine of a server."""

    def run(url: str, waiter: Waiter[Any] = api.RUNNING, *, options: Any = None, **given: Any) -> Any:
        made = {"base_url": url, "token": TOKEN, "max_retries": 0} | (options or {})
        return request.param(made, waiter, **given)

    return run


def is_(status: object, *headers: tuple[str, str]) -> bytes:
    """A machine in a state."""
    return reply(200, {"id": "a", "status": status}, *headers)


def error(status: int, *headers: tuple[str, str]) -> bytes:
    return reply(status, {"error": {"code": "c", "message": "m"}}, *headers)


RUNNING = is_("running")
STARTING = is_("starting")


# What ends a wait


def test_a_state_that_is_reached_already_returns_at_once(wait: Wait, clock: Clock) -> None:
    with Server(RUNNING) as server:
        assert wait(server.url) == api.Machine(id="a", status="running")
    assert (len(server.received), clock.slept) == (1, [])


def test_pauses_grow_to_four_intervals(wait: Wait, clock: Clock) -> None:
    with Server(*[STARTING] * 6, RUNNING) as server:
        wait(server.url)
    assert clock.slept == [2.0, 3.0, 4.5, 6.75, 8.0, 8.0]


def test_pauses_are_random_and_never_shorter_than_the_interval(
    wait: Wait, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("package._runtime._wait.random", lambda: 0.5)
    with Server(STARTING, STARTING, RUNNING) as server:
        wait(server.url)
    assert clock.slept == [2.25, 3.375]


@pytest.mark.parametrize("state", ["failed", "lost"])
def test_a_failure_raises(wait: Wait, state: str) -> None:
    with Server(STARTING, is_(state)) as server, pytest.raises(WaitFailedError) as raised:
        wait(server.url)
    found = raised.value
    assert str(found) == (
        f"the state is '{state}' after 2.0 s, not 'running' (getThing: GET /v1/machines/a; 2 requests)"
    )
    assert (found.state, found.response.id, found.elapsed, found.attempts) == (state, "a", 2.0, 2)
    assert (found.operation, found.method, found.path) == ("getThing", "GET", "/v1/machines/a")
    assert isinstance(found, errors.APIError)


def test_a_timeout_raises_with_the_last_state(wait: Wait, clock: Clock) -> None:
    with Server(STARTING) as server, pytest.raises(WaitTimeoutError) as raised:
        wait(server.url, timeout=10.0)
    assert str(raised.value) == (
        "the timeout of 10 s leaves no time for another request; the state is 'starting' after 9.0 s, not "
        "'running' (getThing: GET /v1/machines/a; 4 requests)"
    )
    assert (raised.value.state, raised.value.response.status) == ("starting", "starting")
    assert clock.slept == [2.0, 3.0, 4.0], "the last request is sent shortly before the end"
    assert raised.value.__cause__ is None


def test_no_timeout_is_no_limit(wait: Wait, clock: Clock) -> None:
    with Server(*[STARTING] * 30, RUNNING) as server:
        wait(server.url, timeout=None, interval=600.0)
    assert sum(clock.slept) > 60_000


@pytest.mark.parametrize("kind", [WaitError, WaitFailedError, WaitTimeoutError])
def test_errors_can_be_pickled(kind: type[WaitError]) -> None:
    made = kind("text", state="a", response=api.Machine(id="a"), elapsed=1.5, path="/v1", attempts=3)
    copied = pickle.loads(pickle.dumps(made))
    assert (type(copied), str(copied), vars(copied)) == (kind, "text", vars(made))


# States


@pytest.mark.parametrize("state", ["new-kind-of-state", None, "", ["running"], {"is": "running"}, 1, True])
def test_a_state_that_is_not_known_is_waited_through(wait: Wait, state: object) -> None:
    with Server(is_(state), reply(200, {"id": "a"}), RUNNING) as server:
        assert wait(server.url).status == "running"
    assert len(server.received) == 3


def test_each_state_is_reported_once(wait: Wait) -> None:
    seen: list[object] = []
    with Server(is_("new"), STARTING, STARTING, error(503), STARTING, RUNNING) as server:
        wait(server.url, on_state=seen.append)
    assert seen == ["new", "starting", "running"]


def test_the_state_of_a_failure_is_reported(wait: Wait) -> None:
    seen: list[object] = []
    with Server(is_("failed")) as server, pytest.raises(WaitFailedError):
        wait(server.url, on_state=seen.append)
    assert seen == ["failed"]


def test_an_exception_of_the_callback_ends_the_wait(wait: Wait) -> None:
    def refuse(state: object) -> None:
        raise LookupError(state)

    with Server(STARTING) as server, pytest.raises(LookupError, match="starting"):
        wait(server.url, on_state=refuse)
    assert len(server.received) == 1


def test_a_state_counts_only_with_its_condition(wait: Wait) -> None:
    seen: list[object] = []
    with Server(RUNNING, STARTING, reply(200, {"id": "b", "status": "running"})) as server:
        found = wait(server.url, on_state=seen.append, condition=lambda machine: machine.id == "b")
    assert found.id == "b"
    assert seen == ["running", "starting", "running"]
    assert len(server.received) == 3


def test_a_condition_is_asked_only_in_that_state(wait: Wait) -> None:
    def refuse(machine: Any) -> bool:
        raise LookupError(machine.status)

    with Server(STARTING, RUNNING) as server, pytest.raises(LookupError, match="running"):
        wait(server.url, condition=refuse)
    assert len(server.received) == 2


def test_a_condition_that_is_never_true_ends_with_the_timeout(wait: Wait) -> None:
    text = "the state is 'running' after .* s, not 'running' with the condition"
    with Server(RUNNING) as server, pytest.raises(WaitTimeoutError, match=text):
        wait(server.url, timeout=0.2, interval=0.05, condition=lambda _: False)


# What passes


@pytest.mark.parametrize(
    "faults",
    [
        [reset] * 5,
        [last(b"")] * 5,
        [last(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{")] * 3,
        [last(b"SSH-2.0-OpenSSH\r\n")] * 2,
        [error(500), error(502), error(503), error(504), error(520)],
        [reply(503, b"<html>", content_type="text/html")] * 3,
        [error(429)] * 4,
        [error(408), error(425)],
        [error(409, ("X-Should-Retry", "true"))],
    ],
    ids=["reset", "closed", "cut off", "no HTTP", "5XX", "page", "429", "408", "told to retry"],
)
def test_a_transient_fault_is_survived(wait: Wait, faults: list[Behaviour | bytes], clock: Clock) -> None:
    with Server(STARTING, *faults, RUNNING) as server:
        assert wait(server.url).status == "running"
    assert len(server.received) == len(faults) + 2
    assert len(clock.slept) == len(faults) + 1


def test_retries_of_a_call_come_first(wait: Wait, clock: Clock) -> None:
    """With the client's own retries, a fault in between is not even noticed."""
    with Server(reset, error(503), RUNNING) as server:
        wait(server.url, options={"max_retries": 2})
    assert clock.slept == [0.0, 0.0]


def test_a_fault_is_logged(wait: Wait, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    with Server(error(503), RUNNING) as server:
        wait(server.url)
    assert "getThing: waiting goes on after ServerError" in caplog.text


def test_a_server_that_never_comes_back_ends_at_the_timeout(wait: Wait) -> None:
    with Server(STARTING, reset) as server, pytest.raises(WaitTimeoutError) as raised:
        wait(server.url, timeout=30.0)
    assert raised.value.state == "starting"
    assert isinstance(raised.value.__cause__, errors.APIConnectionError)


def test_a_server_that_is_not_there_ends_at_the_timeout(wait: Wait) -> None:
    with Server(STARTING) as server:
        url = server.url
    with pytest.raises(WaitTimeoutError, match="the state is no state") as raised:
        wait(url, timeout=30.0)
    assert (raised.value.state, raised.value.response) == (None, None)


# How long the server asks to wait


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_respected(wait: Wait, clock: Clock, status: int) -> None:
    with Server(error(status, ("Retry-After", "30")), RUNNING) as server:
        wait(server.url)
    assert clock.slept == [30.0]


def test_a_short_retry_after_does_not_shorten_the_interval(wait: Wait, clock: Clock) -> None:
    with Server(error(429, ("Retry-After", "0")), error(429, ("Retry-After", "-1")), RUNNING) as server:
        wait(server.url)
    assert clock.slept == [2.0, 3.0]


def test_retry_after_of_a_success_is_respected(wait: Wait, clock: Clock) -> None:
    with Server(is_("starting", ("Retry-After", "20")), RUNNING) as server:
        wait(server.url)
    assert clock.slept == [20.0]


def test_retry_after_beyond_the_timeout_ends_the_wait(wait: Wait, clock: Clock) -> None:
    with Server(STARTING, error(429, ("Retry-After", "3600"))) as server:
        with pytest.raises(WaitTimeoutError) as raised:
            wait(server.url)
        assert len(server.received) == 2
    assert isinstance(raised.value.__cause__, errors.RateLimitError)
    assert clock.slept == [2.0]


# What does not pass


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, errors.BadRequestError),
        (401, errors.UnauthorizedError),
        (403, errors.ForbiddenError),
        (404, errors.NotFoundError),
        (409, errors.ConflictError),
        (410, errors.APIStatusError),
        (422, errors.UnprocessableEntityError),
        (501, errors.ServerError),
    ],
)
def test_any_other_status_raises_as_it_is(wait: Wait, status: int, kind: type[Exception]) -> None:
    with Server(STARTING, error(status)) as server, pytest.raises(kind) as raised:
        wait(server.url)
    assert raised.type is kind
    assert len(server.received) == 2


def test_a_status_that_is_not_to_be_retried_raises_as_it_is(wait: Wait) -> None:
    with Server(error(503, ("X-Should-Retry", "false"))) as server, pytest.raises(errors.ServerError):
        wait(server.url)


@pytest.mark.parametrize("body", [b"{", b"[]", b"<html>", b""])
def test_a_body_that_cannot_be_decoded_raises_as_it_is(wait: Wait, body: bytes) -> None:
    with Server(reply(200, body)) as server, pytest.raises(errors.APIResponseError):
        wait(server.url)
    assert len(server.received) == 1


def test_a_difference_raises_as_it_is_where_it_is_to(wait: Wait) -> None:
    with Server(is_(1)) as server, pytest.raises(errors.DriftError):
        wait(server.url, options={"on_drift": "strict"})


def test_a_certificate_that_is_not_trusted_raises_at_once(wait: Wait, clock: Clock) -> None:
    with Server(RUNNING, tls=certificate("loopback")) as server:
        with pytest.raises(errors.APIConnectionError, match="CERTIFICATE_VERIFY_FAILED"):
            wait(server.url)
        assert not server.received
    assert clock.slept == []


# 404


def test_what_has_just_been_created_may_be_missing(wait: Wait) -> None:
    with Server(error(404), error(404), STARTING, RUNNING) as server:
        assert wait(server.url, api.CREATED).status == "running"
    assert len(server.received) == 4


def test_what_is_missing_for_a_minute_raises(wait: Wait, clock: Clock) -> None:
    with Server(error(404)) as server, pytest.raises(errors.NotFoundError):
        wait(server.url, api.CREATED, timeout=3600.0)
    assert 60.0 <= clock.now - 7.0 < 75.0


def test_what_has_been_there_and_is_missing_raises(wait: Wait) -> None:
    with Server(error(404), STARTING, error(404)) as server, pytest.raises(errors.NotFoundError):
        wait(server.url, api.CREATED)


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_missing_can_be_what_is_waited_for(wait: Wait, status: int) -> None:
    with Server(STARTING, RUNNING, error(503), error(status)) as server:
        assert wait(server.url, api.DELETED) is None
    assert len(server.received) == 4


def test_what_is_still_there_ends_at_the_timeout(wait: Wait) -> None:
    with Server(STARTING) as server, pytest.raises(WaitTimeoutError, match="not 404"):
        wait(server.url, api.DELETED, timeout=5.0)


# Time, and what else ends a wait


def test_a_call_ends_with_the_wait(wait: Wait, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that hangs: here time passes."""
    monkeypatch.undo()
    with Server(hang) as server, pytest.raises(WaitTimeoutError) as raised:
        wait(server.url, timeout=0.2, interval=0.05)
    assert isinstance(raised.value.__cause__, errors.APITimeoutError)
    assert raised.value.elapsed >= 0.2


def test_the_deadline_of_the_client_holds_for_each_call(wait: Wait, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    with Server(hang, RUNNING) as server:
        wait(server.url, timeout=60.0, interval=0.01, options={"deadline": 0.1})
    assert len(server.received) == 2


@pytest.mark.parametrize(
    ("given", "kind", "text"),
    [
        (
            {"timeout": 0},
            ValueError,
            "timeout must be a number of seconds, or None for no limit, above 0 and at most",
        ),
        ({"timeout": float("nan")}, ValueError, "timeout must be"),
        ({"timeout": "5"}, TypeError, "timeout must be a number of seconds, or None for no limit, not str"),
        (
            {"interval": -1},
            ValueError,
            "interval must be a number of seconds, above 0 and at most 31536000: -1",
        ),
        ({"interval": None}, TypeError, "interval must be a number of seconds, not NoneType"),
        ({"interval": True}, TypeError, "interval must be a number of seconds, not bool"),
        ({"on_state": "print"}, TypeError, "on_state must be a function that is not async"),
        ({"on_state": asyncio.sleep}, TypeError, "on_state must be a function that is not async"),
        ({"condition": True}, TypeError, "condition must be a function that is not async"),
        ({"condition": asyncio.sleep}, TypeError, "condition must be a function that is not async"),
    ],
)
def test_a_wrong_argument_is_refused(wait: Wait, given: Any, kind: type[Exception], text: str) -> None:
    with Server(RUNNING) as server:
        with pytest.raises(kind, match=text):
            wait(server.url, **given)
        assert not server.received


def test_there_is_no_raw_response_of_a_wait() -> None:
    with Server(RUNNING) as server, api.SyncWaits(base_url=server.url, token=TOKEN) as client:
        with pytest.raises(TypeError, match="a wait sends several requests"):
            client.with_raw_response(client.machines.wait, api.RUNNING)
        assert not server.received


def test_an_interrupt_ends_a_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("package._runtime._client.time", SimpleNamespace(sleep=interrupted))
    with Server(STARTING) as server:
        with pytest.raises(KeyboardInterrupt):
            api.wait({"base_url": server.url, "token": TOKEN}, api.RUNNING)
        assert server.open_connections == 0
    assert len(server.received) == 1


def test_a_cancelled_task_ends_its_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()

    async def run(url: str) -> None:
        async with api.AsyncWaits(base_url=url, token=TOKEN) as client:
            seen = asyncio.Event()

            def on_state(state: object) -> None:
                seen.set()

            task = asyncio.create_task(client.machines.wait(api.RUNNING, on_state=on_state, interval=60.0))
            await seen.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    with Server(STARTING) as server:
        asyncio.run(run(server.url))
        assert server.open_connections == 0
    assert len(server.received) == 1


def test_a_closed_client_does_not_wait() -> None:
    with Server(STARTING) as server:
        client = api.SyncWaits(base_url=server.url, token=TOKEN)
        with pytest.raises(RuntimeError, match="closed"):
            client.machines.wait(api.RUNNING, on_state=lambda _: client.close())
    assert len(server.received) == 1


def test_a_message_hides_the_credentials(wait: Wait) -> None:
    """A server that repeats the token as the state."""
    with Server(is_(f"x {TOKEN}")) as server, pytest.raises(WaitTimeoutError) as raised:
        wait(server.url, timeout=1.0)
    assert TOKEN not in str(raised.value)
    assert TOKEN in raised.value.state
