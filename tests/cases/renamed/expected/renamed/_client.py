"""The sync and the async client for the Renamed API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client
from ._runtime._deprecated import deprecated as deprecated_

if TYPE_CHECKING:
    from .resources.clusters import AsyncClusters, Clusters
    from .resources.nodes import AsyncNodes, Nodes


class Renamed(Client):
    """A client for the Renamed API.

    `base_url` defaults to the environment variable `RENAMED_BASE_URL`, if it is set.

    Args:
        timeout: Seconds without progress before an attempt fails. Default: connect 5, read and
            write 60.
        max_retries: How many times the client retries, where that is safe. Default: 2.

            GET, HEAD, PUT, DELETE and OPTIONS are retried after connection errors, timeouts and the
            statuses 408, 429, 500, 502, 503 and 504. So is every call with the header
            `Idempotency-Key`. Other calls are retried only if the server cannot have carried out
            the request: no connection was made, or the status is 429 or 503 with `Retry-After`.
            `X-Should-Retry` overrides this. The pauses are random and grow from at most 0.5 to at
            most 8 seconds, unless `Retry-After`, `Retry-After-Ms` or `RateLimit` gives a pause of
            at most 60 seconds.
        deadline: Seconds for a whole call, including retries and pauses. Default: 300.
        headers: Headers sent with every request. `with_options` adds to them.
        query: Query parameters sent with every request. `with_options` adds to them.

            They replace parameters with the same names. A list is sent as repeated parameters. None
            removes a parameter.
        follow_redirects: Whether to follow redirects of GET and HEAD. Default: True.

            At most 5 are followed, never from https to http. Another origin receives neither
            credentials nor your headers. Redirects of other methods are never followed.
        base_url: The URL of the server. Default: the environment variable, then the server of
            the document.
        allow_insecure_http: Whether to allow unencrypted `http://` to other machines. Default:
            False.
        rate_limit: A rate limit. The client waits before requests to stay within it. Default:
            False.

            True uses the limit that the document declares. Pass a `RateLimit` to set your own
            limit, or to share one between clients.
        max_response_size: The maximum size of a body in bytes, compressed and decompressed.
            Default: 64 MiB.
        decoding: How to decode a response that deviates from the document. Default:
            `"lenient"`.

            `"lenient"` returns the response anyway: a missing required field is `UNSET`, and a
            value of another type is kept unchanged. `RawResponse.deviations` lists these places,
            the log warns of each place once, and `on_drift` is called. `"strict"` raises
            `APIResponseError`; use it in tests. A body that is not JSON, or a list instead of an
            object, raises in both modes.
        on_drift: What to do if a response differs from the API's document. Default: nothing.

            A function is called with a `Drift`, in the thread or event loop of the call, once per
            kind and place for this client and all clients derived from it. Its exceptions
            propagate. It cannot be async. `DriftLog(path)` is such a function; it writes to a file.
            `"log"` logs a warning instead. `"strict"` raises `DriftError` every time; use it in
            tests.
        http_client: An httpx2 client to use, with its proxies, certificates and limits. It is
            never closed.
        transport: A transport for the client's own httpx2 client, which closes it.
        middleware: Functions around each call; see the module `middleware`. The first is the
            outermost.
        attempt_middleware: Functions around each attempt of a call.
        sign: A function that signs each attempt. With it, credentials are optional.
    """

    _facts = FACTS

    @cached_property
    def nodes(self) -> Nodes:
        """The operations of `nodes`."""
        from .resources.nodes import Nodes

        return Nodes(self)

    @property
    @deprecated_("`machines` is called `nodes` now; version 3.0.0 drops the old name")
    def machines(self) -> Nodes:
        """Deprecated: `machines` is called `nodes` now; version 3.0.0 drops the old name."""
        return self.nodes

    @cached_property
    def clusters(self) -> Clusters:
        """The operations of `clusters`, under `/clusters`."""
        from .resources.clusters import Clusters

        return Clusters(self)


class AsyncRenamed(AsyncClient):
    """An async client for the Renamed API.

    Async counterpart of `Renamed`.

    `base_url` defaults to the environment variable `RENAMED_BASE_URL`, if it is set.

    Args:
        timeout: Seconds without progress before an attempt fails. Default: connect 5, read and
            write 60.
        max_retries: How many times the client retries, where that is safe. Default: 2.

            GET, HEAD, PUT, DELETE and OPTIONS are retried after connection errors, timeouts and the
            statuses 408, 429, 500, 502, 503 and 504. So is every call with the header
            `Idempotency-Key`. Other calls are retried only if the server cannot have carried out
            the request: no connection was made, or the status is 429 or 503 with `Retry-After`.
            `X-Should-Retry` overrides this. The pauses are random and grow from at most 0.5 to at
            most 8 seconds, unless `Retry-After`, `Retry-After-Ms` or `RateLimit` gives a pause of
            at most 60 seconds.
        deadline: Seconds for a whole call, including retries and pauses. Default: 300.
        headers: Headers sent with every request. `with_options` adds to them.
        query: Query parameters sent with every request. `with_options` adds to them.

            They replace parameters with the same names. A list is sent as repeated parameters. None
            removes a parameter.
        follow_redirects: Whether to follow redirects of GET and HEAD. Default: True.

            At most 5 are followed, never from https to http. Another origin receives neither
            credentials nor your headers. Redirects of other methods are never followed.
        base_url: The URL of the server. Default: the environment variable, then the server of
            the document.
        allow_insecure_http: Whether to allow unencrypted `http://` to other machines. Default:
            False.
        rate_limit: A rate limit. The client waits before requests to stay within it. Default:
            False.

            True uses the limit that the document declares. Pass a `RateLimit` to set your own
            limit, or to share one between clients.
        max_response_size: The maximum size of a body in bytes, compressed and decompressed.
            Default: 64 MiB.
        decoding: How to decode a response that deviates from the document. Default:
            `"lenient"`.

            `"lenient"` returns the response anyway: a missing required field is `UNSET`, and a
            value of another type is kept unchanged. `RawResponse.deviations` lists these places,
            the log warns of each place once, and `on_drift` is called. `"strict"` raises
            `APIResponseError`; use it in tests. A body that is not JSON, or a list instead of an
            object, raises in both modes.
        on_drift: What to do if a response differs from the API's document. Default: nothing.

            A function is called with a `Drift`, in the thread or event loop of the call, once per
            kind and place for this client and all clients derived from it. Its exceptions
            propagate. It cannot be async. `DriftLog(path)` is such a function; it writes to a file.
            `"log"` logs a warning instead. `"strict"` raises `DriftError` every time; use it in
            tests.
        http_client: An httpx2 client to use, with its proxies, certificates and limits. It is
            never closed.
        transport: A transport for the client's own httpx2 client, which closes it.
        middleware: Functions around each call; see the module `middleware`. The first is the
            outermost.
        attempt_middleware: Functions around each attempt of a call.
        sign: A function that signs each attempt. With it, credentials are optional.
    """

    _facts = FACTS

    @cached_property
    def nodes(self) -> AsyncNodes:
        """The operations of `nodes`."""
        from .resources.nodes import AsyncNodes

        return AsyncNodes(self)

    @property
    @deprecated_("`machines` is called `nodes` now; version 3.0.0 drops the old name")
    def machines(self) -> AsyncNodes:
        """Deprecated: `machines` is called `nodes` now; version 3.0.0 drops the old name."""
        return self.nodes

    @cached_property
    def clusters(self) -> AsyncClusters:
        """The operations of `clusters`, under `/clusters`."""
        from .resources.clusters import AsyncClusters

        return AsyncClusters(self)
