"""A fake of the Further properties API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncFurtherProperties, FurtherProperties
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.apps import FakeApps

__all__ = [
    "FakeFurtherProperties",
    "SentPart",
    "SentRequest",
    "UnexpectedCall",
    "UnusedExpectation",
]


class FakeFurtherProperties(APIFake):
    """A fake of the Further properties API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(FurtherProperties)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncFurtherProperties)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def apps(self) -> FakeApps:
        """Fakes of the operations of `client.apps`."""
        from .resources.apps import FakeApps

        return FakeApps(self._board, "apps")
