"""Fakes of the operations of `client.shapes`."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `shapes.list`."""


class FakeShapes(ResourceFake):
    """Fakes of the operations of `client.shapes`."""

    list = Returning[builtins.list[models.Shape]].of(ListCall, "listShapes")
    """List shapes."""
