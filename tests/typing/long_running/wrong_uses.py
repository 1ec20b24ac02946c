"""Uses of pollers that type checkers must reject, in every line that is marked."""

from __future__ import annotations

from long_running import AsyncLongRunning, LongRunning


def begin(client: LongRunning) -> str:
    client.disks.begin_replace("a")  # wrong
    poller = client.disks.begin_replace("a", size=5)
    poller.wait(5)  # wrong
    poller.outcome  # wrong
    client.exports.begin_copy()  # wrong
    poller.check(timeout=5)  # wrong
    poller.result(interval=1)  # wrong
    poller.status().upper()  # wrong
    poller.done = True  # wrong
    return poller.wait()  # wrong


async def begin_too(client: AsyncLongRunning) -> None:
    client.disks.begin_replace("a", size=5).wait()  # wrong
    poller = await client.disks.begin_replace("a", size=5)
    poller.result().size  # wrong
