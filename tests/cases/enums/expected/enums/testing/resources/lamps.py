"""Fakes of the operations of `client.lamps`."""

from __future__ import annotations

from collections.abc import Sequence
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
    """A call of `lamps.create`."""

    _: KW_ONLY
    colour: params.Colour
    mood: params.Mood | None
    level: params.Level | UnsetType = UNSET
    levels: Sequence[params.Level] | UnsetType = UNSET
    socket: params.LampSocket | UnsetType = UNSET
    kind: params.LampKind | UnsetType = UNSET
    reach: params.LampReach | UnsetType = UNSET
    size: params.LampSize | UnsetType = UNSET
    state: params.State | UnsetType = UNSET
    phase: params.Phase | UnsetType = UNSET


class FakeLamps(ResourceFake):
    """Fakes of the operations of `client.lamps`."""

    create = Returning[models.Lamp].of(CreateCall, "createLamp")
    """Create lamp."""
