"""Fakes of the operations of `client.notes`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `notes.replace`."""

    _: KW_ONLY
    text: str
    author: str | None
    place: models.Place | None
    title: str | UnsetType = UNSET
    label: str | None | UnsetType = UNSET
    origin: models.Place | None | UnsetType = UNSET
    tags: list[str | None] | None | UnsetType = UNSET


class FakeNotes(ResourceFake):
    """Fakes of the operations of `client.notes`."""

    replace = Returning[models.Note].of(ReplaceCall, "replaceNote")
    """Replace note."""
