"""Fakes of the operations of `client.articles.drafts.pictures`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class AddPicturesCall(Recorded):
    """A call of `articles.drafts.pictures.add_pictures`."""

    _: KW_ONLY
    body: Sequence[Any]


class FakeArticlesDraftsPictures(ResourceFake):
    """Fakes of the operations of `client.articles.drafts.pictures`."""

    add_pictures = Returning[None].of(AddPicturesCall, "addPictures")
    """Add pictures."""
