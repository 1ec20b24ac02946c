"""The sync and the async client, which send the requests of a call.

The two differ only by `await`: `_call` and `_retry` decide what to send and what follows. asyncio
is imported on use, because its import is slow and sync callers do not need it.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Never, ParamSpec, Self, TypeVar, Unpack

import httpx2

from ._base_url import is_loopback
from ._body import Body, async_read, read
from ._call import Call
from ._configured import Configured
from ._deadline import DeadlinePassed
from ._direct import AsyncDirect, Direct
from ._failures import BROKEN, Failed, failed
from ._operation import Request
from ._pool import AsyncPool, Pool
from ._raw import RawResponse, rebound
from ._resource import AsyncResource, Resource
from ._response import Response
from ._retry import Sleep
from ._secret import Credentials
from ._settings import AsyncClientOptions, ClientOptions

T = TypeVar("T")
P = ParamSpec("P")


class Client(Configured[Pool], Direct):
    """A client of an API. It is thread-safe."""

    _options = ClientOptions

    def __init__(self, *positional: Never, **options: Unpack[ClientOptions]) -> None:
        """Create a client. Nothing is sent yet.

        Raises:
            TypeError: An option is unknown or has the wrong type.
            ValueError: An option has an invalid value, or the base URL is not safe.
        """
        kinds = {"http_client": httpx2.Client, "transport": httpx2.BaseTransport}
        self._configure(positional, options, kinds)
        self._surround(options, may_be_async=False)
        self._pool = Pool(
            options.get("http_client"),
            options.get("transport"),
            proxies=_may_use_proxies(self._base_url),
        )

    def send(self, request: Request[T]) -> T:
        """Send a request, with retries where they are safe, and decode the response.

        Raises:
            APIError: The call failed; see `errors`.
        """
        request = self._complete(request)
        return self._decoded(request, self._respond(request))[0]

    def with_raw_response(
        self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[T]:
        """Call a method of a resource and return its `RawResponse`.

            client.with_raw_response(client.clusters.update, org_id, cluster_id, name="x")

        Errors are raised as usual. The options of this client apply.
        """
        response: RawResponse[T] = rebound(method, self._raw, Resource)(*args, **kwargs)
        return response

    def close(self) -> None:
        """Close the connections of this client and of all clients derived from it."""
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

    if not TYPE_CHECKING:  # which report it themselves

        def __aenter__(self) -> Never:
            raise TypeError(f"{type(self).__name__} is a sync client: use `with`")

        __aexit__ = __aenter__

    def _raw(self, request: Request[T]) -> RawResponse[T]:
        request = self._complete(request)
        return RawResponse(request, self._respond(request), self._decoded)

    def _credentials(self, call: Call[Any]) -> Credentials | None:
        """The credentials of a call, other than those that the server refused."""
        del call
        return None

    def _respond(self, request: Request[T]) -> Response:
        if self._middleware:
            from ._surrounded import AroundCall, around_call  # few clients have any

            around = AroundCall(
                request, request.settings(self._settings), self._address(request), self._call
            )
            last = around_call(self._middleware, around, self._last_response)
            return self._success(request, last)
        return self._success(request, self._last_response(self._call(request)))

    def _last_response(self, call: Call[T]) -> Response:
        while True:
            match call.after(self._attempt(call)):
                case Sleep(seconds):
                    self.__pause__(seconds)
                case response:
                    return response

    def __pause__(self, seconds: float) -> None:
        """Sleep before another attempt. A client of a fake does not."""
        time.sleep(seconds)

    def _attempt(self, call: Call[T]) -> Response | Failed:
        if not self._attempt_middleware or call.is_private:
            return self._sent(call)
        from ._surrounded import AroundAttempt, around_attempt  # few clients have any

        call.place(self._pool.defaults, self._address(call.request))
        around = AroundAttempt(call)
        return around_attempt(self._attempt_middleware, around, self._sent)

    def _sent(self, call: Call[T]) -> Response | Failed:
        try:
            if self._rate_limit is not None and not call.is_elsewhere:
                with self._turn(self._rate_limit, call) as seconds:
                    if seconds > 0.0:
                        self.__pause__(seconds)
            credentials = None if call.is_elsewhere else self._credentials(call)
        except DeadlinePassed as passed:
            return passed
        try:
            return self._exchange(call, credentials)
        except BROKEN as error:
            return failed(error)

    def _exchange(self, call: Call[T], credentials: Credentials | None) -> Response:
        http = self._pool.client()
        request = call.attempt(self._pool.defaults, self._address(call.request), credentials)
        if self._sign is not None and not (call.is_elsewhere or call.is_private):
            from ._signing import sign  # few clients have it

            sign(self._sign, call, request)
        response = http.send(
            request,
            stream=True,
            auth=None if call.is_elsewhere else httpx2.USE_CLIENT_DEFAULT,
            follow_redirects=False,
        )
        if call.keeps(response):
            return call.response(response, b"", None)
        body = Body(response, self._max_response_size, call.remaining)
        try:
            if not body.is_read:
                read(response, body)
        finally:
            response.close()
        body.ended()
        return call.response(response, body.content, body.defect)


class AsyncClient(Configured[AsyncPool], AsyncDirect):
    """A client of an API for asyncio. Any number of tasks can use it at once."""

    _options = AsyncClientOptions

    def __init__(self, *positional: Never, **options: Unpack[AsyncClientOptions]) -> None:
        """Create a client. Nothing is sent yet.

        Raises:
            TypeError: An option is unknown or has the wrong type.
            ValueError: An option has an invalid value, or the base URL is not safe.
        """
        kinds = {"http_client": httpx2.AsyncClient, "transport": httpx2.AsyncBaseTransport}
        self._configure(positional, options, kinds)
        self._surround(options, may_be_async=True)
        self._pool = AsyncPool(
            options.get("http_client"),
            options.get("transport"),
            proxies=_may_use_proxies(self._base_url),
        )

    async def send(self, request: Request[T]) -> T:
        """Send a request, with retries where they are safe, and decode the response.

        Raises:
            APIError: The call failed; see `errors`.
        """
        request = self._complete(request)
        return self._decoded(request, await self._respond(request))[0]

    async def with_raw_response(
        self, method: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[T]:
        """Call a method of a resource and return its `RawResponse`.

            await client.with_raw_response(client.clusters.update, org_id, cluster_id, name="x")

        Errors are raised as usual. The options of this client apply.
        """
        response: RawResponse[T] = await rebound(method, self._raw, AsyncResource)(*args, **kwargs)
        return response

    async def close(self) -> None:
        """Close the connections of this client and of all clients derived from it."""
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

    if not TYPE_CHECKING:  # which report it themselves

        def __enter__(self) -> Never:
            raise TypeError(f"{type(self).__name__} is an async client: use `async with`")

        __exit__ = __enter__

    async def _raw(self, request: Request[T]) -> RawResponse[T]:
        request = self._complete(request)
        return RawResponse(request, await self._respond(request), self._decoded)

    async def _credentials(self, call: Call[Any]) -> Credentials | None:
        """The credentials of a call, other than those that the server refused."""
        del call
        return None

    async def _respond(self, request: Request[T]) -> Response:
        if self._middleware:
            from ._surrounded import AroundCall, async_around_call  # few clients have any

            around = AroundCall(
                request, request.settings(self._settings), self._address(request), self._call
            )
            last = await async_around_call(self._middleware, around, self._last_response)
            return self._success(request, last)
        return self._success(request, await self._last_response(self._call(request)))

    async def _last_response(self, call: Call[T]) -> Response:
        while True:
            match call.after(await self._attempt(call)):
                case Sleep(seconds):
                    await self.__pause__(seconds)
                case response:
                    return response

    async def __pause__(self, seconds: float) -> None:
        """Sleep before another attempt. A client of a fake does not."""
        from asyncio import sleep

        await sleep(seconds)

    async def _attempt(self, call: Call[T]) -> Response | Failed:
        if not self._attempt_middleware or call.is_private:
            return await self._sent(call)
        from ._surrounded import AroundAttempt, async_around_attempt  # few clients have any

        call.place(self._pool.defaults, self._address(call.request))
        around = AroundAttempt(call)
        return await async_around_attempt(self._attempt_middleware, around, self._sent)

    async def _sent(self, call: Call[T]) -> Response | Failed:
        from asyncio import timeout

        deadline = timeout(call.remaining())
        try:
            async with deadline:
                if self._rate_limit is not None and not call.is_elsewhere:
                    with self._turn(self._rate_limit, call) as seconds:
                        if seconds > 0.0:
                            await self.__pause__(seconds)
                credentials = None if call.is_elsewhere else await self._credentials(call)
                try:
                    return await self._exchange(call, credentials)
                except BROKEN as error:
                    return failed(error)
        except DeadlinePassed as passed:
            return passed
        except TimeoutError:
            if not deadline.expired():  # raised by the caller's function for the token
                raise
            return DeadlinePassed()

    async def _exchange(self, call: Call[T], credentials: Credentials | None) -> Response:
        http = self._pool.client()
        request = call.attempt(self._pool.defaults, self._address(call.request), credentials)
        if self._sign is not None and not (call.is_elsewhere or call.is_private):
            from ._signing import async_sign  # few clients have it

            await async_sign(self._sign, call, request)
        response = await http.send(
            request,
            stream=True,
            auth=None if call.is_elsewhere else httpx2.USE_CLIENT_DEFAULT,
            follow_redirects=False,
        )
        if call.keeps(response):
            return call.response(response, b"", None)
        body = Body(response, self._max_response_size, call.remaining)
        try:
            if not body.is_read:
                await async_read(response, body)
        finally:
            await response.aclose()
        body.ended()
        return call.response(response, body.content, body.defect)


def _may_use_proxies(address: str) -> bool:
    """Whether to use proxies from the environment: not to reach this machine."""
    url = httpx2.URL(address)
    return not (url.scheme == "http" and is_loopback(url.host))
