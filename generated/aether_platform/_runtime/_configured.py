"""The configuration of a client, and the clients derived from it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Never, Self, TypeVar, Unpack

import httpx2
from msgspec import UNSET

from ._base_url import base_url
from ._call import Call
from ._deadline import DeadlinePassed
from ._drift import Deviation
from ._facts import Facts
from ._log import Log
from ._operation import Request
from ._options import checked_function, checked_functions, refuse_others, refuse_positional
from ._pool import AsyncPool, Pool
from ._rate_limit import RateLimit
from ._reading import read, succeeded
from ._resource import with_attributes
from ._response import Response
from ._retry import Budget
from ._settings import (
    DEFAULTS,
    AsyncClientOptions,
    CallOptions,
    ClientOptions,
    ServerOptions,
    Settings,
    check_options,
)
from ._signature import spells_out

if TYPE_CHECKING:
    from ._watch import Watch

T = TypeVar("T")
R = TypeVar("R", bound=Request[Any])
PoolT = TypeVar("PoolT", Pool, AsyncPool)


class Configured(Generic[PoolT]):
    """The common part of both clients: their settings, and the state that derived clients share."""

    _facts: ClassVar[Facts]
    _options: ClassVar[type[ServerOptions]]
    _base_url: str
    _server: str | None = None
    """The server of the document with the values of its variables; None if it has none."""
    _variables: ClassVar[Sequence[str]] = ()
    """The arguments for these variables."""
    _is_elsewhere: bool
    """Whether the base URL overrides the servers of all operations."""
    _allow_insecure_http: bool
    _settings: Settings
    _max_response_size: int
    _is_strict: bool
    """Whether a response that does not decode as documented raises."""
    _pool: PoolT
    _budget: Budget
    _log: Log
    _rate_limit: RateLimit | None = None
    _watch: Watch | None = None
    _middleware: Sequence[Callable[..., Any]] = ()
    _attempt_middleware: Sequence[Callable[..., Any]] = ()
    _sign: Callable[..., Any] | None = None

    def __init_subclass__(cls) -> None:
        with_attributes(cls)
        if "__init__" in vars(cls):
            spells_out(cls._options, DEFAULTS)(cls.__init__)

    def _configure(
        self, given: tuple[object, ...], options: ServerOptions, kinds: Mapping[str, type]
    ) -> None:
        known = [
            *self._credential_names(),
            *self._variables,
            *sorted(ClientOptions.__optional_keys__),
        ]
        refuse_positional(type(self).__name__, given, known)
        refuse_others(type(self).__name__, options, known)
        check_options(options, kinds)
        facts = self._facts
        address = options.get("base_url")
        if address is None and self._server is None:
            address = os.environ.get(f"{facts.environment}_BASE_URL")
        self._is_elsewhere = address is not None
        if address is None:
            address = self._server or facts.base_url
        if address is None:
            raise ValueError(f"base_url is required: the document of {facts.title} names no server")
        self._allow_insecure_http = options.get(
            "allow_insecure_http", DEFAULTS["allow_insecure_http"]
        )
        self._base_url = base_url(address, allow_insecure_http=self._allow_insecure_http)
        headers = {"user-agent": _user_agent(facts)}
        self._settings = Settings(headers=headers).changed(options)
        self._max_response_size = options.get("max_response_size", DEFAULTS["max_response_size"])
        self._is_strict = options.get("decoding") == "strict"
        self._budget = Budget()
        self._rate_limit = _rate_limit(options, facts)
        self._log = Log(facts)
        on_drift = options.get("on_drift")
        if on_drift is not None:
            from ._watch import Watch

            self._watch = Watch(on_drift, facts)

    def _surround(self, options: ClientOptions | AsyncClientOptions, *, may_be_async: bool) -> None:
        """Take the functions around calls and attempts, and the one that signs."""
        self._middleware = checked_functions(
            "middleware", options.get("middleware", ()), may_be_async=may_be_async
        )
        self._attempt_middleware = checked_functions(
            "attempt_middleware", options.get("attempt_middleware", ()), may_be_async=may_be_async
        )
        if (sign := options.get("sign")) is not None:
            self._sign = checked_function("sign", sign, may_be_async=may_be_async)

    @classmethod
    def _credential_names(cls) -> Sequence[str]:
        """The names of the options for credentials."""
        return ()

    @property
    def base_url(self) -> str:
        """The URL of the server, without a trailing slash."""
        return self._base_url

    @spells_out(CallOptions, dict.fromkeys(CallOptions.__annotations__, UNSET))
    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """Derive a client with other options. This client does not change.

        Deriving is cheap enough for a single call. Both clients share their connections: closing
        one closes the other.

            client.with_options(timeout=5, max_retries=0).clusters.update(...)

        Raises:
            TypeError: An option is unknown, has the wrong type, or can only be set when a client
                is created.
            ValueError: An option has an invalid value, or a header cannot be sent.
        """
        refuse_others("with_options", options, CallOptions.__optional_keys__)
        derived = type(self).__new__(type(self))
        # Names without an underscore are cached resources, which belong to this client.
        kept = {name: value for name, value in vars(self).items() if name.startswith("_")}
        body = options.get("body", {})
        vars(derived).update(kept, _settings=self._settings.changed(options, body))
        return derived

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._base_url}>"

    def __reduce__(self) -> Never:
        raise TypeError(f"{type(self).__name__} holds connections and cannot be pickled or copied")

    def _address(self, request: Request[Any]) -> str:
        """The URL of the server that a request is sent to.

        Raises:
            ValueError: The operation has its own server, whose URL is not safe.
        """
        own = request.operation.server
        if own is None:
            return self._base_url
        if own.startswith("/"):  # a path on the same server
            return str(httpx2.URL(self._base_url).copy_with(path=own.rstrip("/") or "/")).rstrip(
                "/"
            )
        if self._is_elsewhere:
            return self._base_url
        return base_url(own, allow_insecure_http=self._allow_insecure_http)

    def _complete(self, request: R) -> R:
        """The request with the parameters and members that callers add by options.

        Raises:
            ValueError: There are members, but the body is not a JSON object.
        """
        query, body = self._settings.query, self._settings.body
        if not (query or body) or request.is_complete:
            return request
        from ._extras import with_extras

        return with_extras(request, query, body)

    def _call(self, request: Request[T], settings: Settings | None = None) -> Call[T]:
        return Call(
            request,
            request.settings(self._settings) if settings is None else settings,
            budget=self._budget,
            log=self._log,
            is_closed=self._pool.is_closed,
        )

    @contextmanager
    def _turn(self, limit: RateLimit, call: Call[Any]) -> Generator[float]:
        """Seconds until a rate limit allows an attempt; another gets the turn if waiting fails.

        Raises:
            DeadlinePassed: It allows none before the deadline.
        """
        now = monotonic()
        wait = limit.take(now, call.remaining())
        if wait is None:
            raise DeadlinePassed("the rate limit leaves no turn before the deadline")
        try:
            yield wait
        except BaseException:  # such as a cancellation
            limit.give_back(now + wait)
            raise

    def _decoded(self, request: Request[T], response: Response) -> tuple[T, Sequence[Deviation]]:
        """Decode a success, and log where it deviates from the document.

        Raises:
            APIResponseError: The body cannot be decoded.
        """
        if request.is_kept_open:  # its body is read when the caller asks for it
            limit, is_closed = self._max_response_size, self._pool.is_closed
            terms = (self._settings, limit, is_closed, self._is_strict, self._watch, self._log)
            return request.result(terms, response, self), ()
        value, deviations = read(request.operation, response, strict=self._is_strict)
        if deviations and not (self._watch is not None and self._watch.is_logging):
            self._log.deviations(f"{response.operation}: {response.status_code}", deviations)
        return request.result(value, response, self), deviations

    def _success(self, request: Request[T], response: Response) -> Response:
        """Return the last response to a call if it is a success.

        Raises:
            APIStatusError: The response is not a success.
            DriftError: The response differs from the document, and `on_drift` is `"strict"`.
        """
        if self._watch is not None and not (request.is_kept_open and response.is_success):
            self._watch.look(request.operation, response)
        return succeeded(request.operation, response)


def _rate_limit(options: ServerOptions, facts: Facts) -> RateLimit | None:
    """The limit that an option asks for.

    Raises:
        ValueError: It asks for that of the document, which has none.
    """
    asked = options.get("rate_limit", DEFAULTS["rate_limit"])
    if asked is True:
        if facts.rate_limit is None:
            raise ValueError(
                f"rate_limit: the document of {facts.title} declares none: pass RateLimit(requests)"
            )
        return RateLimit(*facts.rate_limit)
    return asked or None


def _user_agent(facts: Facts) -> str:
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    transport = ".".join(httpx2.__version__.split(".")[:2])
    return f"{facts.distribution}/{facts.version} python/{python} httpx2/{transport}"
