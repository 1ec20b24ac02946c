"""Fakes of the operations of `client.registry.robot_accounts`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from uuid import UUID

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `registry.robot_accounts.list`."""

    org_id: UUID | str


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `registry.robot_accounts.create`."""

    org_id: UUID | str
    _: KW_ONLY
    name: str
    permissions: Sequence[str] | UnsetType = UNSET


class FakeRegistryRobotAccounts(ResourceFake):
    """Fakes of the operations of `client.registry.robot_accounts`."""

    list = Returning[models.RobotAccountList].of(ListCall, "listRobotAccounts")
    """List robot accounts."""
    create = Returning[models.CreatedRobotAccount].of(CreateCall, "createRobotAccount")
    """Create a robot account."""
