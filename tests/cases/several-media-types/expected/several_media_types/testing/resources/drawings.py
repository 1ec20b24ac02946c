"""Fakes of the operations of `client.drawings`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING, Literal

from msgspec import UNSET, UnsetType

from ... import models
from ..._runtime._multipart import File
from ..._runtime._upload import FileContent
from .._declared import ResourceFake, Returning
from .._recorded import Recorded
from .._streams import ReturningEither

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `drawings.replace`."""

    _: KW_ONLY
    kind: params.DrawingKind | params.ReplaceDrawingKind | UnsetType = UNSET
    name: str | UnsetType = UNSET
    body: Sequence[str] | FileContent | UnsetType = UNSET
    content_type: str | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class EditCall(Recorded):
    """A call of `drawings.edit`."""

    _: KW_ONLY
    images: Sequence[str] | UnsetType = UNSET
    prompt: str | UnsetType = UNSET
    mask: str | File | UnsetType = UNSET
    stream: bool | UnsetType = UNSET
    image: Sequence[File] | UnsetType = UNSET
    content_type: Literal["application/json", "multipart/form-data"] | UnsetType = UNSET


class FakeDrawings(ResourceFake):
    """Fakes of the operations of `client.drawings`."""

    replace = Returning[None].of(ReplaceCall, "replaceDrawing")
    """Replace drawing."""
    edit = ReturningEither[models.Drawing, models.Progress].of(EditCall, "editDrawing")
    """Edit drawing."""
