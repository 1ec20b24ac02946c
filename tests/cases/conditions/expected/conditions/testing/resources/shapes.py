"""Fakes of the operations of `client.shapes`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING, Any

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `shapes.list`."""

    _: KW_ONLY
    size: params.Size | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `shapes.create`."""

    _: KW_ONLY
    kind: params.ShapeKind
    size: params.Size | UnsetType = UNSET
    centre: Sequence[float] | UnsetType = UNSET
    named: Sequence[str | int] | UnsetType = UNSET
    labels: Mapping[str, str | int] | UnsetType = UNSET
    note: str | UnsetType = UNSET
    picture: str | UnsetType = UNSET
    huge: int | UnsetType = UNSET
    ratio: float | UnsetType = UNSET
    code: params.ShapeCode | UnsetType = UNSET
    mixed: params.ShapeMixed | UnsetType = UNSET
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
