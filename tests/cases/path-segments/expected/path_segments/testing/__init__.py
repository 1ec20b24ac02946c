"""A fake of the Path Segments API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncPathSegments, PathSegments
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.files import FakeFiles
    from .resources.locks import FakeLocks
    from .resources.projects import FakeProjects

__all__ = ["FakePathSegments", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakePathSegments(APIFake):
    """A fake of the Path Segments API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(PathSegments)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncPathSegments)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def files(self) -> FakeFiles:
        """Fakes of the operations of `client.files`."""
        from .resources.files import FakeFiles

        return FakeFiles(self._board, "files")

    @cached_property
    def locks(self) -> FakeLocks:
        """Fakes of the operations of `client.locks`."""
        from .resources.locks import FakeLocks

        return FakeLocks(self._board, "locks")

    @cached_property
    def projects(self) -> FakeProjects:
        """Fakes of the operations of `client.projects`."""
        from .resources.projects import FakeProjects

        return FakeProjects(self._board, "projects")
