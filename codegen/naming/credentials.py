"""Names the keyword arguments for credentials, and states which of them each operation accepts.

A token is ``token``; a user and a password are ``username`` and ``password``; a whole header is
``authorization``. The only API key is ``api_key``; several are named after their schemes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from codegen.model.api import Api, Scheme
from codegen.model.credentials import (
    Credential,
    CredentialKind,
    Grants,
    always_required,
    credentials_of,
    grants_of,
    has_several_credentials,
    is_one_token,
)
from codegen.model.operations import Operation
from codegen.naming import reserved, strategies
from codegen.naming.scopes import NameRequest, Scope, override_in

Alternatives: TypeAlias = tuple[tuple[str, ...], ...]
"""Alternative sets of keywords, each needed together; an empty one needs none."""


class NamedCredential(Struct, frozen=True):
    """A credential and its keyword arguments."""

    credential: Credential
    keywords: tuple[str, ...]


class Authentication(Struct, frozen=True, kw_only=True):
    """The credentials of an API by name."""

    credentials: tuple[NamedCredential, ...]
    grants: Grants | None
    """How the client can get tokens itself."""
    default: Alternatives
    """The alternatives of most operations."""
    needed: Mapping[tuple[str, str], Alternatives]
    """The alternatives of each operation, by path and method."""
    is_required: bool
    """Whether no operation can be called without a credential."""
    is_one_token: bool
    """Whether a single token is the only credential, and every operation requires it."""
    has_several: bool
    """Whether there are other credentials than a single token that every operation requires."""

    @property
    def keywords(self) -> frozenset[str]:
        """The arguments for credentials."""
        grants = GRANT_KEYWORDS if self.grants is not None else frozenset[str]()
        return grants.union(keyword for one in self.credentials for keyword in one.keywords)

    @property
    def granting(self) -> tuple[str, ...]:
        """The arguments to get tokens with that can be set in the environment."""
        if self.grants is None:
            return ()
        return ("client_id", "client_secret", *(["refresh_token"] if self.grants.refresh_url else []))

    def own(self, operation: Operation) -> Alternatives | None:
        """The alternatives of an operation, if they are not the default."""
        needed = self.needed[operation.path, operation.method]
        return None if needed == self.default else needed


def name_credentials(api: Api) -> Authentication:
    """Name the credentials.

    Raises:
        Refused: An override is not usable, or two are equal.
    """
    found = credentials_of(api)
    taken = {keyword for credential in found for keyword in _KEYWORDS.get(credential.kind, ())}
    grants = grants_of(api)
    if grants is not None:
        taken |= GRANT_KEYWORDS
    keys = [credential.schemes[0] for credential in found if credential.kind == "key"]
    key_names = iter(_names_of_keys(keys, taken))
    credentials = tuple(
        NamedCredential(credential, _KEYWORDS.get(credential.kind) or (next(key_names),))
        for credential in found
    )
    keywords = {scheme.name: one.keywords for one in credentials for scheme in one.credential.schemes}
    needed = {(one.path, one.method): _alternatives(one, keywords) for one in api.operations}
    commonest = Counter(needed.values()).most_common(1)
    return Authentication(
        credentials=credentials,
        grants=grants,
        default=commonest[0][0] if commonest else (),
        needed=needed,
        is_required=always_required(api),
        is_one_token=is_one_token(api),
        has_several=has_several_credentials(api),
    )


_KEYWORDS: Mapping[CredentialKind, tuple[str, ...]] = {
    "bearer": ("token",),
    "basic": ("username", "password"),
    "authorization": ("authorization",),
}


GRANT_KEYWORDS = frozenset({"client_id", "client_secret", "refresh_token", "oauth"})
"""The arguments of a client that gets tokens itself."""


def _names_of_keys(keys: list[Scheme], taken: set[str]) -> list[str]:
    scope = Scope(
        what="security scheme",
        strategies=(strategies.snake_name, strategies.snake_spelled),
        prefix="key_",
        reserved=reserved.credential_keywords() | taken,
    )
    only = "api_key" if len(keys) == 1 else None
    return scope.choose(
        [NameRequest(only or key.name, key.origins[0], override_in(key.extensions)) for key in keys]
    )


def _alternatives(operation: Operation, keywords: Mapping[str, tuple[str, ...]]) -> Alternatives:
    found = (
        tuple(dict.fromkeys(name for one in together for name in keywords.get(one.scheme, ())))
        for together in operation.security
    )
    alternatives = tuple(dict.fromkeys(found))
    return () if alternatives == ((),) else alternatives
