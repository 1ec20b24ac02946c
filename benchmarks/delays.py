"""How long after it was sent an event of a stream is delivered, over loopback."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from time import monotonic

import httpx2

from benchmarks.clients import Clients
from benchmarks.contest import OURS, Effort, Table, interleaved
from benchmarks.feeds import TIMED, sent_at
from benchmarks.server import serving

BARE = "httpx2, undecoded"


def compare(clients: Clients, effort: Effort) -> Table:
    """Receive events that carry the time at which they were sent."""
    with serving() as port:
        url = f"http://127.0.0.1:{port}"
        readers: dict[str, dict[str, Callable[[], float]]] = {
            "sync": {OURS: partial(_ours, clients, url), BARE: partial(_bare, url)},
            "async": {
                OURS: lambda: asyncio.run(_async_ours(clients, url)),
                BARE: lambda: asyncio.run(_async_bare(url)),
            },
        }
        comparisons = tuple(
            interleaved(f"an event, {name}", samples, rounds=effort.rounds)
            for name, samples in readers.items()
        )
    return Table(
        "Delay of events",
        "The time from before an event is written to a socket until a program has it: the median of a"
        f" stream of {TIMED} events that are sent one by one. `{BARE}` only receives the bytes.",
        comparisons,
    )


def _ours(clients: Clients, url: str) -> float:
    with (
        clients.feeds().Feeds(base_url=f"{url}/timed") as client,
        client.feeds.watch_events() as events,
    ):
        return median([monotonic() - float(event.values[0]) for event in events])


async def _async_ours(clients: Clients, url: str) -> float:
    async with (
        clients.feeds().AsyncFeeds(base_url=f"{url}/timed") as client,
        client.feeds.watch_events() as events,
    ):
        return median([monotonic() - float(event.values[0]) async for event in events])


def _bare(url: str) -> float:
    with (
        httpx2.Client(base_url=url, trust_env=False) as http,
        http.stream("GET", "/timed/events") as response,
    ):
        received = [(monotonic(), piece) for piece in response.iter_bytes()]
    return median(_delays(received))


async def _async_bare(url: str) -> float:
    async with (
        httpx2.AsyncClient(base_url=url, trust_env=False) as http,
        http.stream("GET", "/timed/events") as response,
    ):
        received = [(monotonic(), piece) async for piece in response.aiter_bytes()]
    return median(_delays(received))


def _delays(received: Sequence[tuple[float, bytes]]) -> list[float]:
    """The delay of each event that came in one piece."""
    return [at - sent for at, piece in received if (sent := sent_at(piece)) is not None]
