"""The throughput of streams, pages and downloads over loopback, against httpx2 and msgspec by hand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from time import process_time
from typing import Any

import httpx2
import msgspec

from benchmarks.clients import Clients
from benchmarks.contest import OURS, Comparison, Effort, Table, interleaved
from benchmarks.feeds import FILE, ITEMS
from benchmarks.server import serving

BARE = "httpx2 + msgspec"
_LINES, _EVENTS, _SEPARATE = "lines of 40 bytes", "events of 300 bytes", "events in chunks of their own"
_PAGES, _FILE = "items of pages of 100", "a file of 16 MiB"


def compare(clients: Clients, effort: Effort) -> Table:
    """Read streams, pages and a file.

    Raises:
        RuntimeError: A candidate did not read everything.
    """
    with serving() as port, ExitStack() as stack:
        url = f"http://127.0.0.1:{port}"
        runner = stack.enter_context(asyncio.Runner())
        ours, bare = _ours(clients, url, stack), _bare(clients, url, stack)
        async_ours, async_bare = _async_ours(clients, url), _async_bare(clients, url)
        comparisons = [_compared(f"{case}, sync", ours[case], bare[case], effort) for case in ours]
        for case in async_ours:
            mine, theirs = (partial(_run, runner, one[case]) for one in (async_ours, async_bare))
            comparisons.append(_compared(f"{case}, async", mine, theirs, effort))
    return Table(
        "Streams, pages and files",
        "The processor time of the client for an item, or for the file. The server runs in a process of its"
        f" own. `{BARE}` is written by hand for a server that behaves: it splits the body at line feeds,"
        " skips what does not begin with `data: `, and calls msgspec for each line. For pages, it sends"
        " requests with the cursor of the last response. It has no deadlines, limits, retries or errors.",
        tuple(comparisons),
    )


def among(comparisons: Iterable[Comparison]) -> list[Comparison]:
    """The comparisons of this subject."""
    return [
        each for each in comparisons if BARE in each.samples and each.case.endswith((", sync", ", async"))
    ]


def _compared(case: str, ours: Callable[[], int], bare: Callable[[], int], effort: Effort) -> Comparison:
    expected = len(FILE) if case.startswith(_FILE) else ITEMS
    samples = {name: partial(_timed, read, expected) for name, read in ((OURS, ours), (BARE, bare))}
    return interleaved(case, samples, rounds=effort.rounds)


def _timed(read: Callable[[], int], expected: int) -> float:
    started = process_time()
    number = read()
    taken = process_time() - started
    if number != expected:
        raise RuntimeError(f"{number:,} instead of {expected:,} were read")
    return taken if expected == len(FILE) else taken / expected


def _run(runner: asyncio.Runner, read: Callable[[], Coroutine[Any, Any, int]]) -> int:
    return runner.run(read())


def _ours(clients: Clients, url: str, stack: ExitStack) -> dict[str, Callable[[], int]]:
    client = stack.enter_context(clients.feeds().Feeds(base_url=url))
    separate = stack.enter_context(clients.feeds().Feeds(base_url=f"{url}/separate"))

    def number(opened: Callable[[], Any]) -> int:
        with opened() as stream:
            return sum(1 for _ in stream)

    def file() -> int:
        with clients.feeds().Download(client.feeds.download_file) as download:
            return sum(map(len, download))

    return {
        _LINES: lambda: number(client.feeds.read_lines),
        _EVENTS: lambda: number(client.feeds.watch_events),
        _SEPARATE: lambda: number(separate.feeds.watch_events),
        _PAGES: lambda: sum(1 for _ in client.feeds.list_readings()),
        _FILE: file,
    }


def _bare(clients: Clients, url: str, stack: ExitStack) -> dict[str, Callable[[], int]]:
    http = stack.enter_context(httpx2.Client(base_url=url, trust_env=False))
    small, reading, page = _decoders(clients)

    def lines(path: str, decode: Callable[[bytes], object], prefix: bytes) -> int:
        number, rest = 0, b""
        with http.stream("GET", path) as response:
            for piece in response.iter_bytes():
                *complete, rest = (rest + piece).split(b"\n")
                for line in complete:
                    if line.startswith(prefix):
                        decode(line[len(prefix) :])
                        number += 1
        return number

    def pages() -> int:
        number, cursor = 0, ""
        while cursor is not None:
            body = page(http.get("/readings", params={"cursor": cursor} if cursor else {}).content)
            number, cursor = number + sum(1 for _ in body.items), body.next_cursor
        return number

    def file() -> int:
        with http.stream("GET", "/file") as response:
            return sum(map(len, response.iter_bytes()))

    return {
        _LINES: lambda: lines("/lines", small, b""),
        _EVENTS: lambda: lines("/events", reading, b"data: "),
        _SEPARATE: lambda: lines("/separate/events", reading, b"data: "),
        _PAGES: pages,
        _FILE: file,
    }


def _async_ours(clients: Clients, url: str) -> dict[str, Callable[[], Coroutine[Any, Any, int]]]:
    client = clients.feeds().AsyncFeeds(base_url=url)
    separate = clients.feeds().AsyncFeeds(base_url=f"{url}/separate")

    async def number(opened: Callable[[], Any]) -> int:
        async with opened() as stream:
            return await _number(stream)

    async def file() -> int:
        async with clients.feeds().AsyncDownload(client.feeds.download_file) as download:
            return sum([len(chunk) async for chunk in download])

    return {
        _LINES: lambda: number(client.feeds.read_lines),
        _EVENTS: lambda: number(client.feeds.watch_events),
        _SEPARATE: lambda: number(separate.feeds.watch_events),
        _PAGES: lambda: _number(client.feeds.list_readings()),
        _FILE: file,
    }


def _async_bare(clients: Clients, url: str) -> dict[str, Callable[[], Coroutine[Any, Any, int]]]:
    http = httpx2.AsyncClient(base_url=url, trust_env=False)
    small, reading, page = _decoders(clients)

    async def lines(path: str, decode: Callable[[bytes], object], prefix: bytes) -> int:
        number, rest = 0, b""
        async with http.stream("GET", path) as response:
            async for piece in response.aiter_bytes():
                *complete, rest = (rest + piece).split(b"\n")
                for line in complete:
                    if line.startswith(prefix):
                        decode(line[len(prefix) :])
                        number += 1
        return number

    async def pages() -> int:
        number, cursor = 0, ""
        while cursor is not None:
            response = await http.get("/readings", params={"cursor": cursor} if cursor else {})
            body = page(response.content)
            number, cursor = number + sum(1 for _ in body.items), body.next_cursor
        return number

    async def file() -> int:
        async with http.stream("GET", "/file") as response:
            return sum([len(chunk) async for chunk in response.aiter_bytes()])

    return {
        _LINES: lambda: lines("/lines", small, b""),
        _EVENTS: lambda: lines("/events", reading, b"data: "),
        _SEPARATE: lambda: lines("/separate/events", reading, b"data: "),
        _PAGES: pages,
        _FILE: file,
    }


def _decoders(clients: Clients) -> Iterator[Callable[[bytes], Any]]:
    models = clients.feeds("models")
    kinds = (models.Small, models.Reading, models.ListReadingsResponse)
    return (msgspec.json.Decoder(kind).decode for kind in kinds)


async def _number(items: AsyncIterator[object]) -> int:
    number = 0
    async for _ in items:
        number += 1
    return number
