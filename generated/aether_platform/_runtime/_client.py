"""The clients: their settings, and the two drivers that send what a call asks for.

A driver and its twin differ by `await` alone; what to send and what follows is decided by `_call`
and `_retry`. asyncio is imported where it is used: it takes long, and sync callers do not need it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from types import TracebackType
from typing import ClassVar, Generic, Never, ParamSpec, Self, TypeVar, Unpack

import httpx2

from ._answer import Answer
from ._base_url import base_url, is_loopback
from ._body import Body
from ._call import Call
from ._facts import Facts
from ._log import Log
from ._operation import Request
from ._pool import AsyncPool, Pool
from ._raw import RawResponse, RawSender, rebound
from ._reading import read, succeeded
from ._retry import Budget, Sleep
from ._secret import Secret
from ._settings import CallOptions, ServerOptions, Settings

T = TypeVar("T")
P = ParamSpec("P")
PoolT = TypeVar("PoolT", Pool, AsyncPool)


class ClientOptions(ServerOptions, total=False):
    """What a sync client is made with."""

    http_client: httpx2.Client | None
    """Used instead of our own, with its proxies, certificates and limits; never closed."""
    transport: httpx2.BaseTransport | None
    """Carries the requests of our own httpx2 client."""


class AsyncClientOptions(ServerOptions, total=False):
    """What an async client is made with."""

    http_client: httpx2.AsyncClient | None
    """Used instead of our own, with its proxies, certificates and limits; never closed."""
    transport: httpx2.AsyncBaseTransport | None
    """Carries the requests of our own httpx2 client."""


class _Configured(Generic[PoolT]):
    """What both clients have: settings of their own; a pool and a budget shared by all derived."""

    _facts: ClassVar[Facts]
    _renewable = False
    """Whether other credentials may be had when the server refuses those sent."""
    _base_url: str
    _settings: Settings
    _max_response_size: int
    _pool: PoolT
    _budget: Budget
    _log: Log

    def _configure(self, options: ServerOptions) -> None:
        facts = self._facts
        address = options.get("base_url")
        if address is None:
            address = os.environ.get(f"{facts.environment}_BASE_URL", facts.base_url)
        if address is None:
            raise ValueError(f"base_url is needed: {facts.title} has no server of its own")
        self._base_url = base_url(
            address, allow_insecure_http=options.get("allow_insecure_http", False)
        )
        headers = {"accept": "application/json", "user-agent": _user_agent(facts)}
        self._settings = Settings(headers=headers).changed(options)
        self._max_response_size = options.get("max_response_size", 64 * 2**20)
        self._budget = Budget()
        self._log = Log(facts)

    @property
    def base_url(self) -> str:
        """The server's address, without a slash at its end."""
        return self._base_url

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """Derive a client with other options; this one stays as it is.

        It is cheap enough for one call, and shares the connections: closing one closes both.

            client.with_options(timeout=5, max_retries=0).clusters.update(...)

        Raises:
            ValueError: An option makes no sense, or a header cannot be sent.
        """
        derived = type(self).__new__(type(self))
        # What has no underscore are the resources that were used: they belong to this client.
        kept = {name: value for name, value in vars(self).items() if name.startswith("_")}
        vars(derived).update(kept, _settings=self._settings.changed(options))
        return derived

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._base_url}>"

    def __reduce__(self) -> Never:
        raise TypeError(f"{type(self).__name__} holds connections and cannot be pickled or copied")

    def _call(self, request: Request[T]) -> Call[T]:
        return Call(
            request,
            self._settings,
            budget=self._budget,
            renewable=self._renewable and request.operation.authenticated,
            log=self._log,
        )


class Client(_Configured[Pool]):
    """A client of an API; safe to be used by many threads at once."""

    def __init__(self, **options: Unpack[ClientOptions]) -> None:
        """Make a client; nothing is sent yet.

        Raises:
            ValueError: An option makes no sense, or the base URL is not that of a safe server.
        """
        self._configure(options)
        self._pool = Pool(
            options.get("http_client"),
            options.get("transport"),
            proxies=_may_use_proxies(self._base_url),
        )

    def send(self, request: Request[T]) -> T:
        """Send a request, again where that is safe and may help, and decode its answer.

        Raises:
            APIError: See `errors`.
        """
        return read(request.operation, self._answer(request))

    def with_raw_response(
        self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[T]:
        """Call a method of a resource for the whole response: status, headers, bytes, `parse()`.

            client.with_raw_response(client.clusters.update, org_id, cluster_id, name="x")

        Errors are raised as usual. The call is made with the options of this client.
        """
        response: RawResponse[T] = rebound(method, RawSender(self._raw))(*args, **kwargs)
        return response

    def close(self) -> None:
        """Close the connections of this client and of all that derive from it."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _raw(self, request: Request[T]) -> RawResponse[T]:
        return RawResponse(request, self._answer(request))

    def _credentials(self, refused: Secret | None) -> Secret | None:
        """What to send for authentication, other than `refused`."""
        del refused
        return None

    def _answer(self, request: Request[T]) -> Answer:
        call = self._call(request)
        while True:
            credentials = None
            if request.operation.authenticated:
                credentials = self._credentials(call.refused)
            outcome: Answer | httpx2.HTTPError | TimeoutError
            try:
                outcome = self._exchange(call, credentials)
            except (httpx2.HTTPError, TimeoutError) as error:
                outcome = error
            match call.after(outcome):
                case Sleep(seconds):
                    time.sleep(seconds)
                case answer:
                    return succeeded(request.operation, answer)

    def _exchange(self, call: Call[T], credentials: Secret | None) -> Answer:
        http = self._pool.client()
        response = http.send(
            call.attempt(http, self._base_url, credentials),
            stream=True,
            follow_redirects=False,
        )
        body = Body(self._max_response_size, call.remaining)
        try:
            for chunk in response.iter_bytes():
                if body.is_full_with(chunk):
                    break
        except httpx2.DecodingError as error:
            body.broke(error)
        finally:
            response.close()
        return call.answer(response, body.content, body.defect)


class AsyncClient(_Configured[AsyncPool]):
    """A client of an API for asyncio; safe to be used by many tasks at once."""

    def __init__(self, **options: Unpack[AsyncClientOptions]) -> None:
        """Make a client; nothing is sent yet.

        Raises:
            ValueError: An option makes no sense, or the base URL is not that of a safe server.
        """
        self._configure(options)
        self._pool = AsyncPool(
            options.get("http_client"),
            options.get("transport"),
            proxies=_may_use_proxies(self._base_url),
        )

    async def send(self, request: Request[T]) -> T:
        """Send a request, again where that is safe and may help, and decode its answer.

        Raises:
            APIError: See `errors`.
        """
        return read(request.operation, await self._answer(request))

    async def with_raw_response(
        self, method: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[T]:
        """Call a method of a resource for the whole response: status, headers, bytes, `parse()`.

            await client.with_raw_response(client.clusters.update, org_id, cluster_id, name="x")

        Errors are raised as usual. The call is made with the options of this client.
        """
        response: RawResponse[T] = await rebound(method, RawSender(self._raw))(*args, **kwargs)
        return response

    async def close(self) -> None:
        """Close the connections of this client and of all that derive from it."""
        await self._pool.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def _raw(self, request: Request[T]) -> RawResponse[T]:
        return RawResponse(request, await self._answer(request))

    async def _credentials(self, refused: Secret | None) -> Secret | None:
        """What to send for authentication, other than `refused`."""
        del refused
        return None

    async def _answer(self, request: Request[T]) -> Answer:
        from asyncio import sleep

        call = self._call(request)
        while True:
            credentials = None
            if request.operation.authenticated:
                credentials = await self._credentials(call.refused)
            outcome: Answer | httpx2.HTTPError | TimeoutError
            try:
                outcome = await self._exchange(call, credentials)
            except (httpx2.HTTPError, TimeoutError) as error:
                outcome = error
            match call.after(outcome):
                case Sleep(seconds):
                    await sleep(seconds)
                case answer:
                    return succeeded(request.operation, answer)

    async def _exchange(self, call: Call[T], credentials: Secret | None) -> Answer:
        from asyncio import timeout

        http = self._pool.client()
        async with timeout(call.remaining()):
            response = await http.send(
                call.attempt(http, self._base_url, credentials),
                stream=True,
                follow_redirects=False,
            )
            body = Body(self._max_response_size, call.remaining)
            try:
                async with aclosing(response.aiter_bytes()) as chunks:
                    async for chunk in chunks:
                        if body.is_full_with(chunk):
                            break
            except httpx2.DecodingError as error:
                body.broke(error)
            finally:
                await response.aclose()
        return call.answer(response, body.content, body.defect)


def _may_use_proxies(address: str) -> bool:
    """Whether the environment's proxies are used: not to reach this machine through another one."""
    url = httpx2.URL(address)
    return not (url.scheme == "http" and is_loopback(url.host))


def _user_agent(facts: Facts) -> str:
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    transport = ".".join(httpx2.__version__.split(".")[:2])
    return f"{facts.distribution}/{facts.version} python/{python} httpx2/{transport}"
