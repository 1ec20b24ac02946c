"""The decisions of the retry loop, with a clock and a chance of our own: no socket, no sleep."""

from __future__ import annotations

import time

import pytest
from conftest import Clock
from httpx2 import Headers
from package._runtime._retry import Budget, Decision, End, Failure, Outcome, Policy, Responded, Retry, Sleep
from package._runtime._retry_after import retry_after, should_retry


def retry(
    *,
    repeatable: bool = True,
    max_retries: int = 2,
    deadline: float | None = None,
    budget: Budget | None = None,
    clock: Clock | None = None,
    jitter: float = 1.0,
) -> Retry:
    policy = Policy(repeatable=repeatable, max_retries=max_retries, deadline=deadline)
    return Retry(policy, budget or Budget(), clock or Clock(), lambda: jitter)


def delays(one: Retry, outcome: Outcome) -> list[float]:
    """The sleeps until the call is over."""
    slept: list[float] = []
    while isinstance(decision := one.after(outcome), Sleep):
        slept.append(decision.seconds)
    return slept


def test_delays_double_up_to_a_ceiling() -> None:
    assert delays(retry(max_retries=7), Failure.INTERRUPTED) == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0]


@pytest.mark.parametrize("jitter", [0.0, 0.25])
def test_the_whole_delay_is_left_to_chance(jitter: float) -> None:
    assert delays(retry(jitter=jitter), Failure.INTERRUPTED) == [0.5 * jitter, 1.0 * jitter]


def test_two_retries_unless_set() -> None:
    one = retry()
    assert len(delays(one, Responded(503))) == 2
    assert one.attempts == 3


YES, NO = Sleep(0.5), End.RAISE

TABLE = [
    # outcome, when repeatable, when not
    (Failure.NOT_SENT, YES, YES),
    (Failure.INTERRUPTED, YES, NO),
    (Failure.TIMED_OUT, YES, NO),
    (Failure.FATAL, NO, NO),
    (Responded(200), End.RETURN, End.RETURN),
    (Responded(302), End.RETURN, End.RETURN),
    (Responded(400), End.RETURN, End.RETURN),
    (Responded(409), End.RETURN, End.RETURN),
    (Responded(408), YES, End.RETURN),
    (Responded(429), YES, End.RETURN),
    (Responded(500), YES, End.RETURN),
    (Responded(501), End.RETURN, End.RETURN),
    (Responded(502), YES, End.RETURN),
    (Responded(503), YES, End.RETURN),
    (Responded(504), YES, End.RETURN),
    (Responded(429, 3.0), Sleep(3.0), Sleep(3.0)),
    (Responded(503, 0.0), Sleep(0.0), Sleep(0.0)),
    (Responded(408, 3.0), Sleep(3.0), End.RETURN),
    (Responded(500, 3.0), Sleep(3.0), End.RETURN),
    (Responded(409, 3.0), End.RETURN, End.RETURN),
    (Responded(429, 60.0), Sleep(60.0), Sleep(60.0)),
    (Responded(429, 60.5), End.RETURN, End.RETURN),
]


@pytest.mark.parametrize(("outcome", "repeatable", "not_repeatable"), TABLE, ids=str)
def test_what_follows(outcome: Outcome, repeatable: Decision, not_repeatable: Decision) -> None:
    assert retry(repeatable=True).after(outcome) == repeatable
    assert retry(repeatable=False).after(outcome) == not_repeatable


def test_the_deadline_is_over_all_attempts() -> None:
    clock = Clock()
    one = retry(deadline=10, clock=clock, max_retries=9)
    clock.now += 9.4
    assert one.after(Failure.INTERRUPTED) == Sleep(0.5)
    assert one.remaining == pytest.approx(0.6)
    clock.now += 0.5
    assert one.after(Failure.INTERRUPTED) is End.DEADLINE, "the next sleep would pass it"
    clock.now += 0.2
    assert one.remaining == 0.0, "not less"
    assert one.after(Failure.TIMED_OUT) is End.DEADLINE


def test_a_sleep_that_leaves_no_time_is_not_begun() -> None:
    clock = Clock()
    one = retry(deadline=10, clock=clock)
    clock.now += 9.5
    assert one.after(Failure.INTERRUPTED) is End.DEADLINE
    assert one.after(Failure.FATAL) is End.RAISE, "it would not be repeated anyway"
    assert one.after(Responded(503)) is End.RETURN
    assert one.attempts == 1


@pytest.mark.parametrize("outcome", [Failure.TIMED_OUT, Failure.INTERRUPTED, Failure.FATAL])
def test_a_failure_that_is_not_repeated_may_be_the_deadlines(outcome: Outcome) -> None:
    clock = Clock()
    one = retry(deadline=10, repeatable=False, clock=clock)
    clock.now += 9
    assert one.after(outcome) is End.RAISE
    clock.now += 1
    assert one.after(outcome) is End.DEADLINE


def test_a_response_at_the_deadline_is_a_response() -> None:
    clock = Clock()
    one = retry(deadline=10, clock=clock)
    clock.now += 10
    assert one.after(Responded(503)) is End.RETURN


def test_without_a_deadline_nothing_ends() -> None:
    clock = Clock()
    one = retry(deadline=None, clock=clock)
    clock.now += 1e9
    assert one.remaining is None
    assert one.after(Failure.TIMED_OUT) == Sleep(0.5)


def test_the_clock_on_the_wall_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """F68: sleeps and deadlines go by the monotonic clock alone."""
    monkeypatch.setattr("time.time", lambda: -1e9)
    clock = Clock()
    one = retry(deadline=10, clock=clock)
    clock.now += 1
    assert one.remaining == 9
    assert one.after(Responded(429, 2.0)) == Sleep(2.0)


def test_other_credentials_are_no_retry() -> None:
    one = retry()
    one.again()
    assert len(delays(one, Responded(503))) == 2
    assert one.attempts == 4


def test_the_budget_ends_retries() -> None:
    """F69."""
    budget = Budget()
    slept = sum(len(delays(retry(budget=budget), Responded(503))) for _ in range(1000))
    assert slept == 500 / 5


def test_timeouts_cost_twice() -> None:
    budget = Budget()
    assert sum(len(delays(retry(budget=budget), Failure.TIMED_OUT)) for _ in range(1000)) == 500 / 10


def test_a_success_gives_back_what_its_retries_took() -> None:
    budget = Budget()
    for _ in range(1000):
        one = retry(budget=budget)
        assert one.after(Responded(503)) == Sleep(0.5)
        assert one.after(Responded(200)) is End.RETURN
    assert budget.take(500)


def test_a_success_gives_back_no_more_than_that() -> None:
    budget = Budget()
    one = retry(budget=budget)
    assert one.after(Responded(503)) == Sleep(0.5)
    assert one.after(Failure.TIMED_OUT) == Sleep(1.0)
    assert budget.take(485)
    assert one.after(Responded(200)) is End.RETURN
    assert budget.take(15)
    assert not budget.take(1)


def test_a_success_without_retries_gives_one() -> None:
    budget = Budget()
    assert budget.take(500)
    for status in (200, 399):
        retry(budget=budget).after(Responded(status))
        assert budget.take(1)
        assert not budget.take(1)


def test_failures_give_nothing_back() -> None:
    budget = Budget()
    assert budget.take(500)
    for status in (400, 404, 409, 500):
        retry(budget=budget).after(Responded(status))
    assert not budget.take(1)


def test_the_budget_does_not_overflow() -> None:
    budget = Budget()
    budget.give(100)
    assert not budget.take(501)
    assert budget.take(500)


NOW = 1445412480.0  # Wed, 21 Oct 2015 07:28:00 GMT

RETRY_AFTER = {
    "0": 0.0,
    "120": 120.0,
    " 7 ": 7.0,
    "1" * 20: 111111111.0,
    "Wed, 21 Oct 2015 07:28:30 GMT": 30.0,
    "Wed, 21 Oct 2015 07:27:00 GMT": 0.0,
    "Wednesday, 21-Oct-15 07:28:30 GMT": 30.0,
    "-1": None,
    "1.5": None,
    "0.529": None,
    "Infinity": None,
    "NaN": None,
    "\u0663": None,
    "7s": None,
    "2015-10-21T07:28:30Z": None,
    "Wed, 21 Oct 2015 07:28:30 -0000": 30.0,
    "Wed, 21 Oct 2015 07:28:30": 30.0,
    "Wed Oct 21 07:28:30 2015": 30.0,
    "Wed, 21 Oct 2015 09:28:30 +0200": 30.0,
    "Wed, 21 Oct 99999 07:28:30 GMT": None,
    "1e3": None,
    "+1": None,
    "soon": None,
    "": None,
    "Wed, 99 Oct 2015 07:28:00 GMT": None,
}


@pytest.mark.parametrize(("value", "seconds"), RETRY_AFTER.items())
def test_retry_after(value: str, seconds: float | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        headers = Headers([(b"Retry-After", value.encode())])
        assert retry_after(headers, lambda: NOW) == seconds
    finally:
        monkeypatch.undo()
        time.tzset()


def test_retry_after_twice() -> None:
    assert retry_after(Headers([("Retry-After", "1"), ("Retry-After", "2")])) is None
    assert retry_after(Headers([("Retry-After", "1"), ("Retry-After", "1")])) == 1.0
    assert retry_after(Headers()) is None


OTHERS = [
    ({"Retry-After-Ms": "1500"}, 1.5),
    ({"Retry-After-Ms": "20", "Retry-After": "7"}, 0.02),
    ({"Retry-After-Ms": "soon", "Retry-After": "7"}, 7.0),
    ({"Retry-After-Ms": "-1"}, None),
    ({"Retry-After-Ms": "1500.5", "Retry-After": "7"}, 7.0),
    ({"Retry-After-Ms": "0", "Retry-After": "7"}, 0.0),
    ({"Retry-After-Ms": "", "RateLimit": '"a";r=0;t=3'}, 3.0),
    ({"RateLimit": "limit=100, remaining=0, reset=30"}, 30.0),
    ({"RateLimit": "limit=100, remaining=5, reset=30"}, None),
    ({"RateLimit": "limit=100, remaining=0"}, None),
    ({"RateLimit": "remaining=0, reset=soon"}, None),
    ({"RateLimit": '"remaining=0";r=3;t=9'}, None),
    ({"RateLimit": '"default";r=0;t=30'}, 30.0),
    ({"RateLimit": '"a";r=0;t=3, "b"; r=0; t=9, "c";r=5;t=60'}, 9.0),
    ({"RateLimit": '"default";r=5;t=30'}, None),
    ({"RateLimit": '"default";r=0'}, None),
    ({"RateLimit": "r=0"}, None),
    ({"RateLimit": ";;;r=;t=0,,"}, None),
    ({"RateLimit-Remaining": "0", "RateLimit-Reset": "12"}, 12.0),
    ({"RateLimit-Remaining": "1", "RateLimit-Reset": "12"}, None),
    ({"RateLimit-Reset": "12"}, None),
    ({"RateLimit-Remaining": "0", "RateLimit-Reset": "soon"}, None),
    ({"RateLimit-Remaining": "0", "RateLimit-Reset": "12", "Retry-After": "1"}, 1.0),
]


@pytest.mark.parametrize(("headers", "seconds"), OTHERS)
def test_other_headers_say_when_to_retry(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(Headers(headers)) == seconds


@pytest.mark.parametrize(
    ("value", "said"), [("true", True), ("False", False), ("", None), ("yes", None), ("true, false", None)]
)
def test_what_a_server_says_of_retries(value: str, said: bool | None) -> None:
    assert should_retry(Headers({"X-Should-Retry": value})) is said


@pytest.mark.parametrize(("status", "said", "repeatable"), [(409, True, False), (503, False, True)])
def test_what_a_server_says_goes_before_the_rules(status: int, said: bool, repeatable: bool) -> None:
    for one in (None, said):
        found = retry(repeatable=repeatable).after(Responded(status, None, one))
        assert isinstance(found, Sleep) is ((one is None) is (status == 503))
