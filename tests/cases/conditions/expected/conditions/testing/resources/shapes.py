"""Fakes of the operations of `client.shapes`."""

from __future__ import annotations

import builtins
from dataclasses import KW_ONLY, dataclass
from typing import Any

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `shapes.list`."""

    _: KW_ONLY
    size: models.Size | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `shapes.create`."""

    _: KW_ONLY
    kind: models.ShapeKind
    size: models.Size | UnsetType = UNSET
    centre: builtins.list[float] | UnsetType = UNSET
    named: builtins.list[str | int] | UnsetType = UNSET
    labels: dict[str, str | int] | UnsetType = UNSET
    note: str | UnsetType = UNSET
    picture: str | UnsetType = UNSET
    huge: int | UnsetType = UNSET
    ratio: float | UnsetType = UNSET
    code: models.ShapeCode | UnsetType = UNSET
    mixed: models.ShapeMixed | UnsetType = UNSET
    radius: float | UnsetType = UNSET
    side: float | UnsetType = UNSET
    unit: str | UnsetType = UNSET
    colour: Any = UNSET


class FakeShapes(ResourceFake):
    """Fakes of the operations of `client.shapes`."""

    list = Returning[builtins.list[models.Shape]].of(ListCall, "listShapes")
    """List shapes."""
    create = Returning[models.Shape].of(CreateCall, "createShape")
    """Create shape."""
