"""A fake of the Declared pages API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncDeclaredPages, DeclaredPages
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.fern import FakeFern
    from .resources.ours import FakeOurs
    from .resources.speakeasy import FakeSpeakeasy

__all__ = ["FakeDeclaredPages", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeDeclaredPages(APIFake):
    """A fake of the Declared pages API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(DeclaredPages)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncDeclaredPages)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def ours(self) -> FakeOurs:
        """Fakes of the operations of `client.ours`."""
        from .resources.ours import FakeOurs

        return FakeOurs(self._board, "ours")

    @cached_property
    def speakeasy(self) -> FakeSpeakeasy:
        """Fakes of the operations of `client.speakeasy`."""
        from .resources.speakeasy import FakeSpeakeasy

        return FakeSpeakeasy(self._board, "speakeasy")

    @cached_property
    def fern(self) -> FakeFern:
        """Fakes of the operations of `client.fern`."""
        from .resources.fern import FakeFern

        return FakeFern(self._board, "fern")
