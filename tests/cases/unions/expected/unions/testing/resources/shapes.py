"""Fakes of the operations of `client.shapes`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `shapes.create`."""

    _: KW_ONLY
    body: params.Shape


class FakeShapes(ResourceFake):
    """Fakes of the operations of `client.shapes`."""

    create = Returning[models.Shape].of(CreateCall, "createShape")
    """Create shape."""
