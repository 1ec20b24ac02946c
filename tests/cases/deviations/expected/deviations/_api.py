"""What sets this API apart, for the runtime, which is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import Facts

FACTS = Facts(
    title="Deviations",
    distribution="deviations-client",
    version="1.0.0",
    environment="DEVIATIONS",
    logger="deviations",
    base_url=None,
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = object
    """The documented bodies of errors."""

    ErrorDetail: TypeAlias = object
    """One of the details that the body of an error may list."""
