"""A client of the Nullable and optional 3.0."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from ._client import AsyncNullableAndOptional, NullableAndOptional
from .errors import (
    APIConnectionError,
    APIError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    BadRequestError,
    ConflictError,
    ForbiddenError,
    NotFoundError,
    RateLimitError,
    ServerError,
    UnauthorizedError,
    UnprocessableEntityError,
)

NullableAndOptionalError = APIError
"""The root of all errors of this package, by the name of the API."""

__version__ = "1.0.0"

__all__ = [
    "UNSET",
    "APIConnectionError",
    "APIError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncNullableAndOptional",
    "BadRequestError",
    "ConflictError",
    "ForbiddenError",
    "NotFoundError",
    "NullableAndOptional",
    "NullableAndOptionalError",
    "RateLimitError",
    "ServerError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "UnsetType",
]
