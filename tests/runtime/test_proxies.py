"""Through a proxy: the connection to a server is then TLS within TLS, and has to be as good as any."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from typing import Any

import httpx2
import pytest
from api import Thing
from conftest import certificate, trust
from fault_server import Behaviour, Server, close, hang, reply
from package import errors

pytestmark = pytest.mark.slow  # `make quick` leaves it out

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)


class Proxy(Server):
    """Connects to where it is asked to, and hands on what it is sent; by TLS, if it has a certificate."""

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
            self._open.add(connection)
            head = b""
            while b"\r\n\r\n" not in head:
                head += connection.recv(65536)
            host, _, port = head.split(b" ")[1].decode().partition(":")
            with socket.create_connection((host, int(port))) as onward:
                connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
                threading.Thread(target=_hand_on, args=(onward, connection), daemon=True).start()
                _hand_on(connection, onward)
        close(connection)
        self._open.discard(connection)


def _hand_on(one: socket.socket, other: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while some := one.recv(65536):
            other.sendall(some)
        socket.socket.shutdown(other, socket.SHUT_WR)


@pytest.fixture(params=["http", "https"])
def proxy(request: pytest.FixtureRequest) -> Any:
    with Proxy(close, tls=certificate("loopback") if request.param == "https" else None) as one:
        yield one


def through(proxy: Server, transport: Any) -> Any:
    context = trust("loopback") if proxy.url.startswith("https") else None
    return {
        "transport": transport(verify=trust("loopback"), proxy=httpx2.Proxy(proxy.url, ssl_context=context))
    }


def test_a_response_comes_through(call: Any, transport: Any, proxy: Server) -> None:
    with Server(OK, tls=certificate("loopback")) as server:
        assert call(server.url, "get", "a", times=3, options=through(proxy, transport)) == THING
    assert server.connections == proxy.connections == 1
    assert "authorization" in server.received[0].headers


def test_a_large_request_goes_through(call: Any, transport: Any, proxy: Server) -> None:
    with Server(reply(201, {"id": "a", "size": 1}), tls=certificate("loopback")) as server:
        options = through(proxy, transport)
        assert call(server.url, "create", name="x" * 1_000_000, options=options) == THING
    assert len(server.received[0].body) == 1_000_011


@pytest.mark.parametrize("fault", [hang, close])
def test_faults_come_through(call: Any, transport: Any, proxy: Server, fault: Behaviour) -> None:
    options = {**through(proxy, transport), "max_retries": 0, "deadline": 0.5}
    with Server(fault, tls=certificate("loopback")) as server, pytest.raises(errors.APIConnectionError):
        call(server.url, "get", "a", options=options)


def test_bytes_behind_a_response_come_through_and_are_not_the_next_one(
    call: Any, transport: Any, proxy: Server
) -> None:
    with Server(OK + reply(200, {"id": "smuggled", "size": 0}), OK, tls=certificate("loopback")) as server:
        assert call(server.url, "get", "a", times=2, options=through(proxy, transport)) == THING
    assert server.connections == 2


def test_a_certificate_nobody_vouches_for(call: Any, transport: Any, proxy: Server) -> None:
    with (
        Server(OK, tls=certificate("elsewhere")) as server,
        pytest.raises(
            errors.APIConnectionError, match=r"certificate verify failed|CERTIFICATE_VERIFY"
        ) as caught,
    ):
        call(server.url, "get", "a", options=through(proxy, transport))
    assert caught.value.attempts == 1
    assert server.received == []


def test_a_proxy_that_drips(call: Any, transport: Any) -> None:
    """The deadline holds while the tunnel is built."""

    class Dripping(Server):
        def _serve(self, connection: socket.socket) -> None:
            self._open.add(connection)
            with contextlib.suppress(OSError):
                connection.recv(1000)
                connection.sendall(b"HTTP/1.1 200 ")
                for _ in range(400):
                    connection.sendall(b"x")
                    time.sleep(0.05)

    started = time.monotonic()
    with Dripping(close) as slow, pytest.raises(errors.APITimeoutError, match=r"deadline of 0\.5 s"):
        call("https://127.0.0.1:1", "get", "a", options={**through(slow, transport), "deadline": 0.5})
    assert time.monotonic() - started < 10
