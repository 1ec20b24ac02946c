"""Fakes of the operations of `client.records`."""

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
    """A call of `records.create`."""

    _: KW_ONLY
    id: params.RecordID | UnsetType = UNSET
    at: params.RecordAt | None | UnsetType = UNSET
    paint: params.RecordPaint | UnsetType = UNSET
    size: params.RecordSize | None | UnsetType = UNSET
    owner: params.RecordOwner | UnsetType = UNSET
    payment: params.RecordPayment | UnsetType = UNSET
    places: params.RecordPlaces | UnsetType = UNSET
    data: params.Json | None | UnsetType = UNSET
    tree: params.Tree | UnsetType = UNSET


class FakeRecords(ResourceFake):
    """Fakes of the operations of `client.records`."""

    create = Returning[models.Record].of(CreateCall, "createRecord")
    """Create record."""
