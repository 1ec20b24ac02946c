"""What sets this API apart, for the runtime, which is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import Facts

FACTS = Facts(
    title="All of",
    distribution="all-of-client",
    version="1.0.0",
    environment="ALL_OF",
    logger="all_of",
    base_url=None,
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = object
    """The documented bodies of errors."""

    ErrorDetail: TypeAlias = object
    """One of the details that the body of an error may list."""
