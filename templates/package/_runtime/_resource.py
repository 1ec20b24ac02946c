"""The base classes of the classes in `resources`."""

from __future__ import annotations

from typing import Protocol, TypeVar

from ._operation import Request

T = TypeVar("T")


class Sender(Protocol):
    """The part of a client that a resource needs."""

    def send(self, request: Request[T], /) -> T:
        """Send a request and decode the response."""
        ...


class AsyncSender(Protocol):
    """The part of an async client that a resource needs."""

    async def send(self, request: Request[T], /) -> T:
        """Send a request and decode the response."""
        ...


class Resource:
    """The operations of a resource."""

    def __init__(self, client: Sender) -> None:
        self._client = client
        self._send = client.send

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class AsyncResource:
    """The operations of a resource, async."""

    def __init__(self, client: AsyncSender) -> None:
        self._client = client
        self._send = client.send

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"
