"""What sets this API apart, for the runtime, which is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import ErrorFields, Facts

if TYPE_CHECKING:
    from . import models

FACTS = Facts(
    title="Aether Platform",
    distribution="aether-platform-client",
    version="1.0.0",
    environment="AETHER_PLATFORM",
    logger="aether_platform",
    base_url="https://api.aetherplatform.cloud",
    errors=ErrorFields(
        code=("code",), message=("message",), details=("details",), within=("error",)
    ),
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = models.ErrorResponse
    """The documented bodies of errors."""

    ErrorDetail: TypeAlias = models.ErrorDetail
    """One of the details that the body of an error may list."""
