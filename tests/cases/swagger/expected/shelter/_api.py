"""The facts about this API that the runtime needs; the runtime is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import ErrorFields, Facts
from ._runtime._security import Basic, Bearer, Grants, Key, Security

if TYPE_CHECKING:
    from . import models

FACTS = Facts(
    title="Shelter",
    distribution="shelter-client",
    version="1.0.0",
    environment="SHELTER",
    logger="shelter",
    base_url="https://shelter.example/v1",
    errors=ErrorFields(message=("message",)),
)

SECURITY = Security(
    schemes=[Key("api_key", "header", "X-Key"), Basic(), Bearer()],
    default=[["api_key"], ["token"]],
    required=True,
    grants=Grants(refresh_url="https://shelter.example/token"),
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = models.Problem
    """The documented error bodies."""

    ErrorDetail: TypeAlias = object
    """An item of the details in an error body."""
