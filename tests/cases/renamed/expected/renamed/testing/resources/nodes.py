"""Fakes of the operations of `client.nodes`."""

from __future__ import annotations

import builtins
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `nodes.list`."""

    cluster_id: str
    _: KW_ONLY
    order: params.NodeOrder
    page_size: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `nodes.create`."""

    _: KW_ONLY
    body: params.Node


class FakeNodes(ResourceFake):
    """Fakes of the operations of `client.nodes`."""

    list = Returning[builtins.list[models.Node]].of(ListCall, "listNodes")
    """List nodes."""
    list_machines = list
    """The former name of `list`."""
    create = Returning[models.Report].of(CreateCall, "createNode")
    """Create node."""
