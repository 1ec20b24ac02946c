"""Fakes of the operations of `client.tools`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `tools.get`."""


class FakeTools(ResourceFake):
    """Fakes of the operations of `client.tools`."""

    get = Returning[models.AnyTool].of(GetCall, "getTool")
    """Get tool."""
