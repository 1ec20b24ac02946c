"""The number of calls per second over loopback, sequentially and concurrently."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, ExitStack
from functools import partial
from threading import Barrier
from time import perf_counter

from benchmarks import callers
from benchmarks.callers import AsyncCall, Call
from benchmarks.clients import Clients
from benchmarks.contest import OURS, STOCK, Comparison, Effort, Table, Unit, interleaved
from benchmarks.server import capacity, serving

BARE = "httpx2, same request"
BY_HAND = "httpx2, by hand"
SYNC = "sync, 1 thread"
ASYNC = "async, 1 in flight"

_IN_FLIGHT = (1, 8, 64)


def compare(clients: Clients, effort: Effort) -> Table:
    """Call a server from threads and from tasks.

    Raises:
        RuntimeError: The server was the bottleneck, so the clients could not be measured.
    """
    with serving() as port:
        served = capacity(port)
        url = f"http://127.0.0.1:{port}"
        comparisons = tuple(_sync(clients, url, effort)) + tuple(_async(clients, url, effort))
    fastest = max(1 / each.median(name) for each in comparisons for name in each.samples)
    if effort.rounds > 1 and served < 1.5 * fastest:  # one round is to see that it runs
        raise RuntimeError(f"the server answers {served:,.0f} requests a second, clients ask {fastest:,.0f}")
    return Table(
        "Calls",
        "Calls per second over loopback; the ratios compare the time of a call. `httpx2, same request`"
        " sends the request of our client and reads the response without decoding it. `httpx2, by hand` is"
        " `put(..., json=...).json()`. The server runs in a process of its own. A bare socket makes"
        f" {served:,.0f} sequential requests per second, the fastest client {fastest:,.0f}.",
        comparisons,
    )


def _sync(clients: Clients, url: str, effort: Effort) -> Iterator[Comparison]:
    with ExitStack() as stack:
        calls = {
            OURS: stack.enter_context(callers.ours(clients, url)),
            STOCK: stack.enter_context(callers.stock(clients, url)),
            BARE: stack.enter_context(callers.bare(clients, url)),
            BY_HAND: stack.enter_context(callers.by_hand(url)),
        }
        for in_flight in _IN_FLIGHT:
            with ThreadPoolExecutor(in_flight) as threads:
                samples = {
                    name: partial(_in_threads, call, threads, in_flight, effort.calls // in_flight)
                    for name, call in calls.items()
                }
                case = SYNC if in_flight == 1 else f"sync, {in_flight} threads"
                yield interleaved(case, samples, rounds=effort.rounds, unit=Unit.CALLS)


def _async(clients: Clients, url: str, effort: Effort) -> Iterator[Comparison]:
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        calls = {
            OURS: runner.run(stack.enter_async_context(callers.async_ours(clients, url))),
            STOCK: runner.run(stack.enter_async_context(callers.async_stock(clients, url))),
            BARE: runner.run(stack.enter_async_context(callers.async_bare(clients, url))),
            BY_HAND: runner.run(stack.enter_async_context(callers.async_by_hand(url))),
        }
        for in_flight in _IN_FLIGHT:
            samples = {
                name: partial(_in_tasks, call, runner, in_flight, effort.calls // in_flight)
                for name, call in calls.items()
            }
            case = f"async, {in_flight} in flight"
            yield interleaved(case, samples, rounds=effort.rounds, unit=Unit.CALLS)
        runner.run(stack.aclose())


def _in_threads(call: Call, threads: ThreadPoolExecutor, in_flight: int, calls_of_each: int) -> float:
    """The seconds per call if this many threads make calls, all starting at the same time."""
    start = Barrier(in_flight + 1)

    def work() -> None:
        start.wait()
        for _ in range(calls_of_each):
            call()

    works = [threads.submit(work) for _ in range(in_flight)]
    start.wait()
    started = perf_counter()
    for done in works:
        done.result()
    return (perf_counter() - started) / (in_flight * calls_of_each)


def _in_tasks(call: AsyncCall, runner: asyncio.Runner, in_flight: int, calls_of_each: int) -> float:
    """The seconds per call if this many tasks of an event loop make calls."""

    async def work() -> None:
        for _ in range(calls_of_each):
            await call()

    async def all_work() -> float:
        started = perf_counter()
        await asyncio.gather(*(work() for _ in range(in_flight)))
        return perf_counter() - started

    return runner.run(all_work()) / (in_flight * calls_of_each)
