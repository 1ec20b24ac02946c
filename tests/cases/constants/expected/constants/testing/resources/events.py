"""Fakes of the operations of `client.events`."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `events.list`."""


class FakeEvents(ResourceFake):
    """Fakes of the operations of `client.events`."""

    list = Returning[builtins.list[models.Event]].of(ListCall, "listEvents")
    """List events."""
