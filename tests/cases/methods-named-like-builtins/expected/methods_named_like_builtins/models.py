"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._two_way import TwoWayStruct


class Set(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `sets.list` and `sets.get`."""

    object: list[str] | UnsetType = UNSET
    type: int | UnsetType = UNSET


class PrintSetRequest(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `sets.print`."""

    dict_: dict[str, int] | UnsetType = msgspec.field(default=UNSET, name="dict")

    def __init__(self, *, dict_: Mapping[str, int] | UnsetType = UNSET) -> None: ...
