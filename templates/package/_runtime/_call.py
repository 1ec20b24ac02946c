"""One call: its requests, and the decision after a response or a failure. Nothing here does I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import random
from time import monotonic
from typing import Generic, TypeVar
from uuid import uuid4

import httpx2
from msgspec import structs

from ..errors import APIConnectionError
from ._base_url import url_below
from ._content import Changed, Streamed, framing, stream_of
from ._deadline import DeadlinePassed, until_deadline
from ._failures import Failed, connection_error, failed, outcome_of
from ._log import Log
from ._operation import Request
from ._pool import Defaults
from ._redirect import MOST as MOST_REDIRECTS
from ._redirect import Target, harmless, is_same_origin, target_of
from ._response import Response
from ._retry import IDEMPOTENT, Budget, Decision, End, Policy, Responded, Retry, Sleep
from ._secret import Credentials
from ._settings import Settings

S = TypeVar("S")
T = TypeVar("T")

_REDIRECTED = frozenset({"GET", "HEAD"})
READ_ONCE = "not tried again, since a file or an iterator in the body can be read only once"
IDEMPOTENCY_KEY = "idempotency-key"
RETRY_COUNT = "x-retry-count"
"""Says how many attempts preceded this one, so that a server can distinguish retries from calls."""
_EXPECTING_CONTENT = frozenset({"POST", "PUT", "PATCH"})
"""Servers wait for content unless a header says that there is none (RFC 9110 section 8.6)."""


class Call(Generic[T]):
    """The state of one call between its attempts; the drivers of `_client` act on its decisions."""

    def __init__(
        self,
        request: Request[T],
        settings: Settings,
        *,
        budget: Budget,
        log: Log,
        is_closed: Callable[[], bool] = bool,
    ) -> None:
        self.request = request
        self.opened: httpx2.Response | None = None
        """The success that was kept open."""
        self.fault: Exception | None = None
        """What a function of the caller raised."""
        self.is_private = False
        """Whether its body is a secret, which neither middleware nor `sign=` may see."""
        self._is_closed = is_closed
        self._budget = budget
        self.refused: Credentials | None = None
        """The credentials that the server did not accept, so that others are asked for."""
        self.is_elsewhere = False
        """Whether a redirect led to another origin, which gets no credentials of any kind."""
        self._settings = settings
        self._credentials: Credentials | None = None
        self.secrets: Credentials | None = None
        """The secrets of the last attempt: its credentials, and its signature."""
        self.changed: Changed | None = None
        """What a middleware made of the next attempt."""
        self.sent = request.content
        """The body of the last attempt."""
        self._address = ""
        self._url: httpx2.URL | None = None
        """Where the last attempt was sent, without credentials."""
        self._target: httpx2.URL | None
        """Where the request or a redirect leads, if not below the address of the server."""
        self._target, self.is_elsewhere = request.destination()
        self._redirects = 0
        self._log = log
        self._headers = {
            "accept": request.operation.accept,
            **settings.headers,
            **(given := _lower(request.headers)),
        }
        self._given = {name: given[name] for name in given if name != "cookie"}
        if request.content is not None:
            self._headers.setdefault("content-type", "application/json")
            self._headers |= framing(request.content)
        elif request.operation.method in _EXPECTING_CONTENT:
            self._headers["content-length"] = "0"
        operation = request.operation
        if operation.has_idempotency_key and IDEMPOTENCY_KEY not in self._headers:
            self._headers[IDEMPOTENCY_KEY] = str(uuid4())
        repeatable = (
            operation.method in IDEMPOTENT
            or operation.repeatable
            or IDEMPOTENCY_KEY in self._headers
        )
        policy = Policy(
            repeatable=repeatable, max_retries=settings.max_retries, deadline=settings.deadline
        )
        self.retry = Retry(policy, budget, monotonic, random, settings.started)

    def beside(self, request: Request[S]) -> Call[S]:
        """A call for a credential, within this deadline and without the caller's headers."""
        headers = {"user-agent": self._settings.headers.get("user-agent", "")}
        call = Call(
            request,
            structs.replace(self._settings, headers=headers, started=self.retry.started),
            budget=self._budget,
            log=self._log,
            is_closed=self._is_closed,
        )
        call.is_private = True
        return call

    def remaining(self) -> float | None:
        """Seconds until the deadline."""
        return self.retry.remaining

    @property
    def shown_url(self) -> str:
        """The URL of the next attempt without possible secrets. `place` has computed it."""
        return str(self._url if self._target is None else Target(self._target))

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the next attempt, without credentials."""
        if self.is_elsewhere:
            return harmless(self._headers)
        before = self.retry.attempts - 1
        return {RETRY_COUNT: str(before), **self._headers} if before else self._headers

    def place(self, defaults: Defaults, address: str) -> httpx2.URL:
        """Where the next attempt goes, without credentials.

        Raises:
            ValueError: The arguments are longer than a URL can be.
        """
        self._address = address
        url = self._target
        if url is None:
            url = _url(address, self.request.target)
            if defaults.params:
                url = url.copy_merge_params(defaults.params)
        self._url = url
        return url

    def attempt(
        self, defaults: Defaults, address: str, credentials: Credentials | None
    ) -> httpx2.Request:
        """Build the next attempt, with what its httpx2 client adds to every request.

        Neither with that client's `build_request` nor with `content=`: both search the headers
        again and again, which takes longer than all else that we do. So what they would find
        missing is set here: where the request goes, and where it ends.

        Raises:
            ValueError: The arguments are longer than a URL can be.
        """
        self._credentials = self.secrets = credentials
        url, content = self.place(defaults, address), self.request.content
        own, given = self.headers, self._given
        if (changed := self.changed) is not None:
            content = None if self.is_elsewhere else changed.content
            own, given = {**changed.headers, **self._ends(content)}, {**given, **changed.given}
        self.sent = content
        headers = {"host": url.netloc.decode("ascii"), **defaults.headers, **own}
        if self._target is not None:
            headers["host"] = url.netloc.decode("ascii")
        if self.is_elsewhere:
            headers = {"host": headers["host"], **harmless(headers)}
        elif credentials is not None:
            url = credentials.sign(url, headers)
            headers |= given  # an argument of the call overrides that of the client
        if self._target is not None:
            url = Target(httpx2.URL.__str__(url))  # credentials in the query are hidden with it
        request = httpx2.Request(
            self.request.operation.method,
            url,
            headers=headers,
            cookies=None if self.is_elsewhere else defaults.cookies,
            stream=stream_of(content),
            extensions={"timeout": self._timeouts()},
        )
        request.method = self.request.operation.method  # case counts, and httpx2 changes it
        request.url = url  # httpx2 took a copy, which would not cover what the URL must not show
        if isinstance(request.stream, httpx2.ByteStream):
            request.read()  # the hooks of a caller's httpx2 client may look at its content
        return request

    def _ends(self, content: bytes | Streamed | None) -> Mapping[str, str]:
        """The header that says where a changed body ends."""
        expected = content is not None or self.request.operation.method in _EXPECTING_CONTENT
        return framing(content or b"") if expected else {}

    def response(self, response: httpx2.Response, content: bytes, defect: str | None) -> Response:
        """Combine a response with its body and the facts about the call."""
        return Response(
            operation=self.request.operation.id,
            method=self.request.operation.method,
            path=self.request.path,
            address=self._address,
            url=self._url,
            attempts=self.retry.attempts,
            redirects=self._redirects,
            is_elsewhere=self.is_elsewhere,
            status_code=response.status_code,
            headers=response.headers,
            content=content,
            elapsed=self.retry.elapsed,
            defect=defect,
            credentials=self.secrets,
        )

    def keeps(self, response: httpx2.Response) -> bool:
        """Whether a response is kept open, since its body is read elsewhere."""
        if self.request.is_kept_open and 200 <= response.status_code < 300:
            self.opened = response
            self.request.keep(response, self)
        return self.opened is not None

    def broken(self, error: Exception) -> APIConnectionError:
        """The error of a response that broke while its body was read elsewhere."""
        return self._error(self.covered(failed(error)), late=False, note="")

    def after(self, outcome: Response | Failed) -> Sleep | Response:
        """Decide what follows an attempt: another one after a pause, or the end of the call.

        Raises:
            APIConnectionError: There is no response, and no attempt is left.
        """
        if not isinstance(outcome, Response):
            return self._after_failure(self.covered(outcome))
        self._log.attempt(self.request, outcome)
        may_send = self._may_send_again()
        if outcome.status_code == 401 and may_send and self._may_be_renewed():
            self.refused = self._credentials
            self.retry.again()
            return Sleep(0.0)
        if 300 <= outcome.status_code < 400 and self._follows(outcome):
            return Sleep(0.0)
        responded = Responded(outcome.status_code)
        if outcome.status_code >= 400:  # nothing else is tried again, and looking takes time
            responded = Responded(outcome.status_code, outcome.retry_after, outcome.should_retry)
        decision = self.retry.after(responded, may_send=may_send)
        if isinstance(decision, Sleep):
            return decision
        if decision is End.UNREPEATABLE:
            outcome = structs.replace(outcome, note=READ_ONCE)
        self._log.call(self.request, outcome.status_code, self.retry)
        return outcome

    def _follows(self, response: Response) -> bool:
        """Whether the next attempt goes where this response redirects to."""
        if (
            not self._settings.follow_redirects
            or self.request.operation.method not in _REDIRECTED
            or self.request.content is not None
            or self._url is None
            or self._redirects == MOST_REDIRECTS
        ):
            return False
        target = target_of(response, self._url)
        if target is None:
            return False
        self._redirects += 1
        # Who has been elsewhere does not get credentials again: others chose this target.
        self.is_elsewhere = self.is_elsewhere or not is_same_origin(self._url, target)
        self._target = target
        return True

    def _may_be_renewed(self) -> bool:
        """Whether the first credentials were refused and there may be others."""
        return (
            self.refused is None and self._credentials is not None and self._credentials.renewable
        )

    def _may_send_again(self) -> bool:
        """Whether the body, if it is read while it is sent, can be read again."""
        content = self.request.content
        return not isinstance(content, Streamed) or content.can_be_read

    def _timeouts(self) -> dict[str, float | None]:
        """The timeouts of an attempt: none reaches beyond the deadline."""
        unlimited = ("read",) if self.request.is_kept_open else ()  # it is for all reads
        given = self._settings.timeout.as_dict()
        return until_deadline(given, self.retry.remaining, self._left, unlimited)

    def _left(self) -> float | None:
        """The seconds left for an attempt; none if its client was closed meanwhile."""
        if self._is_closed():
            return 0.0
        return None if self.opened is not None else self.retry.remaining

    def late(self) -> APIConnectionError:
        """The error of a call that is not over when its deadline passes."""
        return self._error(DeadlinePassed(), late=True, note="")

    def _after_failure(self, error: Failed) -> Sleep:
        if self.fault is not None:
            raise self.fault
        content = self.request.content
        if isinstance(content, Streamed) and content.failure is not None:
            raise content.failure  # the caller's file failed, and not the connection
        self._log.failure(self.request, error)
        if isinstance(error, DeadlinePassed):  # even if a clock says that it is about to pass
            decision: Decision = End.DEADLINE
        else:
            decision = self.retry.after(outcome_of(error), may_send=self._may_send_again())
        if isinstance(decision, Sleep):
            return decision
        self._log.call(self.request, type(error).__name__, self.retry)
        note = READ_ONCE if decision is End.UNREPEATABLE else ""
        raise self._error(error, late=decision is End.DEADLINE, note=note) from error

    def covered(self, error: Failed) -> Failed:
        """The failure without credentials.

        They are in the request of an error of httpx2, and in its text if a server sent them back.
        """
        if isinstance(error, httpx2.RequestError):
            method = self.request.operation.method
            error.request = httpx2.Request(method, self.shown_url, headers=self.headers)
        secret = self.secrets
        if secret is None or (text := secret.hidden_in(str(error))) == str(error):
            return error
        return type(error)(text)

    def _error(self, error: Failed, *, late: bool, note: str) -> APIConnectionError:
        deadline = (self._settings.deadline, self.retry.remaining) if late else None
        return connection_error(error, self.request, self.retry.attempts, deadline, note)


def _url(address: str, target: str) -> httpx2.URL:
    try:
        return url_below(address, target)
    except httpx2.InvalidURL as error:
        raise ValueError(f"the arguments do not fit into a URL: {error}") from error


def _lower(headers: Mapping[str, str]) -> Mapping[str, str]:
    return {name.lower(): value for name, value in headers.items()}
