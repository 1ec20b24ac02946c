"""A fake of the Several responses API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncSeveralResponses, SeveralResponses
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.files import FakeFiles

__all__ = ["FakeSeveralResponses", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeSeveralResponses(APIFake):
    """A fake of the Several responses API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(SeveralResponses)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncSeveralResponses)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def files(self) -> FakeFiles:
        """Fakes of the operations of `client.files`."""
        from .resources.files import FakeFiles

        return FakeFiles(self._board, "files")
