"""Fakes of the operations of `client.rooms`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import UNSET, UnsetType

from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `rooms.get`."""

    name: str
    number: int
    height: float
    open: bool
    day: datetime.date
    id: UUID | str
    beds: Sequence[int]


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `rooms.list`."""

    _: KW_ONLY
    hotel: str
    x_request_id: UUID | str
    limit: int | UnsetType = UNSET
    min_height: float | UnsetType = UNSET
    free: bool | UnsetType = UNSET
    from_: datetime.datetime | UnsetType = UNSET
    id: Sequence[UUID | str] | UnsetType = UNSET
    view: params.View | UnsetType = UNSET
    x_retries: int | UnsetType = UNSET


class FakeRooms(ResourceFake):
    """Fakes of the operations of `client.rooms`."""

    get = Returning[None].of(GetCall, "getRoom")
    """Get room."""
    list = Returning[None].of(ListCall, "listRooms")
    """List rooms."""
