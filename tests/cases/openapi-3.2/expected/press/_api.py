"""The facts about this API that the runtime needs; the runtime is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import Facts
from ._runtime._security import Bearer, Grants, Key, Security

FACTS = Facts(
    title="Press",
    distribution="press-client",
    version="1.0.0",
    environment="PRESS",
    logger="press",
    base_url="https://press.example/v1",
)

SECURITY = Security(
    schemes=[Bearer(), Key("api_key", "header", "X-Key")],
    default=[["token"], ["api_key"]],
    required=True,
    grants=Grants(
        refresh_url="https://press.example/token",
        device_url="https://press.example/device",
        device_token_url="https://press.example/token",
        device_scopes=["articles:read"],
    ),
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = object
    """The documented error bodies."""

    ErrorDetail: TypeAlias = object
    """An item of the details in an error body."""
