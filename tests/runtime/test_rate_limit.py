"""A client that is asked to keep a rate limit waits before it sends, and the server never sees more."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterator
from time import monotonic
from typing import Any

import pytest
from api import AsyncExample, Example
from conftest import TOKEN, Clock
from fault_server import Server, reply
from package import errors
from package._runtime._rate_limit import RateLimit

NAN, INFINITY = float("nan"), float("inf")
OK = reply(200, {"id": "a", "size": 1})


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of turns."""
    clock = Clock()
    monkeypatch.setattr("package._runtime._configured.monotonic", clock)
    return clock


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(OK) as server:
        yield server


def sent(limit: RateLimit, arrivals: list[float]) -> list[float]:
    """When the requests that arrive at these times are sent."""
    return [now + (limit.take(now, None) or 0.0) for now in arrivals]


def most(times: list[float], seconds: float) -> int:
    """The most requests in a period of so many seconds."""
    times = sorted(times)
    return max(sum(1 for other in times if one <= other < one + seconds - 1e-9) for one in times)


@pytest.mark.parametrize("requests", [1, 2, 9, 10, 37, 100])
@pytest.mark.parametrize("seed", range(5))
def test_no_period_has_more_than_the_limit(requests: int, seed: int) -> None:
    chance = random.Random(seed)
    arrivals = sorted(chance.choice([0.0, chance.uniform(0, 150)]) for _ in range(5 * requests))
    times = sent(RateLimit(requests, seconds=60), arrivals)
    assert most(times, 60) <= requests
    assert times == sorted(times)


def test_a_limit_is_used_up_and_a_tenth_is_sent_at_once() -> None:
    times = sent(RateLimit(100), [0.0] * 200)
    assert times[:10] == [0.0] * 10
    assert times[10] > 0.0
    assert most(times, 60) == 100
    assert times[-1] == pytest.approx(190 * 60 / 91)


def test_who_has_paused_does_not_wait() -> None:
    limit = RateLimit(100)
    assert sent(limit, [0.0] * 10 + [30.0] * 10) == [0.0] * 10 + [30.0] * 10


def test_a_turn_that_comes_too_late_is_not_taken() -> None:
    limit = RateLimit(1, seconds=60)
    assert limit.take(0.0, 5.0) == 0.0
    assert limit.take(0.0, 5.0) is None
    assert limit.take(0.0, 61.0) == 60.0


@pytest.mark.parametrize("requests", [1, 2, 9, 37])
@pytest.mark.parametrize("seed", range(5))
def test_a_turn_that_is_given_back_is_that_of_another(requests: int, seed: int) -> None:
    chance = random.Random(seed)
    limit, now, waiting, times = RateLimit(requests, seconds=60), 0.0, [], []
    for _ in range(8 * requests):
        now += chance.choice([0.0, chance.uniform(0, 20)])
        times += [turn for turn in waiting if turn <= now]
        waiting = [turn for turn in waiting if turn > now]
        if waiting and chance.random() < 0.5:
            given = waiting.pop(chance.randrange(len(waiting)))
            limit.give_back(given)
            assert now + (limit.take(now, None) or 0.0) <= given
            waiting.append(given)
        waiting.append(now + (limit.take(now, None) or 0.0))
    assert most(times + waiting, 60) <= requests


def test_a_turn_that_has_passed_is_not_given_again() -> None:
    limit = RateLimit(1, seconds=60)
    assert limit.take(0.0, None) == 0.0
    assert limit.take(0.0, None) == 60.0
    limit.give_back(60.0)
    assert limit.take(61.0, None) == 59.0


def test_a_cancelled_call_gives_its_turn_back(server: Server) -> None:
    limit = RateLimit(1, seconds=1000)

    async def run() -> None:
        options: dict[str, Any] = {"base_url": server.url, "token": TOKEN, "deadline": None}
        async with AsyncExample(rate_limit=limit, **options) as client:
            await client.things.get("a")
            calls = [asyncio.ensure_future(client.things.get("a")) for _ in range(3)]
            await asyncio.sleep(0)
            for one in calls:
                one.cancel()
            await asyncio.gather(*calls, return_exceptions=True)

    asyncio.run(run())
    wait = limit.take(monotonic(), None)
    assert wait is not None
    assert wait <= 1000, "not that behind those of the others"


def test_a_call_waits_for_its_turn(
    call: Callable[..., Any], server: Server, clock: Clock, slept: list[float]
) -> None:
    call(server.url, "get", "a", options={"rate_limit": RateLimit(2, seconds=10)}, times=3)
    assert slept == [5.0, 10.0]
    assert len(server.received) == 3


def test_a_retry_waits_too(call: Callable[..., Any], clock: Clock, slept: list[float]) -> None:
    with Server(reply(503), OK) as server:
        call(server.url, "get", "a", options={"rate_limit": RateLimit(1, seconds=10)})
    backoff, turn = slept
    assert (backoff < 1, turn) == (True, 10.0)


def test_a_turn_after_the_deadline_raises_at_once(
    call: Callable[..., Any], server: Server, clock: Clock, slept: list[float]
) -> None:
    limit = RateLimit(1, seconds=1000)
    with pytest.raises(errors.APITimeoutError, match="the deadline of 300 s passed"):
        call(server.url, "get", "a", options={"rate_limit": limit}, times=2)
    assert not slept
    assert len(server.received) == 1


def test_clients_share_a_limit_with_those_derived_from_them_and_with_others(
    server: Server, clock: Clock, slept: list[float]
) -> None:
    limit = RateLimit(1, seconds=10)
    for _ in range(2):
        with Example(base_url=server.url, token=TOKEN, rate_limit=limit) as client:
            client.things.get("a")
            client.with_options(max_retries=0).things.get("a")
    assert slept == [10.0, 20.0, 30.0]


def test_without_one_no_call_waits(
    call: Callable[..., Any], server: Server, clock: Clock, slept: list[float]
) -> None:
    call(server.url, "get", "a", times=30)
    assert not slept


@pytest.mark.parametrize(
    "arguments",
    [(0,), (-1,), (1.5,), (True,), ("9",), (1, 0), (1, -1), (1, NAN), (1, INFINITY), (1, "60"), (1, True)],
)
def test_a_limit_that_makes_no_sense_is_refused(arguments: tuple[Any, ...]) -> None:
    with pytest.raises((TypeError, ValueError), match=r"requests must be|seconds must be"):
        RateLimit(*arguments)


def test_the_limit_of_a_document_without_one_is_refused() -> None:
    with pytest.raises(ValueError, match=r"the document of Example declares none: pass RateLimit\("):
        Example(token=TOKEN, rate_limit=True)
    assert repr(RateLimit(5)) == "RateLimit(5, seconds=60)"
