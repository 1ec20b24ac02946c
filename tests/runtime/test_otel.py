"""Spans of calls, with the SDK of OpenTelemetry."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from api import AsyncExample, Example, Thing
from conftest import TOKEN
from fault_server import Server, close, reply
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF
from opentelemetry.trace import SpanKind, StatusCode
from package import errors
from package.otel import AsyncOpenTelemetry, OpenTelemetry

OK = reply(200, {"id": "a", "size": 1})
BUSY = reply(503, b"", ("Retry-After", "0"))


class Calls:
    """Makes calls with one kind of client, and has their spans."""

    def __init__(self, *, is_async: bool) -> None:
        self.is_async = is_async
        self.exporter = InMemorySpanExporter()
        self.provider = TracerProvider()
        self.provider.add_span_processor(SimpleSpanProcessor(self.exporter))

    def call(self, url: str, *arguments: Any, **options: Any) -> Any:
        """Call `request` of a client, or get a thing."""
        kind = AsyncOpenTelemetry if self.is_async else OpenTelemetry
        options = {"middleware": [kind(self.provider)], "base_url": url, "token": TOKEN, **options}

        async def awaited() -> Any:
            async with AsyncExample(**options) as client:
                return await (client.request(*arguments) if arguments else client.things.get("a"))

        if self.is_async:
            return asyncio.run(awaited())
        with Example(**options) as client:
            return client.request(*arguments) if arguments else client.things.get("a")

    @property
    def span(self) -> ReadableSpan:
        """The only span."""
        (span,) = self.exporter.get_finished_spans()
        return span


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def calls(request: pytest.FixtureRequest) -> Calls:
    return Calls(is_async=request.param)


def test_a_call_has_one_span_by_the_conventions(calls: Calls) -> None:
    with Server(OK) as server:
        assert calls.call(server.url) == Thing(id="a", size=1)
    span = calls.span
    assert (span.name, span.kind) == ("GET /v1/things/{thing_id}", SpanKind.CLIENT)
    assert dict(span.attributes or {}) == {
        "http.request.method": "GET",
        "http.response.status_code": 200,
        "server.address": "127.0.0.1",
        "server.port": server.port,
        "url.full": f"{server.url}/v1/things/a",
        "url.template": "/v1/things/{thing_id}",
    }
    assert span.status.status_code is StatusCode.UNSET
    assert span.instrumentation_scope is not None
    assert span.instrumentation_scope.name == "package.otel"
    (request,) = server.received
    context = span.get_span_context()
    assert context is not None
    parent = f"00-{context.trace_id:032x}-{context.span_id:016x}-"
    assert request.headers["traceparent"].startswith(parent)


def test_attempts_are_counted(calls: Calls) -> None:
    with Server(BUSY, BUSY, OK) as server:
        calls.call(server.url)
    assert calls.span.attributes is not None
    assert calls.span.attributes["http.request.resend_count"] == 2
    assert calls.span.attributes["http.response.status_code"] == 200


def test_an_error_status(calls: Calls) -> None:
    with Server(reply(404, f"no {TOKEN}".encode())) as server, pytest.raises(errors.NotFoundError):
        calls.call(server.url)
    span = calls.span
    assert span.attributes is not None
    assert (span.attributes["error.type"], span.status.status_code) == ("404", StatusCode.ERROR)
    assert not span.events


def test_no_response(calls: Calls) -> None:
    with Server(close) as server, pytest.raises(errors.APIConnectionError):
        calls.call(server.url)
    span = calls.span
    assert span.attributes is not None
    assert span.attributes["error.type"] == "package.errors.APIConnectionError"
    assert span.attributes["http.request.resend_count"] == 2
    assert "http.response.status_code" not in span.attributes
    assert span.status.status_code is StatusCode.ERROR
    assert not span.events


def test_what_the_document_does_not_describe(calls: Calls) -> None:
    with Server(OK) as server:
        calls.call(server.url, "GET", "/x?page=1&access_token=5ec12e7&sig=5ec12e7&X-Amz-Signature=5ec12e7&b")
    span = calls.span
    assert span.name == "GET"
    assert span.attributes is not None
    redacted = "access_token=REDACTED&sig=REDACTED&X-Amz-Signature=REDACTED"
    assert span.attributes["url.full"] == f"{server.url}/x?page=1&{redacted}&b"
    assert "url.template" not in span.attributes


@pytest.mark.parametrize(
    "name", ["api_key", "apiKey", "subscription-key", "api%5Fkey", "pwd", "session_id", "filter[api_key]"]
)
def test_possible_secrets_are_not_recorded(calls: Calls, name: str) -> None:
    with Server(OK) as server:
        path = f"/x?{name.replace('[', '%5B').replace(']', '%5D')}=5ec12e7&page=1"
        calls.call(server.url, "GET", path)
    assert "5ec12e7" not in calls.span.to_json()
    assert "page=1" in calls.span.to_json()


def test_a_call_that_is_not_sampled(calls: Calls) -> None:
    calls.provider.sampler = ALWAYS_OFF
    with Server(OK) as server:
        assert calls.call(server.url) == Thing(id="a", size=1)
    assert server.received[0].headers["traceparent"].startswith("00-")
    assert not calls.exporter.get_finished_spans()


def test_a_method_of_its_own(calls: Calls) -> None:
    with Server(OK) as server:
        calls.call(server.url, "PURGE", "/x")
    assert calls.span.name == "HTTP"
    assert calls.span.attributes is not None
    assert calls.span.attributes["http.request.method"] == "_OTHER"
    assert calls.span.attributes["http.request.method_original"] == "PURGE"


def test_no_secret_is_in_a_span(calls: Calls) -> None:
    with Server(reply(401, TOKEN.encode())) as server, pytest.raises(errors.UnauthorizedError):
        calls.call(server.url, headers={"X-Api-Key": "5ec12e7"})
    assert TOKEN not in calls.span.to_json()
    assert "5ec12e7" not in calls.span.to_json()


def test_a_span_is_within_that_of_the_caller_and_around_those_within(calls: Calls) -> None:
    tracer = calls.provider.get_tracer("test")
    with Server(OK) as server, tracer.start_as_current_span("outer") as outer:
        calls.call(server.url)
    inner = calls.exporter.get_finished_spans()[0]
    assert inner.parent is not None
    assert inner.parent.span_id == outer.get_span_context().span_id


def test_another_origin_does_not_get_the_trace(calls: Calls) -> None:
    with Server(OK) as other:
        there = ("Location", f"{other.url}/y")
        with Server(reply(302, b"", there)) as server:
            calls.call(server.url)
    assert "traceparent" not in other.received[0].headers


def test_nothing_of_it_is_imported_otherwise() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import package._runtime._token;"
        "others = ('opentelemetry', 'package.otel', 'package.middleware');"
        "assert not [name for name in sys.modules if name.startswith(others)];"
        "assert 'package._runtime._middleware' not in sys.modules;"
        "sys.modules['opentelemetry.trace'] = None;"
        "from package.otel import OpenTelemetry\n"
        "try: OpenTelemetry()\n"
        "except ImportError as error: print(error)"
    )
    command = [sys.executable, "-c", code, str(Path(errors.__file__).parents[1])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("OpenTelemetry is not installed: pip install 'example")


def test_what_python_raises_has_its_name(calls: Calls) -> None:
    def broken(*_: object) -> Any:
        raise KeyError("a")

    with Server(OK) as server, pytest.raises(KeyError):
        calls.call(server.url, attempt_middleware=[broken])
    assert calls.span.attributes is not None
    assert calls.span.attributes["error.type"] == "KeyError"


def test_the_middleware_of_the_other_kind_of_client_says_so() -> None:
    async def run(url: str) -> None:
        async with AsyncExample(base_url=url, token=TOKEN, middleware=[OpenTelemetry()]) as client:
            await client.things.get("a")

    with Server(OK) as server, pytest.raises(TypeError, match="use AsyncOpenTelemetry"):
        asyncio.run(run(server.url))
    with pytest.raises(TypeError, match="sync client cannot be an async function: AsyncOpenTelemetry"):
        Example(token=TOKEN, middleware=[AsyncOpenTelemetry()])
