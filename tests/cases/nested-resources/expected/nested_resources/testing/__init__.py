"""A fake of the Nested resources API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncNestedResources, NestedResources
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.account import FakeAccount
    from .resources.chat import FakeChat
    from .resources.licences import FakeLicences
    from .resources.reports import FakeReports
    from .resources.things import FakeThings
    from .resources.vaults import FakeVaults

__all__ = ["FakeNestedResources", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeNestedResources(APIFake):
    """A fake of the Nested resources API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(NestedResources)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncNestedResources)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def chat(self) -> FakeChat:
        """Fakes of the operations of `client.chat`."""
        from .resources.chat import FakeChat

        return FakeChat(self._board, "chat")

    @cached_property
    def reports(self) -> FakeReports:
        """Fakes of the operations of `client.reports`."""
        from .resources.reports import FakeReports

        return FakeReports(self._board, "reports")

    @cached_property
    def account(self) -> FakeAccount:
        """Fakes of the operations of `client.account`."""
        from .resources.account import FakeAccount

        return FakeAccount(self._board, "account")

    @cached_property
    def things(self) -> FakeThings:
        """Fakes of the operations of `client.things`."""
        from .resources.things import FakeThings

        return FakeThings(self._board, "things")

    @cached_property
    def vaults(self) -> FakeVaults:
        """Fakes of the operations of `client.vaults`."""
        from .resources.vaults import FakeVaults

        return FakeVaults(self._board, "vaults")

    @cached_property
    def licences(self) -> FakeLicences:
        """Fakes of the operations of `client.licences`."""
        from .resources.licences import FakeLicences

        return FakeLicences(self._board, "licences")
