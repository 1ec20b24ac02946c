"""What sets this API apart, for the runtime, which is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import Facts

FACTS = Facts(
    title="Without tags or ids",
    distribution="without-tags-or-ids-client",
    version="1.0.0",
    environment="WITHOUT_TAGS_OR_IDS",
    logger="without_tags_or_ids",
    base_url=None,
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = object
    """The documented bodies of errors."""

    ErrorDetail: TypeAlias = object
    """One of the details that the body of an error may list."""
