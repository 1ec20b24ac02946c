"""A call between its attempts: what it sends, and what responses and failures lead to, without sockets."""

from __future__ import annotations

import logging
import ssl
from typing import Any

import httpx2
import pytest
from conftest import TOKEN, Clock
from package import errors
from package._api import FACTS
from package._runtime import Operation
from package._runtime._call import Call
from package._runtime._failures import Failed
from package._runtime._log import Log
from package._runtime._pool import Defaults
from package._runtime._retry import Budget, Sleep
from package._runtime._settings import Settings
from package._runtime._token import Token

URL = "https://api.example.com/v2"
SECRET = Token(TOKEN, renewable=False)
RENEWABLE = Token(TOKEN, renewable=True)
AGAIN = Sleep(0.5)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What calls go by."""
    clock = Clock()
    monkeypatch.setattr("package._runtime._call.monotonic", clock)
    return clock


@pytest.fixture(autouse=True)
def _whole_delays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("package._runtime._call.random", lambda: 1.0)


def call(
    method: str = "GET",
    *,
    budget: Budget | None = None,
    arguments: Any = None,
    **options: Any,
) -> Call[object]:
    """A call with these arguments of the operation, and these options of the client."""
    operation: Operation[object] = Operation(id="doIt", method=method, path="/it", successes={200: object})
    return Call(
        operation.request(**arguments or {}),
        Settings(headers={}).changed(options),
        budget=budget or Budget(),
        log=Log(FACTS),
    )


def sent(
    one: Call[object], defaults: Defaults | None = None, credentials: Token | None = None
) -> httpx2.Request:
    return one.attempt(defaults or Defaults({}), URL, credentials)


def responded(one: Call[object], status: int, *headers: tuple[str, str]) -> Any:
    return one.after(one.response(httpx2.Response(status, headers=headers), b"{}", None))


def distrust(*between: Exception) -> httpx2.ConnectError:
    """What httpx2 raises where a certificate is not trusted: the cause is further down."""
    error: Exception = ssl.SSLCertVerificationError("self-signed")
    for outer in between:
        outer.__context__, error = error, outer
    last = httpx2.ConnectError("self-signed")
    last.__cause__ = error
    return last


def silent(reason: Exception) -> httpx2.ConnectError:
    """What httpx2 raises after anyio, which says nothing of the reason."""
    between = OSError("All connection attempts failed")
    between.__cause__ = reason
    last = httpx2.ConnectError("")
    last.__cause__ = between
    return last


FAILURES: list[tuple[Failed, bool, bool, type[Exception], str]] = [
    # what an attempt failed with, whether a GET is repeated, whether a POST is, what is raised in the end
    (httpx2.ConnectError("refused"), True, True, errors.APIConnectionError, "refused"),
    (httpx2.ConnectError(""), True, True, errors.APIConnectionError, "ConnectError"),
    (silent(ConnectionResetError(104, "reset")), True, True, errors.APIConnectionError, "[Errno 104] reset"),
    (httpx2.ProxyError("407 No"), True, True, errors.APIConnectionError, "the proxy says 407 No"),
    (httpx2.ConnectTimeout("x"), True, True, errors.APITimeoutError, "connecting timed out"),
    (httpx2.PoolTimeout("x"), True, True, errors.APITimeoutError, "waiting for a free connection timed out"),
    (httpx2.WriteTimeout("x"), True, False, errors.APITimeoutError, "sending timed out"),
    (httpx2.ReadTimeout("x"), True, False, errors.APITimeoutError, "waiting for the response timed out"),
    (httpx2.ReadError("reset"), True, False, errors.APIConnectionError, "reset"),
    (httpx2.RemoteProtocolError("no HTTP"), True, False, errors.APIConnectionError, "no HTTP"),
    (httpx2.LocalProtocolError("no HTTP"), False, False, errors.APIConnectionError, "no HTTP"),
    (httpx2.UnsupportedProtocol("gopher"), False, False, errors.APIConnectionError, "gopher"),
    (distrust(), False, False, errors.APIConnectionError, "self-signed"),
    (distrust(OSError(), OSError()), False, False, errors.APIConnectionError, "self-signed"),
]


@pytest.mark.parametrize(("failure", "get", "post", "kind", "message"), FAILURES, ids=repr)
def test_failures(failure: Failed, get: bool, post: bool, kind: type[Exception], message: str) -> None:
    for method, repeated in (("GET", get), ("POST", post)):
        if repeated:
            assert call(method).after(failure) == AGAIN
        with pytest.raises(errors.APIConnectionError) as caught:
            call(method, max_retries=0 if repeated else 2).after(failure)
        assert type(caught.value) is kind
        assert str(caught.value) == f"{message} (doIt: {method} /it)"
        assert (caught.value.operation, caught.value.attempts) == ("doIt", 1)
        assert caught.value.__cause__ is failure


@pytest.mark.parametrize(
    ("failure", "cost"),
    [
        (httpx2.ReadError(""), 5),
        (httpx2.ReadTimeout(""), 10),
        (httpx2.WriteTimeout(""), 10),
        (TimeoutError(), 10),
    ],
)
def test_timeouts_cost_more(failure: Failed, cost: int) -> None:
    budget = Budget()
    assert call(budget=budget).after(failure) == AGAIN
    assert budget.take(Budget.CAPACITY - cost)
    assert not budget.take(1)


def test_an_error_has_the_number_of_attempts() -> None:
    one = call(max_retries=1)
    assert one.after(httpx2.ReadError("reset")) == AGAIN
    with pytest.raises(errors.APIConnectionError, match=r"^reset \(doIt: GET /it; 2 attempts\)$") as caught:
        one.after(httpx2.ReadError("reset"))
    assert caught.value.attempts == 2


@pytest.mark.parametrize("failure", [TimeoutError(), httpx2.ReadTimeout("x"), httpx2.ReadError("reset")])
def test_the_deadline_passes_in_an_attempt(clock: Clock, failure: Failed) -> None:
    one = call(deadline=2.5)
    clock.now += 2.5
    with pytest.raises(errors.APITimeoutError, match=r"^the deadline of 2\.5 s passed \(doIt: GET /it\)$"):
        one.after(failure)


def test_the_deadline_leaves_no_time_for_another_attempt(clock: Clock) -> None:
    one = call(deadline=2.5)
    clock.now += 2
    leaves_none = r"; the deadline of 2\.5 s leaves no time to try again \(doIt: [A-Z]+ /it\)$"
    with pytest.raises(errors.APIConnectionError, match=r"^reset" + leaves_none) as caught:
        one.after(httpx2.ReadError("reset"))
    assert type(caught.value) is errors.APIConnectionError
    with pytest.raises(errors.APITimeoutError, match=r"^sending timed out" + leaves_none):
        one.after(httpx2.WriteTimeout("x"))
    with pytest.raises(errors.APIConnectionError, match=r"^gopher \(doIt: GET /it\)$"):
        one.after(httpx2.UnsupportedProtocol("gopher"))


@pytest.mark.parametrize(
    ("headers", "repeated"),
    [({}, False), ({"Idempotency-Key": "k"}, True), ({"idempotency-key": "k"}, True), ({"key": "k"}, False)],
)
def test_a_key_makes_a_post_repeatable(headers: dict[str, str], repeated: bool) -> None:
    for one in (call("POST", headers=headers), call("POST", arguments={"headers": headers})):
        assert (responded(one, 503) == AGAIN) is repeated


def test_responses() -> None:
    one = call(max_retries=1)
    assert responded(one, 503, ("Retry-After", "7")) == Sleep(7.0)
    last = responded(one, 503)
    assert (last.operation, last.status_code, last.attempts) == ("doIt", 503, 2)
    assert responded(call(), 200).status_code == 200


def test_a_response_has_its_duration(clock: Clock) -> None:
    one = call()
    clock.now += 1.5
    assert responded(one, 200).elapsed == 1.5


def test_other_credentials_are_asked_for_once() -> None:
    one = call(max_retries=0)
    sent(one, credentials=RENEWABLE)
    assert one.refused is None
    assert responded(one, 401) == Sleep(0.0)
    assert one.refused is RENEWABLE
    assert responded(one, 401).attempts == 2


@pytest.mark.parametrize(("status", "renewable"), [(401, False), (400, True), (403, True), (402, True)])
def test_other_credentials_are_not_asked_for(status: int, renewable: bool) -> None:
    one = call()
    sent(one, credentials=RENEWABLE if renewable else SECRET)
    assert responded(one, status).status_code == status
    assert one.refused is None


def test_what_repeats_the_credentials_is_covered() -> None:
    one = call(max_retries=0)
    sent(one, credentials=SECRET)
    with pytest.raises(errors.APIConnectionError, match=r"^illegal header \*\*\* \(doIt") as caught:
        one.after(httpx2.RemoteProtocolError(f"illegal header {TOKEN}"))
    assert type(caught.value.__cause__) is httpx2.RemoteProtocolError
    assert TOKEN not in str(caught.value.__cause__)


def test_what_is_sent() -> None:
    one = call(
        "PUT", arguments={"json": "a", "headers": {"X-A": "1"}}, headers={"User-Agent": "ours", "x-a": "2"}
    )
    request = sent(one, Defaults({"accept-encoding": "gzip", "user-agent": "httpx2"}), SECRET)
    assert (request.method, str(request.url), request.content) == ("PUT", f"{URL}/it", b'"a"')
    assert dict(request.headers) == {
        "host": "api.example.com",
        "accept-encoding": "gzip",
        "user-agent": "ours",
        "accept": "application/json",
        "x-a": "1",
        "content-type": "application/json",
        "content-length": "3",
        "authorization": f"Bearer {TOKEN}",
    }


def test_what_is_sent_without_content_and_credentials() -> None:
    request = sent(call())
    assert set(request.headers) == {"host", "accept"}
    assert request.content == b""


def test_a_retry_says_how_many_attempts_preceded_it() -> None:
    one = call()
    assert "x-retry-count" not in sent(one).headers
    assert responded(one, 503) == AGAIN
    assert sent(one).headers["x-retry-count"] == "1"
    assert "x-retry-count" not in responded_elsewhere(one).headers
    own = call(headers={"X-Retry-Count": "own"})
    responded(own, 503)
    assert sent(own).headers["x-retry-count"] == "own"


def responded_elsewhere(one: Call[object]) -> httpx2.Request:
    """The request after a redirect to another origin."""
    assert responded(one, 302, ("location", "https://elsewhere.example/")) == Sleep(0.0)
    return sent(one)


def test_what_a_callers_http_client_adds() -> None:
    defaults = Defaults({}, httpx2.QueryParams({"p": "1"}), httpx2.Cookies({"c": "2"}))
    request = sent(call(), defaults)
    assert str(request.url) == f"{URL}/it?p=1"
    assert request.headers["cookie"] == "c=2"


def test_the_type_of_content_is_left_to_who_says_it() -> None:
    own = {"Content-Type": "application/merge-patch+json"}
    request = sent(call("PUT", arguments={"json": "a", "headers": own}))
    assert request.headers["content-type"] == "application/merge-patch+json"


def test_no_timeout_reaches_beyond_the_deadline(clock: Clock) -> None:
    def timeouts(one: Call[object]) -> Any:
        return sent(one).extensions["timeout"]

    timeout = httpx2.Timeout(connect=1, read=9, write=None, pool=5)
    one = call(timeout=timeout, deadline=10)
    clock.now += 4
    assert one.remaining() == 6
    assert timeouts(one) == {"connect": 1, "read": 6, "write": 6, "pool": 5}
    assert timeouts(call(timeout=timeout, deadline=None)) == timeout.as_dict()


def test_arguments_that_no_url_can_hold() -> None:
    one = call(arguments={"query": {"ids": ["a" * 1000] * 100}})
    with pytest.raises(ValueError, match="the arguments do not fit into a URL: URL too long"):
        sent(one)


def test_the_log_has_attempts_and_the_call(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "example")
    one = call(max_retries=1)
    one.after(httpx2.ReadError("reset"))
    responded(one, 200)
    failed = call(max_retries=0)
    with pytest.raises(errors.APIConnectionError):
        failed.after(httpx2.ReadError("reset"))
    assert [message.partition(" in ")[0] for message in caplog.messages] == [
        "doIt: ReadError: reset",
        "doIt: attempt 2: GET /it: 200, 2 bytes, {}",
        "doIt: GET /it: 200",
        "doIt: ReadError: reset",
        "doIt: GET /it: ReadError",
    ]
