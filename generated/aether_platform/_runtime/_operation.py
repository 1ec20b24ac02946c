"""Operations as the API's document describes them, and the requests they make of arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import msgspec
from msgspec import UNSET, UnsetType

from ._content import FileContent, file_content, json_content
from ._hooks import decoded
from ._parameters import (
    USUAL,
    Path,
    Styles,
    cookie_header,
    header_value,
    query_string,
    refuse_moment,
)

if TYPE_CHECKING:
    from ._answer import Answer

T = TypeVar("T")

_NONE: Mapping[Any, Any] = MappingProxyType({})
_EMPTY = (b"", b"{}")
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Request(Generic[T]):
    """One request, built once and sent as often as it takes; its success is a `T`.

    It holds neither the server's address nor credentials: the client adds them when it sends.
    """

    operation: Operation[T]
    target: str
    """Path and query, percent-encoded, below the base URL."""
    headers: Mapping[str, str]
    content: bytes | None

    def result(self, value: object, answer: Answer, client: object) -> T:
        """What the call returns, for the decoded body of its response."""
        del answer, client
        return cast("T", value)

    @property
    def path(self) -> str:
        """The path alone: a query may hold what nobody else should read."""
        return self.target.partition("?")[0]


@dataclass(frozen=True, kw_only=True)
class Operation(Generic[T]):
    """An operation of the API. What it answers when all is well decodes to `T`.

    The keys of `answers` and `errors` are a status such as `404`, a class such as `"4XX"`, or
    `"default"`; the first that fits wins. The values are types for msgspec to decode JSON to; None
    where no content is documented; or types by media type where content is not JSON or of several
    kinds: `str` for text, `bytes` for what is left as it comes.
    """

    id: str
    method: str
    path: str
    """With a placeholder for each argument, in their order: `/clusters/{cluster_id:uuid}`."""
    answers: Mapping[int | str, object]
    errors: Mapping[int | str, object] = field(default_factory=lambda: _NONE)
    security: Sequence[Sequence[str]] | None = None
    """The names of the credentials that each alternative needs, where they are not those of most
    operations of the API; an empty alternative needs none."""
    server: str | None = None
    """Its own server, with `https://`, or another path on the server of the others."""
    optional_body: bool = False
    """Whether a body that would be empty, or an empty object, is better left out."""
    styles: Mapping[str, Styles] = field(default_factory=lambda: USUAL)
    """The parameters that are not written in the usual way of their place, by place: `query`..."""

    dates: Sequence[str] = ()
    """The parameters of queries, headers and cookies that are dates, which datetimes are not."""

    def request(
        self,
        *path_values: object,
        query: Mapping[str, object] = _NONE,
        headers: Mapping[str, object] = _NONE,
        cookies: Mapping[str, object] = _NONE,
        json: object = UNSET,
        content: tuple[str, FileContent | str | UnsetType] | None = None,
    ) -> Request[T]:
        """Build the request for these arguments; what is `UNSET` is left out.

        The body is `json`, encoded, or `content`: its media type and the body as it is. A file is
        read now, so that it can be sent again.

        Raises:
            ValueError: A value cannot be put into the path or a header without changing its shape;
                a datetime has no time zone, or is given for a date; a number is not finite.
            TypeError: A value is of a type that has no form there.
        """
        for name in self.dates:
            for values in (query, headers, cookies):
                refuse_moment(name, values.get(name))
        styles = self._styles_in("header")
        sent = {
            name: header_value(name, value, styles.get(name))
            for name, value in headers.items()
            if value is not UNSET and value is not None  # null is undefined (RFC 6570 section 2.3)
        }
        body = None if json is UNSET else json_content(json)
        if content is not None and (other := content[1]) is not UNSET:
            sent["content-type"] = header_value("content-type", content[0])
            body = other.encode() if isinstance(other, str) else file_content("body", other)
        if self.optional_body and body in _EMPTY:
            body = None
        if body is None:
            sent.pop("content-type", None)
        target = self._path.expand(path_values)
        if query and (encoded := query_string(query, self._styles_in("query"))):
            target = f"{target}{'&' if '?' in self.path else '?'}{encoded}"
        if cookies and (cookie := cookie_header(cookies, self._styles_in("cookie"))):
            sent["cookie"] = cookie
        return Request(self, target, sent, body)

    @cached_property
    def accept(self) -> str:
        """The documented media types, for the `Accept` header (RFC 9110 section 12.5.1).

        JSON is preferred to what a success may be instead: it has a type. What only errors are of
        comes last.
        """
        successes = [media for kind in self.answers.values() for media in media_types(kind)]
        errors = [media for kind in self.errors.values() for media in media_types(kind)]
        as_json = [media for media in successes if is_json(media)]
        rank = ";q=0.9" if as_json else ""
        others = [f"{media}{rank}" for media in successes if not is_json(media)]
        rank = ";q=0.9" if successes else ""
        further = [f"{media}{rank}" for media in errors if media not in successes]
        return ", ".join(dict.fromkeys([*as_json, *others, *further])) or _JSON

    def decoder(self, kind: object) -> msgspec.json.Decoder[Any]:
        """The decoder for one of the documented types, built when it is first needed."""
        decoder = self._decoders.get(kind)
        if decoder is None:
            decoder = self._decoders[kind] = msgspec.json.Decoder(kind, dec_hook=decoded)
        return decoder

    def _styles_in(self, place: str) -> Styles:
        return self.styles.get(place, USUAL) if self.styles else USUAL

    @cached_property
    def _path(self) -> Path:
        return Path.parse(self.path, self._styles_in("path"))

    @cached_property
    def _decoders(self) -> dict[object, msgspec.json.Decoder[Any]]:
        return {}


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON (RFC 6839 section 3.1)."""
    return media_type.partition(";")[0].strip().lower().endswith(("/json", "+json"))


def media_types(kind: object) -> Iterable[str]:
    """The documented media types of an answer."""
    if kind is None:
        return ()
    return cast("Mapping[str, object]", kind) if isinstance(kind, Mapping) else (_JSON,)
