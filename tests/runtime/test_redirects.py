"""Redirects of GET and HEAD are followed where that is safe: F51-F54."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

import httpx2
import pytest
from api import AsyncExample, Example, Thing, Things
from conftest import TOKEN, certificate, trust
from fault_server import Behaviour, Received, Server, drip, hang, reply, send
from package import errors
from package._api import FACTS
from package._runtime import Operation
from package._runtime._credentials import CredentialsClient
from package._runtime._security import Key, Security

pytestmark = pytest.mark.slow  # `make quick` leaves it out

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)
STATUSES = [301, 302, 303, 307, 308]


def moved(location: str, status: int = 302) -> bytes:
    return reply(status, b"<html>", ("Location", location), content_type="text/html")


@pytest.fixture
def do(call: Any, transport: Any) -> Any:
    """Send a request of any operation, sync or async."""

    def do(url: str, request: Any, **options: Any) -> Any:
        options = {"base_url": url, "token": TOKEN, **options}
        if transport is httpx2.HTTPTransport:
            with Example(**options) as client:
                return client.send(request)

        async def run() -> Any:
            async with AsyncExample(**options) as client:
                return await client.send(request)

        return asyncio.run(run())

    return do


@pytest.mark.parametrize("status", STATUSES)
def test_a_redirect_is_followed(call: Any, status: int) -> None:
    with Server(moved("/v2/things/a?x=1#part", status), OK) as server:
        assert call(server.url, "get", "a", options={"headers": {"X-A": "1"}}) == THING
    first, second = server.received
    assert (second.method, second.target) == ("GET", "/v2/things/a?x=1")
    assert second.headers == first.headers, "the same origin gets what it would get at once"
    assert server.connections == 1


@pytest.mark.parametrize("status", STATUSES)
def test_another_origin_gets_no_credentials(call: Any, status: int) -> None:
    """F51 and F52: no header of the caller's either, whatever it is called."""
    with Server(OK) as other:
        options = {"headers": {"X-Api-Token": "s3cret", "Cookie": "s3cret", "Accept-Language": "da"}}
        with Server(moved(f"{other.url}/elsewhere?signature=x", status)) as server:
            assert call(server.url, "get", "a", options=options) == THING
    sent = other.received[0]
    assert sent.target == "/elsewhere?signature=x"
    assert sent.headers["host"] == f"127.0.0.1:{other.port}"
    assert set(sent.headers) == {"host", "accept", "accept-encoding", "accept-language", "user-agent"}


def test_another_origin_gets_nothing_of_a_callers_http_client() -> None:
    with Server(OK) as other, Server(moved(f"{other.url}/there")) as server:
        http = httpx2.Client(
            headers={"X-Key": "s3cret"},
            cookies={"c": "s3cret"},
            params={"p": "s3cret"},
            auth=("user", "s3cret"),
            follow_redirects=True,
        )
        with http, Example(base_url=server.url, token=TOKEN, http_client=http) as client:
            assert client.things.get("a") == THING
    assert "s3cret" in repr(server.received)
    assert "authorization" not in other.received[0].headers
    assert "s3cret" not in repr(other.received)
    assert other.received[0].target == "/there"


@pytest.mark.parametrize(
    "place", [f"https://{TOKEN}.invalid/", f"http://127.0.0.1:1/{TOKEN}", f"http://127.0.0.1:1/?x=a{TOKEN}"]
)
def test_another_origin_gets_no_credentials_that_the_server_sends_along(call: Any, place: str) -> None:
    with Server(moved(place)) as server, pytest.raises(errors.APIStatusError):
        call(server.url, "get", "a")
    assert len(server.received) == 1


def test_the_same_origin_may_get_what_it_sends_along(call: Any) -> None:
    with Server(moved(f"/{TOKEN}"), OK) as server:
        assert call(server.url, "get", "a") == THING


def test_a_short_token_is_in_many_places_by_chance(call: Any) -> None:
    with Server(OK) as other, Server(moved(f"{other.url}/there")) as server:
        assert call(server.url, "get", "a", options={"token": "t"}) == THING


def test_credentials_do_not_come_back(call: Any) -> None:
    """Who sends us back from elsewhere has chosen what is asked for."""
    with Server(OK) as other, Server(moved(f"{other.url}/there"), OK) as server:
        other.behaviours = [send(moved(f"{server.url}/v1/things/b"))]
        assert call(server.url, "get", "a") == THING
    assert "authorization" in server.received[0].headers
    assert "authorization" not in server.received[1].headers


@pytest.mark.parametrize(
    "location", ["http://[::1", "https://", "ftp://127.0.0.1/", "javascript:1", "file:///", ""]
)
def test_a_place_that_nobody_can_go_to(call: Any, location: str) -> None:
    with Server(moved(location)) as server, pytest.raises(errors.APIStatusError) as caught:
        call(server.url, "get", "a")
    assert (caught.value.status_code, len(server.received)) == (302, 1)


def test_a_message_omits_the_password_of_a_place(call: Any) -> None:
    place = "http://user:p4ss@127.0.0.1/x?a=1"
    with Server(moved(place)) as server, pytest.raises(errors.APIStatusError) as caught:
        call(server.url, "get", "a")
    assert "redirect to http://***@127.0.0.1/x?... not followed" in str(caught.value)
    assert caught.value.location == place


@pytest.mark.parametrize(
    "response",
    [
        reply(302),
        reply(300, b"", ("Location", "/x")),
        reply(304, b"", ("Location", "/x")),
        reply(305, b"", ("Location", "/x")),
        reply(399, b"", ("Location", "/x")),
        reply(302, b"", ("Location", "/x"), ("Location", "/y")),
        moved("http://user:pass@127.0.0.1/"),
        moved("http://127.0.0.1:99999/"),
        moved("http://127.0.0.1:0/"),
        moved("/" + "x" * 70_000),
    ],
    ids=lambda response: response[:40].decode("ascii", "replace") if isinstance(response, bytes) else None,
)
def test_what_is_no_redirect_to_follow(call: Any, response: bytes) -> None:
    with Server(response, OK) as server, pytest.raises(errors.APIStatusError):
        call(server.url, "get", "a")
    assert len(server.received) == 1


def test_https_stays_https(call: Any, transport: Any) -> None:
    with Server(OK) as other:
        secure = Server(moved(f"{other.url}/"), tls=certificate("loopback"))
        options = {"transport": transport(verify=trust("loopback"))}
        with secure as server, pytest.raises(errors.APIStatusError, match="not followed"):
            call(server.url, "get", "a", options=options)
    assert other.received == []


def test_http_may_become_https(call: Any, transport: Any) -> None:
    options = {"transport": transport(verify=trust("loopback"))}
    with (
        Server(OK, tls=certificate("loopback")) as secure,
        Server(moved(f"{secure.url}/v1")) as server,
    ):
        assert call(server.url, "get", "a", options=options) == THING
    assert "authorization" not in secure.received[0].headers, "it is another origin"


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("method", ["replace", "create", "delete"])
def test_other_methods_are_not_redirected(call: Any, status: int, method: str) -> None:
    """F53: neither as they are, nor as a GET."""
    arguments = {"delete": ["0b6a4b0f-6c1b-4a53-9c55-3f0a0d3d9c61"], "replace": ["a"], "create": []}[method]
    with (
        Server(OK) as other,
        Server(moved(f"{other.url}/?signature=x", status)) as server,
        pytest.raises(errors.APIStatusError, match="not followed") as caught,
    ):
        call(server.url, method, *arguments)
    assert (caught.value.status_code, len(server.received), other.received) == (status, 1, [])
    assert other.url in str(caught.value)


def test_a_get_with_content_is_not_redirected(do: Any) -> None:
    operation: Operation[object] = Operation(id="ask", method="GET", path="/ask", successes={200: object})
    with Server(moved("/there")) as server, pytest.raises(errors.APIStatusError, match="not followed"):
        do(server.url, operation.request(json={"secret": 1}))
    assert len(server.received) == 1


def test_head_stays_head(do: Any) -> None:
    operation: Operation[None] = Operation(id="look", method="HEAD", path="/look", successes={200: None})
    head = b"HTTP/1.1 303 See Other\r\nLocation: /there\r\nContent-Length: 5\r\n\r\n"
    with Server(head, b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n") as server:
        assert do(server.url, operation.request()) is None
    assert [(one.method, one.target) for one in server.received] == [("HEAD", "/look"), ("HEAD", "/there")]


def test_a_redirect_to_itself_ends(call: Any) -> None:
    """F54: five are followed."""
    with (
        Server(moved("/v1/things/a")) as server,
        pytest.raises(errors.APIStatusError, match="not followed after 5 redirects") as caught,
    ):
        call(server.url, "get", "a")
    assert len(server.received) == 6
    assert caught.value.attempts == 1


class Chain(Server):
    """Redirects as often as its path says."""

    def behaviour(self, request: Received) -> Behaviour:
        left = int(request.target.rpartition("/")[2])
        return send(moved(f"{left - 1}") if left else OK)


@pytest.mark.parametrize(("length", "fine"), [(5, True), (6, False)])
def test_five_are_followed(call: Any, length: int, fine: bool) -> None:
    with Chain(OK) as server:
        if fine:
            assert call(server.url, "get", str(length)) == THING
        else:
            with pytest.raises(errors.APIStatusError):
                call(server.url, "get", str(length))
    assert len(server.received) == 6


def test_following_can_be_turned_off(call: Any) -> None:
    with Server(moved("/x"), OK) as server, pytest.raises(errors.APIStatusError) as caught:
        call(server.url, "get", "a", options={"follow_redirects": False})
    assert caught.value.headers["location"] == "/x"
    with Server(moved("/x"), OK) as server, Example(base_url=server.url, token=TOKEN) as client:
        with pytest.raises(errors.APIStatusError):
            client.with_options(follow_redirects=False).things.get("a")
        assert client.things.get("a") == THING


def test_what_follows_a_redirect_may_fail_and_be_repeated(call: Any) -> None:
    with Server(reply(503), OK) as other, Server(moved(f"{other.url}/there")) as server:
        assert call(server.url, "get", "a") == THING
    assert (len(server.received), len(other.received)) == (1, 2)
    assert "authorization" not in repr(other.received)


def test_a_401_elsewhere_asks_for_no_other_token(call: Any) -> None:
    asked: list[int] = []
    with (
        Server(reply(401)) as other,
        Server(moved(f"{other.url}/there")) as server,
        pytest.raises(errors.UnauthorizedError),
    ):
        call(server.url, "get", "a", options={"token": lambda: asked.append(1) or TOKEN})
    assert asked == [1]


@pytest.mark.parametrize("fault", [hang, drip(OK, each=lambda: time.sleep(0.1))], ids=["hang", "drip"])
def test_the_deadline_holds_elsewhere_too(call: Any, fault: Behaviour) -> None:
    with (
        Server(fault) as other,
        Server(moved(f"{other.url}/there")) as server,
        pytest.raises(errors.APITimeoutError, match=r"deadline of 0\.5 s"),
    ):
        call(server.url, "get", "a", options={"deadline": 0.5})


def test_a_download_that_is_documented_as_a_redirect(do: Any) -> None:
    """As GitHub's and Box's documents have it: 302, and somewhere else is the file."""
    operation: Operation[bytes] = Operation(
        id="download", method="GET", path="/file", successes={200: {"*/*": bytes}}, errors={302: None}
    )
    with (
        Server(reply(200, b"\0\xff", content_type="application/zip")) as store,
        Server(moved(f"{store.url}/blob?sig=1")) as server,
    ):
        assert do(server.url, operation.request()) == b"\0\xff"


def test_a_raw_response_is_that_of_the_last() -> None:
    with Server(moved("/there"), OK) as server, Example(base_url=server.url, token=TOKEN) as client:
        response = client.with_raw_response(client.things.get, "a")
    assert (response.status_code, response.retries, response.parse()) == (200, 0, THING)


def test_bytes_above_127_in_a_location(call: Any) -> None:
    head = b"HTTP/1.1 302 Found\r\nLocation: /v1/\xc3\xa9\xff\r\nContent-Length: 0\r\n\r\n"
    with Server(head, OK) as server:
        try:
            assert call(server.url, "get", "a") == THING
        except errors.APIStatusError:
            assert len(server.received) == 1


@pytest.mark.parametrize("place", ["elsewhere", "here"])
def test_no_log_has_the_query_of_a_target(call: Any, caplog: pytest.LogCaptureFixture, place: str) -> None:
    """The query of a signed URL is a credential; httpx2 logs URLs as well, already at INFO."""
    caplog.set_level(logging.DEBUG, logger="example")
    caplog.set_level(logging.INFO, logger="httpx2")
    with Server(OK) as other:
        origin = other.url if place == "elsewhere" else ""
        with Server(moved(f"{origin}/v2/a?signature=s1gned"), OK) as server:
            assert call(server.url, "get", "a") == THING
            received = other.received[-1] if origin else server.received[-1]
    assert received.target == "/v2/a?signature=s1gned"
    assert "/v2/a?..." in caplog.text
    assert "s1gned" not in caplog.text


@pytest.mark.parametrize("call", ["sync", "async"], indirect=True)
def test_only_the_log_of_httpcore2_has_headers_as_they_arrive(
    call: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """It is another library's; SECURITY.md and the README of a client say so."""
    caplog.set_level(logging.DEBUG)
    for name in ("example", "httpx2", "httpcore2"):
        caplog.set_level(logging.DEBUG, logger=name)
    with Server(moved("/v2/a?signature=s1gned"), OK) as server:
        assert call(server.url, "get", "a") == THING
    showing = {record.name.partition(".")[0] for record in caplog.records if "s1gned" in record.getMessage()}
    assert showing == {"httpcore2"}


def test_a_target_is_sent_whole_beside_credentials_in_the_query(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="example")
    caplog.set_level(logging.INFO, logger="httpx2")

    class Keys(CredentialsClient):
        _facts = FACTS
        _security = Security(schemes=[Key("key", "query", "k")], default=[["key"]], required=True)

    with Server(moved("/v2/a?signature=s1gned"), OK) as server:
        with Keys({"key": "5ec12e7"}, base_url=server.url) as client:
            assert Things(client).get("a") == THING
        assert server.received[-1].target == "/v2/a?signature=s1gned&k=5ec12e7"
    assert "s1gned" not in caplog.text
    assert "5ec12e7" not in caplog.text
