"""Connections that break, stall or carry what is no HTTP: F31-F49 and F61, sync and async."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import httpx2
import pytest
from api import Thing
from conftest import HERE, Clock, certificate, trust
from fault_server import (
    Behaviour,
    Server,
    after,
    close,
    drip,
    endless,
    hang,
    last,
    raw,
    reply,
    reset,
    zipped,
)
from package import errors

pytestmark = pytest.mark.slow

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)
TRUNCATED = last(
    raw("HTTP/1.1 200 OK\nContent-Length: 500\nContent-Type: application/json", b'{"id":"a","size":1}')
)

BROKEN = {
    "F31 a body cut off": TRUNCATED,
    "F32 closed without an answer": close,
    "F33 reset": reset,
    "F41 a chunk that is none": last(
        raw("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\nContent-Type: application/json", b"ZZ\r\n{}\r\n")
    ),
    "F43 a flood of headers": last(
        raw("HTTP/1.1 200 OK\n" + "\n".join(f"X-{n}: {'x' * 8192}" for n in range(200)))
    ),
    "F44 not HTTP": last(b"SSH-2.0-OpenSSH_9.6\r\n"),
}


@pytest.mark.parametrize("fault", BROKEN.values(), ids=BROKEN)
def test_what_may_be_repeated_is(call: Any, fault: Behaviour) -> None:
    with Server(fault, OK) as server:
        assert call(server.url, "replace", "a", name="b") == THING
    assert [request.body for request in server.received] == [b'{"name":"b"}'] * 2


@pytest.mark.parametrize("fault", BROKEN.values(), ids=BROKEN)
def test_a_request_that_the_server_may_have_processed_is_not_repeated(call: Any, fault: Behaviour) -> None:
    with Server(fault, OK) as server, pytest.raises(errors.APIConnectionError) as caught:
        call(server.url, "create", name="b")
    assert len(server.received) == caught.value.attempts == 1
    assert isinstance(caught.value.__cause__, httpx2.TransportError)
    assert not isinstance(caught.value, errors.APITimeoutError)


@pytest.mark.parametrize("fault", BROKEN.values(), ids=BROKEN)
def test_an_idempotency_key_makes_a_post_repeatable(call: Any, fault: Behaviour) -> None:
    with Server(fault, reply(201, {"id": "a", "size": 1})) as server:
        assert call(server.url, "create", name="b", idempotency_key="k") == THING
    assert [request.headers["idempotency-key"] for request in server.received] == ["k", "k"]


@pytest.mark.parametrize("fault", [close, reset], ids=["F34 closed", "F34 reset"])
def test_a_stale_connection_is_replaced(call: Any, fault: Behaviour) -> None:
    """The server drops the connection that the second call reuses, before it answers that one."""
    with Server(OK, fault, OK) as server:
        assert call(server.url, "get", "a", times=2) == THING
    assert server.connections == 2


def test_a_connection_closed_while_idle_is_not_used_for_a_post(call: Any) -> None:
    """F34 for what may not be repeated: httpx2 looks before it reuses a connection."""
    closed = threading.Event()

    def close_when_idle(connection: socket.socket) -> None:
        last(reply(201, {"id": "a", "size": 1}))(connection)
        closed.set()

    with Server(close_when_idle) as server:
        assert call(server.url, "create", times=2, pause=closed.wait) == THING
    assert len(server.received) == server.connections == 2


def test_a_server_that_hangs_times_out(call: Any) -> None:
    """F35."""
    started = time.monotonic()
    with (
        Server(hang) as server,
        pytest.raises(errors.APITimeoutError, match="waiting for the response") as caught,
    ):
        call(server.url, "get", "a", options={"timeout": 0.2, "max_retries": 1})
    assert time.monotonic() - started >= 0.4
    assert caught.value.attempts == server.arrived(2) == 2
    assert isinstance(caught.value.__cause__, httpx2.ReadTimeout)


def test_a_timed_out_post_is_not_repeated(call: Any) -> None:
    with Server(hang) as server, pytest.raises(errors.APITimeoutError):
        call(server.url, "create", options={"timeout": 0.2})
    assert server.arrived(1) == 1


def test_the_deadline_ends_a_body_that_drips(call: Any, passing: Clock) -> None:
    """F37: each byte keeps the read timeout; the deadline holds for the whole."""
    with (
        Server(drip(OK, each=lambda: passing.pass_by(0.1))) as server,
        pytest.raises(errors.APITimeoutError, match=r"deadline of 0\.5 s"),
    ):
        call(server.url, "get", "a", options={"deadline": 0.5})
    assert len(server.received) == 1


def test_the_deadline_holds_over_attempts(call: Any, passing: Clock) -> None:
    """The deadline is named too where it passes in an attempt, and where it leaves no time for another."""

    def take_a_while(connection: socket.socket) -> None:
        passing.pass_by(0.4)
        hang(connection)

    with Server(take_a_while) as server, pytest.raises(errors.APITimeoutError, match=r"deadline of 1 s"):
        call(server.url, "get", "a", options={"deadline": 1, "timeout": 0.2, "max_retries": 99})
    assert 2 <= len(server.received) <= 3


def test_a_slow_response_within_the_limits_is_returned(call: Any) -> None:
    with Server(after(0.3, OK)) as server:
        assert call(server.url, "get", "a") == THING


def test_a_gzip_bomb_does_not_go_off(call: Any) -> None:
    """F38: the cap counts decompressed bytes."""
    with Server(zipped(b" " * 100 * 2**20)) as server, pytest.raises(errors.APIResponseError) as caught:
        call(server.url, "get", "a", options={"max_response_size": 2**20})
    assert "is larger than 1048576 bytes" in str(caught.value)
    assert len(caught.value.raw) <= 2**20
    assert len(server.received) == 1


def test_a_body_without_end_ends(call: Any) -> None:
    """F39."""
    with Server(endless(b" " * 65536)) as server:
        with pytest.raises(errors.APIResponseError, match="is larger than"):
            call(server.url, "get", "a", options={"max_response_size": 2**20})
        assert server.open_connections == 0


def test_the_cap_is_64_mib_unless_set(call: Any) -> None:
    with (
        Server(zipped(b" " * (64 * 2**20 + 1))) as server,
        pytest.raises(errors.APIResponseError, match="is larger than 67108864 bytes"),
    ):
        call(server.url, "get", "a")


def test_a_body_that_fits_exactly_is_read(call: Any) -> None:
    body = b'{"id":"a","size":1}'
    with Server(reply(200, body)) as server:
        assert call(server.url, "get", "a", options={"max_response_size": len(body)}) == THING


def test_corrupt_gzip_is_a_contradiction(call: Any) -> None:
    """F40."""
    with (
        Server(reply(200, b"no gzip at all", ("Content-Encoding", "gzip"))) as server,
        pytest.raises(errors.APIResponseError, match="cannot be decompressed"),
    ):
        call(server.url, "get", "a")
    assert len(server.received) == 1


def test_corrupt_gzip_of_an_error_keeps_the_status(call: Any) -> None:
    with (
        Server(reply(404, b"no gzip at all", ("Content-Encoding", "gzip"))) as server,
        pytest.raises(errors.NotFoundError),
    ):
        call(server.url, "get", "a")


def test_both_lengths_at_once_cannot_smuggle(call: Any) -> None:
    """F42: chunked overrides the length (RFC 9112 section 6.3), and the connection is not used again."""
    both = raw(
        "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 3\nTransfer-Encoding: chunked",
        b'13\r\n{"id":"a","size":1}\r\n0\r\n\r\n',
    )
    with Server(both, OK) as server:
        assert call(server.url, "get", "a", times=2) == THING


def test_bytes_after_the_body_are_never_a_response(call: Any) -> None:
    """F45: an answer that nobody asked for ends the connection, once httpx2 can see it.

    Not so when it comes in the same segment as the answer before it: httpx2 2.16 keeps such bytes and
    gives no access to them, so that they would answer the next request of the connection.
    """

    answered, smuggled = threading.Event(), threading.Event()

    def smuggle(connection: socket.socket) -> None:
        connection.sendall(OK)
        answered.wait()
        connection.sendall(reply(200, {"id": "smuggled", "size": 0}))
        smuggled.set()

    def pause() -> None:
        answered.set()
        smuggled.wait()

    with Server(smuggle, OK) as server:
        assert call(server.url, "get", "a", times=2, pause=pause) == THING
    assert server.connections == 2


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1", "https://nothing.invalid"], ids=["F46 refused", "F46 DNS"]
)
def test_a_server_that_cannot_be_reached(call: Any, url: str) -> None:
    """Nothing was sent, so that also a POST is tried again."""
    with pytest.raises(errors.APIConnectionError) as caught:
        call(url, "create")
    assert caught.value.attempts == 3
    assert "; 3 attempts)" in str(caught.value)
    assert isinstance(caught.value.__cause__, httpx2.ConnectError)


def test_a_certificate_nobody_vouches_for(call: Any) -> None:
    """F47: neither sent nor tried again."""
    with (
        Server(OK, tls=certificate("loopback")) as server,
        pytest.raises(errors.APIConnectionError, match="CERTIFICATE_VERIFY_FAILED") as caught,
    ):
        call(server.url, "get", "a")
    assert caught.value.attempts == server.connections == 1
    assert server.received == []


def test_a_certificate_for_another_host(call: Any, transport: Any) -> None:
    """F48."""
    with (
        Server(OK, tls=certificate("elsewhere")) as server,
        pytest.raises(errors.APIConnectionError, match="IP address mismatch") as caught,
    ):
        call(server.url, "get", "a", options={"transport": transport(verify=trust("elsewhere"))})
    assert caught.value.attempts == 1
    assert server.received == []


def test_a_trusted_certificate(call: Any, transport: Any) -> None:
    with Server(OK, tls=certificate("loopback")) as server:
        assert (
            call(server.url, "get", "a", options={"transport": transport(verify=trust("loopback"))}) == THING
        )


def test_clients_share_the_certificates_until_these_change(
    call: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Reading those of a system takes longer than a call; an asyncio program reads them for each loop."""
    trusted = tmp_path / "trusted.pem"
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    read = Mock(side_effect=httpx2.create_ssl_context)
    monkeypatch.setattr(httpx2, "create_ssl_context", read)
    with Server(OK, tls=certificate("loopback")) as server:
        shutil.copy(HERE / "certificates" / "loopback.pem", trusted)
        for _ in range(3):
            assert call(server.url, "get", "a") == THING
        assert read.call_count == 1
        shutil.copy(HERE / "certificates" / "elsewhere.pem", trusted)
        with pytest.raises(errors.APIConnectionError, match="CERTIFICATE_VERIFY_FAILED"):
            call(server.url, "get", "a")


def test_a_deadline_that_leaves_no_time_for_a_retry_does_not_hide_what_failed(
    call: Any, monkeypatch: pytest.MonkeyPatch, passing: Clock
) -> None:
    monkeypatch.setattr("package._runtime._call.random", lambda: 0.99)
    with pytest.raises(
        errors.APIConnectionError, match=r"; the deadline of 0\.4 s leaves no time to try again"
    ) as caught:
        call("http://127.0.0.1:1", "get", "a", options={"deadline": 0.4})
    assert caught.type is errors.APIConnectionError
    assert caught.value.attempts == 1
