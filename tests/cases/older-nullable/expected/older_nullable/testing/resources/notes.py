"""Fakes of the operations of `client.notes`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `notes.replace`."""

    _: KW_ONLY
    text: str
    author: str | None
    place: params.Place | None
    title: str | UnsetType = UNSET
    label: str | None | UnsetType = UNSET
    origin: params.Place | None | UnsetType = UNSET
    tags: Sequence[str | None] | None | UnsetType = UNSET


class FakeNotes(ResourceFake):
    """Fakes of the operations of `client.notes`."""

    replace = Returning[models.Note].of(ReplaceCall, "replaceNote")
    """Replace note."""
