"""The servers of the case, and calls of its clients."""

import asyncio
import importlib
import threading
from types import SimpleNamespace

import pytest

from tests.cases.tokens.authorization import GIVEN, TokenServer
from tests.conftest import serving


@pytest.fixture
def server():
    with serving(TokenServer()) as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def run(request, package, server):
    """Call a method of a client several times, one after the other or at once."""

    def sync(method, times, together, given):
        with package.Tokens(base_url=server.url, **given) as client:
            call = getattr(client.things, method)
            if not together:
                return [call() for _ in range(times)]
            threads = [threading.Thread(target=call) for _ in range(times)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            return []

    async def run_async(method, times, together, given):
        async with package.AsyncTokens(base_url=server.url, **given) as client:
            call = getattr(client.things, method)
            if not together:
                return [await call() for _ in range(times)]
            return await asyncio.gather(*(call() for _ in range(times)))

    def run(method="list", times=1, together=False, **given):
        if not {"client_id", "token", "api_key"} & {*given}:
            given |= GIVEN
        if request.param == "sync":
            return sync(method, times, together, given)
        return asyncio.run(run_async(method, times, together, given))

    return run


@pytest.fixture
def fake(package):
    return importlib.import_module(f"{package.__name__}.testing").FakeTokens()


@pytest.fixture
def no_pause(package, monkeypatch):
    """The seconds of each pause, none of which takes any time."""
    paused = []

    async def sleep(seconds):
        paused.append(seconds)

    time_ = SimpleNamespace(sleep=paused.append)
    monkeypatch.setattr(f"{package.__name__}._runtime._client.time", time_)
    monkeypatch.setattr("asyncio.sleep", sleep)
    return paused
