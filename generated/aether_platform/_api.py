"""The facts about this API that the runtime needs; the runtime is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import ErrorFields, Facts

if TYPE_CHECKING:
    from . import models

FACTS = Facts(
    title="Aether Platform",
    distribution="aether-platform-client",
    version="1.1.0",
    environment="AETHER_PLATFORM",
    logger="aether_platform",
    base_url="https://api.aetherplatform.cloud",
    rate_limit=(100, 60),
    errors=ErrorFields(
        code=("code",), message=("message",), details=("details",), within=("error",)
    ),
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = models.ErrorResponse
    """The documented error bodies."""

    ErrorDetail: TypeAlias = models.ErrorDetail
    """An item of the details in an error body."""
