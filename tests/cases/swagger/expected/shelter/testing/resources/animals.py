"""Fakes of the operations of `client.animals`."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `animals.list`."""

    _: KW_ONLY
    x_trace: UUID | str | UnsetType = UNSET
    limit: int | UnsetType = UNSET
    csv: Sequence[str] | UnsetType = UNSET
    ssv: Sequence[str] | UnsetType = UNSET
    tsv: Sequence[str] | UnsetType = UNSET
    pipes: Sequence[int] | UnsetType = UNSET
    multi: Sequence[params.AnimalMulti] | UnsetType = UNSET
    x_tags: Sequence[str] | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `animals.create`."""

    _: KW_ONLY
    body: params.AnyAnimal
    x_trace: UUID | str | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `animals.get`."""

    ids: Sequence[int]


@dataclass(eq=False, repr=False)
class SetNoteCall(Recorded):
    """A call of `animals.set_note`."""

    id: int
    _: KW_ONLY
    body: str


@dataclass(eq=False, repr=False)
class GetChartCall(Recorded):
    """A call of `animals.get_chart`."""

    id: int


@dataclass(eq=False, repr=False)
class GetPictureCall(Recorded):
    """A call of `animals.get_picture`."""

    id: int


@dataclass(eq=False, repr=False)
class AdoptCall(Recorded):
    """A call of `animals.adopt`."""

    _: KW_ONLY
    animal: int
    wishes: Sequence[str] | UnsetType = UNSET
    dates: Sequence[datetime.date] | UnsetType = UNSET
    consent: bool | UnsetType = UNSET


class FakeAnimals(ResourceFake):
    """Fakes of the operations of `client.animals`."""

    list = Returning[builtins.list[models.AnyAnimal]].of(ListCall, "listAnimals")
    """List animals."""
    create = Returning[models.AnyAnimal].of(CreateCall, "createAnimal")
    """Add an animal."""
    get = Returning[builtins.list[models.AnyAnimal]].of(GetCall, "getAnimals")
    """Get animals."""
    set_note = Returning[str].of(SetNoteCall, "setNote")
    """Set note."""
    get_chart = Returning[bytes].of(GetChartCall, "getChart")
    """Get chart."""
    get_picture = Returning[bytes].of(GetPictureCall, "getPicture")
    """Get picture."""
    adopt = Returning[models.Adoption].of(AdoptCall, "adopt")
    """Adopt."""
