"""Calls and attempts with middleware around them, sync and async."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from ..middleware import HTTPRequest, HTTPResponse
from ._call import Call
from ._deadline import DeadlinePassed
from ._failures import Failed
from ._middleware import AroundAttempt, AroundCall, async_chained, chained
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
        return around.outcome(chained(middleware, call_next)(around.shown))
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
            returned = await async_chained(middleware, call_next)(around.shown)
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
        return around.outcome(chained(middleware, call_next)(around.shown))
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
            returned = await async_chained(middleware, call_next)(around.shown)
        return around.outcome(returned)
    except BaseException as error:
        if around.opened is not None:
            await around.opened.aclose()
        if isinstance(error, TimeoutError) and deadline.expired():
            return DeadlinePassed()
        if (failure := around.failure_of(error)) is not None:
            return failure
        raise
