"""Many threads or tasks on a client that nobody has used before: one pool, no leak, no cross-talk (F62)."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import httpx2
import pytest
from api import AsyncExample, Example, Thing
from conftest import TOKEN
from fault_server import Behaviour, Received, Server, reply, send

pytestmark = pytest.mark.slow


class Echo(Server):
    """Answers a request with what it asked for, and who asked."""

    def behaviour(self, request: Received) -> Behaviour:
        thing_id = request.target.rpartition("/")[2]
        return send(reply(200, {"id": thing_id, "size": 1, "note": request.headers["x-caller"]}))


@pytest.fixture
def pools(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The httpx2 clients that were made; each takes so long that whoever could make a second one does."""
    made: list[object] = []
    for kind in (httpx2.Client, httpx2.AsyncClient):
        original: Any = kind.__init__

        def counted(self: object, *args: Any, original: Any = original, **settings: Any) -> None:
            made.append(self)
            time.sleep(0.05)
            original(self, *args, **settings)

        monkeypatch.setattr(kind, "__init__", counted)
    return made


def open_sockets(server: Server) -> int:
    """How many sockets of this process are connected to a server, whoever holds them."""
    connected = 0
    for number in os.listdir("/dev/fd"):
        with suppress(OSError):  # it is no socket, or not connected
            one = socket.socket(fileno=int(number))
            try:
                connected += one.family == socket.AF_INET and one.getpeername()[1] == server.port
            finally:
                one.detach()  # it is somebody else's to close
    return connected


def asked_for(caller: int, number: int) -> Thing:
    """What a caller is answered; nobody else gets the like."""
    return Thing(id=f"{caller}-{number}", size=1, note=str(caller))


def test_threads(pools: list[object]) -> None:
    ready = threading.Barrier(6)

    def calls(client: Example, caller: int) -> list[Thing]:
        ready.wait()
        mine = client.with_options(headers={"X-Caller": str(caller)})
        return [mine.things.get(f"{caller}-{number}") for number in range(50)]

    with Echo() as server:
        with Example(base_url=server.url, token=TOKEN) as client, ThreadPoolExecutor(6) as threads:
            crowd = [threads.submit(calls, client, caller) for caller in range(6)]
            for caller, got in enumerate(crowd):
                assert got.result() == [asked_for(caller, number) for number in range(50)]
            assert 1 <= open_sockets(server) == server.connections <= 6
        assert open_sockets(server) == server.open_connections == 0
    assert len(server.received) == 300
    assert len(pools) == 1


def test_tasks(pools: list[object]) -> None:
    async def calls(client: AsyncExample, caller: int) -> list[Thing]:
        mine = client.with_options(headers={"X-Caller": str(caller)})
        return [await mine.things.get(f"{caller}-{number}") for number in range(3)]

    async def run(server: Server) -> None:
        async with AsyncExample(base_url=server.url, token=TOKEN) as client:
            crowd = await asyncio.gather(*(calls(client, caller) for caller in range(200)))
            assert 1 <= open_sockets(server) <= server.connections <= 100, "as many as the pool may have"
        assert crowd == [[asked_for(caller, number) for number in range(3)] for caller in range(200)]

    with Echo() as server:
        asyncio.run(run(server))
        assert open_sockets(server) == server.open_connections == 0
    assert len(server.received) == 600
    assert len(pools) == 1
