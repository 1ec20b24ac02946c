"""What sets this API apart, for the runtime, which is the same for every API."""

from __future__ import annotations

from typing import TypeAlias

from ._runtime._facts import Envelope, Facts

FACTS = Facts(
    title="Ids of frameworks",
    distribution="ids-of-frameworks-client",
    version="1.0.0",
    environment="IDS_OF_FRAMEWORKS",
    logger="ids_of_frameworks",
    base_url=None,
)

ErrorBody: TypeAlias = "object"
"""The documented bodies of errors."""

ErrorDetail: TypeAlias = "object"
"""One of the details that the body of an error may list."""


def envelope(body: ErrorBody) -> Envelope[ErrorDetail]:
    """Find the code, the message and the details in the body of an error."""
    return Envelope()
