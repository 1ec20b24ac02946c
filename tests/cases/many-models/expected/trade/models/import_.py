"""The classes of `import`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET, UnsetType

from .. import models as _models
from .._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from .. import params as _params


class Import(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `import_` of `Item`."""

    from_: _models.Country | UnsetType = msgspec.field(default=UNSET, name="from")

    def __init__(self, *, from_: _params.Country | UnsetType = UNSET) -> None: ...
