"""Raw responses: status, headers and bytes, with the decoded value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any, Generic, ParamSpec, TypeAlias, TypeVar

import httpx2
from msgspec import Struct

from ..errors import APIError
from ._direct import AsyncDirect, Direct
from ._drift import Deviation
from ._operation import Request
from ._raising import incomplete
from ._resource import AsyncResource, Resource
from ._response import Response

T = TypeVar("T")
P = ParamSpec("P")
Decode: TypeAlias = Callable[[Request[T], Response], tuple[T, Sequence[Deviation]]]


class RawResponse(Generic[T]):
    """The response to a successful call."""

    def __init__(self, request: Request[T], response: Response, decode: Decode[T]) -> None:
        """Wrap a response with its complete body.

        Raises:
            APIResponseError: The body is incomplete: it is larger than `max_response_size`, or
                cannot be decompressed.
        """
        if response.defect is not None:
            raise incomplete(response, response.defect)
        self._decode: Callable[[], tuple[T, Sequence[Deviation]]] = partial(
            decode, request, response
        )
        self.operation: str = response.operation
        """The `operationId` in the API's document, such as `updateCluster`."""
        self.status_code: int = response.status_code
        self.headers: httpx2.Headers = response.headers
        self.request_id: str | None = response.request_id
        self.content: bytes = response.content
        """The decompressed body."""
        self.elapsed: float = response.elapsed
        """Seconds that the call took, including retries and pauses."""
        self.retries: int = response.attempts - 1
        """How many attempts preceded the one with this response."""

    def parse(self) -> T:
        """Decode the body to the value that the method returns.

        Raises:
            APIResponseError: The body cannot be decoded; see the option `decoding` of the client.
        """
        return self._decode()[0]

    @cached_property
    def deviations(self) -> Sequence[Deviation]:
        """The places where the body deviates from the document and was decoded leniently.

        Raises:
            APIResponseError: As `parse()`.
        """
        return self._decode()[1]

    def __repr__(self) -> str:
        return f"<RawResponse {self.status_code} of {self.operation}>"

    def __reduce__(self) -> tuple[Any, ...]:
        # Clients and operations cannot be pickled, so the decoded value or the error is.
        outcome: object
        try:
            outcome = self._decode()
        except APIError as error:
            outcome = error
        rest = {name: value for name, value in vars(self).items() if name != "_decode"}
        return _restored, (type(self), rest, outcome)


def _restored(kind: type[RawResponse[Any]], rest: dict[str, Any], outcome: Any) -> RawResponse[Any]:
    response = kind.__new__(kind)
    vars(response).update(rest, _decode=partial(_outcome, outcome))
    return response


def _outcome(outcome: Any) -> Any:
    if isinstance(outcome, APIError):
        raise outcome
    return outcome


class RawSender(Struct, frozen=True):
    """Replaces a client while one of its methods is called for the raw response."""

    send: Callable[[Request[Any]], Any]
    base_url: str = ""

    def _raw(self, request: Request[Any]) -> Any:
        return self.send(request)


def rebound(
    method: Callable[P, object],
    send: Callable[[Request[Any]], Any],
    kind: type[Resource | AsyncResource],
) -> Callable[P, Any]:
    """Bind the method of a resource, or `request` of a client, to `send` instead of its client.

    Raises:
        TypeError: It is another method, or of a client of another kind.
    """
    owner = getattr(method, "__self__", None)
    rebound: Callable[P, Any]
    if isinstance(owner, kind):
        rebound = getattr(type(owner)(RawSender(send)), method.__name__)
        return rebound
    direct = AsyncDirect if kind is AsyncResource else Direct
    if isinstance(owner, direct) and method.__name__ == "request":
        request: Callable[..., Any] = direct.request
        rebound = partial(request, RawSender(send, owner.base_url))
        return rebound
    colour = "an async client" if kind is AsyncResource else "a sync client"
    wanted = f"with_raw_response of {colour} requires a method of a resource of {colour}"
    raise TypeError(f"{wanted}, not {method!r}")
