"""Clients that get access tokens by OAuth 2.0 (RFC 6749), and keep them while they are good."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, Never, Unpack

from ..errors import APIConnectionError
from ._call import Call
from ._configured import Configured, PoolT
from ._credentials import (
    AsyncCredentialsClient,
    CredentialsClient,
    checked,
    from_environment,
    without_none,
)
from ._deadline import DeadlinePassed
from ._grant import Grant, OAuth, advance
from ._operation import Request
from ._pool import AsyncPool, Pool
from ._response import Response
from ._secret import Credentials, Secret
from ._security import Security
from ._settings import AsyncClientOptions, ClientOptions
from ._source import AsyncKept, AsyncRenewable, AsyncSource, Kept, Renewable, Source
from ._token_request import AccessToken, TokenRequest

_NAMES = ("client_id", "client_secret", "refresh_token")


class _GetsTokens(Configured[PoolT]):
    """The common part of both clients."""

    _security: ClassVar[Security]

    @classmethod
    def _credential_names(cls) -> Sequence[str]:
        return [*super()._credential_names(), *_NAMES, "oauth"]

    def _address(self, request: Request[Any]) -> str:
        return "" if isinstance(request, TokenRequest) else super()._address(request)

    def _grant(self, asked: Collection[str], oauth: OAuth | None) -> Grant:
        return Grant(
            self._security.grants,
            oauth,
            refreshes="refresh_token" in asked,
            base_url=self._base_url,
            allow_insecure_http=self._allow_insecure_http,
        )


class OAuthClient(_GetsTokens[Pool], CredentialsClient):
    """A client that gets tokens itself, unless it is given one."""

    def __init__(
        self,
        credentials: Mapping[str, Source | None],
        /,
        *positional: Never,
        oauth: OAuth | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        given: Mapping[str, Source] = without_none(credentials)
        is_explicit = bool(given)
        if not given:
            given = from_environment(self._facts, credentials)
        asked = _asked(self._security, given, is_explicit=is_explicit, oauth=oauth)
        super().__init__(_others(given, asked), *positional, **options)
        if asked:
            self._kept["token"] = _Granted(
                {name: Kept(given[name], _check(name)) for name in asked},
                self._grant(asked, oauth),
                self._last_response,
                self.__pause__,
            )

    def _credentials(self, call: Call[Any]) -> Credentials | None:
        if isinstance(call.request, TokenRequest):
            return call.request.applicant
        return super()._credentials(call)


class AsyncOAuthClient(_GetsTokens[AsyncPool], AsyncCredentialsClient):
    """An async client that gets tokens itself, unless it is given one."""

    def __init__(
        self,
        credentials: Mapping[str, AsyncSource | None],
        /,
        *positional: Never,
        oauth: OAuth | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        given: Mapping[str, AsyncSource] = without_none(credentials)
        is_explicit = bool(given)
        if not given:
            given = from_environment(self._facts, credentials)
        asked = _asked(self._security, given, is_explicit=is_explicit, oauth=oauth)
        super().__init__(_others(given, asked), *positional, **options)
        if asked:
            self._kept["token"] = _AsyncGranted(
                {name: AsyncKept(given[name], _check(name)) for name in asked},
                self._grant(asked, oauth),
                self._last_response,
                self.__pause__,
            )

    async def _credentials(self, call: Call[Any]) -> Credentials | None:
        if isinstance(call.request, TokenRequest):
            return call.request.applicant
        return await super()._credentials(call)


class _Granted(Renewable[Secret]):
    """The access token of a client."""

    def __init__(
        self,
        sources: Mapping[str, Kept[Secret]],
        grant: Grant,
        send: Callable[[Call[None]], Response],
        pause: Callable[[float], None],
    ) -> None:
        super().__init__()
        self._sources = sources
        self._grant = grant
        self._send = send
        self._pause = pause

    def renew(self, call: Call[Any]) -> AccessToken:
        """Another token. The sources are asked again: they may have changed."""
        secrets = {name: source.renew(call) for name, source in self._sources.items()}
        steps = self._grant.steps(secrets)
        step = advance(steps)
        while not isinstance(step, AccessToken):
            if isinstance(step, TokenRequest):
                step = advance(steps, self._sent(call.beside(step)))
            else:
                _check_time(call, step)
                self._pause(step)
                step = advance(steps)
        return step

    def _sent(self, call: Call[None]) -> Response | APIConnectionError:
        try:
            return self._send(call)
        except APIConnectionError as error:
            return error


class _AsyncGranted(AsyncRenewable[Secret]):
    """The access token of an async client."""

    def __init__(
        self,
        sources: Mapping[str, AsyncKept[Secret]],
        grant: Grant,
        send: Callable[[Call[None]], Awaitable[Response]],
        pause: Callable[[float], Awaitable[None]],
    ) -> None:
        super().__init__()
        self._sources = sources
        self._grant = grant
        self._send = send
        self._pause = pause

    async def renew(self, call: Call[Any]) -> AccessToken:
        """Another token. The sources are asked again: they may have changed."""
        secrets = {name: await source.renew(call) for name, source in self._sources.items()}
        steps = self._grant.steps(secrets)
        step = advance(steps)
        while not isinstance(step, AccessToken):
            if isinstance(step, TokenRequest):
                step = advance(steps, await self._sent(call.beside(step)))
            else:
                _check_time(call, step)
                await self._pause(step)
                step = advance(steps)
        return step

    async def _sent(self, call: Call[None]) -> Response | APIConnectionError:
        try:
            return await self._send(call)
        except APIConnectionError as error:
            return error


def _check_time(call: Call[Any], pause: float) -> None:
    """Check that a pause leaves time for another request.

    Raises:
        DeadlinePassed: It does not.
    """
    if (left := call.remaining()) is not None and left <= pause:
        raise DeadlinePassed


def _asked(
    security: Security, given: Collection[str], *, is_explicit: bool, oauth: OAuth | None
) -> Sequence[str]:
    """What is given to get tokens with; nothing if a token is given.

    Raises:
        ValueError: A part is missing, or a token is passed beside it.
    """
    there = [name for name in _NAMES if name in given]
    if "token" in given:
        if is_explicit and there:
            raise ValueError(f"token= and {there[0]}= cannot both be passed")
        there = []
    if not there:
        if oauth is not None:
            raise ValueError("oauth= is for a client that gets tokens itself: pass client_id=")
        return ()
    is_enough = "refresh_token" in there or (oauth is not None and oauth.on_device is not None)
    needed = ["client_id"] if is_enough else security.grants.needed
    for name in needed:
        if name not in there:
            raise ValueError(f"{name}= is required with {there[0]}=")
    return there


def _others(given: Mapping[str, Any], asked: Collection[str]) -> Mapping[str, Any]:
    """The credentials that are not for getting tokens; the token comes later."""
    others = {name: given[name] for name in given if name not in _NAMES}
    return {**others, "token": _later} if asked else others


def _later() -> str:
    raise NotImplementedError


def _check(name: str) -> Callable[[str], Secret]:
    return partial(checked, name, "oauth")
