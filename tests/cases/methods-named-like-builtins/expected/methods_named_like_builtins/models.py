"""The objects and values that the API takes and sends."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, Struct, UnsetType


class Set(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Set."""

    object: list[str] | UnsetType = UNSET
    type: int | UnsetType = UNSET


class PrintSetRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Print set request."""

    dict_: dict[str, int] | UnsetType = msgspec.field(default=UNSET, name="dict")
