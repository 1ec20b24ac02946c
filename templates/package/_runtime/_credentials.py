"""Clients of APIs with several credentials, or with operations that require none."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, Never, TypeVar, Unpack
from urllib.parse import quote

import httpx2

from ._call import Call
from ._client import AsyncClient, Client
from ._facts import Facts
from ._operation import Operation
from ._secret import Covered, Credentials, Secret
from ._security import Scheme, Security
from ._settings import AsyncClientOptions, ClientOptions
from ._source import AsyncKept, AsyncRenewable, AsyncSource, Kept, Renewable, Source

SourceT = TypeVar("SourceT")

_TEXT = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?", re.ASCII)
_ALLOWED = {
    "oauth": re.compile(r"[\x20-\x7e]+", re.ASCII),  # RFC 6749, appendix A
    "header": _TEXT,
    "query": _TEXT,
    "cookie": re.compile(
        r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+", re.ASCII
    ),  # RFC 6265, 4.1.1
    "token": re.compile(r"[\x21-\x7e]+", re.ASCII),
    "username": re.compile(r"[^\x00-\x1f\x7f:]+"),  # RFC 7617, section 2
    "password": re.compile(r"[^\x00-\x1f\x7f]*"),
}


class CredentialsClient(Client):
    """A client that sends the credentials that each operation accepts."""

    _security: ClassVar[Security]

    def __init__(
        self,
        credentials: Mapping[str, Source | None],
        /,
        *positional: Never,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(*positional, **options)
        given: Mapping[str, Source] = without_none(credentials)
        if not given:
            # Only then: credentials of the environment must not be sent with those of a caller.
            given = from_environment(self._facts, credentials)
        checks = _checks(self._facts, self._security, given, are_optional=self._sign is not None)
        self._kept: dict[str, Renewable[Secret]] = {
            name: Kept(given[name], check) for name, check in checks.items()
        }

    @classmethod
    def _credential_names(cls) -> Sequence[str]:
        return _names(cls._security)

    def _credentials(self, call: Call[Any]) -> Credentials | None:
        names = _chosen(
            self._facts,
            call.request.operation,
            self._security,
            self._kept,
            are_optional=self._sign is not None,
        )
        if not names:
            return None
        secrets = {name: self._kept[name].get(_refused(call.refused, name), call) for name in names}
        renewable = any(self._kept[name].renewable for name in names)
        return Signature(self._security.schemes, secrets, renewable=renewable)


class AsyncCredentialsClient(AsyncClient):
    """An async client that sends the credentials that each operation accepts."""

    _security: ClassVar[Security]

    def __init__(
        self,
        credentials: Mapping[str, AsyncSource | None],
        /,
        *positional: Never,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        super().__init__(*positional, **options)
        given: Mapping[str, AsyncSource] = without_none(credentials)
        if not given:
            # Only then: credentials of the environment must not be sent with those of a caller.
            given = from_environment(self._facts, credentials)
        checks = _checks(self._facts, self._security, given, are_optional=self._sign is not None)
        self._kept: dict[str, AsyncRenewable[Secret]] = {
            name: AsyncKept(given[name], check) for name, check in checks.items()
        }

    @classmethod
    def _credential_names(cls) -> Sequence[str]:
        return _names(cls._security)

    async def _credentials(self, call: Call[Any]) -> Credentials | None:
        names = _chosen(
            self._facts,
            call.request.operation,
            self._security,
            self._kept,
            are_optional=self._sign is not None,
        )
        if not names:
            return None
        secrets = {
            name: await self._kept[name].get(_refused(call.refused, name), call) for name in names
        }
        renewable = any(self._kept[name].renewable for name in names)
        return Signature(self._security.schemes, secrets, renewable=renewable)


def _names(security: Security) -> Sequence[str]:
    return list(dict.fromkeys(name for scheme in security.schemes for name in scheme.needs))


def without_none(credentials: Mapping[str, SourceT | None]) -> dict[str, SourceT]:
    """What is given, by name."""
    return {name: source for name, source in credentials.items() if source is not None}


def from_environment(facts: Facts, names: Iterable[str]) -> dict[str, str]:
    """What the environment has of these names."""
    found = {name: os.environ.get(_variable(facts, name)) for name in names}
    return without_none(found)


def _variable(facts: Facts, name: str) -> str:
    return f"{facts.environment}_{name.upper()}"


def _variables(facts: Facts, ways: Iterable[Sequence[str]]) -> str:
    """The environment variables of some ways to authenticate."""
    return ", ".join(dict.fromkeys(_variable(facts, name) for names in ways for name in names))


def _checks(
    facts: Facts, security: Security, given: Container[str], *, are_optional: bool
) -> dict[str, Callable[[str], Secret]]:
    """How to make secrets of the texts that are given, by name.

    Raises:
        ValueError: Nothing is given where something is needed, or half of a pair.
    """
    checks: dict[str, Callable[[str], Secret]] = {}
    for scheme in security.schemes:
        there = {name: form for name, form in scheme.needs.items() if name in given}
        missing = [name for name in scheme.needs if name not in there]
        if there and missing:
            raise ValueError(f"{missing[0]}= is required with {next(iter(there))}=")
        checks |= {name: partial(checked, name, form) for name, form in there.items()}
    if security.required and not checks and not are_optional:
        ways = security.ways(security.default)
        raise ValueError(
            f"{facts.title} requires credentials: pass {_in_words(ways)}, "
            f"or set {_variables(facts, ways)}"
        )
    return checks


def _chosen(
    facts: Facts,
    operation: Operation[Any],
    security: Security,
    given: Collection[str],
    *,
    are_optional: bool,
) -> Sequence[str]:
    """The first alternative whose credentials are given; one that needs none comes last.

    Raises:
        ValueError: There is none.
    """
    alternatives = security.default if operation.security is None else operation.security
    for names in alternatives:
        if names and all(name in given for name in names):
            return names
    if are_optional or not alternatives or any(not names for names in alternatives):
        return ()
    ways = security.ways(alternatives)
    # The environment is not read if a caller passes credentials.
    unread = "" if given else f", or set {_variables(facts, ways)}"
    raise ValueError(
        f"{operation.id} requires credentials: create the client with {_in_words(ways)}{unread}"
    )


class Signature(Covered):
    """The credentials of one attempt."""

    __slots__ = ("_schemes", "renewable", "secrets")

    def __init__(
        self, schemes: Sequence[Scheme], secrets: Mapping[str, Secret], *, renewable: bool
    ) -> None:
        """Take the secrets by name; of the schemes, those count that they are for."""
        self.secrets = secrets
        self.renewable = renewable
        self._schemes = [one for one in schemes if one.needs.keys() <= secrets.keys()]
        super().__init__(
            text for scheme in self._schemes for text in _secret_texts(scheme, self._texts(scheme))
        )

    def sign(self, url: httpx2.URL, headers: dict[str, str]) -> httpx2.URL:
        """Add the credentials, each at its place (OpenAPI 3.1.1, 4.8.27).

        A parameter of the same name goes before that of the client: it was given for this call.
        """
        pairs: list[str] = []
        for scheme in self._schemes:
            place, name, text = scheme.written(*self._texts(scheme))
            match place:
                case "header":
                    headers[name.lower()] = text
                case "query" if name not in url.params:
                    pairs.append(f"{quote(name, safe='')}={quote(text, safe='')}")
                case "cookie" if name not in _cookies(headers):
                    others = f"{headers['cookie']}; " if "cookie" in headers else ""
                    headers["cookie"] = f"{others}{name}={text}"
                case _:
                    pass
        return _CoveredURL(url, "&".join(pairs), self) if pairs else url

    def _texts(self, scheme: Scheme) -> list[str]:
        return [self.secrets[name].reveal() for name in scheme.needs]


class _CoveredURL(httpx2.URL):
    """A URL that is sent with credentials in its query, and shown without them."""

    def __init__(self, url: httpx2.URL, query: str, credentials: Credentials) -> None:
        try:
            super().__init__(f"{url}{'&' if url.query else '?'}{query}")
        except httpx2.InvalidURL:
            raise ValueError("the arguments and credentials do not fit into a URL") from None
        self._credentials = credentials

    def __str__(self) -> str:
        return self._credentials.hidden_in(super().__str__())

    def __repr__(self) -> str:
        return self._credentials.hidden_in(super().__repr__())


def _cookies(headers: Mapping[str, str]) -> set[str]:
    """The names of those that are there."""
    return {pair.partition("=")[0] for pair in headers.get("cookie", "").split("; ")}


def _refused(refused: Credentials | None, name: str) -> Secret | None:
    """The one of that name that was among those refused."""
    return refused.secrets.get(name) if isinstance(refused, Signature) else None


def _secret_texts(scheme: Scheme, texts: Sequence[str]) -> Iterable[str]:
    """The texts to cover; a user's name is a secret only if there is no password beside it."""
    *_, last = [text for text in texts if text]
    # What stands behind the name of a scheme, as in "Token 5ec12e7", is a secret without it too.
    return {last, last.rpartition(" ")[2], scheme.written(*texts)[2].rpartition(" ")[2]}


def _in_words(alternatives: Iterable[Sequence[str]]) -> str:
    """`api_key= and app_id=, or token=`."""
    return ", or ".join(" and ".join(f"{name}=" for name in names) for names in alternatives)


def checked(name: str, form: str, text: object) -> Secret:
    """Refuse an invalid credential. The error omits it: it may be one with a typo."""
    if not isinstance(text, str):
        raise TypeError(
            f"{name} must be a str, or a function that returns one, not {type(text).__name__}"
        )
    if not _ALLOWED[form].fullmatch(text):
        raise ValueError(
            f"{name} is empty or contains characters that cannot be sent, such as line breaks"
        )
    return Secret(text)
