"""Operations as the document describes them, and the requests that they build from arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

import msgspec
from msgspec import UNSET, Struct, UnsetType, field

from ._content import Streamed, json_content
from ._hooks import decoded
from ._parameters import (
    USUAL,
    Path,
    Styles,
    check_values,
    cookie_header,
    header_value,
    is_defined,
    query_string,
    text,
    without_marks,
)

if TYPE_CHECKING:
    import httpx2

    from ._response import Response
    from ._settings import Settings

T = TypeVar("T")

_NONE: Mapping[Any, Any] = MappingProxyType({})
_EMPTY = (b"", b"{}")
_JSON = "application/json"


class Request(Struct, Generic[T], frozen=True):
    """A request, built once and sent for each attempt. Its success is a `T`.

    The client adds the address of the server and the credentials when it sends.
    """

    operation: Operation[T]
    target: str
    """Path and query, percent-encoded, below the base URL."""
    headers: Mapping[str, str]
    content: bytes | Streamed | None

    is_kept_open: ClassVar[bool] = False
    """Whether a success stays open, and its body is read while the caller uses it."""

    @property
    def is_complete(self) -> bool:
        """Whether it has what callers add by options, as the request before it had."""
        return False

    def settings(self, settings: Settings) -> Settings:
        """The settings of its call, for those of the client."""
        return settings

    def destination(self) -> tuple[httpx2.URL | None, bool]:
        """Where it goes if not to its target, and whether that is at another origin."""
        return None, False

    def result(self, value: object, response: Response, client: object) -> T:
        """What the call returns, for the decoded body of its response."""
        del response, client
        return cast("T", value)

    @property
    def template(self) -> str | None:
        """The documented path of where it goes; None if that is not documented."""
        return self.operation.template

    def keep(self, response: httpx2.Response, call: Any) -> None:
        """Keep a success open, if `is_kept_open`."""
        raise NotImplementedError

    @property
    def path(self) -> str:
        """The path without the query, which may contain secrets."""
        return self.target.partition("?")[0]


class Operation(Struct, Generic[T], frozen=True, kw_only=True, dict=True):
    """An operation of the API. A success decodes to `T`.

    The keys of `successes` and `errors` are a status such as `404`, a class such as `"4XX"`, or
    `"default"`; the most specific key applies. A value is the type of JSON content, for msgspec;
    None if no content is documented; or a mapping from media types to types if content is not JSON
    or has several media types: `str` for text, `bytes` for anything else.
    """

    id: str
    method: str
    path: str
    """With a placeholder for each argument in order, such as `/clusters/{cluster_id:uuid}`."""
    successes: Mapping[int | str, object]
    errors: Mapping[int | str, object] = field(default_factory=lambda: _NONE)
    security: Sequence[Sequence[str]] | None = None
    """The names of the credentials of each alternative, if they differ from those of most
    operations. An empty alternative needs no credentials."""
    server: str | None = None
    """Its own server (with `https://`), or a path on the server of the API."""
    optional_body: bool = False
    """Whether an empty body or an empty object is omitted, if it is made from several arguments."""
    has_idempotency_key: bool = False
    """Whether the header `Idempotency-Key` makes it repeatable. A call without one makes one."""
    repeatable: bool = False
    """Whether it may be repeated after a failure although its method is not idempotent."""
    spread_body: bool = False
    """Whether the properties of the JSON body are arguments of the method."""
    styles: Mapping[str, Styles] = field(default_factory=lambda: USUAL)
    """The styles of parameters that are not the default of their location, by location."""

    dates: Sequence[str] = ()
    """The parameters in queries, headers and cookies that are dates, not datetimes."""
    required: Sequence[str] = ()
    """The parameters in queries, headers and cookies that are required and cannot be null. Others
    that are None are not sent, since null is undefined there (RFC 6570 section 2.3)."""

    decoders: dict[object, msgspec.json.Decoder[Any]] = field(default_factory=dict[Any, Any])
    """Those that were built so far. A field, since a cached property of a Struct is slower."""

    def request(
        self,
        *path_values: object,
        query: Mapping[str, object] = _NONE,
        headers: Mapping[str, object] = _NONE,
        cookies: Mapping[str, object] = _NONE,
        json: object = UNSET,
        content: tuple[str, bytes | Streamed | str | float | UnsetType] | None = None,
        is_whole: bool = False,
    ) -> Request[T]:
        """Build the request for these arguments. Values that are `UNSET` are omitted.

        The body is `json`, encoded, or `content`, which is a media type and the unchanged body, or
        a number or a boolean to be sent as plain text. One that the caller gave as it `is_whole` is
        sent even if it is empty.

        Raises:
            ValueError: A value would change the structure of the path or a header; a datetime has
                no time zone, or is given for a date; a number is not finite.
            TypeError: The type of a value cannot be sent there, or an argument is None that cannot
                be null.
        """
        if self.required or self.dates:
            for values in (query, headers, cookies):
                check_values(values, self.required, self.dates)
        sent = self._headers(headers) if headers else {}
        body: bytes | Streamed | None = None
        if json is not UNSET:
            body = json_content(json, is_given=self.spread_body)
        if content is not None and (other := content[1]) is not UNSET:
            sent["content-type"] = header_value("content-type", content[0])
            body = other if isinstance(other, bytes | Streamed) else text("body", other).encode()
        if self.optional_body and not is_whole and body in _EMPTY:
            body = None
        if body is None:
            sent.pop("content-type", None)
        target = self._path.expand(path_values)
        if query and (encoded := query_string(query, self._styles_in("query"))):
            target = f"{target}{'&' if '?' in self.path else '?'}{encoded}"
        if cookies and (cookie := cookie_header(cookies, self._styles_in("cookie"))):
            sent["cookie"] = cookie
        return Request(self, target, sent, body)

    @property
    def template(self) -> str | None:
        """The documented path, with the names of its placeholders; None if it is not documented."""
        return without_marks(self.path)

    @cached_property
    def accept(self) -> str:
        """The documented media types, for the `Accept` header (RFC 9110 section 12.5.1).

        JSON comes first, because it has a type. Media types of errors alone come last.
        """
        successes = [media for kind in self.successes.values() for media in media_types(kind)]
        errors = [media for kind in self.errors.values() for media in media_types(kind)]
        as_json = [media for media in successes if is_json(media)]
        rank = ";q=0.9" if as_json else ""
        others = [f"{media}{rank}" for media in successes if not is_json(media)]
        rank = ";q=0.9" if successes else ""
        further = [f"{media}{rank}" for media in errors if media not in successes]
        return ", ".join(dict.fromkeys([*as_json, *others, *further])) or _JSON

    def decoder(self, kind: object) -> msgspec.json.Decoder[Any]:
        """The decoder of a documented type, built when it is first used."""
        decoder = self.decoders.get(kind)
        if decoder is None:
            decoder = self.decoders[kind] = msgspec.json.Decoder(kind, dec_hook=decoded)
        return decoder

    def _headers(self, headers: Mapping[str, object]) -> dict[str, str]:
        styles = self._styles_in("header")
        return {
            name: header_value(name, value, styles.get(name))
            for name, value in headers.items()
            if is_defined(value)
        }

    def _styles_in(self, place: str) -> Styles:
        return self.styles.get(place, USUAL) if self.styles else USUAL

    @cached_property
    def _path(self) -> Path:
        return Path.parse(self.path, self._styles_in("path"))


def without_parameters(media_type: str) -> str:
    """The type and subtype of a media type, in lower case (RFC 9110 section 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON (RFC 6839 section 3.1)."""
    if media_type == _JSON:
        return True
    return without_parameters(media_type).endswith(("/json", "+json"))


_SEQUENCES = (
    "+json-seq",
    "/json-seq",
    "jsonl",
    "ndjson",
    "jsonlines",
    "json-lines",
    "event-stream",
)


def is_sequence(media_type: str) -> bool:
    """Whether a media type is several values one after another: see `_sequence.py`."""
    return without_parameters(media_type).endswith(_SEQUENCES)


def media_types(kind: object) -> Iterable[str]:
    """The documented media types of a response."""
    if kind is None:
        return ()
    return cast("Mapping[str, object]", kind) if isinstance(kind, Mapping) else (_JSON,)
