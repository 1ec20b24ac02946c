"""Fakes of the operations of `client.offices`."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `offices.list`."""


class FakeOffices(ResourceFake):
    """Fakes of the operations of `client.offices`."""

    list = Returning[builtins.list[models.Office]].of(ListCall, "listOffices")
    """List offices."""
