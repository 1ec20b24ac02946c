"""The sync and the async client for the Composed unions API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.cargo import AsyncCargo, Cargo
    from .resources.crew import AsyncCrew, Crew
    from .resources.measurements import AsyncMeasurements, Measurements
    from .resources.notices import AsyncNotices, Notices
    from .resources.ships import AsyncShips, Ships


class ComposedUnions(Client):
    """A client for the Composed unions API.

    Unions beside and within other schemas.

    `base_url` defaults to the environment variable `COMPOSED_UNIONS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def ships(self) -> Ships:
        """The operations of `ships`, under `/ships`."""
        from .resources.ships import Ships

        return Ships(self)

    @cached_property
    def cargo(self) -> Cargo:
        """The operations of `cargo`, under `/cargo`."""
        from .resources.cargo import Cargo

        return Cargo(self)

    @cached_property
    def measurements(self) -> Measurements:
        """The operations of `measurements`, under `/measurement`."""
        from .resources.measurements import Measurements

        return Measurements(self)

    @cached_property
    def notices(self) -> Notices:
        """The operations of `notices`, under `/notice`."""
        from .resources.notices import Notices

        return Notices(self)

    @cached_property
    def crew(self) -> Crew:
        """The operations of `crew`, under `/crew`."""
        from .resources.crew import Crew

        return Crew(self)


class AsyncComposedUnions(AsyncClient):
    """An async client for the Composed unions API.

    Async counterpart of `ComposedUnions`.

    `base_url` defaults to the environment variable `COMPOSED_UNIONS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def ships(self) -> AsyncShips:
        """The operations of `ships`, under `/ships`."""
        from .resources.ships import AsyncShips

        return AsyncShips(self)

    @cached_property
    def cargo(self) -> AsyncCargo:
        """The operations of `cargo`, under `/cargo`."""
        from .resources.cargo import AsyncCargo

        return AsyncCargo(self)

    @cached_property
    def measurements(self) -> AsyncMeasurements:
        """The operations of `measurements`, under `/measurement`."""
        from .resources.measurements import AsyncMeasurements

        return AsyncMeasurements(self)

    @cached_property
    def notices(self) -> AsyncNotices:
        """The operations of `notices`, under `/notice`."""
        from .resources.notices import AsyncNotices

        return AsyncNotices(self)

    @cached_property
    def crew(self) -> AsyncCrew:
        """The operations of `crew`, under `/crew`."""
        from .resources.crew import AsyncCrew

        return AsyncCrew(self)
