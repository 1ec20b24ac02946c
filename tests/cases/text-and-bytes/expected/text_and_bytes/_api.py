"""What sets this API apart, for the runtime, which is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import ErrorFields, Facts

if TYPE_CHECKING:
    from . import models

FACTS = Facts(
    title="Text and Bytes",
    distribution="text-and-bytes-client",
    version="1.0.0",
    environment="TEXT_AND_BYTES",
    logger="text_and_bytes",
    base_url=None,
    errors=ErrorFields(message=("title",)),
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = models.Problem
    """The documented bodies of errors."""

    ErrorDetail: TypeAlias = object
    """One of the details that the body of an error may list."""
