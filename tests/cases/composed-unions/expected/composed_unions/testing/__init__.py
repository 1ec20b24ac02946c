"""A fake of the Composed unions API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncComposedUnions, ComposedUnions
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.cargo import FakeCargo
    from .resources.crew import FakeCrew
    from .resources.leases import FakeLeases
    from .resources.measurements import FakeMeasurements
    from .resources.notices import FakeNotices
    from .resources.ships import FakeShips

__all__ = ["FakeComposedUnions", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeComposedUnions(APIFake):
    """A fake of the Composed unions API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(ComposedUnions)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncComposedUnions)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def ships(self) -> FakeShips:
        """Fakes of the operations of `client.ships`."""
        from .resources.ships import FakeShips

        return FakeShips(self._board, "ships")

    @cached_property
    def cargo(self) -> FakeCargo:
        """Fakes of the operations of `client.cargo`."""
        from .resources.cargo import FakeCargo

        return FakeCargo(self._board, "cargo")

    @cached_property
    def measurements(self) -> FakeMeasurements:
        """Fakes of the operations of `client.measurements`."""
        from .resources.measurements import FakeMeasurements

        return FakeMeasurements(self._board, "measurements")

    @cached_property
    def notices(self) -> FakeNotices:
        """Fakes of the operations of `client.notices`."""
        from .resources.notices import FakeNotices

        return FakeNotices(self._board, "notices")

    @cached_property
    def leases(self) -> FakeLeases:
        """Fakes of the operations of `client.leases`."""
        from .resources.leases import FakeLeases

        return FakeLeases(self._board, "leases")

    @cached_property
    def crew(self) -> FakeCrew:
        """Fakes of the operations of `client.crew`."""
        from .resources.crew import FakeCrew

        return FakeCrew(self._board, "crew")
