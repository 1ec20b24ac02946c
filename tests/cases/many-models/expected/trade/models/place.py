"""The classes of `Place`."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from .. import models as _models


class Place(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `places.get`."""

    name: str
    zone: _models.TimeZone | UnsetType = UNSET
