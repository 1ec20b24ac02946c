"""Fakes of the operations of `client.uploads`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ..._runtime._multipart import File
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class SetPictureCall(Recorded):
    """A call of `uploads.set_picture`."""

    id: int
    _: KW_ONLY
    picture: File
    caption: str | UnsetType = UNSET
    labels: Sequence[str] | UnsetType = UNSET
    colours: Sequence[str] | UnsetType = UNSET


class FakeUploads(ResourceFake):
    """Fakes of the operations of `client.uploads`."""

    set_picture = Returning[None].of(SetPictureCall, "setPicture")
    """Set picture."""
