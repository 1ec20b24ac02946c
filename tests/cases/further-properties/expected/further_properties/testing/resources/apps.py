"""Fakes of the operations of `client.apps`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `apps.create`."""

    _: KW_ONLY
    name: str
    permissions: models.Permissions | UnsetType = UNSET
    settings: models.AppSettings | UnsetType = UNSET
    odd: models.Odd | UnsetType = UNSET
    limits: models.Limits | UnsetType = UNSET


class FakeApps(ResourceFake):
    """Fakes of the operations of `client.apps`."""

    create = Returning[models.App].of(CreateCall, "createApp")
    """Create app."""
