"""The arguments of middleware, and the handling of its results. Nothing here does I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any, TypeVar, cast
from uuid import uuid4

import httpx2
from msgspec import structs

from ..errors import APIConnectionError
from ..middleware import HTTPRequest, HTTPResponse
from ._base_url import leads_elsewhere
from ._call import IDEMPOTENCY_KEY, READ_ONCE, Call
from ._content import FRAMING, Changed, Streamed
from ._deadline import DeadlinePassed
from ._failures import Failed
from ._operation import Request
from ._options import check_headers
from ._parameters import header_value
from ._redirect import Target, harmless
from ._response import Response
from ._settings import Settings

R = TypeVar("R", bound=Request[Any])


class _Around:
    """A call or an attempt, and the middleware around it."""

    shown: HTTPRequest
    """The request as the outermost middleware is given it."""

    def __init__(self, request: Request[Any]) -> None:
        self._request = request
        self._responses: list[tuple[HTTPResponse, Response]] = []

    def _responded(self, response: Response, call: Call[Any]) -> HTTPResponse:
        """Show a response."""
        shown = HTTPResponse(
            status_code=response.status_code,
            headers=response.headers,
            content=response.content,
            is_streamed=call.opened is not None,
            attempts=response.attempts,
        )
        self._responses.append((shown, response))
        return shown

    def _outcome(self, returned: HTTPResponse, call: Call[Any]) -> Response:
        """The response that the outermost middleware returned.

        Raises:
            TypeError: It is not that of the stream or the download.
        """
        for shown, response in self._responses:
            if shown is returned:
                return response
        is_success = 200 <= returned.status_code < 300
        is_open = is_success and self._request.is_kept_open
        if returned.is_streamed or call.opened is not None or is_open:
            raise TypeError("a middleware cannot replace the response of a stream or a download")
        headers = httpx2.Headers(returned.headers)
        if not self._responses:
            made = httpx2.Response(returned.status_code, headers=headers)
            return call.response(made, returned.content, None)
        shown, response = self._responses[-1]
        return structs.replace(
            response,
            status_code=returned.status_code,
            headers=headers,
            content=returned.content,
            defect=response.defect if shown.content is returned.content else None,
        )

    def _content(self, sent: HTTPRequest) -> bytes | Streamed | None:
        """The body to send."""
        content = cast("object", sent.content)
        ours = self._request.content
        if content is None and isinstance(ours, Streamed) and sent.is_streamed:
            return ours
        if not isinstance(content, bytes | None):
            raise TypeError(f"content must be bytes or None, not {type(content).__name__}")
        return content

    def _set(self, headers: Mapping[str, str]) -> dict[str, str]:
        """Those of the headers that a middleware has set itself."""
        shown = self.shown.headers
        return {name: text for name, text in headers.items() if shown.get(name) != text}


class AroundCall(_Around):
    """A call, and the middleware around it."""

    def __init__(
        self,
        request: Request[Any],
        settings: Settings,
        address: str,
        make: Callable[[Request[Any], Settings], Call[Any]],
    ) -> None:
        super().__init__(_with_key(request, settings))
        self._url, is_elsewhere = request.destination()
        self.deadline = settings.deadline
        self._settings = structs.replace(settings, started=monotonic())
        self._address = address
        self._make = make
        self._calls: list[Call[Any]] = []
        operation, content = self._request.operation, self._request.content
        kind = {} if content is None else {"content-type": "application/json"}
        headers = {
            "accept": operation.accept,
            **settings.headers,
            **kind,
            **{name.lower(): text for name, text in self._request.headers.items()},
        }
        self.shown = HTTPRequest(
            operation=operation.id,
            template=request.template,
            method=operation.method,
            url=address + self._request.target if self._url is None else str(Target(self._url)),
            headers=harmless(headers) if is_elsewhere else headers,
            content=content if isinstance(content, bytes) else None,
            is_streamed=isinstance(content, Streamed),
        )

    @property
    def opened(self) -> httpx2.Response | None:
        """The success that was kept open."""
        return next((call.opened for call in self._calls if call.opened is not None), None)

    def call(self, sent: HTTPRequest) -> Call[Any]:
        """What the innermost middleware sends.

        Raises:
            ValueError: The request cannot be changed in this way.
            RuntimeError: There is an open response already, or the body cannot be read again.
        """
        if self.opened is not None:
            raise RuntimeError("the response of a stream or a download is open already")
        request, settings = self._request, self._settings
        if sent is not self.shown:
            request, settings = self._changed(sent)
        if isinstance(request.content, Streamed) and not request.content.can_be_read:
            raise RuntimeError(READ_ONCE)
        self._calls.append(call := self._make(request, settings))
        return call

    def _changed(self, sent: HTTPRequest) -> tuple[Request[Any], Settings]:
        _refuse_changes(self.shown, sent, {"operation", "template", "method", "attempt"})
        if self._url is not None:
            _refuse_changes(self.shown, sent, {"url"})
        target = self._request.target if self._url is not None else self._target(sent.url)
        headers = _headers(sent)
        kept = {name.lower(): text for name, text in self._request.headers.items()}
        request = structs.replace(
            self._request,
            target=target,
            headers={n: t for n, t in {**kept, **self._set(headers)}.items() if n in headers},
            content=self._content(sent),
        )
        others = {n: t for n, t in self._settings.headers.items() if n in headers}
        return request, structs.replace(self._settings, headers=others)

    def _target(self, url: str) -> str:
        """The path and query of a URL.

        Raises:
            ValueError: It is not below the address of the server.
        """
        start = f"{self._address}/"
        target = url.removeprefix(self._address)
        if not url.startswith(start) or "#" in url or leads_elsewhere(target.partition("?")[0]):
            raise ValueError(f"a middleware can only send a request below {start}")
        return target

    def responded(self, response: Response, call: Call[Any]) -> HTTPResponse:
        """Show the response of a call."""
        return self._responded(response, call)

    def outcome(self, returned: HTTPResponse) -> Response:
        """The response of the call.

        Raises:
            APITimeoutError: The deadline has passed.
            TypeError: The response cannot be replaced.
        """
        call = self._last()
        if call.remaining() == 0.0:
            raise call.late()
        response = self._outcome(returned, call)
        return response if response.address else structs.replace(response, address=self._address)

    def late(self) -> APIConnectionError:
        """The error of a call that takes longer than its deadline."""
        return self._last().late()

    def _last(self) -> Call[Any]:
        if self._calls:
            return self._calls[-1]
        return self._make(self._request, self._settings)


class AroundAttempt(_Around):
    """An attempt, and the middleware around it."""

    def __init__(self, call: Call[Any]) -> None:
        super().__init__(call.request)
        self.deadline = call.remaining()
        self._call = call
        self._failure: Failed | None = None
        self._is_sent = False
        call.changed = None
        operation, content = call.request.operation, call.request.content
        self.shown = HTTPRequest(
            operation=operation.id,
            template=call.request.template,
            method=operation.method,
            url=call.shown_url,
            headers={name: text for name, text in call.headers.items() if name not in FRAMING},
            content=content if isinstance(content, bytes) else None,
            is_streamed=isinstance(content, Streamed),
            attempt=call.retry.attempts,
        )

    @property
    def opened(self) -> httpx2.Response | None:
        """The success that was kept open."""
        return self._call.opened

    def call(self, sent: HTTPRequest) -> Call[Any]:
        """The call, whose next attempt is what the innermost middleware sends.

        Raises:
            ValueError: The request cannot be changed in this way.
            RuntimeError: It has been sent already.
        """
        if self._is_sent:
            raise RuntimeError("an attempt is sent once: use middleware= to send a request again")
        self._is_sent = True
        if sent is not self.shown:
            fixed = {"operation", "template", "method", "url", "attempt"}
            _refuse_changes(self.shown, sent, fixed)
            headers = _headers(sent)
            self._call.changed = Changed(headers, self._set(headers), self._content(sent))
        return self._call

    def received(self, outcome: Response | Failed) -> HTTPResponse:
        """Show a response.

        Raises:
            Exception: What the attempt failed with, without credentials.
        """
        if isinstance(outcome, Response):
            return self._responded(outcome, self._call)
        self._failure = self._call.covered(outcome)
        raise self._failure

    def outcome(self, returned: HTTPResponse) -> Response:
        """The response of the attempt.

        Raises:
            DeadlinePassed: The deadline has passed.
            TypeError: The response cannot be replaced.
        """
        if self._call.remaining() == 0.0:
            raise DeadlinePassed
        return self._outcome(returned, self._call)

    def failure_of(self, error: BaseException) -> Failed | None:
        """The failure of the attempt, if the middleware raised it."""
        if isinstance(error, DeadlinePassed):
            return error
        return self._failure if error is self._failure else None


def _refuse_changes(shown: HTTPRequest, sent: HTTPRequest, fixed: set[str]) -> None:
    for name in sorted(fixed):
        if getattr(shown, name) != getattr(sent, name):
            raise ValueError(f"a middleware cannot change the {name} of this request")


def _headers(sent: HTTPRequest) -> dict[str, str]:
    """The headers of a changed request, with names in lower case.

    Raises:
        ValueError: One cannot be sent, or is for the client to set.
        TypeError: One is not text.
    """
    check_headers("headers", sent.headers)
    headers = {name.lower(): header_value(name, text) for name, text in sent.headers.items()}
    if "host" in headers:
        raise ValueError("the header 'host' cannot be set: the client does, for each request")
    return headers


def _with_key(request: R, settings: Settings) -> R:
    """The request with the key that it has each time it is sent, if it needs one."""
    there = {name.lower() for name in (*request.headers, *settings.headers)}
    if not request.operation.has_idempotency_key or IDEMPOTENCY_KEY in there:
        return request
    return structs.replace(request, headers={**request.headers, IDEMPOTENCY_KEY: str(uuid4())})
