"""What sets one API apart from another, as the runtime needs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar, cast

import msgspec
from msgspec import Struct, field

T = TypeVar("T")
Detail_co = TypeVar("Detail_co", covariant=True)


class Envelope(Struct, Generic[Detail_co], frozen=True):
    """What an API's error bodies say, whatever their shape; an API may lack any of it."""

    code: str | None = None
    message: str | None = None
    details: Sequence[Detail_co] = ()

    @property
    def says_something(self) -> bool:
        """Whether there is a code or a message."""
        return self.code is not None or self.message is not None


class ErrorFields(Struct, frozen=True, kw_only=True):
    """The attributes of error bodies that describe the error. The first one that exists counts."""

    code: Sequence[str] = ()
    message: Sequence[str] = ()
    details: Sequence[str] = ()
    within: Sequence[str] = ()
    """The attributes of a body that may hold them, where it does not have them itself."""

    wire_names: Mapping[str, str] = field(default_factory=dict[str, str])
    """The names of these attributes in JSON, where they differ."""

    def of(self, body: object) -> Envelope[Any]:
        """Find the code, the message and the details in a body.

        Text may be JSON that the operation does not document: of the documented shape, or of one
        that most APIs use. Its details are of no documented type, so there are none.
        """
        if not isinstance(body, str):
            return self._in(body)
        owner = _parsed(body)
        envelope = self._in(owner)
        if not envelope.says_something:
            envelope = USUAL._in(owner)
        return Envelope(envelope.code, envelope.message)

    def _in(self, body: object) -> Envelope[Any]:
        for one in (body, *(self._value(body, name) for name in self.within)):
            code, message = self._first(one, self.code, str), self._first(one, self.message, str)
            if code is not None or message is not None:
                details = cast("Sequence[Any] | None", self._first(one, self.details, list))
                return Envelope(code, message, details or ())
        return Envelope()

    def _first(self, owner: object, names: Sequence[str], kind: type[T]) -> T | None:
        found = (self._value(owner, name) for name in names)
        return next((one for one in found if isinstance(one, kind) and one != _NO_TYPE), None)

    def _value(self, owner: object, name: str) -> object:
        if isinstance(owner, Mapping):
            items = cast("Mapping[str, object]", owner)
            return items.get(self.wire_names.get(name, name))
        return getattr(owner, name, None)


_NO_TYPE = "about:blank"
"""The `type` of a problem that has none beside its status (RFC 9457 section 4.2.1)."""

USUAL = ErrorFields(
    code=("code", "error_code", "type"),
    message=("message", "detail", "error_description", "title", "error"),
    within=("error",),
)
"""The attributes of undocumented errors: by RFC 9457, RFC 6749, and convention."""


def _parsed(text: str) -> object:
    try:
        # As bytes: the text may be a member of an enum, which msgspec does not accept.
        return msgspec.json.decode(text.encode(errors="surrogatepass"))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


class Facts(Struct, frozen=True, kw_only=True):
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
    """The main server; None if the document names none, and `base_url=` must be given."""
    rate_limit: tuple[int, float] | None = None
    """The requests that are allowed in so many seconds, if the document says so."""
    errors: ErrorFields = field(default_factory=ErrorFields)
