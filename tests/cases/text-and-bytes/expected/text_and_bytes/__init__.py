"""A typed client for the Text and Bytes API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ._client import AsyncTextAndBytes, TextAndBytes
from ._runtime._conversion import from_dict, from_json, or_none, replace, to_dict, to_json
from ._runtime._download import AsyncDownload, Download
from ._runtime._drift import Deviation, Drift
from ._runtime._drift_log import DriftLog
from ._runtime._rate_limit import RateLimit
from ._runtime._raw import RawResponse
from .errors import (
    APIConnectionError,
    APIError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    BadRequestError,
    ConflictError,
    DecodeError,
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
        """Import a module on first use, since this takes longer than the rest of the package."""
        if name != "models":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return import_module(f"{__name__}.{name}")


TextAndBytesError = APIError
"""The base class of all errors of this package, an alias of `APIError`."""

__version__ = "1.0.0"

__all__ = [
    "UNSET",
    "APIConnectionError",
    "APIError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncDownload",
    "AsyncTextAndBytes",
    "BadRequestError",
    "ConflictError",
    "DecodeError",
    "Deviation",
    "Download",
    "Drift",
    "DriftError",
    "DriftLog",
    "ForbiddenError",
    "NotFoundError",
    "RateLimit",
    "RateLimitError",
    "RawResponse",
    "ServerError",
    "TextAndBytes",
    "TextAndBytesError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "UnsetType",
    "from_dict",
    "from_json",
    "or_none",
    "replace",
    "to_dict",
    "to_json",
]
