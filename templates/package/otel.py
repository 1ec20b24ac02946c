"""Spans of OpenTelemetry for calls. It requires the package `opentelemetry-api`.

    client = Acme(middleware=[OpenTelemetry()])
    client = AsyncAcme(middleware=[AsyncOpenTelemetry()])

Each call has one span of the kind client, by the semantic conventions for HTTP clients. It is named
by the method and the documented path, such as `GET /clusters/{cluster_id}`. Its attributes are the
method, the URL, the server, the status, the type of an error and how many attempts followed the
first. The span ends with the call, before the response is decoded; that of a stream or a download
when its head has arrived. Its context is sent to the server (`traceparent`).
"""

from __future__ import annotations

import re
from collections.abc import Coroutine, Generator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Protocol
from urllib.parse import unquote_plus

import httpx2

from ._api import FACTS
from .errors import APIConnectionError
from .middleware import AsyncCallNext, CallNext, HTTPRequest, HTTPResponse

_SCHEMA = "https://opentelemetry.io/schemas/1.37.0"
_METHODS = frozenset(
    {"CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE", "QUERY"}
)
_PORTS = {"http": 80, "https": 443}
_REDACTED = re.compile(
    r"auth|cookie|credential|token|secret|passw|pwd|session|assertion|signature|jwt"
    r"|accesskeyid|key\]*$|^sig$",
    re.IGNORECASE,
)
"""Query parameters whose values are hidden: those of the conventions, and others."""


class TracerProvider(Protocol):
    """A source of tracers, such as that of the SDK of OpenTelemetry."""

    def get_tracer(
        self,
        instrumenting_module_name: str,
        /,
        *,
        instrumenting_library_version: str,
        schema_url: str,
    ) -> Any:
        """A tracer for this package."""
        ...


class _Telemetry:
    """The common part of both middleware."""

    def __init__(self, tracer_provider: TracerProvider | None = None) -> None:
        """Create a middleware.

        Args:
            tracer_provider: The source of tracers. Default: the global one.

        Raises:
            ImportError: OpenTelemetry is not installed.
        """
        try:
            self._trace: Any = import_module("opentelemetry.trace")
            self._propagate: Any = import_module("opentelemetry.propagate")
        except ImportError as error:
            wanted = f"pip install '{FACTS.distribution}[otel]'"
            raise ImportError(f"OpenTelemetry is not installed: {wanted}") from error
        provider = tracer_provider or self._trace.get_tracer_provider()
        self._tracer = provider.get_tracer(
            __name__, instrumenting_library_version=FACTS.version, schema_url=_SCHEMA
        )

    @contextmanager
    def _span(self, request: HTTPRequest) -> Generator[tuple[HTTPRequest, Any]]:
        """A span, and the request with its context."""
        method = request.method if request.method in _METHODS else "HTTP"
        with self._tracer.start_as_current_span(
            f"{method} {request.template}" if request.template else method,
            kind=self._trace.SpanKind.CLIENT,
            attributes=_attributes(request),
            record_exception=False,  # with the traceback, which would repeat the message
            set_status_on_exception=False,
        ) as span:
            headers: dict[str, str] = {}
            self._propagate.inject(headers)
            try:
                yield request.with_headers(headers), span
            except BaseException as error:
                kind = type(error)
                module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
                span.set_attribute("error.type", f"{module}{kind.__qualname__}")
                said = str(error) if isinstance(error, APIConnectionError) else None
                span.set_status(self._trace.StatusCode.ERROR, said)
                _count(span, error.attempts if isinstance(error, APIConnectionError) else 1)
                raise

    def _ended(self, span: Any, response: HTTPResponse) -> HTTPResponse:
        status = response.status_code
        span.set_attribute("http.response.status_code", status)
        _count(span, response.attempts)
        if status >= 400:
            span.set_attribute("error.type", str(status))
            span.set_status(self._trace.StatusCode.ERROR)
        return response


class OpenTelemetry(_Telemetry):
    """A middleware that creates a span for each call of a sync client."""

    def __call__(self, request: HTTPRequest, call_next: CallNext) -> HTTPResponse:
        """Make a call within a span."""
        with self._span(request) as (sent, span):
            response = call_next(sent)
            if isinstance(response, Coroutine):
                response.close()
                raise TypeError("OpenTelemetry is for sync clients: use AsyncOpenTelemetry")
            return self._ended(span, response)


class AsyncOpenTelemetry(_Telemetry):
    """A middleware that creates a span for each call of an async client."""

    async def __call__(self, request: HTTPRequest, call_next: AsyncCallNext) -> HTTPResponse:
        """Make a call within a span."""
        with self._span(request) as (sent, span):
            return self._ended(span, await call_next(sent))


def _attributes(request: HTTPRequest) -> dict[str, str | int]:
    url = httpx2.URL(request.url)
    attributes: dict[str, str | int] = {
        "http.request.method": request.method if request.method in _METHODS else "_OTHER",
        "server.address": url.host,
        "server.port": url.port or _PORTS.get(url.scheme, 0),
        "url.full": _shown(request.url),
    }
    if request.method not in _METHODS:
        attributes["http.request.method_original"] = request.method
    if request.template:
        attributes["url.template"] = request.template
    return attributes


def _shown(url: str) -> str:
    """A URL without values of its query that may be secrets."""
    place, mark, query = url.partition("?")
    pairs = (pair.partition("=") for pair in query.split("&"))
    shown = [
        f"{name}{sign}{'REDACTED' if sign and _REDACTED.search(unquote_plus(name)) else value}"
        for name, sign, value in pairs
    ]
    return f"{place}{mark}{'&'.join(shown)}"


def _count(span: Any, attempts: int) -> None:
    if attempts > 1:
        span.set_attribute("http.request.resend_count", attempts - 1)
