"""Calls of operations that the document does not describe."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack, overload

from msgspec import UNSET

from ._operation import Request
from ._signature import spells_out

if TYPE_CHECKING:
    from typing_extensions import TypeForm

    from ._raw import RawResponse

T = TypeVar("T")


class RequestArguments(TypedDict, total=False):
    """The optional arguments of `request`."""

    path_params: Mapping[str, object]
    """Values for the placeholders in the path. They are percent-encoded."""
    query: Mapping[str, object]
    """Query parameters. A list is sent as repeated parameters, and None is not sent."""
    headers: Mapping[str, str]
    """Headers of this request."""
    json: object
    """The body: a model, or any other value that has JSON."""
    content: bytes | str
    """The body as it is sent. It requires a header `Content-Type`."""


_NONE: Mapping[str, object] = MappingProxyType({})
_DEFAULTS: Mapping[str, object] = {
    "path_params": _NONE,
    "query": _NONE,
    "headers": _NONE,
    "json": UNSET,
    "content": UNSET,
}


class Direct:
    """A client that can send any request."""

    @property
    def base_url(self) -> str:
        """The URL of the server, without a trailing slash."""
        raise NotImplementedError

    def send(self, request: Request[T]) -> T:
        """Send a request and decode the response."""
        raise NotImplementedError

    def _raw(self, request: Request[T]) -> RawResponse[T]:
        raise NotImplementedError

    @overload
    def request(
        self, method: str, path: str, *, into: None = None, **arguments: Unpack[RequestArguments]
    ) -> RawResponse[Any]: ...

    @overload
    def request(
        self, method: str, path: str, *, into: TypeForm[T], **arguments: Unpack[RequestArguments]
    ) -> T: ...

    @spells_out(RequestArguments, _DEFAULTS)
    def request(
        self,
        method: str,
        path: str,
        *,
        into: TypeForm[T] | None = None,
        **arguments: Unpack[RequestArguments],
    ) -> T | RawResponse[Any]:
        """Call an operation that the API's document does not describe.

            server = client.request("GET", "/beta/servers/1", into=models.Server)

        It is a call like any other: with credentials, retries by its method, the deadline and the
        errors. `with_options` applies.

        Args:
            method: The HTTP method.
            path: The path below the base URL, percent-encoded, such as `/beta/servers/{id}`; or a
                URL of the same server.
            into: The type that a success is decoded to: a model, a list of models, `bytes`, or any
                other type that `from_json` takes. None returns the raw response.
            **arguments: See `RequestArguments`.

        Raises:
            APIError: The call failed; see `errors`.
            ValueError: The path is not one of this server, or a value cannot be sent.
            TypeError: An argument has the wrong type.
        """
        from ._ad_hoc import ad_hoc  # few callers need it

        request = ad_hoc(self.base_url, method, path, into, arguments)
        return self._raw(request) if into is None else self.send(request)


class AsyncDirect:
    """An async client that can send any request."""

    @property
    def base_url(self) -> str:
        """The URL of the server, without a trailing slash."""
        raise NotImplementedError

    async def send(self, request: Request[T]) -> T:
        """Send a request and decode the response."""
        raise NotImplementedError

    async def _raw(self, request: Request[T]) -> RawResponse[T]:
        raise NotImplementedError

    @overload
    async def request(
        self, method: str, path: str, *, into: None = None, **arguments: Unpack[RequestArguments]
    ) -> RawResponse[Any]: ...

    @overload
    async def request(
        self, method: str, path: str, *, into: TypeForm[T], **arguments: Unpack[RequestArguments]
    ) -> T: ...

    @spells_out(RequestArguments, _DEFAULTS)
    async def request(
        self,
        method: str,
        path: str,
        *,
        into: TypeForm[T] | None = None,
        **arguments: Unpack[RequestArguments],
    ) -> T | RawResponse[Any]:
        """Call an operation that the API's document does not describe.

            server = await client.request("GET", "/beta/servers/1", into=models.Server)

        It is a call like any other: with credentials, retries by its method, the deadline and the
        errors. `with_options` applies.

        Args:
            method: The HTTP method.
            path: The path below the base URL, percent-encoded, such as `/beta/servers/{id}`; or a
                URL of the same server.
            into: The type that a success is decoded to: a model, a list of models, `bytes`, or any
                other type that `from_json` takes. None returns the raw response.
            **arguments: See `RequestArguments`.

        Raises:
            APIError: The call failed; see `errors`.
            ValueError: The path is not one of this server, or a value cannot be sent.
            TypeError: An argument has the wrong type.
        """
        from ._ad_hoc import ad_hoc  # few callers need it

        request = ad_hoc(self.base_url, method, path, into, arguments)
        return await (self._raw(request) if into is None else self.send(request))
