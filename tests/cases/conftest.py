"""What `test_calls.py` of each case is given: its client, sync and async, its models, a server."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from inspect import iscoroutinefunction
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import Client


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Not even import them in `make quick`."""
    return config.getoption("--quick") or None


class Awaited:
    """An async client that is called like a sync one, so that a test of one is a test of both."""

    def __init__(self, target: object, run: Callable[..., object]) -> None:
        self._target = target
        self._run = run

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._target, name)
        if iscoroutinefunction(found):
            return lambda *args, **kwargs: self._alike(self._run(found(*args, **kwargs)))
        if callable(found):  # it may return what can be awaited
            return lambda *args, **kwargs: self._alike(self._run(_awaited(found(*args, **kwargs))))
        return self._alike(found)

    def __iter__(self) -> Iterator[object]:
        """The items of an async iterator."""
        items = aiter(self._target)
        with suppress(StopAsyncIteration):
            while True:
                yield self._run(_awaited(anext(items)))

    def _alike(self, value: object) -> object:
        """A client, a resource, a page, a stream or a poller in the same way; any other value itself."""
        names = ("with_options", "_send", "__anext__", "wait")
        return Awaited(value, self._run) if any(hasattr(value, one) for one in names) else value


async def _awaited(value: Any) -> Any:
    return await value if hasattr(value, "__await__") else value


@pytest.fixture
def package(request: pytest.FixtureRequest, emit: Callable[[Path], Client]) -> ModuleType:
    """The package that comes out of the case's document."""
    return emit(request.path.parent).module


@pytest.fixture
def models(package: ModuleType) -> ModuleType:
    """Its models."""
    return importlib.import_module(f"{package.__name__}.models")


@pytest.fixture(params=["sync", "async"])
def client(
    request: pytest.FixtureRequest, package: ModuleType, server: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    """Its client of the server, or its async client, called alike."""
    yield from _client(package, server, monkeypatch, is_sync=request.param == "sync")


@pytest.fixture(params=["sync", "async"])
def strict(
    request: pytest.FixtureRequest, package: ModuleType, server: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    """The same, raising where a response is not as documented."""
    yield from _client(package, server, monkeypatch, is_sync=request.param == "sync", decoding="strict")


def _client(
    package: ModuleType, server: Any, monkeypatch: pytest.MonkeyPatch, *, is_sync: bool, **options: Any
) -> Iterator[Any]:
    classes = (name for name in package.__all__ if hasattr(getattr(package, name), "with_options"))
    (name,) = (name for name in classes if f"Async{name}" in package.__all__)
    facts = importlib.import_module(f"{package.__name__}._api").FACTS
    monkeypatch.setenv(f"{facts.environment}_TOKEN", "secret")
    options |= {"base_url": server.url, "max_retries": 0}
    if is_sync:
        with getattr(package, name)(**options) as client:
            yield client
    else:
        with asyncio.Runner() as runner:
            client = getattr(package, f"Async{name}")(**options)
            yield Awaited(client, runner.run)
            runner.run(client.close())
