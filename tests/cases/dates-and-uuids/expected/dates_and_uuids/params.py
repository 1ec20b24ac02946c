"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import NotRequired, TypeAlias, TypedDict
from uuid import UUID

from . import models


class EventDict(TypedDict):
    """`models.Event` as a dict."""

    id: UUID | str
    at: datetime.datetime
    day: NotRequired[datetime.date]
    others: NotRequired[Sequence[UUID | str]]
    holidays: NotRequired[Mapping[str, datetime.date]]


Event: TypeAlias = models.Event | EventDict
