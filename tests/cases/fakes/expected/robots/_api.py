"""The facts about this API that the runtime needs; the runtime is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import ErrorFields, Facts

if TYPE_CHECKING:
    from . import models

FACTS = Facts(
    title="Robots",
    distribution="robots-client",
    version="1.0.0",
    environment="ROBOTS",
    logger="robots",
    base_url="https://robots.example.com/v1",
    errors=ErrorFields(code=("code",), message=("message",), within=("error",)),
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = models.Problem
    """The documented error bodies."""

    ErrorDetail: TypeAlias = object
    """An item of the details in an error body."""
