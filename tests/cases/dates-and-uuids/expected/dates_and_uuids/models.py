"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from uuid import UUID

from msgspec import UNSET, UnsetType

from ._runtime._two_way import TwoWayStruct


class Event(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `events.replace`."""

    id: UUID
    at: datetime.datetime
    day: datetime.date | UnsetType = UNSET
    others: list[UUID] | UnsetType = UNSET
    holidays: dict[str, datetime.date] | UnsetType = UNSET

    def __init__(
        self,
        *,
        id: UUID | str,
        at: datetime.datetime,
        day: datetime.date | UnsetType = UNSET,
        others: Sequence[UUID | str] | UnsetType = UNSET,
        holidays: Mapping[str, datetime.date] | UnsetType = UNSET,
    ) -> None: ...
