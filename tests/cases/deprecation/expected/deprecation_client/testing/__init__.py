"""A fake of the Deprecation API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncDeprecation, Deprecation
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.cached_property_ import FakeCachedProperty

__all__ = ["FakeDeprecation", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeDeprecation(APIFake):
    """A fake of the Deprecation API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Deprecation)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncDeprecation)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def cached_property_(self) -> FakeCachedProperty:
        """Fakes of the operations of `client.cached_property_`."""
        from .resources.cached_property_ import FakeCachedProperty

        return FakeCachedProperty(self._board, "cached_property_")
