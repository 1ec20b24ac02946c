"""Faults while a state is waited for."""

from __future__ import annotations

import logging

import pytest
import wait_api as api
from conftest import certificate
from fault_server import Behaviour, Server, last, reply, reset
from package import errors
from package._runtime._wait_errors import WaitTimeoutError

from tests.runtime.waiting.states import RUNNING, STARTING, Clock, Wait, error, is_

pytestmark = pytest.mark.slow


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
