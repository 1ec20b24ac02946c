"""The clock of waits, and waits, sync and async."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
import wait_api as api
from conftest import TOKEN
from package._runtime._waiting import Waiter

from tests.runtime.waiting.states import Clock, Wait


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of waits and of calls."""
    clock = Clock()

    async def sleep(seconds: float) -> None:
        clock.sleep(seconds)

    for module in ("_wait", "_call"):
        monkeypatch.setattr(f"package._runtime.{module}.monotonic", clock)
    monkeypatch.setattr("package._runtime._client.time", SimpleNamespace(sleep=clock.sleep))
    monkeypatch.setattr("package._runtime._wait.random", lambda: 0.0)
    monkeypatch.setattr("package._runtime._call.random", lambda: 0.0)
    monkeypatch.setattr("asyncio.sleep", sleep)
    return clock


@pytest.fixture(params=[api.wait, api.async_wait], ids=["sync", "async"])
def wait(request: pytest.FixtureRequest) -> Wait:
    """Wait for a machine of a server."""

    def run(url: str, waiter: Waiter[Any] = api.RUNNING, *, options: Any = None, **given: Any) -> Any:
        made = {"base_url": url, "token": TOKEN, "max_retries": 0} | (options or {})
        return request.param(made, waiter, **given)

    return run
