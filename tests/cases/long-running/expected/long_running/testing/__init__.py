"""A fake of the Long Running API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncLongRunning, LongRunning
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.disks import FakeDisks
    from .resources.exports import FakeExports

__all__ = ["FakeLongRunning", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeLongRunning(APIFake):
    """A fake of the Long Running API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(LongRunning)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncLongRunning)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def disks(self) -> FakeDisks:
        """Fakes of the operations of `client.disks`."""
        from .resources.disks import FakeDisks

        return FakeDisks(self._board, "disks")

    @cached_property
    def exports(self) -> FakeExports:
        """Fakes of the operations of `client.exports`."""
        from .resources.exports import FakeExports

        return FakeExports(self._board, "exports")
