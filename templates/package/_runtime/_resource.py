"""A group of operations: what the classes of `resources` have in common."""

from __future__ import annotations

from typing import Protocol, TypeVar

from ._operation import Request

T = TypeVar("T")


class Sender(Protocol):
    """What a resource needs of a client."""

    def send(self, request: Request[T], /) -> T:
        """Send a request and decode its answer."""
        ...


class AsyncSender(Protocol):
    """What an async resource needs of a client."""

    async def send(self, request: Request[T], /) -> T:
        """Send a request and decode its answer."""
        ...


class Resource:
    """Operations that are called on a client."""

    def __init__(self, client: Sender) -> None:
        self._client = client
        self._send = client.send

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class AsyncResource:
    """Operations that are awaited on an async client."""

    def __init__(self, client: AsyncSender) -> None:
        self._client = client
        self._send = client.send

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"
