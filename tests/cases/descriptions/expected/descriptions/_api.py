"""The facts about this API that the runtime needs; the runtime is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import ErrorFields, Facts

if TYPE_CHECKING:
    from . import models

FACTS = Facts(
    title="Descriptions",
    distribution="descriptions-client",
    version="1.0.0",
    environment="DESCRIPTIONS",
    logger="descriptions",
    base_url=None,
    errors=ErrorFields(code=("type",), message=("title",), details=("errors",)),
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = models.Problem
    """The documented error bodies."""

    ErrorDetail: TypeAlias = str
    """An item of the details in an error body."""
