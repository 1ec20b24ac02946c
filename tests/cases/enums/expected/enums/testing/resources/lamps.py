"""Fakes of the operations of `client.lamps`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `lamps.create`."""

    _: KW_ONLY
    colour: models.Colour
    mood: models.Mood | None
    level: models.Level | UnsetType = UNSET
    levels: list[models.Level] | UnsetType = UNSET
    socket: models.LampSocket | UnsetType = UNSET
    kind: models.LampKind | UnsetType = UNSET
    reach: models.LampReach | UnsetType = UNSET
    size: models.LampSize | UnsetType = UNSET


class FakeLamps(ResourceFake):
    """Fakes of the operations of `client.lamps`."""

    create = Returning[models.Lamp].of(CreateCall, "createLamp")
    """Create lamp."""
