"""The candidates that call a server. All send the same values in a PUT request."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, TypeAlias

import httpx2

from benchmarks.clients import Clients
from benchmarks.exchange import BEARER, CLUSTER, NAME, ORGANIZATION, VERSION, one

Call: TypeAlias = Callable[[], object]
AsyncCall: TypeAlias = Callable[[], Awaitable[object]]

_PATH = f"/api/v1/organizations/{ORGANIZATION}/clusters/{CLUSTER}"
_ADDED_BY_HTTPX2 = {"host", "content-length"}


@contextmanager
def ours(clients: Clients, url: str) -> Iterator[Call]:
    """Our client."""
    with clients.ours().Fleet(base_url=url, token=BEARER) as client:
        yield lambda: client.clusters.update(ORGANIZATION, CLUSTER, name=NAME, k8s_version=VERSION)


@contextmanager
def stock(clients: Clients, url: str) -> Iterator[Call]:
    """The client of openapi-python-client."""
    update, body = _stock_operation(clients)
    with _stock_client(clients, url) as client:
        yield lambda: update.sync(ORGANIZATION, CLUSTER, client=client, body=body())


@contextmanager
def bare(clients: Clients, url: str) -> Iterator[Call]:
    """httpx2 with the request that our client sends, read as a stream and not decoded."""
    request = _request_of_ours(clients, url)
    with httpx2.Client(trust_env=False) as http:

        def call() -> bytes:
            response = http.send(request(), stream=True, follow_redirects=False)
            try:
                return b"".join(response.iter_bytes())
            finally:
                response.close()

        yield call


@contextmanager
def by_hand(url: str) -> Iterator[Call]:
    """httpx2 as people use it: `put(...).json()`."""
    headers = {"authorization": f"Bearer {BEARER}"}
    with httpx2.Client(base_url=url, headers=headers, trust_env=False) as http:
        yield lambda: http.put(_PATH, json={"name": NAME, "k8s_version": VERSION}).json()


@asynccontextmanager
async def async_ours(clients: Clients, url: str) -> AsyncIterator[AsyncCall]:
    """`ours`, async."""
    async with clients.ours().AsyncFleet(base_url=url, token=BEARER) as client:
        yield lambda: client.clusters.update(ORGANIZATION, CLUSTER, name=NAME, k8s_version=VERSION)


@asynccontextmanager
async def async_stock(clients: Clients, url: str) -> AsyncIterator[AsyncCall]:
    """`stock`, async."""
    update, body = _stock_operation(clients)
    async with _stock_client(clients, url) as client:
        yield lambda: update.asyncio(ORGANIZATION, CLUSTER, client=client, body=body())


@asynccontextmanager
async def async_bare(clients: Clients, url: str) -> AsyncIterator[AsyncCall]:
    """`bare`, async."""
    request = _request_of_ours(clients, url)
    async with httpx2.AsyncClient(trust_env=False) as http:

        async def call() -> bytes:
            response = await http.send(request(), stream=True, follow_redirects=False)
            try:
                return b"".join([chunk async for chunk in response.aiter_bytes()])
            finally:
                await response.aclose()

        yield call


@asynccontextmanager
async def async_by_hand(url: str) -> AsyncIterator[AsyncCall]:
    """`by_hand`, async."""
    headers = {"authorization": f"Bearer {BEARER}"}
    async with httpx2.AsyncClient(base_url=url, headers=headers, trust_env=False) as http:

        async def call() -> object:
            response = await http.put(_PATH, json={"name": NAME, "k8s_version": VERSION})
            return response.json()

        yield call


def _request_of_ours(clients: Clients, url: str) -> Callable[[], httpx2.Request]:
    """Capture the request of our client, and return a function that builds the same request."""
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, content=one())

    with clients.ours().Fleet(base_url=url, token=BEARER, transport=httpx2.MockTransport(answer)) as client:
        client.clusters.update(ORGANIZATION, CLUSTER, name=NAME, k8s_version=VERSION)
    (sent,) = seen
    address, content = str(sent.url), sent.content
    headers = {name: value for name, value in sent.headers.items() if name not in _ADDED_BY_HTTPX2}
    extensions = {"timeout": sent.extensions["timeout"]}
    return lambda: httpx2.Request(
        sent.method, address, headers=headers, content=content, extensions=extensions
    )


def _stock_operation(clients: Clients) -> tuple[Any, Callable[[], Any]]:
    """The module of the operation, and a function that creates a body."""
    update = clients.stock("api.clusters.update_cluster")
    model = clients.stock("models").UpdateCluster
    return update, lambda: model(name=NAME, k8s_version=VERSION)


def _stock_client(clients: Clients, url: str) -> Any:
    client = clients.stock("client").AuthenticatedClient
    return client(base_url=url, token=BEARER, httpx_args={"trust_env": False})
