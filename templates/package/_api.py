"""A stand-in for what sets an API apart.

The runtime is linted, typed and tested with it where it stands. It is not emitted: a client has an
`_api.py` of its own with the same names, rendered from its API's document.
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
    """What is wrong with one field."""

    field: str
    code: str


class Error(Struct, frozen=True, kw_only=True):
    """What went wrong."""

    code: str
    message: str
    details: list[Detail] | None = None


class ErrorResponse(Struct, frozen=True, kw_only=True):
    """The body of every error of this API."""

    error: Error


ErrorBody: TypeAlias = ErrorResponse
"""The documented bodies of errors; `object` where there are none."""

ErrorDetail: TypeAlias = Detail
"""One of `details`; `object` where there are none."""
