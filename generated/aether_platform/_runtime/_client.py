"""The clients, and in them the two drivers that send what a call asks for.

A driver and its twin differ by `await` alone; what to send and what follows is decided by `_call`
and `_retry`. asyncio is imported where it is used: it takes long, and sync callers do not need it.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar, Unpack

import httpx2

from ._answer import Answer
from ._base_url import is_loopback
from ._body import Body, comes_raw
from ._call import Call, Failed
from ._configured import Configured
from ._operation import Operation, Request
from ._pool import AsyncPool, Pool
from ._raw import RawResponse, RawSender, rebound
from ._retry import Sleep
from ._secret import Credentials
from ._settings import AsyncClientOptions, ClientOptions

T = TypeVar("T")
P = ParamSpec("P")


class Client(Configured[Pool]):
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
        return self._decoded(request.operation, self._answer(request))[0]

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
        return RawResponse(request.operation, self._answer(request), self._decoded)

    def _credentials(
        self, operation: Operation[Any], refused: Credentials | None
    ) -> Credentials | None:
        """What to send with an operation for authentication, other than `refused`."""
        del operation, refused
        return None

    def _answer(self, request: Request[T]) -> Answer:
        call = self._call(request)
        while True:
            credentials = self._credentials(request.operation, call.refused)
            outcome: Answer | Failed
            try:
                outcome = self._exchange(call, credentials)
            except (httpx2.HTTPError, TimeoutError) as error:
                outcome = error
            match call.after(outcome):
                case Sleep(seconds):
                    time.sleep(seconds)
                case answer:
                    return self._success(request, answer)

    def _exchange(self, call: Call[T], credentials: Credentials | None) -> Answer:
        http = self._pool.client()
        response = http.send(
            call.attempt(self._pool.defaults, self._address(call.request), credentials),
            stream=True,
            follow_redirects=False,
        )
        body = Body(self._max_response_size, call.remaining)
        chunks = response.iter_raw() if comes_raw(response) else response.iter_bytes()
        try:
            for chunk in chunks:
                if body.is_full_with(chunk):
                    break
        except httpx2.DecodingError as error:
            body.broke(error)
        finally:
            response.close()
        return call.answer(response, body.content, body.defect)


class AsyncClient(Configured[AsyncPool]):
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
        return self._decoded(request.operation, await self._answer(request))[0]

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
        return RawResponse(request.operation, await self._answer(request), self._decoded)

    async def _credentials(
        self, operation: Operation[Any], refused: Credentials | None
    ) -> Credentials | None:
        """What to send with an operation for authentication, other than `refused`."""
        del operation, refused
        return None

    async def _answer(self, request: Request[T]) -> Answer:
        call = self._call(request)
        while True:
            credentials = await self._credentials(request.operation, call.refused)
            outcome: Answer | Failed
            try:
                outcome = await self._exchange(call, credentials)
            except (httpx2.HTTPError, TimeoutError) as error:
                outcome = error
            match call.after(outcome):
                case Sleep(seconds):
                    from asyncio import sleep

                    await sleep(seconds)
                case answer:
                    return self._success(request, answer)

    async def _exchange(self, call: Call[T], credentials: Credentials | None) -> Answer:
        from asyncio import timeout

        http = self._pool.client()
        async with timeout(call.remaining()):
            response = await http.send(
                call.attempt(self._pool.defaults, self._address(call.request), credentials),
                stream=True,
                follow_redirects=False,
            )
            body = Body(self._max_response_size, call.remaining)
            chunks = response.aiter_raw() if comes_raw(response) else response.aiter_bytes()
            try:
                async with aclosing(chunks):
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
