"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class Level(OpenEnum):
    """Argument `level` of `cached_property_.models`."""

    LOW = "low"
    HIGH = "high"


class ModelSort(OpenEnum):
    """Argument `sort` of `cached_property_.models`."""

    UP = "up"
    DOWN = "down"


class Thing(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `cached_property_.models`, `cached_property_.deprecated` and `cached_property_.find`."""

    deprecated: bool | UnsetType = UNSET
    """Deprecated."""
    level: Level | None | UnsetType = UNSET
    """The server's default is `high`."""
    own: Level | UnsetType = UNSET
    """The server's default is `low`."""

    def __init__(
        self,
        *,
        deprecated: bool | UnsetType = UNSET,
        level: _params.Level | None | UnsetType = UNSET,
        own: _params.Level | UnsetType = UNSET,
    ) -> None: ...
