"""The options of a client and of single calls."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypedDict

import httpx2
from msgspec import Struct, field, structs

from ._drift import Decoding, OnDrift
from ._options import (
    check_address,
    check_bool,
    check_count,
    check_decoding,
    check_headers,
    check_kind,
    check_limit,
    check_members,
    check_on_drift,
    check_rate_limit,
    check_timeout,
)
from ._parameters import header_value
from ._rate_limit import RateLimit

if TYPE_CHECKING:
    from ..middleware import AsyncMiddleware, AsyncSign, Middleware, Sign


class Option(Struct, frozen=True):
    """An option of a client."""

    default: Any
    check: Callable[[str, object], None] | None = None
    """Raises for a wrong value; None if that depends on the kind of client."""


OPTIONS: Mapping[str, Option] = {
    "timeout": Option(httpx2.Timeout(connect=5.0, read=60.0, write=60.0, pool=None), check_timeout),
    "max_retries": Option(2, partial(check_count, least=0)),
    "deadline": Option(300.0, check_limit),
    "headers": Option(MappingProxyType({}), check_headers),
    "query": Option(MappingProxyType({}), check_members),
    "body": Option(MappingProxyType({}), check_members),
    "follow_redirects": Option(default=True, check=check_bool),
    "base_url": Option(None, check_address),
    "allow_insecure_http": Option(default=False, check=check_bool),
    "rate_limit": Option(default=False, check=check_rate_limit),
    "max_response_size": Option(64 * 2**20, partial(check_count, least=1)),
    "decoding": Option("lenient", check_decoding),
    "on_drift": Option(None, check_on_drift),
    "http_client": Option(None),
    "transport": Option(None),
    "middleware": Option(()),
    "attempt_middleware": Option(()),
    "sign": Option(None),
}
"""All options. The classes below have their types and their documentation."""

DEFAULTS: Mapping[str, Any] = {name: option.default for name, option in OPTIONS.items()}


class SharedOptions(TypedDict, total=False):
    """The options of a client that `with_options` can change."""

    timeout: float | httpx2.Timeout | None
    """Seconds without progress before an attempt fails. Default: connect 5, read and write 60."""
    max_retries: int
    """How many times the client retries, where that is safe. Default: 2.

    GET, HEAD, PUT, DELETE and OPTIONS are retried after connection errors, timeouts and the
    statuses 408, 429, 500, 502, 503 and 504. So is every call with the header `Idempotency-Key`.
    Other calls are retried only if the server cannot have carried out the request: no connection
    was made, or the status is 429 or 503 with `Retry-After`. `X-Should-Retry` overrides this. The
    pauses are random and grow from at most 0.5 to at most 8 seconds, unless `Retry-After`,
    `Retry-After-Ms` or `RateLimit` gives a pause of at most 60 seconds.
    """
    deadline: float | None
    """Seconds for a whole call, including retries and pauses. Default: 300."""
    headers: Mapping[str, str]
    """Headers sent with every request. `with_options` adds to them."""
    query: Mapping[str, object]
    """Query parameters sent with every request. `with_options` adds to them.

    They replace parameters with the same names. A list is sent as repeated parameters. None removes
    a parameter.
    """
    follow_redirects: bool
    """Whether to follow redirects of GET and HEAD. Default: True.

    At most 5 are followed, never from https to http. Another origin receives neither credentials
    nor your headers. Redirects of other methods are never followed.
    """


class CallOptions(SharedOptions, total=False):
    """The options of `with_options`."""

    body: Mapping[str, object]
    """Members that are added to every JSON body, in addition to those of the parent client.

    They replace members with the same names. A request without a body gets one, unless it is a GET
    or HEAD. A call whose body is not a JSON object raises `ValueError`.
    """


class ServerOptions(SharedOptions, total=False):
    """The options of a client and of all clients derived from it.

    Certificates are always verified. Proxies are taken from the environment (`HTTPS_PROXY`,
    `ALL_PROXY`, `NO_PROXY`), except for servers on this machine. To change this, pass an httpx2
    transport: `transport=httpx2.HTTPTransport()` uses no proxy; its `proxy=` and `verify=` set
    others.
    """

    base_url: str | None
    """The URL of the server. Default: the environment variable, then the server of the document."""
    allow_insecure_http: bool
    """Whether to allow unencrypted `http://` to other machines. Default: False."""
    rate_limit: RateLimit | bool
    """A rate limit. The client waits before requests to stay within it. Default: False.

    True uses the limit that the document declares. Pass a `RateLimit` to set your own limit, or to
    share one between clients.
    """
    max_response_size: int
    """The maximum size of a body in bytes, compressed and decompressed. Default: 64 MiB."""
    decoding: Decoding
    """How to decode a response that deviates from the document. Default: `"lenient"`.

    `"lenient"` returns the response anyway: a missing required field is `UNSET`, and a value of
    another type is kept unchanged. `RawResponse.deviations` lists these places, the log warns of
    each place once, and `on_drift` is called. `"strict"` raises `APIResponseError`; use it in
    tests. A body that is not JSON, or a list instead of an object, raises in both modes.
    """
    on_drift: OnDrift | None
    """What to do if a response differs from the API's document. Default: nothing.

    A function is called with a `Drift`, in the thread or event loop of the call, once per kind and
    place for this client and all clients derived from it. Its exceptions propagate. It cannot be
    async. `DriftLog(path)` is such a function; it writes to a file. `"log"` logs a warning instead.
    `"strict"` raises `DriftError` every time; use it in tests.
    """


class ClientOptions(ServerOptions, total=False):
    """The options of a sync client."""

    http_client: httpx2.Client | None
    """An httpx2 client to use, with its proxies, certificates and limits. It is never closed."""
    transport: httpx2.BaseTransport | None
    """A transport for the client's own httpx2 client, which closes it."""
    middleware: Sequence[Middleware]
    """Functions around each call; see the module `middleware`. The first is the outermost."""
    attempt_middleware: Sequence[Middleware]
    """Functions around each attempt of a call."""
    sign: Sign | None
    """A function that signs each attempt. With it, credentials are optional."""


class AsyncClientOptions(ServerOptions, total=False):
    """The options of an async client."""

    http_client: httpx2.AsyncClient | None
    """An httpx2 client to use, with its proxies, certificates and limits. It is never closed."""
    transport: httpx2.AsyncBaseTransport | None
    """A transport for the client's own httpx2 client, which closes it."""
    middleware: Sequence[AsyncMiddleware]
    """Functions around each call; see the module `middleware`. The first is the outermost."""
    attempt_middleware: Sequence[AsyncMiddleware]
    """Functions around each attempt of a call."""
    sign: Sign | AsyncSign | None
    """A function that signs each attempt. With it, credentials are optional."""


def check_options(options: Mapping[str, object], kinds: Mapping[str, type]) -> None:
    """Check the types and values of options.

    Args:
        options: The options, by name.
        kinds: The classes of `http_client` and `transport`.

    Raises:
        TypeError: An option has the wrong type.
        ValueError: An option has an invalid value, or two options exclude each other.
    """
    for name, value in options.items():
        if name in kinds:
            check_kind(name, value, kinds[name])
        elif (option := OPTIONS.get(name)) and option.check:
            option.check(name, value)
    if options.get("http_client") is not None and options.get("transport") is not None:
        raise ValueError(
            "http_client and transport cannot both be set: an http_client has its own transport"
        )


class Settings(Struct, frozen=True, kw_only=True):
    """The settings of a call."""

    timeout: httpx2.Timeout = field(default_factory=lambda: DEFAULTS["timeout"])
    max_retries: int = DEFAULTS["max_retries"]
    deadline: float | None = DEFAULTS["deadline"]
    follow_redirects: bool = DEFAULTS["follow_redirects"]
    headers: Mapping[str, str]
    query: Mapping[str, str] = field(default_factory=dict[str, str])
    """Encoded pairs, by the name of the parameter."""
    body: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    """Members as JSON, by name."""
    started: float | None = None
    """When the call began, by the monotonic clock; None if it begins now."""

    def changed(
        self, options: SharedOptions, body: Mapping[str, object] = MappingProxyType({})
    ) -> Settings:
        """Override these settings with options, and add members of bodies.

        Raises:
            TypeError: An option has the wrong type.
            ValueError: An option has an invalid value, or a header cannot be sent.
        """
        check_options(options, {})
        settings = self
        if "timeout" in options:
            settings = structs.replace(settings, timeout=httpx2.Timeout(options["timeout"]))
        if "max_retries" in options:
            settings = structs.replace(settings, max_retries=options["max_retries"])
        if "deadline" in options:
            settings = structs.replace(settings, deadline=options["deadline"])
        if "follow_redirects" in options:
            settings = structs.replace(settings, follow_redirects=options["follow_redirects"])
        if "headers" in options:
            settings = structs.replace(
                settings, headers=_merged(settings.headers, options["headers"])
            )
        if body or "query" in options:
            settings = _with_extras(settings, options.get("query", {}), body)
        return settings


def _with_extras(
    settings: Settings, query: Mapping[str, object], body: Mapping[str, object]
) -> Settings:
    from ._extras import encoded_body, encoded_query  # few clients have any

    with _named("query"):
        pairs = encoded_query(query)
    with _named("body"):
        members = encoded_body(body)
    return structs.replace(
        settings, query={**settings.query, **pairs}, body={**settings.body, **members}
    )


@contextmanager
def _named(option: str) -> Generator[None]:
    """Let the errors of an option's values name the option."""
    try:
        yield
    except (TypeError, ValueError) as error:
        raise type(error)(f"{option}: {error}") from None


def _merged(parent: Mapping[str, str], headers: Mapping[str, str]) -> Mapping[str, str]:
    """Merge headers into those of the parent, with names in lower case."""
    with _named("headers"):
        values = {name.lower(): header_value(name, value) for name, value in headers.items()}
    return {**parent, **values}
