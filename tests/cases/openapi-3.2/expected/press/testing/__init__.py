"""A fake of the Press API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncPress, Press
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.articles import FakeArticles

__all__ = ["FakePress", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakePress(APIFake):
    """A fake of the Press API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Press)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncPress)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def articles(self) -> FakeArticles:
        """Fakes of the operations of `client.articles`."""
        from .resources.articles import FakeArticles

        return FakeArticles(self._board, "articles")
