"""Uses of pollers that type checkers must accept, and the types that they must see."""

from __future__ import annotations

from typing import assert_type

from long_running import AsyncLongRunning, AsyncPoller, LongRunning, Poller
from long_running.models import Accepted, Disk, Export


def begin(client: LongRunning) -> Disk:
    poller = client.disks.begin_replace("a", size=5)
    assert_type(poller, Poller[Disk, Accepted])
    assert_type(poller.response, Accepted)
    assert_type(client.exports.begin_create().wait(timeout=None), Export)
    assert_type(client.disks.begin_snapshot("a").response, Disk | None)
    client.exports.begin_mail().wait(on_state=print)
    assert_type(poller.status(), str | None)
    assert_type(poller.check() or poller.done(), bool)
    assert_type(poller.result(), Disk)
    return poller.wait(timeout=5, interval=1)


async def begin_too(client: AsyncLongRunning) -> Disk:
    poller = await client.disks.begin_replace("a", size=5)
    assert_type(poller, AsyncPoller[Disk, Accepted])
    if await poller.check() and poller.done():
        assert_type(await poller.result(timeout=None), Disk)
    return await poller.wait()
