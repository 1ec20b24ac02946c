"""A fake of the Descriptions API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncDescriptions, Descriptions
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.parcels import FakeParcels

__all__ = ["FakeDescriptions", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeDescriptions(APIFake):
    """A fake of the Descriptions API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Descriptions)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncDescriptions)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def parcels(self) -> FakeParcels:
        """Fakes of the operations of `client.parcels`."""
        from .resources.parcels import FakeParcels

        return FakeParcels(self._board, "parcels")
