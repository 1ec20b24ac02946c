"""Servers that ask for patience or fail for a while: F01-F06 and F69, sync and async."""

from __future__ import annotations

import time
from email.utils import formatdate
from typing import Any

import pytest
from api import Example, Thing
from conftest import TOKEN
from fault_server import Server, reply
from package import errors

pytestmark = pytest.mark.slow

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)


def refused(status: int, *retry_after: str) -> bytes:
    return reply(status, b"", *(("Retry-After", value) for value in retry_after))


def test_a_number_of_seconds_is_slept(call: Any) -> None:
    """F01."""
    started = time.monotonic()
    with Server(refused(429, "1"), OK) as server:
        assert call(server.url, "get", "a") == THING
    assert time.monotonic() - started >= 1
    assert len(server.received) == 2


def test_a_date_is_slept_until(call: Any, slept: list[float]) -> None:
    """F02, in the future."""
    started = time.time()
    with Server(refused(429, formatdate(started + 50, usegmt=True)), OK) as server:
        assert call(server.url, "get", "a") == THING
    (seconds,) = slept
    assert int(started) + 50 - time.time() <= seconds <= 50


def test_a_date_in_the_past_is_now(call: Any) -> None:
    """F02."""
    with Server(refused(429, "Wed, 21 Oct 2015 07:28:00 GMT"), OK) as server:
        assert call(server.url, "get", "a") == THING


@pytest.mark.parametrize("value", ["61", "99999999999999999999", "Fri, 31 Dec 2099 23:59:59 GMT"])
def test_a_wait_that_nobody_would_want_is_left_to_the_caller(call: Any, value: str) -> None:
    """F02, in 2099."""
    with Server(refused(429, value), OK) as server, pytest.raises(errors.RateLimitError) as caught:
        call(server.url, "get", "a")
    assert caught.value.retry_after is not None
    assert caught.value.retry_after > 60
    assert len(server.received) == 1


@pytest.mark.parametrize(
    "values", [["soon"], ["-5"], ["1.5.0"], [""], ["60", "50"], ["Mon, 99 Foo 2026"], ["\u00b2"]]
)
def test_what_no_standard_knows_is_backoff(call: Any, values: list[str], slept: list[float]) -> None:
    """F03."""
    with Server(refused(429, *values), OK) as server:
        assert call(server.url, "get", "a") == THING
    (seconds,) = slept
    assert seconds < 1


@pytest.mark.parametrize("method", ["get", "replace"])
def test_too_many_requests_for_ever(call: Any, method: str) -> None:
    """F04."""
    with Server(refused(429)) as server, pytest.raises(errors.RateLimitError) as caught:
        call(server.url, method, "a")
    assert len(server.received) == caught.value.attempts == 3
    assert str(caught.value).startswith("429 Too Many Requests (")
    assert str(caught.value).endswith("/v1/things/a; 3 attempts)")
    assert caught.value.retry_after is None


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_status_that_passes(call: Any, status: int) -> None:
    """F05; F06 on PUT."""
    with Server(refused(status), refused(status), OK) as server:
        assert call(server.url, "replace", "a", name="b") == THING
    assert [request.body for request in server.received] == [b'{"name":"b"}'] * 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 501, 505, 520])
def test_a_status_that_stays(call: Any, status: int) -> None:
    with Server(refused(status), OK) as server, pytest.raises(errors.APIStatusError):
        call(server.url, "replace", "a")
    assert len(server.received) == 1


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_post_is_not_repeated(call: Any, status: int) -> None:
    """F06 on POST."""
    with Server(refused(status), OK) as server, pytest.raises(errors.APIStatusError):
        call(server.url, "create")
    assert len(server.received) == 1


@pytest.mark.parametrize("status", [429, 503])
def test_a_post_that_the_server_asks_for_again_is_repeated(call: Any, status: int) -> None:
    with Server(refused(status, "0"), reply(201, {"id": "a", "size": 1})) as server:
        assert call(server.url, "create") == THING
    assert len(server.received) == 2


def test_a_post_is_not_repeated_whatever_a_500_asks_for(call: Any) -> None:
    with Server(refused(500, "0")) as server, pytest.raises(errors.ServerError):
        call(server.url, "create")
    assert len(server.received) == 1


def test_retries_can_be_turned_off(call: Any) -> None:
    with Server(refused(503), OK) as server, pytest.raises(errors.ServerError):
        call(server.url, "get", "a", options={"max_retries": 0})
    assert len(server.received) == 1


def test_a_wait_beyond_the_deadline_is_not_begun(call: Any, slept: list[float]) -> None:
    with Server(refused(429, "5"), OK) as server, pytest.raises(errors.RateLimitError):
        call(server.url, "get", "a", options={"deadline": 4})
    assert slept == []
    assert len(server.received) == 1


def test_a_server_that_is_down_is_not_stormed() -> None:
    """F69: 300 calls that all fail bring 100 retries, not 600."""
    with Server(refused(503)) as server, Example(base_url=server.url, token=TOKEN) as client:
        for _ in range(300):
            with pytest.raises(errors.ServerError):
                client.things.get("a")
    assert len(server.received) == 300 + 100
