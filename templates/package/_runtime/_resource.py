"""The base classes of the classes in `resources`."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Never, Protocol, Self, TypeVar

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


class _Attribute(cached_property[Any]):
    """A resource of a client or of another resource.

    On the class, it is the resource without a client. `unittest.mock.create_autospec` reads it
    there, to give mocks of a client the methods of its resources.
    """

    def __get__(self, instance: object, owner: type[Any] | None = None) -> Any:
        return self.func(_NoClient()) if instance is None else super().__get__(instance, owner)


class _NoClient:
    """Takes the place of a client that was never created."""

    @property
    def _client(self) -> Self:
        return self

    def send(self, request: object) -> Never:
        del request
        raise TypeError("create a client to call the methods of its resources")

    def __repr__(self) -> str:
        return "no client"


_PACKAGE = __name__.partition("._runtime")[0]
_GENERATED = (f"{_PACKAGE}._client", f"{_PACKAGE}.resources.")
"""The modules whose cached properties are resources. Classes of callers may have others."""


def with_attributes(owner: type[Any]) -> None:
    """Let the resources of a class be found on the class itself."""
    if not owner.__module__.startswith(_GENERATED):
        return
    for name, value in [*vars(owner).items()]:
        if type(value) is cached_property:
            setattr(owner, name, attribute := _Attribute(value.func))
            attribute.__set_name__(owner, name)


class Resource:
    """The operations of a resource."""

    def __init_subclass__(cls) -> None:
        with_attributes(cls)

    def __init__(self, client: Sender) -> None:
        self._client = client
        self._send = client.send

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class AsyncResource:
    """The operations of a resource, async."""

    def __init_subclass__(cls) -> None:
        with_attributes(cls)

    def __init__(self, client: AsyncSender) -> None:
        self._client = client
        self._send = client.send

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"
