"""The facts about this API that the runtime needs; the runtime is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import ErrorFields, Facts

if TYPE_CHECKING:
    from . import models

FACTS = Facts(
    title="Trade",
    distribution="trade-client",
    version="1.0.0",
    environment="TRADE",
    logger="trade",
    base_url="https://trade.example",
    errors=ErrorFields(code=("code",)),
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = models.Refusal
    """The documented error bodies."""

    ErrorDetail: TypeAlias = object
    """An item of the details in an error body."""
