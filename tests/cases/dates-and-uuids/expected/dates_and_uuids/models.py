"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

import datetime
from uuid import UUID

from msgspec import UNSET, Struct, UnsetType


class Event(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `events.replace`, among others."""

    id: UUID
    at: datetime.datetime
    day: datetime.date | UnsetType = UNSET
    others: list[UUID] | UnsetType = UNSET
    holidays: dict[str, datetime.date] | UnsetType = UNSET
