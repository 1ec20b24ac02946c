"""A fake of the Methods named like builtins API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncMethodsNamedLikeBuiltins, MethodsNamedLikeBuiltins
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.sets import FakeSets

__all__ = [
    "FakeMethodsNamedLikeBuiltins",
    "SentPart",
    "SentRequest",
    "UnexpectedCall",
    "UnusedExpectation",
]


class FakeMethodsNamedLikeBuiltins(APIFake):
    """A fake of the Methods named like builtins API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(MethodsNamedLikeBuiltins)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncMethodsNamedLikeBuiltins)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def sets(self) -> FakeSets:
        """Fakes of the operations of `client.sets`."""
        from .resources.sets import FakeSets

        return FakeSets(self._board, "sets")
