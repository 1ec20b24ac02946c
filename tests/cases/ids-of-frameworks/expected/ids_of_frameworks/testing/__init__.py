"""A fake of the Ids of frameworks API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncIdsOfFrameworks, IdsOfFrameworks
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.cats import FakeCats
    from .resources.files import FakeFiles
    from .resources.login import FakeLogin
    from .resources.owner import FakeOwner
    from .resources.pet import FakePet
    from .resources.token import FakeToken
    from .resources.users import FakeUsers

__all__ = ["FakeIdsOfFrameworks", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeIdsOfFrameworks(APIFake):
    """A fake of the Ids of frameworks API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(IdsOfFrameworks)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncIdsOfFrameworks)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def users(self) -> FakeUsers:
        """Fakes of the operations of `client.users`."""
        from .resources.users import FakeUsers

        return FakeUsers(self._board, "users")

    @cached_property
    def cats(self) -> FakeCats:
        """Fakes of the operations of `client.cats`."""
        from .resources.cats import FakeCats

        return FakeCats(self._board, "cats")

    @cached_property
    def pet(self) -> FakePet:
        """Fakes of the operations of `client.pet`."""
        from .resources.pet import FakePet

        return FakePet(self._board, "pet")

    @cached_property
    def owner(self) -> FakeOwner:
        """Fakes of the operations of `client.owner`."""
        from .resources.owner import FakeOwner

        return FakeOwner(self._board, "owner")

    @cached_property
    def files(self) -> FakeFiles:
        """Fakes of the operations of `client.files`."""
        from .resources.files import FakeFiles

        return FakeFiles(self._board, "files")

    @cached_property
    def login(self) -> FakeLogin:
        """Fakes of the operations of `client.login`."""
        from .resources.login import FakeLogin

        return FakeLogin(self._board, "login")

    @cached_property
    def token(self) -> FakeToken:
        """Fakes of the operations of `client.token`."""
        from .resources.token import FakeToken

        return FakeToken(self._board, "token")
