"""What `test_calls.py` of each case is given: its client, sync and async, its models, a server."""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Callable, Iterator
from functools import cache
from inspect import iscoroutinefunction
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from codegen.pipeline import generate
from codegen.write import write


class Awaited:
    """An async client that is called like a sync one, so that a test of one is a test of both."""

    def __init__(self, target: object, run: Callable[..., object]) -> None:
        self._target = target
        self._run = run

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._target, name)
        if iscoroutinefunction(found):
            return lambda *args, **kwargs: self._run(found(*args, **kwargs))
        return Awaited(found, self._run)


@pytest.fixture(scope="session")
def emit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], ModuleType]]:
    """Generate the whole client of a case, once, and import it."""
    path = list(sys.path)

    @cache
    def emit(case: Path) -> ModuleType:
        out = tmp_path_factory.mktemp(case.name)
        write(generate(case / "openapi.yaml").files, out)
        sys.path.insert(0, str(out))
        (client,) = out.glob("*/_client.py")
        assert client.parent.name not in sys.modules, "two cases make a package of one name"
        return importlib.import_module(client.parent.name)

    yield emit
    sys.path[:] = path


@pytest.fixture
def package(request: pytest.FixtureRequest, emit: Callable[[Path], ModuleType]) -> ModuleType:
    """The package that comes out of the case's document."""
    return emit(request.path.parent)


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
    (name,) = (name for name in package.__all__ if f"Async{name}" in package.__all__)
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
