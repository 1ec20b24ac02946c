"""How the client authenticates: which keywords it takes, and which of them each operation needs.

Schemes that are sent in the same way are one credential: whatever the kind of a token, or the way to get
it, it is ``token``. A user and a password are ``username`` and ``password``; the one key of an API is
``api_key``, several are named after their schemes; what is left is ``authorization``, a whole header. Client
certificates are the transport's: they need no keyword.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from codegen.model.api import Api, Operation, Scheme
from codegen.naming import strategies as styles
from codegen.naming.words import Scope, Wanted
from codegen.runtime.source import options

Alternatives: TypeAlias = tuple[tuple[str, ...], ...]
"""Each names the keywords that are needed together; an empty one needs none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """What authenticates a caller; sent in one way."""

    kind: str
    """``"bearer"``, ``"basic"``, ``"key"`` or ``"authorization"``."""
    keywords: tuple[str, ...]
    schemes: tuple[Scheme, ...]
    """At least one, all sent in this way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authentication:
    """The credentials of an API."""

    credentials: tuple[Credential, ...]
    default: Alternatives
    """Those of most operations."""
    needed: Mapping[tuple[str, str], Alternatives]
    """Of each operation, by path and method."""

    @property
    def is_required(self) -> bool:
        """Whether there is no operation that can be called without a credential."""
        return bool(self.credentials) and all(
            needed and all(needed) for needed in (self.default, *self.needed.values())
        )

    @property
    def is_one_token(self) -> bool:
        """Whether one token is all there is, and all operations need it."""
        return {one.kind for one in self.credentials} == {"bearer"} and self.is_required

    def own(self, operation: Operation) -> Alternatives | None:
        """The alternatives of an operation, if they are not those of most."""
        needed = self.needed[operation.path, operation.method]
        return None if needed == self.default else needed


def authentication(api: Api) -> Authentication:
    """Name the credentials.

    Raises:
        Refused: Two schemes would have one name.
    """
    sent: dict[tuple[str, ...], list[Scheme]] = {}
    for scheme in api.schemes:
        if scheme.type != "mutualTLS":
            sent.setdefault(_way(scheme), []).append(scheme)
    keys = [schemes[0] for (kind, *_), schemes in sent.items() if kind == "key"]
    taken = {keyword for kind, *_ in sent for keyword in _KEYWORDS.get(kind, ())}
    names = dict(zip([key.name for key in keys], _names_of_keys(keys, taken), strict=True))
    credentials = tuple(
        Credential(
            kind=kind, keywords=_KEYWORDS.get(kind) or (names[schemes[0].name],), schemes=tuple(schemes)
        )
        for (kind, *_), schemes in sent.items()
    )
    keywords = {scheme.name: one.keywords for one in credentials for scheme in one.schemes}
    needed = {(one.path, one.method): _alternatives(one, keywords) for one in api.operations}
    commonest = Counter(needed.values()).most_common(1)
    default = commonest[0][0] if commonest else ()
    return Authentication(credentials=credentials, default=default, needed=needed)


_KEYWORDS = {"bearer": ("token",), "basic": ("username", "password"), "authorization": ("authorization",)}


def _way(scheme: Scheme) -> tuple[str, ...]:
    """How a scheme is sent; equal for two that are sent alike."""
    if scheme.type == "apiKey":
        is_header = scheme.location == "header"
        return "key", scheme.location, scheme.parameter.lower() if is_header else scheme.parameter
    if scheme.type == "http" and scheme.http_scheme != "bearer":
        return ("basic",) if scheme.http_scheme == "basic" else ("authorization",)
    return ("bearer",)


def _names_of_keys(keys: list[Scheme], taken: set[str]) -> list[str]:
    scope = Scope(
        what="security scheme",
        styles=(styles.snake, styles.snake_spelled),
        prefix="key_",
        reserved=options() | {"self", "options"} | taken,
    )
    overrides = [str(key.extensions.get("x-python-name") or "") or None for key in keys]
    if len(keys) == 1:
        return [overrides[0] or "api_key"]
    wanted = zip(keys, overrides, strict=True)
    return scope.choose([Wanted(key.name, key.origins[0], override) for key, override in wanted])


def _alternatives(operation: Operation, keywords: Mapping[str, tuple[str, ...]]) -> Alternatives:
    found = (
        tuple(dict.fromkeys(name for one in together for name in keywords.get(one.scheme, ())))
        for together in operation.security
    )
    several = tuple(dict.fromkeys(found))
    return () if several == ((),) else several
