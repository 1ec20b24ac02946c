"""The sync and the async client for the Methods named like builtins API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.sets import AsyncSets, Sets


class MethodsNamedLikeBuiltins(Client):
    """A client for the Methods named like builtins API.

    `base_url` defaults to the environment variable `METHODS_NAMED_LIKE_BUILTINS_BASE_URL`, if it is
    set.
    """

    _facts = FACTS

    @cached_property
    def sets(self) -> Sets:
        """The operations of `Sets`, under `/sets`."""
        from .resources.sets import Sets

        return Sets(self)


class AsyncMethodsNamedLikeBuiltins(AsyncClient):
    """An async client for the Methods named like builtins API.

    Async counterpart of `MethodsNamedLikeBuiltins`.

    `base_url` defaults to the environment variable `METHODS_NAMED_LIKE_BUILTINS_BASE_URL`, if it is
    set.
    """

    _facts = FACTS

    @cached_property
    def sets(self) -> AsyncSets:
        """The operations of `Sets`, under `/sets`."""
        from .resources.sets import AsyncSets

        return AsyncSets(self)
