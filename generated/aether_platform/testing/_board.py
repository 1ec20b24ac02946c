"""The expectations of a test, the calls, and the errors that compare them."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from inspect import currentframe
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import httpx2

from .._runtime._call import Call
from .._runtime._operation import Operation
from ._recorded import Recorded, shown_arguments
from ._sent import SentRequest

_MOST = 10
"""The most requests that a message lists."""


class UnexpectedCall(AssertionError):
    """A request was sent that the test does not expect."""


class UnusedExpectation(AssertionError):
    """A test ended before everything that it expects had been requested."""


def plainly(error: UnexpectedCall) -> UnexpectedCall:
    """The error without the frames of the client: a test shows the line that called it."""
    return error.with_traceback(None)


@dataclass(slots=True)
class Attempt:
    """An attempt that waits for its response."""

    call: Call[Any]
    record: Recorded | None
    """The arguments; None for a further page, and without a method."""
    sent: SentRequest

    @property
    def is_for_token(self) -> bool:
        """Whether it requests an access token, which no method of the client does."""
        return hasattr(self.call.request, "applicant")

    @property
    def is_of_poller(self) -> bool:
        """Whether a poller sends it to ask whether an operation is done."""
        return self.call.request.is_complete and self.chain is None

    @property
    def chain(self) -> object:
        """The key that the pages of one call share; None without pages."""
        return getattr(self.call.request, "chain", None)

    @property
    def setup_method(self) -> str:
        """The method of the fake that sets up such a call."""
        operation = self.call.request.operation
        if self.is_of_poller:
            return "responds"
        is_stream = hasattr(operation, "whole_events")
        return "streams" if is_stream else "returns" if self.chain is None else "pages"

    @property
    def page(self) -> int:
        """The number of the requested page, from 1."""
        return int(getattr(self.call.request, "number", 1))


@dataclass(slots=True, eq=False)
class Expectation:
    """The response for one request or one call."""

    shown: str
    """The expectation as in the test: `returns(Cluster(...))`."""
    respond: Callable[[Attempt], httpx2.Response]
    times: int | None = 1
    """How often it applies; None for any number of times, and none."""
    spans_call: bool = False
    """Whether it applies to all attempts of a call."""
    spans_pages: bool = False
    """Whether it applies to all pages that one call leads to."""
    pages: int = 1
    """How many pages it has."""
    for_operation: Operation[Any] | None = None
    """The operation whose responses it has, if a method has several."""
    place: str = ""
    """Where the test wrote it."""
    used: int = 0
    last_page: int = 0

    @property
    def is_used_up(self) -> bool:
        """Whether it applies to no further call."""
        return self.times is not None and self.used >= self.times

    @property
    def missing(self) -> str:
        """The part that was not requested; empty if nothing is missing."""
        if self.times is None:
            return ""
        if self.used < self.times:
            return f"was used {self.used} of {self.times} times" if self.used else "was not used"
        if self.last_page < self.pages:
            return f"page {self.last_page + 1} of {self.pages} was not requested"
        return ""


class Queue:
    """The expectations for one operation or one path, in order."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.expectations: list[Expectation] = []
        self.requests: list[SentRequest] = []
        self.calls: list[Recorded] = []
        self.otherwise: Callable[[Attempt], httpx2.Response] | None = None
        """The response if nothing was set up."""
        self._of_calls: WeakKeyDictionary[Call[Any], Expectation] = WeakKeyDictionary()
        self._of_chains: dict[int, tuple[object, Expectation]] = {}

    def add(self, expectation: Expectation) -> None:
        """Add an expectation."""
        expectation.place = _place()
        self.expectations.append(expectation)

    def response(self, attempt: Attempt) -> httpx2.Response | str | None:
        """The response to an attempt, or why there is none; None if nothing is expected."""
        expectation = self._expectation(attempt)
        if expectation is None:
            return None if self.otherwise is None else self.otherwise(attempt)
        wanted = expectation.for_operation
        if wanted is not None and wanted is not attempt.call.request.operation:
            return (
                f"{shown_call(self.name, attempt)} ({_place()}) asks for another kind of response"
                f" than {expectation.shown} ({expectation.place}): one of them is a stream"
            )
        expectation.last_page = max(expectation.last_page, min(attempt.page, expectation.pages))
        return expectation.respond(attempt)

    def _expectation(self, attempt: Attempt) -> Expectation | None:
        chain, call = attempt.chain, attempt.call
        if attempt.page > 1 and (found := self._of_chains.get(id(chain))) is not None:
            return found[1]
        if (spanning := self._of_calls.get(call)) is not None:
            return spanning
        expectation = next((one for one in self.expectations if not one.is_used_up), None)
        if expectation is None:
            return None
        expectation.used += 1
        if expectation.spans_call:
            self._of_calls[call] = expectation
        if expectation.spans_pages:
            self._of_chains[id(chain)] = (chain, expectation)  # so its address stays in use
        return expectation


class Board:
    """All expectations and all requests of one fake."""

    def __init__(self) -> None:
        self.queues: dict[str, Queue] = {}
        self.requests: list[SentRequest] = []
        self.pauses: list[float] = []
        self.unexpected: list[UnexpectedCall] = []
        self.names: dict[str, str] = {}
        """The methods that were called, by the id of their operation."""
        self.examples: dict[str, Callable[[Attempt], httpx2.Response]] = {}
        """What responds with the example of a method that was called."""
        self.uses_examples = False
        """Whether all methods return their examples where nothing else is set up."""

    def queue(self, name: str) -> Queue:
        """The queue of a method, or of a path such as `GET /beta/things`."""
        return self.queues.setdefault(name, Queue(name))

    def respond(
        self, name: str, attempt: Attempt, usual: Callable[[Attempt], httpx2.Response] | None
    ) -> httpx2.Response:
        """Respond to an attempt of a method: as the test says, or else as usual.

        Raises:
            UnexpectedCall: Nothing is expected.
        """
        queue = self.queue(name)
        queue.requests.append(attempt.sent)
        self.requests.append(attempt.sent)
        response = queue.response(attempt)
        if response is None:
            example = self.examples.get(name) if self.uses_examples else None
            response = (example or usual or _nothing)(attempt)
        if isinstance(response, str):
            error = UnexpectedCall(response)
        elif response is None:
            error = UnexpectedCall(self._unexpected(queue, attempt))
        else:
            return response
        self.unexpected.append(error)
        raise error

    def verify(self) -> None:
        """Raise if something unexpected was sent, or something expected was not.

        Raises:
            UnexpectedCall: The code under test swallowed the error of an unexpected request.
            UnusedExpectation: An expectation was not used.
        """
        __tracebackhide__ = True
        if self.unexpected:
            raise plainly(self.unexpected[0])
        missing = [
            f"  {queue.name}.{one.shown} {one.missing} ({one.place})"
            for queue in self.queues.values()
            for one in queue.expectations
            if one.missing
        ]
        if not missing:
            return
        several = "expectations were" if len(missing) > 1 else "expectation was"
        head = f"{len(missing)} {several} not met:"
        raise UnusedExpectation("\n".join([head, *missing, *self._called()]))

    def _unexpected(self, queue: Queue, attempt: Attempt) -> str:
        what = f"{shown_call(queue.name, attempt)} was not expected ({_place()})"
        lines = [what, f"  sent: {attempt.sent}"]
        expected = [f"{one.shown} ({one.place})" for one in queue.expectations]
        if expected:
            lines.append(f"  {queue.name} has used up its expectations: {', then '.join(expected)}")
        others = [
            f"{other.name}.{one.shown} ({one.place})"
            for other in self.queues.values()
            if other is not queue
            for one in other.expectations
            if one.missing
        ]
        if others:
            lines.append(f"  expected instead: {', or '.join(others)}")
        elif not expected:
            lines.append("  nothing else is expected")
        lines.append(f"  to expect it: fake.{_as_code(queue.name)}.{attempt.setup_method}(...)")
        return "\n".join(lines)

    def _called(self) -> list[str]:
        if not self.requests:
            return ["nothing was called"]
        last = self.requests[-_MOST:]
        before = len(self.requests) - len(last)
        more = [f"  ({before} requests before these)"] if before else []
        return ["what was called:", *more, *(f"  {one.operation}: {one}" for one in last)]


def _nothing(_: Attempt) -> None:
    """The response where there is none."""


def shown_call(name: str, attempt: Attempt) -> str:
    """A call with its arguments, or the requested page."""
    if attempt.is_of_poller:
        return f"{attempt.sent.method} {attempt.sent.path}, with which the poller of {name} asks,"
    if attempt.record is not None:
        return f"{name}{shown_arguments(attempt.record)}"
    return f"page {attempt.page} of {name}" if attempt.page > 1 else f"{name}(...)"


def _as_code(name: str) -> str:
    method, space, path = name.partition(" ")
    return f"request({method!r}, {path!r})" if space else name


def _place() -> str:
    """The user's line that called the client."""
    frame, caller = currentframe(), None
    package = f"{Path(__file__).parent.parent}{os.sep}"
    while frame is not None:
        if frame.f_code.co_filename.startswith(package):
            caller = frame.f_back
        frame = frame.f_back
    return f"{Path(caller.f_code.co_filename).name}:{caller.f_lineno}" if caller else ""
