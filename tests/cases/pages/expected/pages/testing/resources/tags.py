"""Fakes of the operations of `client.tags`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake
from .._pages import ReturningPages
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `tags.list`."""

    _: KW_ONLY
    offset: int | None | UnsetType = UNSET
    limit: int | UnsetType = UNSET


class FakeTags(ResourceFake):
    """Fakes of the operations of `client.tags`."""

    list = ReturningPages[str, models.ListTagsResponse].of(ListCall, "listTags")
    """List tags."""
