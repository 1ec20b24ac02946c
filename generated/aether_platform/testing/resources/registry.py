"""Fakes of the operations of `client.registry`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from .registry_robot_accounts import FakeRegistryRobotAccounts


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `registry.get`."""

    org_id: UUID | str


@dataclass(eq=False, repr=False)
class EnableCall(Recorded):
    """A call of `registry.enable`."""

    org_id: UUID | str


class FakeRegistry(ResourceFake):
    """Fakes of the operations of `client.registry`."""

    @cached_property
    def robot_accounts(self) -> FakeRegistryRobotAccounts:
        """Fakes of the operations of `client.registry.robot_accounts`."""
        from .registry_robot_accounts import FakeRegistryRobotAccounts

        return FakeRegistryRobotAccounts(self._board, "registry.robot_accounts")

    get = Returning[models.RegistryState].of(GetCall, "getRegistry")
    """Get the registry."""
    enable = Returning[models.EnabledRegistry].of(EnableCall, "enableRegistry")
    """Enable the registry."""
