"""The runtime is tested where it stands: `templates/package` is imported as `package`."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2] / "templates")]

from api import AsyncExample, Example  # noqa: E402 - found once the path is set

TOKEN = "example_5ec12e7"  # noqa: S105 - of no server
Call = Callable[..., Any]


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest) -> Call:
    """Make one call in either way: `call(server.url, "replace", "a", name="b", max_retries=0)`.

    The first is the server's address, then the method's name and its arguments; options of the client
    are a mapping.
    """

    def sync(url: str, method: str, *args: object, options: Any = None, **kwargs: object) -> object:
        with Example(**({"base_url": url, "token": TOKEN} | (options or {}))) as client:
            return getattr(client.things, method)(*args, **kwargs)

    def asynchronous(url: str, method: str, *args: object, options: Any = None, **kwargs: object) -> object:
        async def run() -> object:
            async with AsyncExample(**({"base_url": url, "token": TOKEN} | (options or {}))) as client:
                return await getattr(client.things, method)(*args, **kwargs)

        return asyncio.run(run())

    return sync if request.param == "sync" else asynchronous


@pytest.fixture(autouse=True)
def _no_long_sleeps(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Backoff is fast here; how long it is stands in `test_retry.py`."""
    if request.module.__name__.endswith("test_retry"):
        return
    monkeypatch.setattr("package._runtime._retry.FIRST_DELAY", 0.01)


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TOKEN", "BASE_URL", "LOG"):
        monkeypatch.delenv(f"EXAMPLE_{name}", raising=False)
