"""A response as it came, beside what it decodes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, ParamSpec, TypeVar

import httpx2

from ..errors import APIResponseError
from ._answer import Answer
from ._operation import Request
from ._reading import read
from ._resource import AsyncResource, Resource

T = TypeVar("T")
P = ParamSpec("P")


class RawResponse(Generic[T]):
    """The response to a call that succeeded."""

    def __init__(self, request: Request[T], answer: Answer) -> None:
        """Take a response with all of its body.

        Raises:
            APIResponseError: The body is not there as a whole: it is larger than
                `max_response_size`, or cannot be decompressed.
        """
        if answer.defect is not None:
            raise APIResponseError(answer.defect, answer.hidden())
        self._request = request
        self._answer = answer
        self.status_code: int = answer.status_code
        self.headers: httpx2.Headers = answer.headers
        self.request_id: str | None = answer.request_id
        self.content: bytes = answer.content
        """The body as it came, decompressed."""
        self.elapsed: float = answer.elapsed
        """Seconds that the call took, its retries and sleeps included."""
        self.retries: int = answer.attempts - 1
        """How many attempts came before the one that was answered like this."""

    def parse(self) -> T:
        """Decode the body to what the method returns.

        Raises:
            APIResponseError: The body is not what the API's document promises.
        """
        return read(self._request.operation, self._answer)

    def __repr__(self) -> str:
        return f"<RawResponse {self.status_code} of {self._answer.operation}>"


@dataclass(frozen=True, slots=True)
class RawSender:
    """Stands in for a client while one of its methods is called for the raw response."""

    send: Callable[[Request[Any]], Any]


def rebound(method: Callable[P, object], sender: RawSender) -> Callable[P, Any]:
    """Take the method of a resource for the same of a resource that sends by `sender`.

    Raises:
        TypeError: It is not the method of a resource.
    """
    resource = getattr(method, "__self__", None)
    if not isinstance(resource, Resource | AsyncResource):
        raise TypeError(f"with_raw_response needs the method of a resource, not {method!r}")
    rebound: Callable[P, Any] = getattr(type(resource)(sender), method.__name__)
    return rebound
