"""Clients whose requests a fake responds to, and whose methods record their arguments.

They are subclasses of the API's own clients, so they encode, decode and retry as those do. Only
pauses are not slept.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property, partial, wraps
from inspect import iscoroutine, isfunction, signature
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast
from warnings import warn
from weakref import WeakKeyDictionary

import httpx2

from .._runtime._call import Call
from .._runtime._client import AsyncClient, Client
from .._runtime._operation import Request
from .._runtime._resource import AsyncResource, Resource
from ._board import Attempt, Board, Queue, UnexpectedCall, plainly
from ._bodies import granted, nothing
from ._declared import Declared, ResourceFake, whereabouts
from ._recorded import Recorded
from ._responses import Respond, sending
from ._sent import SentRequest

if TYPE_CHECKING:
    from .._runtime._response import Response
    from .._runtime._secret import Credentials

T = TypeVar("T")

_CALL: ContextVar[Call[Any]] = ContextVar("_CALL")
"""The call whose attempt is sent."""
_RECORD: ContextVar[Recorded | None] = ContextVar("_RECORD", default=None)
"""The arguments of the method that sends."""
_REPEATED: ContextVar[_Repeated | None] = ContextVar("_REPEATED", default=None)
"""The wait that sends."""
_OF_WAITS = frozenset({"timeout", "interval", "on_state", "condition"})
"""The arguments of waits themselves. One of an operation with such a name has `_` behind it."""


class Transport(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Passes requests to a fake instead of a server."""

    def __init__(self, board: Board, named: Callable[[Attempt], str]) -> None:
        self._board = board
        self._named = named

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Respond to a request of a sync client."""
        request.read()
        return self._response(request)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Respond to a request of an async client."""
        await request.aread()
        return self._response(request)

    def _response(self, request: httpx2.Request) -> httpx2.Response:
        sent = SentRequest("", request)
        attempt = Attempt(_CALL.get(), _RECORD.get(), sent)
        sent.operation = self._named(attempt)
        if (repeated := _REPEATED.get()) is not None:
            repeated.record(attempt, self._board.queue(sent.operation))
        return self._board.respond(sent.operation, attempt, _usual(attempt))


def _usual(attempt: Attempt) -> Respond | None:
    """The response to a request that the test does not mention.

    A test does not have to set up a call that returns nothing.
    """
    if attempt.is_for_token:
        return sending(granted(attempt.sent.content), None)
    content = None if attempt.record is None else nothing(attempt.call.request.operation)
    return None if content is None else sending(content, None)


class _FakeClient(Client):
    """A sync client of a fake."""

    _board: Board

    def _exchange(self, call: Call[Any], credentials: Credentials | None) -> Response:
        with _set(_CALL, call):
            return super()._exchange(call, credentials)

    def __pause__(self, seconds: float) -> None:
        self._board.pauses.append(seconds)


class _AsyncFakeClient(AsyncClient):
    """An async client of a fake."""

    _board: Board

    async def _exchange(self, call: Call[Any], credentials: Credentials | None) -> Response:
        with _set(_CALL, call):
            return await super()._exchange(call, credentials)

    async def __pause__(self, seconds: float) -> None:
        self._board.pauses.append(seconds)


Fakes: TypeAlias = Mapping[str, Callable[[], ResourceFake]]
"""The fakes of resources by their attributes of the client. Each is made when it is needed."""


def faked(kind: type[T], board: Board, fakes: Fakes) -> type[T]:
    """The class of a client that asks a fake instead of a server."""
    is_async = issubclass(kind, AsyncClient)
    base: type = _AsyncFakeClient if is_async else _FakeClient
    resources = {
        name: _resource(vars(kind)[name], fake, is_async=is_async) for name, fake in fakes.items()
    }
    attributes = {"_board": board, "__module__": kind.__module__, **resources}
    return cast("type[T]", type(kind.__name__, (base, kind), attributes))


def _resource(
    attribute: cached_property[Any], fake: Callable[[], ResourceFake], *, is_async: bool
) -> cached_property[Any]:
    """An attribute with a resource that records its calls."""

    def recording(owner: Any) -> Any:
        resource: Any = attribute.func(owner)
        kind = _recording(resource.__class__, fake(), is_async=is_async)
        is_resource = isinstance(owner, Resource | AsyncResource)
        return kind(vars(owner)["_client"] if is_resource else owner)

    return cached_property(recording)


def _example(fake: ResourceFake, name: str, attempt: Attempt) -> httpx2.Response:
    """The response with the example of an operation, whose fake is only now made."""
    return cast("httpx2.Response", getattr(fake, name).example_response(attempt))


def _recording(kind: type, fake: ResourceFake, *, is_async: bool) -> type:
    """A class of a resource whose methods record their arguments."""
    attributes: dict[str, Any] = {"__module__": kind.__module__}
    board, path = whereabouts(fake)
    for name, value in vars(type(fake)).items():
        if isinstance(value, Declared):
            board.names[value.id] = f"{path}.{value.name}"
            board.examples[f"{path}.{value.name}"] = partial(_example, fake, value.name)
            queue = board.queue(f"{path}.{value.name}")
            attributes[name] = _method(kind, name, value.call, queue, is_async=is_async)
            if hasattr(kind, begin := f"begin_{name}"):
                attributes[begin] = _method(
                    kind, begin, value.call, queue, is_async=is_async, begins=True
                )
        elif isinstance(value, cached_property):
            child = cast("Callable[[], ResourceFake]", partial(getattr, fake, name))
            attributes[name] = _resource(vars(kind)[name], child, is_async=is_async)
    calls = {f"{path}.{one.name}": one.call for one in _declared(fake)}
    for name, value in vars(kind).items():
        if isfunction(value) and name not in {*attributes, *vars(type(fake))}:
            attributes[name] = _wait(value, calls, is_async=is_async)
    return type(kind.__name__, (kind,), attributes)


def _method(
    kind: Any,
    name: str,
    call: Callable[..., Recorded],
    queue: Queue,
    *,
    is_async: bool,
    begins: bool = False,
) -> Callable[..., Any]:
    method: Any = getattr(kind, name)
    deprecation: str | None = getattr(method, "__deprecated__", None)
    renamed: Callable[[dict[str, Any]], dict[str, Any]] = getattr(method, "__renamed__", dict)
    if deprecation is not None:
        method = method.__wrapped__  # its caller would be this module, not the line of the user

    @wraps(method)
    def recording(resource: Any, /, *args: Any, **kwargs: Any) -> Any:
        __tracebackhide__ = True
        if deprecation is not None:
            warn(deprecation, DeprecationWarning, stacklevel=2)
        kwargs = renamed(kwargs)
        try:
            record = call(*args, **kwargs)
        except TypeError:
            return method(resource, *args, **kwargs)  # the error says what does not fit
        if begins:
            # A poller needs a client, and its later requests are not calls of the method.
            begun = _begun_async if is_async else _begun
            return begun(partial(method, resource, *args, **kwargs), record, queue)
        recorder = _AsyncRecorder if is_async else _Recorder
        sender = recorder(resource._send, record, queue)
        try:
            result = method(kind(sender), *args, **kwargs)
        except UnexpectedCall as error:
            raise plainly(error) from None
        return _awaited(result) if iscoroutine(result) else result

    return recording


def _declared(fake: ResourceFake) -> list[Declared[Any]]:
    return [value for value in vars(type(fake)).values() if isinstance(value, Declared)]


class _Repeated:
    """A wait: each of its requests is a call of the method that it repeats."""

    def __init__(
        self, calls: Mapping[str, Callable[..., Recorded]], *args: Any, **kwargs: Any
    ) -> None:
        self._calls = calls
        self._args = args
        self._kwargs = kwargs
        self._recorded: WeakKeyDictionary[Call[Any], Recorded] = WeakKeyDictionary()

    def record(self, attempt: Attempt, queue: Queue) -> None:
        """Record the call of an attempt, unless another attempt has."""
        call = self._calls.get(queue.name)
        if call is None:
            return
        if attempt.call not in self._recorded:
            names = {
                f"{one}_" if one in _OF_WAITS else one: one for one in signature(call).parameters
            }
            given = {names[key]: value for key, value in self._kwargs.items() if key in names}
            self._recorded[attempt.call] = call(*self._args, **given)
            queue.calls.append(self._recorded[attempt.call])
        attempt.record = self._recorded[attempt.call]


def _wait(
    method: Callable[..., Any], calls: Mapping[str, Callable[..., Recorded]], *, is_async: bool
) -> Callable[..., Any]:
    """A method that waits, and records the calls that it repeats."""

    @wraps(method)
    def repeating(resource: Any, /, *args: Any, **kwargs: Any) -> Any:
        __tracebackhide__ = True
        with _set(_REPEATED, _Repeated(calls, *args, **kwargs)):
            try:
                return method(resource, *args, **kwargs)
            except UnexpectedCall as error:
                raise plainly(error) from None

    @wraps(method)
    async def repeating_async(resource: Any, /, *args: Any, **kwargs: Any) -> Any:
        __tracebackhide__ = True
        with _set(_REPEATED, _Repeated(calls, *args, **kwargs)):
            return await _awaited(method(resource, *args, **kwargs))

    return repeating_async if is_async else repeating


async def _awaited(call: Awaitable[T]) -> T:
    __tracebackhide__ = True
    try:
        return await call
    except UnexpectedCall as error:
        raise plainly(error) from None


def _begun(begin: Callable[[], T], record: Recorded, queue: Queue) -> T:
    queue.calls.append(record)
    with _set(_RECORD, record):
        return begin()


async def _begun_async(begin: Callable[[], Awaitable[T]], record: Recorded, queue: Queue) -> T:
    queue.calls.append(record)
    with _set(_RECORD, record):
        return await begin()


class _Recorder:
    """Sends the requests of one call of a method."""

    def __init__(self, send: Callable[[Request[Any]], Any], record: Recorded, queue: Queue) -> None:
        self._send = send
        self._record = record
        self._queue = queue

    def send(self, request: Request[T], /) -> T:
        """Send the request of the call."""
        self._queue.calls.append(self._record)
        with _set(_RECORD, self._record):
            return cast("T", self._send(request))


class _AsyncRecorder:
    """Sends the requests of one call of an async method."""

    def __init__(
        self, send: Callable[[Request[Any]], Awaitable[Any]], record: Recorded, queue: Queue
    ) -> None:
        self._send = send
        self._record = record
        self._queue = queue

    async def send(self, request: Request[T], /) -> T:
        """Send the request of the call."""
        self._queue.calls.append(self._record)
        with _set(_RECORD, self._record):
            return cast("T", await self._send(request))


@contextmanager
def _set(variable: ContextVar[T], value: T) -> Generator[None]:
    token = variable.set(value)
    try:
        yield
    finally:
        variable.reset(token)
