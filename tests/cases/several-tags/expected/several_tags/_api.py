"""What sets this API apart, for the runtime, which is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import Facts
from ._runtime._security import Bearer, Security

FACTS = Facts(
    title="Several tags",
    distribution="several-tags-client",
    version="1.0.0",
    environment="SEVERAL_TAGS",
    logger="several_tags",
    base_url="https://tags.example.com/v2",
)

SECURITY = Security(schemes=[Bearer()], default=[["token"]], required=False)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = object
    """The documented bodies of errors."""

    ErrorDetail: TypeAlias = object
    """One of the details that the body of an error may list."""
