"""A fake of the Multipart API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncMultipart, Multipart
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.uploads import FakeUploads

__all__ = ["FakeMultipart", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeMultipart(APIFake):
    """A fake of the Multipart API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Multipart)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncMultipart)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def uploads(self) -> FakeUploads:
        """Fakes of the operations of `client.uploads`."""
        from .resources.uploads import FakeUploads

        return FakeUploads(self._board, "uploads")
