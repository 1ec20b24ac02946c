"""Fakes of the operations of `client.clock`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetTimeCall(Recorded):
    """A call of `clock.get_time`."""


class FakeClock(ResourceFake):
    """Fakes of the operations of `client.clock`."""

    get_time = Returning[datetime.datetime].of(GetTimeCall, "getTime")
    """Get time."""
