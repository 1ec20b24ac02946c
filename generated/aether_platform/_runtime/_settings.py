"""What a caller can set for a client, or for some of its calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypedDict

import httpx2

from ._drift import Decoding, OnDrift
from ._options import check_options
from ._parameters import header_value

_TIMEOUT = httpx2.Timeout(connect=5.0, read=60.0, write=60.0, pool=None)


class CallOptions(TypedDict, total=False):
    """What can be set for some calls only, with `with_options`."""

    timeout: float | httpx2.Timeout | None
    """Seconds without progress until an attempt fails; 5 to connect, 60 to read and to write."""
    max_retries: int
    """How often a failed attempt is repeated, where that is safe; 2 unless set."""
    deadline: float | None
    """Seconds for a whole call, its retries and sleeps included; 300 unless set."""
    headers: Mapping[str, str]
    """Sent with every request, beside those of the parent."""
    follow_redirects: bool
    """Whether redirects of GET and HEAD are followed; True unless set.

    At most 5, never from https to http, and without credentials or headers of yours to another
    origin. Redirects of other methods are never followed.
    """


class ServerOptions(CallOptions, total=False):
    """What is set once, for a client and all that derive from it.

    Certificates are always checked, and proxies are taken from the environment (`HTTPS_PROXY`,
    `ALL_PROXY`, `NO_PROXY`), but not to reach this machine. Where that does not fit, a transport of
    httpx2 says otherwise: `transport=httpx2.HTTPTransport()` uses no proxy, others are its `proxy=`
    and `verify=`.
    """

    base_url: str | None
    """The server; unless given, the environment's, else the production server."""
    allow_insecure_http: bool
    """Whether `http://` may be used beyond this machine, where others can read along."""
    max_response_size: int
    """Bytes of a decompressed body that are read before the call fails; 64 MiB unless set."""
    decoding: Decoding
    """What to do where a response is not as documented; `"lenient"` unless set.

    Then a required field that is missing is `UNSET`, and a value of another type is what the
    response has. `RawResponse.deviations` lists them, the log warns of each place once, and
    `on_drift` is called. `"strict"` raises `APIResponseError` instead; it is for tests. No JSON, or
    a list where an object is documented, is an error with both.
    """
    on_drift: OnDrift | None
    """What to do when answers differ from the API's document; nothing unless set.

    A function is called with a `Drift`, where the call is made: in its thread, or on its event
    loop. It is called once for each kind and place, by this client and all that derive from it, and
    what it raises leaves the call. `"log"` warns by the package's logger instead. With either, what
    can be returned is. `"strict"` raises `DriftError`, each time; it is for tests.
    """


class ClientOptions(ServerOptions, total=False):
    """What a sync client is made with."""

    http_client: httpx2.Client | None
    """Used instead of our own, with its proxies, certificates and limits; never closed."""
    transport: httpx2.BaseTransport | None
    """Carries the requests of our own httpx2 client."""


class AsyncClientOptions(ServerOptions, total=False):
    """What an async client is made with."""

    http_client: httpx2.AsyncClient | None
    """Used instead of our own, with its proxies, certificates and limits; never closed."""
    transport: httpx2.AsyncBaseTransport | None
    """Carries the requests of our own httpx2 client."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How calls are made."""

    timeout: httpx2.Timeout = field(default_factory=lambda: _TIMEOUT)
    max_retries: int = 2
    deadline: float | None = 300.0
    follow_redirects: bool = True
    headers: Mapping[str, str]

    def changed(self, options: CallOptions) -> Settings:
        """Lay options over these settings.

        Raises:
            TypeError: An option is of a type that it does not take.
            ValueError: An option makes no sense, or a header cannot be sent.
        """
        check_options(options, {})
        settings = self
        if "timeout" in options:
            settings = replace(settings, timeout=httpx2.Timeout(options["timeout"]))
        if "max_retries" in options:
            settings = replace(settings, max_retries=options["max_retries"])
        if "deadline" in options:
            settings = replace(settings, deadline=options["deadline"])
        if "follow_redirects" in options:
            settings = replace(settings, follow_redirects=options["follow_redirects"])
        if "headers" in options:
            settings = replace(settings, headers=_merged(settings.headers, options["headers"]))
        return settings


def _merged(parent: Mapping[str, str], headers: Mapping[str, str]) -> Mapping[str, str]:
    """The headers with those of the same names replaced; names are lower case."""
    try:
        values = {name.lower(): header_value(name, value) for name, value in headers.items()}
    except (TypeError, ValueError) as error:
        raise type(error)(f"headers: {error}") from None
    return {**parent, **values}
