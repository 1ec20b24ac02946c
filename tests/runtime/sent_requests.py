"""Requests with what callers add to them."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from typing import Any

from api import AsyncExample, Thing
from conftest import TOKEN
from fault_server import Received, Server, reply

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)
Sent = Callable[..., Any]


def run(make: Any, url: str, use: Callable[[Any], Any], **options: Any) -> Any:
    """What `use` returns for a client, awaited if it can be."""

    async def awaited() -> Any:
        async with make(base_url=url, token=TOKEN, **options) as client:
            return await use(client)

    if issubclass(make, AsyncExample):
        return asyncio.run(awaited())
    with make(base_url=url, token=TOKEN, **options) as client:
        return use(client)


def sent_with(make: Any, use: Callable[[Any], Any], *responses: bytes, **options: Any) -> list[Received]:
    """The requests that arrive."""
    with Server(*(responses or (OK,))) as server:
        run(make, server.url, use, **options)
    return server.received


def awaited(call: Callable[[], Any]) -> Any:
    """What a call returns, awaited if it can be."""

    async def result() -> Any:
        value = call()
        return await value if inspect.isawaitable(value) else value

    return asyncio.run(result())
