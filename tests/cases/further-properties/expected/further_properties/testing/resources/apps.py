"""Fakes of the operations of `client.apps`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `apps.create`."""

    _: KW_ONLY
    name: str
    permissions: params.Permissions | UnsetType = UNSET
    settings: params.AppSettings | UnsetType = UNSET
    odd: params.Odd | UnsetType = UNSET
    limits: params.Limits | UnsetType = UNSET


class FakeApps(ResourceFake):
    """Fakes of the operations of `client.apps`."""

    create = Returning[models.App].of(CreateCall, "createApp")
    """Create app."""
