"""The operations of `vaults`, under `/x`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Resource

if TYPE_CHECKING:
    from .vaults_secrets import AsyncVaultsSecrets, VaultsSecrets


class Vaults(Resource):
    """The operations of `vaults`, under `/x`."""

    @cached_property
    def secrets(self) -> VaultsSecrets:
        """The operations of `secrets`, under `/x`."""
        from .vaults_secrets import VaultsSecrets

        return VaultsSecrets(self._client)


class AsyncVaults(AsyncResource):
    """The operations of `vaults`, under `/x`.

    Async counterpart of `Vaults`.
    """

    @cached_property
    def secrets(self) -> AsyncVaultsSecrets:
        """The operations of `secrets`, under `/x`."""
        from .vaults_secrets import AsyncVaultsSecrets

        return AsyncVaultsSecrets(self._client)
