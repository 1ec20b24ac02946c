"""A client for the Aether Platform API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ._client import AetherPlatform, AsyncAetherPlatform
from ._runtime._drift import Deviation, Drift
from ._runtime._raw import RawResponse
from .errors import (
    APIConnectionError,
    APIError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    BadRequestError,
    ConflictError,
    DriftError,
    ForbiddenError,
    NotFoundError,
    RateLimitError,
    ServerError,
    UnauthorizedError,
    UnprocessableEntityError,
)

if TYPE_CHECKING:
    from types import ModuleType

    from . import models as models
else:

    def __getattr__(name: str) -> ModuleType:
        """Import `models` when it is first used: it takes longer than all else."""
        if name != "models":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return import_module(f"{__name__}.models")


AetherPlatformError = APIError
"""The root of all errors of this package, by the name of the API."""

__version__ = "1.0.0"

__all__ = [
    "UNSET",
    "APIConnectionError",
    "APIError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AetherPlatform",
    "AetherPlatformError",
    "AsyncAetherPlatform",
    "BadRequestError",
    "ConflictError",
    "Deviation",
    "Drift",
    "DriftError",
    "ForbiddenError",
    "NotFoundError",
    "RateLimitError",
    "RawResponse",
    "ServerError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "UnsetType",
]
