"""The facts about this API that the runtime needs; the runtime is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import Facts
from ._runtime._security import Bearer, Grants, Key, Security

FACTS = Facts(
    title="Tokens",
    distribution="tokens-client",
    version="1.0.0",
    environment="TOKENS_CLIENT",
    logger="tokens_client",
    base_url="https://tokens.example/v1",
)

SECURITY = Security(
    schemes=[Bearer(), Key("api_key", "header", "X-Key")],
    default=[["token"]],
    required=False,
    grants=Grants(
        token_url="/oauth/token",
        refresh_url="/oauth/refresh",
        device_url="/oauth/device",
        device_token_url="/oauth/token",
        scopes=["things:read", "things:write"],
        device_scopes=["things:read"],
    ),
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = object
    """The documented error bodies."""

    ErrorDetail: TypeAlias = object
    """An item of the details in an error body."""
