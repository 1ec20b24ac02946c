"""Fakes of the operations of `client.vaults`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._declared import ResourceFake

if TYPE_CHECKING:
    from .vaults_secrets import FakeVaultsSecrets


class FakeVaults(ResourceFake):
    """Fakes of the operations of `client.vaults`."""

    @cached_property
    def secrets(self) -> FakeVaultsSecrets:
        """Fakes of the operations of `client.vaults.secrets`."""
        from .vaults_secrets import FakeVaultsSecrets

        return FakeVaultsSecrets(self._board, "vaults.secrets")
