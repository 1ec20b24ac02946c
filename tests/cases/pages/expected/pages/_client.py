"""The sync and the async client for the Pages API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.charges import AsyncCharges, Charges
    from .resources.clusters import AsyncClusters, Clusters
    from .resources.colours import AsyncColours, Colours
    from .resources.pets import AsyncPets, Pets
    from .resources.points import AsyncPoints, Points
    from .resources.repos import AsyncRepos, Repos
    from .resources.servers import AsyncServers, Servers
    from .resources.songs import AsyncSongs, Songs
    from .resources.tags import AsyncTags, Tags


class Pages(Client):
    """A client for the Pages API.

    `base_url` defaults to the environment variable `PAGES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def clusters(self) -> Clusters:
        """The operations of `clusters`, under `/clusters`."""
        from .resources.clusters import Clusters

        return Clusters(self)

    @cached_property
    def charges(self) -> Charges:
        """The operations of `charges`, under `/charges`."""
        from .resources.charges import Charges

        return Charges(self)

    @cached_property
    def tags(self) -> Tags:
        """The operations of `tags`, under `/tags`."""
        from .resources.tags import Tags

        return Tags(self)

    @cached_property
    def repos(self) -> Repos:
        """The operations of `repos`, under `/repos`."""
        from .resources.repos import Repos

        return Repos(self)

    @cached_property
    def servers(self) -> Servers:
        """The operations of `servers`, under `/servers`."""
        from .resources.servers import Servers

        return Servers(self)

    @cached_property
    def songs(self) -> Songs:
        """The operations of `songs`, under `/songs`."""
        from .resources.songs import Songs

        return Songs(self)

    @cached_property
    def points(self) -> Points:
        """The operations of `points`, under `/points`."""
        from .resources.points import Points

        return Points(self)

    @cached_property
    def pets(self) -> Pets:
        """The operations of `pets`, under `/pets`."""
        from .resources.pets import Pets

        return Pets(self)

    @cached_property
    def colours(self) -> Colours:
        """The operations of `colours`."""
        from .resources.colours import Colours

        return Colours(self)


class AsyncPages(AsyncClient):
    """An async client for the Pages API.

    Async counterpart of `Pages`.

    `base_url` defaults to the environment variable `PAGES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def clusters(self) -> AsyncClusters:
        """The operations of `clusters`, under `/clusters`."""
        from .resources.clusters import AsyncClusters

        return AsyncClusters(self)

    @cached_property
    def charges(self) -> AsyncCharges:
        """The operations of `charges`, under `/charges`."""
        from .resources.charges import AsyncCharges

        return AsyncCharges(self)

    @cached_property
    def tags(self) -> AsyncTags:
        """The operations of `tags`, under `/tags`."""
        from .resources.tags import AsyncTags

        return AsyncTags(self)

    @cached_property
    def repos(self) -> AsyncRepos:
        """The operations of `repos`, under `/repos`."""
        from .resources.repos import AsyncRepos

        return AsyncRepos(self)

    @cached_property
    def servers(self) -> AsyncServers:
        """The operations of `servers`, under `/servers`."""
        from .resources.servers import AsyncServers

        return AsyncServers(self)

    @cached_property
    def songs(self) -> AsyncSongs:
        """The operations of `songs`, under `/songs`."""
        from .resources.songs import AsyncSongs

        return AsyncSongs(self)

    @cached_property
    def points(self) -> AsyncPoints:
        """The operations of `points`, under `/points`."""
        from .resources.points import AsyncPoints

        return AsyncPoints(self)

    @cached_property
    def pets(self) -> AsyncPets:
        """The operations of `pets`, under `/pets`."""
        from .resources.pets import AsyncPets

        return AsyncPets(self)

    @cached_property
    def colours(self) -> AsyncColours:
        """The operations of `colours`."""
        from .resources.colours import AsyncColours

        return AsyncColours(self)
