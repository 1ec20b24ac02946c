"""Calls with `FastTransport`."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2
from api import AsyncExample, Thing
from conftest import TOKEN
from fault_server import Server, reply
from package.fast import FastTransport

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)


def limits(
    connections: int | None = 100, idle: int | None = 100, expiry: float | None = 60.0
) -> httpx2.Limits:
    return httpx2.Limits(max_connections=connections, max_keepalive_connections=idle, keepalive_expiry=expiry)


async def until_received(server: Server) -> None:
    """Wait until a request has arrived."""
    while not server.received:  # noqa: ASYNC110 - a thread appends to it
        await asyncio.sleep(0.001)


async def get(url: str, transport: FastTransport, times: int = 1, **options: Any) -> Thing:
    async with AsyncExample(base_url=url, token=TOKEN, transport=transport, **options) as client:
        for _ in range(times - 1):
            await client.things.get("a")
        return await client.things.get("a")
