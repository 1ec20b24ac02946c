"""A fake of the Awkward names API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncAwkwardNames, AwkwardNames
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.import_ import FakeImport

__all__ = ["FakeAwkwardNames", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeAwkwardNames(APIFake):
    """A fake of the Awkward names API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(AwkwardNames)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncAwkwardNames)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def import_(self) -> FakeImport:
        """Fakes of the operations of `client.import_`."""
        from .resources.import_ import FakeImport

        return FakeImport(self._board, "import_")
