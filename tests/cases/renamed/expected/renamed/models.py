"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import UNSET, UnsetType

from ._runtime._former import former_classes
from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class Size(OpenEnum):
    """Field `size` of `Cluster`."""

    SMALL = "small"
    LARGE = "large"


class Cluster(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `clusters.get` and `clusters.update`."""

    name: str
    size: Size | UnsetType = UNSET

    def __init__(self, *, name: str, size: _params.Size | UnsetType = UNSET) -> None: ...


if TYPE_CHECKING:
    Group: TypeAlias = Cluster
    """Deprecated: `Group` is called `Cluster` now; version 3.0.0 drops the old name."""
    GroupSize: TypeAlias = Size
    """Deprecated: `GroupSize` is called `Size` now."""
else:
    __getattr__ = former_classes(__name__, {"Group": "Cluster", "GroupSize": "Size"})
