"""Fakes of the operations of `client.servers`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `servers.list`."""

    _: KW_ONLY
    per_page: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `servers.create`."""

    _: KW_ONLY
    name: str


@dataclass(eq=False, repr=False)
class RestartCall(Recorded):
    """A call of `servers.restart`."""

    id: str


class FakeServers(ResourceFake):
    """Fakes of the operations of `client.servers`."""

    list = Returning[models.ServerList].of(ListCall, "listServers")
    """List servers."""
    create = Returning[models.Server].of(CreateCall, "createServer")
    """Create server."""
    restart = Returning[None].of(RestartCall, "restartServer")
    """Restart server."""
