"""The responses of a fake, and the requests that were sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self, cast

from .._runtime._content import encoded_json
from .._runtime._operation import Operation
from ..errors import APIConnectionError, APIError, APIStatusError
from ._board import Board, Expectation, Queue
from ._bodies import Content, Misfit, error
from ._responses import Respond, breaking, expectation_text, sending
from ._sent import SentRequest


class Responder:
    """The common part of all fakes of requests: setting up responses, and the sent requests."""

    def __init__(self, board: Board, name: str) -> None:
        self._board = board
        self._name = name

    @property
    def _queue(self) -> Queue:
        return self._board.queue(self._name)

    @property
    def requests(self) -> Sequence[SentRequest]:
        """The requests, one for each attempt and for each page."""
        return tuple(self._queue.requests)

    def raises(
        self,
        error: type[APIError] | APIError,
        *,
        code: str | None = None,
        message: str | None = None,
        details: Sequence[object] = (),
        body: object = None,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
        times: int | None = 1,
    ) -> Self:
        """Let the next call raise an error. The server sends it to every attempt of the call.

        Args:
            error: A class such as `NotFoundError`, or an error, whose status, headers and body the
                server then sends. `APIConnectionError` and `APITimeoutError` are failures of the
                connection.
            code: The code in the body. The rest of the body is the document's example.
            message: The message in the body.
            details: The details in the body.
            body: The whole body instead: a model, a dict, or a text.
            status: The status, for a class that stands for several.
            headers: Headers of the response.
            times: How many calls raise it; None for any number, and none.

        Raises:
            TypeError: It is no error of this package, or the document does not say where an error
                has its code or its message.
            ValueError: The status is not that of an error.
        """
        __tracebackhide__ = True
        raised = error() if isinstance(error, type) else error
        if not isinstance(cast("object", raised), APIError):
            raise TypeError(f"raises() takes an error of this package, not {error!r}")
        shown = f"raises({type(raised).__name__})"
        if not isinstance(raised, APIStatusError):
            if not isinstance(raised, APIConnectionError):
                raise TypeError(
                    f"{type(raised).__name__} is the client's own judgement of a response:"
                    " use responds() with such a response"
                )
            self._expect(shown, breaking(raised), times, spans_call=True)
            return self
        given = {} if isinstance(error, type) else dict(raised.headers)
        sent = raised.status_code if status is None else status
        self._check_status("raises", sent, least=300)
        try:
            content = self._error(
                sent,
                code=code,
                message=message,
                details=details,
                body=raised.body if body is None else body,
            )
        except Misfit as misfit:
            raise TypeError(f"{self._name}.raises(): {misfit}") from None
        respond = sending(content, {**given, **(headers or {})})
        self._expect(shown, respond, times, spans_call=True)
        return self

    def responds(
        self,
        status: int,
        *,
        json: object = None,
        content: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
        times: int | None = 1,
    ) -> Self:
        """Let the server send a response to the next attempt, even an undocumented one.

        An attempt is not a call: `responds(429).returns(...)` is one call that is retried.

        Args:
            status: The status.
            json: The body, as what `json.loads` returns or as a model.
            content: The body as bytes or text.
            headers: Headers of the response.
            times: How many attempts get it; None for any number, and none.

        Raises:
            TypeError: The status is not an int, the content is neither bytes nor text, or both
                `json` and `content` are given.
            ValueError: No response of HTTP has this status.
        """
        __tracebackhide__ = True
        # Those below 200 precede a response (RFC 9110 section 15.2).
        self._check_status("responds", status, least=200)
        if json is not None and content is not None:
            raise TypeError(f"{self._name}.responds() takes json or content, not both")
        response = self._response(status, json, content)
        self._expect(f"responds({status})", sending(response, headers), times)
        return self

    def fails(
        self, error: type[APIConnectionError] = APIConnectionError, *, times: int | None = 1
    ) -> Self:
        """Let the next attempt get no connection, or with `APITimeoutError` no response in time.

        The client may retry: `fails().returns(...)` is one call. Without a connection nothing was
        sent, so a POST is repeated as well; after a timeout it is not.

        Raises:
            TypeError: The error is another one.
        """
        __tracebackhide__ = True
        kind = cast("object", error)
        if not isinstance(kind, type) or not issubclass(kind, APIConnectionError):
            raise TypeError(
                f"{self._name}.fails() takes APIConnectionError or APITimeoutError, not {kind!r}"
            )
        shown = f"fails({error.__name__})"
        self._expect(shown, breaking(error()), times)
        return self

    def assert_not_called(self) -> None:
        """Assert that nothing was sent.

        Raises:
            AssertionError: Something was sent.
        """
        if sent := self.requests:
            lines = "\n".join(f"  {one}" for one in sent)
            raise AssertionError(f"{self._name} was expected not to be called, but sent:\n{lines}")

    def _response(self, status: int, json: object, content: bytes | str | None) -> Content:
        __tracebackhide__ = True
        if content is not None:
            if isinstance(content, str):
                return Content(status, "text/plain", content.encode())
            if not isinstance(cast("object", content), bytes):
                got = type(content).__name__
                raise TypeError(f"{self._name}: content must be bytes or a str, not {got}")
            return Content(status, None, content)
        if json is not None:
            return Content(status, "application/json", encoded_json(json))
        return Content(status, None, b"")

    def _error(self, status: int, **parts: Any) -> Content:
        return error(_UNDOCUMENTED, status, **parts)

    def _check_status(self, method: str, status: object, *, least: int) -> None:
        __tracebackhide__ = True
        if not isinstance(status, int):
            got = type(status).__name__
            raise TypeError(f"{self._name}.{method}(): the status must be an int, not {got}")
        if not least <= status <= 599:
            what = f"{status} is not a status from {least} to 599"
            raise ValueError(f"{self._name}.{method}(): {what}")

    def _expect(self, shown: str, respond: Respond, times: int | None, **more: Any) -> None:
        __tracebackhide__ = True
        if not isinstance(cast("object", times), int | None):
            raise TypeError(f"times must be an int or None, not {type(times).__name__}")
        if times is not None and times < 1:
            raise ValueError(f"times must be at least 1, or None for any number, not {times}")
        self._queue.add(Expectation(shown, respond, times, **more))

    def __repr__(self) -> str:
        return f"<fake of {self._name}: {len(self.requests)} requests>"


_UNDOCUMENTED: Operation[Any] = Operation(id="", method="", path="", successes={})


class RequestFake(Responder):
    """The fake of requests that no method sends: those of `client.request`."""

    def returns(
        self, value: object, *, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> Self:
        """Let the server send a value as JSON: what `json.loads` returns, or a model."""
        __tracebackhide__ = True
        self._check_status("returns", status, least=200)
        response = self._response(status, value, None)
        self._expect(expectation_text("returns", value), sending(response, headers), 1)
        return self
