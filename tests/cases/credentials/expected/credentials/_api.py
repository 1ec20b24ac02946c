"""The facts about this API that the runtime needs; the runtime is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import Facts
from ._runtime._security import Basic, Bearer, Grants, Key, Security

FACTS = Facts(
    title="Credentials",
    distribution="credentials-client",
    version="1.0.0",
    environment="CREDENTIALS",
    logger="credentials",
    base_url="https://credentials.example",
)

SECURITY = Security(
    schemes=[
        Bearer(),
        Key("app_id", "header", "X-App-Id"),
        Key("app_key", "query", "app key"),
        Key("visit", "cookie", "visit"),
        Basic(),
        Key("authorization", "header", "Authorization"),
    ],
    default=[],
    required=False,
    grants=Grants(refresh_url="https://credentials.example/token"),
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = object
    """The documented error bodies."""

    ErrorDetail: TypeAlias = object
    """An item of the details in an error body."""
