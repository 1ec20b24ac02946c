"""What sets one API apart from another, as the runtime needs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")
Detail_co = TypeVar("Detail_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Envelope(Generic[Detail_co]):
    """What an API's error bodies say, whatever their shape; an API may lack any of it."""

    code: str | None = None
    message: str | None = None
    details: Sequence[Detail_co] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorFields:
    """Where the bodies of errors say what is wrong: attributes, the first of which counts."""

    code: Sequence[str] = ()
    message: Sequence[str] = ()
    details: Sequence[str] = ()
    within: Sequence[str] = ()
    """The attributes of a body that may hold them, where it does not have them itself."""

    def of(self, body: object) -> Envelope[Any]:
        """Find the code, the message and the details in a body."""
        for owner in (body, *(getattr(body, name, None) for name in self.within)):
            code, message = _first(owner, self.code, str), _first(owner, self.message, str)
            if code is not None or message is not None:
                details = cast("Sequence[Any] | None", _first(owner, self.details, list))
                return Envelope(code, message, details or ())
        return Envelope()


def _first(owner: object, names: Sequence[str], kind: type[T]) -> T | None:
    found = (getattr(owner, name, None) for name in names)
    return next((value for value in found if isinstance(value, kind)), None)


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
    errors: ErrorFields = field(default_factory=ErrorFields)
