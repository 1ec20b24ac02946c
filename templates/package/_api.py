"""A stand-in for the facts about an API.

It allows the runtime to be linted, type-checked and tested in place. It is not emitted: a client
has an `_api.py` with the same names, rendered from its document.
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from ._runtime._facts import ErrorFields, Facts

FACTS = Facts(
    title="Example",
    distribution="example-client",
    version="1.2.3",
    environment="EXAMPLE",
    logger="example",
    base_url="https://api.example.com",
    errors=ErrorFields(
        code=("code",), message=("message",), details=("details",), within=("error",)
    ),
)


class Detail(Struct, frozen=True, kw_only=True):
    """An error in a field."""

    field: str
    code: str


class Error(Struct, frozen=True, kw_only=True):
    """An error."""

    code: str
    message: str
    details: list[Detail] | None = None


class ErrorResponse(Struct, frozen=True, kw_only=True):
    """The body of every error of this API."""

    error: Error


ErrorBody: TypeAlias = ErrorResponse
"""The documented error bodies; `object` if there are none."""

ErrorDetail: TypeAlias = Detail
"""An item of `details`; `object` if there are none."""
