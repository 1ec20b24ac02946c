"""The fake of an API as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from types import MappingProxyType, TracebackType
from typing import Any, ClassVar, Generic, ParamSpec, Self, TypeVar, cast

from .._api import FACTS
from .._runtime._client import AsyncClient, Client
from ._board import Attempt, Board
from ._clients import Transport, faked
from ._declared import Declared, ResourceFake
from ._operations import CalledFake
from ._responder import RequestFake
from ._routes import Route, route, routes
from ._sent import SentRequest

P = ParamSpec("P")
K = TypeVar("K", bound="Client | AsyncClient")

_ADDRESS = "https://fake.invalid"
GRANTS = frozenset({"client_id", "client_secret", "refresh_token", "oauth"})
"""With these, a client asks for a token first."""


class APIFake:
    """An API in this process: the results of its operations, and the requests that were sent.

    Use it in a `with` block. The end of the block verifies that everything expected was requested,
    and that nothing else was.
    """

    _attributes: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """The attributes of the client for those that have another name here."""

    def __init__(self) -> None:
        self._board = Board()

    @property
    def requests(self) -> Sequence[SentRequest]:
        """All requests, one for each attempt and for each page, in the order they were sent."""
        return tuple(self._board.requests)

    @property
    def pauses(self) -> Sequence[float]:
        """The seconds that clients would have paused before retries. A fake does not sleep."""
        return tuple(self._board.pauses)

    def request(self, method: str, path: str) -> RequestFake:
        """The fake of requests that no method sends, such as `GET /beta/things`."""
        return RequestFake(self._board, f"{method} {path}")

    def use_examples(self) -> Self:
        """Let all operations return the document's examples where nothing else is set up.

        Without this, a call that was not expected raises: a test that passes with a value that its
        author did not choose proves little.
        """
        self._board.uses_examples = True
        return self

    def verify(self) -> None:
        """Assert that everything expected was requested, and nothing else.

        The end of a `with` block does it.

        Raises:
            UnexpectedCall: Something else was requested, and the error was swallowed.
            UnusedExpectation: Something expected was not requested.
        """
        __tracebackhide__ = True
        self._board.verify()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        __tracebackhide__ = True
        if kind is None:  # an error of the test must not be hidden
            self.verify()

    def _resources(self) -> Iterator[tuple[str, Callable[[], ResourceFake]]]:
        """The resources by their attributes of the client."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                yield self._attributes.get(name, name), partial(getattr, self, name)

    def _operations(self) -> Iterator[CalledFake[..., Any]]:
        pending = [resource() for _, resource in self._resources()]
        while pending:
            resource = pending.pop(0)
            for name, value in vars(type(resource)).items():
                if isinstance(value, Declared) and value.name == name:
                    yield getattr(resource, name)
                elif isinstance(value, cached_property):
                    pending.append(getattr(resource, name))

    def _named(self, attempt: Attempt) -> str:
        """The method that a request counts for, or else the HTTP method and the path."""
        request, names = attempt.call.request, self._board.names
        method = request.operation.method
        if (known := names.get(request.operation.id)) is not None:
            return known
        key = f"{method} {request.path}"
        if key in self._board.queues or attempt.is_for_token:
            return key
        found = route(self._routes, method, request.target)
        return key if found is None else names[found.id]

    @cached_property
    def _routes(self) -> Sequence[Route]:
        """The routes of all operations, for requests that no method sends."""
        found = [(*one.described(), one) for one in self._operations()]
        self._board.names.update({operation.id: name for name, operation, _ in found})
        self._board.examples.update({name: one.example_response for name, _, one in found})
        return routes(operation for _, operation, _ in found)


class ClientMethod(Generic[P, K]):
    """A method of a fake that creates a client of it, with the arguments of the client's class."""

    def __init__(self, kind: Callable[P, K]) -> None:
        self._kind = kind

    def __get__(self, fake: APIFake, owner: type) -> Callable[P, K]:
        return cast("Callable[P, K]", _maker(self._kind, fake))


def _maker(kind: Any, fake: Any) -> Callable[..., Any]:
    board: Board = fake._board
    made: Any = faked(kind, board, dict(fake._resources()))
    named: Callable[[Attempt], str] = fake._named

    def client(*positional: Any, **options: Any) -> Any:
        names = [name for name in made._credential_names() if name not in GRANTS]
        if all(options.get(name) is None for name in (*names, *GRANTS)):
            options |= dict.fromkeys(names, "fake")
        if options.get("base_url") is None:
            options |= {"base_url": FACTS.base_url or _ADDRESS, "allow_insecure_http": True}
        options.pop("http_client", None)
        return made(*positional, **{**options, "transport": Transport(board, named)})

    return client
