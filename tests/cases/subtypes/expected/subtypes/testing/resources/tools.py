"""Fakes of the operations of `client.tools`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `tools.list`."""


class FakeTools(ResourceFake):
    """Fakes of the operations of `client.tools`."""

    list = Returning[models.AnyTool].of(ListCall, "getTool")
    """Get tool."""
