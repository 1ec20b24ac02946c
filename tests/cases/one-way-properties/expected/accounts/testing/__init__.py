"""A fake of the Accounts API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import Accounts, AsyncAccounts
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.accounts import FakeAccountsResource
    from .resources.clusters import FakeClusters
    from .resources.files import FakeFiles
    from .resources.members import FakeMembers
    from .resources.sessions import FakeSessions
    from .resources.teams import FakeTeams

__all__ = ["FakeAccounts", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeAccounts(APIFake):
    """A fake of the Accounts API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Accounts)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncAccounts)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def accounts(self) -> FakeAccountsResource:
        """Fakes of the operations of `client.accounts`."""
        from .resources.accounts import FakeAccountsResource

        return FakeAccountsResource(self._board, "accounts")

    @cached_property
    def teams(self) -> FakeTeams:
        """Fakes of the operations of `client.teams`."""
        from .resources.teams import FakeTeams

        return FakeTeams(self._board, "teams")

    @cached_property
    def members(self) -> FakeMembers:
        """Fakes of the operations of `client.members`."""
        from .resources.members import FakeMembers

        return FakeMembers(self._board, "members")

    @cached_property
    def sessions(self) -> FakeSessions:
        """Fakes of the operations of `client.sessions`."""
        from .resources.sessions import FakeSessions

        return FakeSessions(self._board, "sessions")

    @cached_property
    def files(self) -> FakeFiles:
        """Fakes of the operations of `client.files`."""
        from .resources.files import FakeFiles

        return FakeFiles(self._board, "files")

    @cached_property
    def clusters(self) -> FakeClusters:
        """Fakes of the operations of `client.clusters`."""
        from .resources.clusters import FakeClusters

        return FakeClusters(self._board, "clusters")
