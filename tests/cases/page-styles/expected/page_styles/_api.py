"""The facts about this API that the runtime needs; the runtime is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import Facts

FACTS = Facts(
    title="Page styles",
    distribution="page-styles-client",
    version="1.0.0",
    environment="PAGE_STYLES",
    logger="page_styles",
    base_url="https://api.example.com",
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = object
    """The documented error bodies."""

    ErrorDetail: TypeAlias = object
    """An item of the details in an error body."""
