"""Fakes of the operations of `client.client`."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class CallsCall(Recorded):
    """A call of `client.calls`."""

    id: str
    _: KW_ONLY
    returns: str | UnsetType = UNSET
    models_: str | UnsetType = UNSET
    date: datetime.date | UnsetType = UNSET
    list: Sequence[str] | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class ReturnsCall(Recorded):
    """A call of `client.returns`."""

    id: str


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `client.list`."""


class FakeClientResource(ResourceFake):
    """Fakes of the operations of `client.client`."""

    calls = Returning[str].of(CallsCall, "calls")
    """Calls."""
    returns = Returning[None].of(ReturnsCall, "returns")
    """Returns."""
    list = Returning[builtins.list[int]].of(ListCall, "list")
    """List."""
