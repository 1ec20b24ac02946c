"""The facts about this API that the runtime needs; the runtime is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import Facts

FACTS = Facts(
    title="Several Media Types",
    distribution="several-media-types-client",
    version="1.0.0",
    environment="SEVERAL_MEDIA_TYPES",
    logger="several_media_types",
    base_url=None,
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = str
    """The documented error bodies."""

    ErrorDetail: TypeAlias = object
    """An item of the details in an error body."""
