"""Fakes of the operations of `client.parcels`."""

from __future__ import annotations

import builtins
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
class ListCall(Recorded):
    """A call of `parcels.list`."""

    _: KW_ONLY
    sort: params.SortOrder | UnsetType = UNSET
    page: int | UnsetType = UNSET
    filter: str | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `parcels.create`."""

    _: KW_ONLY
    body: Sequence[str]


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `parcels.replace`."""

    id: str
    _: KW_ONLY
    body: params.Contents | UnsetType = UNSET


class FakeParcels(ResourceFake):
    """Fakes of the operations of `client.parcels`."""

    list = Returning[builtins.list[models.Parcel]].of(ListCall, "listParcels")
    """Returns your parcels, e.g. those of today."""
    create = Returning[models.Parcel].of(CreateCall, "createParcel")
    """Send a parcel."""
    replace = Returning[None].of(ReplaceCall, "replaceParcel")
    """Replace parcel."""
