"""The classes of `Item`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET, UnsetType

from .. import models as _models
from .._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from .. import params as _params


class Item(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    article: str
    count: int | UnsetType = UNSET
    import_: _models.Import | UnsetType = msgspec.field(default=UNSET, name="import")

    def __init__(
        self,
        *,
        article: str,
        count: int | UnsetType = UNSET,
        import_: _params.Import | UnsetType = UNSET,
    ) -> None: ...
