"""The facts about this API that the runtime needs; the runtime is the same for every API."""

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
    """The documented error bodies."""

    ErrorDetail: TypeAlias = object
    """An item of the details in an error body."""
