"""Fakes of the operations of `client.songs`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake
from .._pages import ReturningPages
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `songs.list`."""

    _: KW_ONLY
    limit: int | UnsetType = UNSET


class FakeSongs(ResourceFake):
    """Fakes of the operations of `client.songs`."""

    list = ReturningPages[models.Song, models.ListSongsResponse].of(ListCall, "listSongs")
    """List songs."""
