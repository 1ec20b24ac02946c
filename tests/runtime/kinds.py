"""The two kinds of clients, for tests that are the same for both."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from api import AsyncExample
from package.middleware import HTTPRequest

TOKEN = "example_5ec12e7"


class Kind:
    """Makes clients of one kind, and their middleware from sync functions."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.is_async = client is AsyncExample

    def around(self, before: Callable[..., Any] | None = None, after: Any = None) -> Any:
        """A middleware that changes the request, then the response."""

        def sync(request: HTTPRequest, call_next: Any) -> Any:
            response = call_next(before(request) if before else request)
            return after(response) if after else response

        async def coroutine(request: HTTPRequest, call_next: Any) -> Any:
            response = await call_next(before(request) if before else request)
            return after(response) if after else response

        return coroutine if self.is_async else sync

    def function(self, function: Callable[..., Any]) -> Any:
        """A middleware that never calls the next one."""

        async def coroutine(request: HTTPRequest, call_next: Any) -> Any:
            return function(request, call_next)

        return coroutine if self.is_async else function

    def call(self, url: str, use: Callable[[Any], Any], **options: Any) -> Any:
        """What `use` returns for a client."""
        options = {"base_url": url, "token": TOKEN, **options}

        async def awaited() -> Any:
            async with self.client(**options) as client:
                return await use(client)

        if self.is_async:
            return asyncio.run(awaited())
        with self.client(**options) as client:
            return use(client)
