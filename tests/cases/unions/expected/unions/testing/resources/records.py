"""Fakes of the operations of `client.records`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `records.create`."""

    _: KW_ONLY
    id: models.RecordID | UnsetType = UNSET
    at: models.RecordAt | None | UnsetType = UNSET
    paint: models.RecordPaint | UnsetType = UNSET
    size: models.RecordSize | None | UnsetType = UNSET
    owner: models.RecordOwner | UnsetType = UNSET
    payment: models.RecordPayment | UnsetType = UNSET
    places: models.RecordPlaces | UnsetType = UNSET
    data: models.Json | None | UnsetType = UNSET
    tree: models.Tree | UnsetType = UNSET


class FakeRecords(ResourceFake):
    """Fakes of the operations of `client.records`."""

    create = Returning[models.Record].of(CreateCall, "createRecord")
    """Create record."""
