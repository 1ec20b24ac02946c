"""A fake of the Forms API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncForms, Forms
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.charges import FakeCharges

__all__ = ["FakeForms", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeForms(APIFake):
    """A fake of the Forms API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Forms)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncForms)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def charges(self) -> FakeCharges:
        """Fakes of the operations of `client.charges`."""
        from .resources.charges import FakeCharges

        return FakeCharges(self._board, "charges")
