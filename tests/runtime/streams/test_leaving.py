"""Streams that are left, closed or pickled before their end."""

from __future__ import annotations

import asyncio
import gc
import pickle
import socket
import threading
from typing import Any

import httpx2
import pytest
import stream_api as api
from conftest import TOKEN, certificate, trust
from fault_server import Server, hang
from package import errors

from tests.runtime.streams.stream_server import EVENTS, HELD, ONE, Open, chunk, head, in_turn, ns, stream

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("leave", ["block", "close"])
def test_leaving_a_stream_closes_its_connection(reader: Open, leave: str) -> None:
    with Server(in_turn(HELD, hang)) as server:
        client = reader(server.url)
        if leave == "block":
            assert client.first(api.CHUNKS) == api.Chunk(n=1)
        else:
            opened = client.open(api.CHUNKS)
            client.shut(opened)
            client.shut(opened)
        assert server.open_connections == 0


def test_a_task_that_is_cancelled_closes_its_stream() -> None:
    async def run(url: str) -> None:
        async with api._AsyncExample(base_url=url, token=TOKEN) as client:

            async def read() -> None:
                async with client.feeds.read(api.CHUNKS) as opened:
                    assert await anext(opened) == api.Chunk(n=1)
                    begun.set()
                    await anext(opened)

            begun = asyncio.Event()
            task = asyncio.create_task(read())
            await begun.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await asyncio.to_thread(lambda: server.open_connections) == 0

    with Server(in_turn(HELD, hang)) as server:
        asyncio.run(run(server.url))


@pytest.mark.parametrize("tls", [None, certificate("loopback")], ids=["plain", "TLS"])
def test_another_thread_closes_a_stream_that_is_read(tls: Any) -> None:
    def read() -> None:
        for item in opened:
            got.append(item)
            begun.set()

    got: list[Any] = []
    begun = threading.Event()
    with (
        Server(in_turn(HELD, hang), tls=tls) as server,
        api._Example(
            base_url=server.url, token=TOKEN, transport=httpx2.HTTPTransport(verify=trust("loopback"))
        ) as client,
    ):
        opened = client.feeds.read(api.CHUNKS)
        reading = threading.Thread(target=read)
        reading.start()
        assert begun.wait(60)
        opened.close()
        reading.join(60)
        assert not reading.is_alive()
        assert got == ns(1)
        assert list(opened) == []
        assert server.open_connections == 0


@pytest.mark.parametrize("tls", [None, certificate("loopback")], ids=["plain", "TLS"])
def test_another_task_closes_a_stream_that_is_read(tls: Any) -> None:
    async def run(url: str) -> None:
        transport = httpx2.AsyncHTTPTransport(verify=trust("loopback"))
        async with api._AsyncExample(base_url=url, token=TOKEN, transport=transport) as client:
            opened = await client.feeds.read(api.CHUNKS)
            got: list[Any] = []
            begun = asyncio.Event()

            async def read() -> None:
                async for item in opened:
                    got.append(item)
                    begun.set()

            reading = asyncio.create_task(read())
            await begun.wait()
            await opened.close()
            await asyncio.wait_for(reading, 5)
            assert got == ns(1)
            assert await asyncio.to_thread(lambda: server.open_connections) == 0

    with Server(in_turn(HELD, hang), tls=tls) as server:
        asyncio.run(run(server.url))


def test_a_stream_says_that_its_client_was_closed(reader: Open) -> None:
    with Server(in_turn(HELD, hang)) as server:
        user = reader(server.url)
        opened = user.open(api.CHUNKS)
        assert user.next(opened) == ns(1)[0]
        user.close_client()
        with pytest.raises(errors.APIConnectionError, match="after 1 item: the client was closed") as raised:
            user.next(opened)
        assert raised.type is errors.APIConnectionError  # not that it took too long


def test_nothing_is_sent_before_an_async_stream_is_opened() -> None:
    async def run(url: str) -> None:
        async with api._AsyncExample(base_url=url, token=TOKEN) as client:
            opened = client.feeds.read(api.CHUNKS)
            assert "not open" in repr(opened)
            with pytest.raises(RuntimeError, match="not open"):
                _ = opened.headers
            await opened.close()
            assert server.received == []
            assert [one async for one in opened] == ns(1)
            with pytest.raises(StopAsyncIteration):
                await anext(opened)

    with Server(stream(ONE)) as server:
        asyncio.run(run(server.url))
        assert len(server.received) == 1


def test_a_stream_cannot_be_pickled(reader: Open) -> None:
    with Server(stream(ONE)) as server:
        client = reader(server.url)
        opened = client.open(api.CHUNKS)
        with pytest.raises(TypeError, match="stream"):
            pickle.dumps(opened)
        assert "listThings" in repr(opened)


def test_a_slow_caller_is_waited_for(reader: Open) -> None:
    """The server cannot send more than the buffers of the connection hold."""
    sent = [0]

    def fill(connection: socket.socket) -> None:
        while sent[0] < 2**30:
            connection.sendall(chunk(ONE * 1000))
            sent[0] += len(ONE) * 1000

    def flood(connection: socket.socket) -> None:
        connection.sendall(head(EVENTS))
        connection.settimeout(0.5)
        with pytest.raises(TimeoutError):
            fill(connection)
        blocked.set()

    blocked = threading.Event()
    with Server(flood) as server:
        client = reader(server.url)
        opened = client.open(api.CHUNKS)
        assert client.next(opened) == api.Chunk(n=1)
        assert blocked.wait(60)
        assert sent[0] < 2**25
        client.shut(opened)


def test_an_async_stream_that_is_left_without_a_block_is_closed() -> None:
    """At once, without garbage collection, as a sync one is."""

    async def left(server: Server) -> int:
        async with asyncio.timeout(30), api.Async(base_url=server.url, token=TOKEN).client as client:
            async for _ in client.feeds.read(api.CHUNKS):
                break
            return await asyncio.to_thread(lambda: server.open_connections)

    gc.disable()
    try:
        with Server(in_turn(HELD, hang)) as server:
            assert asyncio.run(left(server)) == 0
    finally:
        gc.enable()
