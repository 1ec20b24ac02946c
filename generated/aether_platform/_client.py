"""The sync and the async client for the Aether Platform API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._token import AsyncTokenClient, TokenClient

if TYPE_CHECKING:
    from .resources.clusters import AsyncClusters, Clusters


class AetherPlatform(TokenClient):
    """A client for the Aether Platform API.

    Managed Kubernetes clusters.

    Every request requires a token. A token belongs to one organization and gives access only to the
    resources of that organization.

    A token may send 100 requests per minute. Further requests are rejected with status 429.

    `token` defaults to the environment variable `AETHER_PLATFORM_TOKEN`. `base_url` defaults to the
    environment variable `AETHER_PLATFORM_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def clusters(self) -> Clusters:
        """Kubernetes clusters of an organization."""
        from .resources.clusters import Clusters

        return Clusters(self)


class AsyncAetherPlatform(AsyncTokenClient):
    """An async client for the Aether Platform API.

    Async counterpart of `AetherPlatform`.

    `token` defaults to the environment variable `AETHER_PLATFORM_TOKEN`. `base_url` defaults to the
    environment variable `AETHER_PLATFORM_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def clusters(self) -> AsyncClusters:
        """Kubernetes clusters of an organization."""
        from .resources.clusters import AsyncClusters

        return AsyncClusters(self)
