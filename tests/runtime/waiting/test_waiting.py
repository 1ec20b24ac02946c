"""Waiting for a state: what ends a wait, and which states count."""

from __future__ import annotations

import asyncio
import pickle
from types import SimpleNamespace
from typing import Any

import pytest
import wait_api as api
from conftest import TOKEN
from fault_server import Server, hang, reply
from package import errors
from package._runtime._wait_errors import WaitError, WaitFailedError, WaitTimeoutError

from tests.runtime.waiting.states import RUNNING, STARTING, Clock, Wait, error, is_

pytestmark = pytest.mark.slow


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
