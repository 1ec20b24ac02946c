"""What sets this API apart, for the runtime, which is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import Envelope, Facts

if TYPE_CHECKING:
    from . import models

FACTS = Facts(
    title="Aether Platform",
    distribution="aether-platform-client",
    version="1.0.0",
    environment="AETHER_PLATFORM",
    logger="aether_platform",
    base_url="https://api.aetherplatform.cloud",
)

ErrorBody: TypeAlias = "models.ErrorResponse"
"""The documented bodies of errors."""

ErrorDetail: TypeAlias = "models.ErrorDetail"
"""One of the details that the body of an error may list."""


def envelope(body: ErrorBody) -> Envelope[ErrorDetail]:
    """Find the code, the message and the details in the body of an error."""
    return Envelope(body.error.code, body.error.message, body.error.details or ())
