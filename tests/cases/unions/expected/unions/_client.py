"""The sync and the async client for the Unions API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.pets import AsyncPets, Pets
    from .resources.records import AsyncRecords, Records
    from .resources.shapes import AsyncShapes, Shapes


class Unions(Client):
    """A client for the Unions API.

    `base_url` defaults to the environment variable `UNIONS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def pets(self) -> Pets:
        """The operations of `Pets`, under `/pets`."""
        from .resources.pets import Pets

        return Pets(self)

    @cached_property
    def shapes(self) -> Shapes:
        """The operations of `Shapes`, under `/shapes`."""
        from .resources.shapes import Shapes

        return Shapes(self)

    @cached_property
    def records(self) -> Records:
        """The operations of `Records`, under `/records`."""
        from .resources.records import Records

        return Records(self)


class AsyncUnions(AsyncClient):
    """An async client for the Unions API.

    Async counterpart of `Unions`.

    `base_url` defaults to the environment variable `UNIONS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def pets(self) -> AsyncPets:
        """The operations of `Pets`, under `/pets`."""
        from .resources.pets import AsyncPets

        return AsyncPets(self)

    @cached_property
    def shapes(self) -> AsyncShapes:
        """The operations of `Shapes`, under `/shapes`."""
        from .resources.shapes import AsyncShapes

        return AsyncShapes(self)

    @cached_property
    def records(self) -> AsyncRecords:
        """The operations of `Records`, under `/records`."""
        from .resources.records import AsyncRecords

        return AsyncRecords(self)
