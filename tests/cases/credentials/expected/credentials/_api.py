"""What sets this API apart, for the runtime, which is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import Facts
from ._runtime._security import Basic, Bearer, Key, Security

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
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = object
    """The documented bodies of errors."""

    ErrorDetail: TypeAlias = object
    """One of the details that the body of an error may list."""
