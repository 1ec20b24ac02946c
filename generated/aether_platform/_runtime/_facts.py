"""What sets one API apart from another, as the runtime needs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Detail_co = TypeVar("Detail_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The names and the address of an API and of its client package."""

    title: str
    """The API's name for people."""
    distribution: str
    """The package's name on an index; the `User-Agent` begins with it."""
    version: str
    environment: str
    """What the environment variables begin with: `X` for `X_TOKEN`, `X_BASE_URL` and `X_LOG`."""
    logger: str
    """The name of the package's logger."""
    base_url: str | None
    """The production server; None if the document names none, and `base_url=` must be given."""


@dataclass(frozen=True, slots=True)
class Envelope(Generic[Detail_co]):
    """What an API's error bodies say, whatever their shape; an API may lack any of it."""

    code: str | None = None
    message: str | None = None
    details: Sequence[Detail_co] = ()
