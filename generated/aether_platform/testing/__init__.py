"""A fake of the Aether Platform API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AetherPlatform, AsyncAetherPlatform
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.api_tokens import FakeAPITokens
    from .resources.billing import FakeBilling
    from .resources.clusters import FakeClusters
    from .resources.organizations import FakeOrganizations
    from .resources.registry import FakeRegistry

__all__ = ["FakeAetherPlatform", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeAetherPlatform(APIFake):
    """A fake of the Aether Platform API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(AetherPlatform)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncAetherPlatform)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def organizations(self) -> FakeOrganizations:
        """Fakes of the operations of `client.organizations`."""
        from .resources.organizations import FakeOrganizations

        return FakeOrganizations(self._board, "organizations")

    @cached_property
    def api_tokens(self) -> FakeAPITokens:
        """Fakes of the operations of `client.api_tokens`."""
        from .resources.api_tokens import FakeAPITokens

        return FakeAPITokens(self._board, "api_tokens")

    @cached_property
    def clusters(self) -> FakeClusters:
        """Fakes of the operations of `client.clusters`."""
        from .resources.clusters import FakeClusters

        return FakeClusters(self._board, "clusters")

    @cached_property
    def registry(self) -> FakeRegistry:
        """Fakes of the operations of `client.registry`."""
        from .resources.registry import FakeRegistry

        return FakeRegistry(self._board, "registry")

    @cached_property
    def billing(self) -> FakeBilling:
        """Fakes of the operations of `client.billing`."""
        from .resources.billing import FakeBilling

        return FakeBilling(self._board, "billing")
