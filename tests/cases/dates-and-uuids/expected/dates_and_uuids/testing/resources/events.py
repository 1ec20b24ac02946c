"""Fakes of the operations of `client.events`."""

from __future__ import annotations

import datetime
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `events.replace`."""

    id: UUID | str
    _: KW_ONLY
    body: params.Event
    since: datetime.date | UnsetType = UNSET


class FakeEvents(ResourceFake):
    """Fakes of the operations of `client.events`."""

    replace = Returning[models.Event].of(ReplaceCall, "replaceEvent")
    """Replace event."""
