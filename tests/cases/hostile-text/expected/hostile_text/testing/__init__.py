"""A fake of the Hostile text API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncHostileText, HostileText
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.texts import FakeTexts

__all__ = ["FakeHostileText", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeHostileText(APIFake):
    """A fake of the Hostile text API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(HostileText)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncHostileText)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def texts(self) -> FakeTexts:
        """Fakes of the operations of `client.texts`."""
        from .resources.texts import FakeTexts

        return FakeTexts(self._board, "texts")
