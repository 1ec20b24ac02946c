"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

import msgspec
from msgspec import UNSET, Struct, UnsetType


class Set(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Answer of `sets.list`, among others."""

    object: list[str] | UnsetType = UNSET
    type: int | UnsetType = UNSET


class PrintSetRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `sets.print`."""

    dict_: dict[str, int] | UnsetType = msgspec.field(default=UNSET, name="dict")
