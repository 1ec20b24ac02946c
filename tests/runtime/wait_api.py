"""A thing that is waited for, and a way to do so that is the same for sync and async."""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import Any

from api import AsyncExample, Example
from msgspec import UNSET, Struct, UnsetType
from package._api import ErrorResponse
from package._runtime import AsyncResource, Operation, Resource
from package._runtime._waiting import Waiter


class Machine(Struct, frozen=True, kw_only=True):
    """A machine."""

    id: str
    status: str | UnsetType = UNSET


GET: Operation[Machine] = Operation(
    id="getThing",
    method="GET",
    path="/v1/machines/{machine_id}",
    successes={200: Machine},
    errors={404: ErrorResponse},
)
STATE: Any = {"state": ("status",), "success": ("running",), "failure": ("failed", "lost")}
RUNNING: Waiter[Machine] = Waiter(**STATE)
CREATED: Waiter[Machine] = Waiter(**STATE, may_be_missing=True)
DELETED: Waiter[None] = Waiter(ends_when_missing=True)
TIMES: Any = {"timeout": 100.0, "interval": 2.0, "on_state": None}


class Machines(Resource):
    """Machines, sync."""

    def wait(self, waiter: Waiter[Any], **given: Any) -> Any:
        return waiter.wait(self._client, GET.request("a"), **TIMES | given)


class AsyncMachines(AsyncResource):
    """Machines, async."""

    async def wait(self, waiter: Waiter[Any], **given: Any) -> Any:
        return await waiter.async_wait(self._client, GET.request("a"), **TIMES | given)


class SyncWaits(Example):
    """Waits of the sync client."""

    @cached_property
    def machines(self) -> Machines:
        """Machines."""
        return Machines(self)


class AsyncWaits(AsyncExample):
    """Waits of the async client."""

    @cached_property
    def machines(self) -> AsyncMachines:
        """Machines."""
        return AsyncMachines(self)


def wait(options: Any, waiter: Waiter[Any], **given: Any) -> Any:
    """Wait with a sync client."""
    with SyncWaits(**options) as client:
        return client.machines.wait(waiter, **given)


def async_wait(options: Any, waiter: Waiter[Any], **given: Any) -> Any:
    """Wait with an async client."""

    async def run() -> Any:
        async with AsyncWaits(**options) as client:
            return await client.machines.wait(waiter, **given)

    return asyncio.run(run())
