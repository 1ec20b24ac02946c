"""Fakes of the operations of `client.servers`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake
from .._pages import ReturningPages
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `servers.list`."""

    _: KW_ONLY
    page: int | None | UnsetType = UNSET


class FakeServers(ResourceFake):
    """Fakes of the operations of `client.servers`."""

    list = ReturningPages[models.Server, models.ListServersResponse].of(ListCall, "listServers")
    """List servers."""
