"""Calls and attempts with middleware around them, sync and async."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from inspect import isawaitable
from typing import Any, cast

import httpx2

from ..middleware import HTTPRequest, HTTPResponse
from ._call import Call
from ._deadline import DeadlinePassed
from ._failures import Failed
from ._middleware import AroundAttempt, AroundCall
from ._options import name_of
from ._response import Response

__all__ = [
    "AroundAttempt",
    "AroundCall",
    "around_attempt",
    "around_call",
    "async_around_attempt",
    "async_around_call",
]


def around_call(
    middleware: Sequence[Callable[..., Any]],
    around: AroundCall,
    send: Callable[[Call[Any]], Response],
) -> Response:
    """Make a call."""

    def call_next(sent: HTTPRequest) -> HTTPResponse:
        call = around.call(sent)
        return around.responded(send(call), call)

    try:
        return around.outcome(_chained(middleware, call_next)(around.shown))
    except BaseException:
        if around.opened is not None:
            around.opened.close()
        raise


async def async_around_call(
    middleware: Sequence[Callable[..., Any]],
    around: AroundCall,
    send: Callable[[Call[Any]], Awaitable[Response]],
) -> Response:
    """Make a call."""
    from asyncio import timeout

    async def call_next(sent: HTTPRequest) -> HTTPResponse:
        call = around.call(sent)
        return around.responded(await send(call), call)

    deadline = timeout(around.deadline)
    try:
        async with deadline:
            returned = await _async_chained(middleware, call_next)(around.shown)
        return around.outcome(returned)
    except BaseException as error:
        if around.opened is not None:
            await around.opened.aclose()
        if isinstance(error, TimeoutError) and deadline.expired():
            raise around.late() from error
        raise


def around_attempt(
    middleware: Sequence[Callable[..., Any]],
    around: AroundAttempt,
    send: Callable[[Call[Any]], Response | Failed],
) -> Response | Failed:
    """Make an attempt."""

    def call_next(sent: HTTPRequest) -> HTTPResponse:
        return around.received(send(around.call(sent)))

    try:
        return around.outcome(_chained(middleware, call_next)(around.shown))
    except BaseException as error:
        if around.opened is not None:
            around.opened.close()
        if (failure := around.failure_of(error)) is not None:
            return failure
        raise


async def async_around_attempt(
    middleware: Sequence[Callable[..., Any]],
    around: AroundAttempt,
    send: Callable[[Call[Any]], Awaitable[Response | Failed]],
) -> Response | Failed:
    """Make an attempt."""
    from asyncio import timeout

    async def call_next(sent: HTTPRequest) -> HTTPResponse:
        return around.received(await send(around.call(sent)))

    deadline = timeout(around.deadline)
    try:
        async with deadline:
            returned = await _async_chained(middleware, call_next)(around.shown)
        return around.outcome(returned)
    except BaseException as error:
        if around.opened is not None:
            await around.opened.aclose()
        if isinstance(error, TimeoutError) and deadline.expired():
            return DeadlinePassed()
        if (failure := around.failure_of(error)) is not None:
            return failure
        raise


def _chained(middleware: Sequence[Callable[..., Any]], innermost: Callable[..., Any]) -> Any:
    """A function that calls each middleware around the next one."""
    for one in reversed(middleware):
        innermost = partial(_called, one, innermost)
    return innermost


def _async_chained(middleware: Sequence[Callable[..., Any]], innermost: Callable[..., Any]) -> Any:
    """The same for an async client."""
    for one in reversed(middleware):
        innermost = partial(_awaited, one, innermost)
    return innermost


def _called(middleware: Any, call_next: Any, request: HTTPRequest) -> HTTPResponse:
    return _response(middleware, middleware(_request(request), call_next))


async def _awaited(middleware: Any, call_next: Any, request: HTTPRequest) -> HTTPResponse:
    returned = middleware(_request(request), call_next)
    return _response(middleware, await returned if isawaitable(returned) else returned)


def _request(request: object) -> HTTPRequest:
    if not isinstance(request, HTTPRequest):
        raise TypeError(f"call_next() takes an HTTPRequest, not {type(request).__name__}")
    return request


def _response(middleware: object, returned: object) -> HTTPResponse:
    name = name_of(middleware)
    if not isinstance(returned, HTTPResponse):
        got = type(returned).__name__
        raise TypeError(f"the middleware {name} must return an HTTPResponse, not {got}")
    status, content = cast("tuple[object, object]", (returned.status_code, returned.content))
    if not isinstance(status, int) or not isinstance(content, bytes):
        raise TypeError(f"the middleware {name} must return a status as int and a body as bytes")
    if not 200 <= status <= 999:
        raise ValueError(f"the middleware {name} must return a status from 200 to 999")
    if not isinstance(returned.headers, httpx2.Headers):
        _check_returned(name, returned.headers)
    return returned


def _check_returned(name: str, headers: Any) -> None:
    try:
        httpx2.Headers(headers)
    except (TypeError, ValueError, AttributeError):
        wanted = f"the middleware {name} must return headers as a mapping of ASCII texts"
        raise TypeError(wanted) from None
