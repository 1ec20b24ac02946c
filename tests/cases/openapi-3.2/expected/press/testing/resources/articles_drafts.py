"""Fakes of the operations of `client.articles.drafts`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ... import models
from ..._runtime._multipart import File
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params
    from .articles_drafts_bundles import FakeArticlesDraftsBundles
    from .articles_drafts_pictures import FakeArticlesDraftsPictures


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `articles.drafts.create`."""

    _: KW_ONLY
    body: Sequence[params.Entry | File]


class FakeArticlesDrafts(ResourceFake):
    """Fakes of the operations of `client.articles.drafts`."""

    @cached_property
    def pictures(self) -> FakeArticlesDraftsPictures:
        """Fakes of the operations of `client.articles.drafts.pictures`."""
        from .articles_drafts_pictures import FakeArticlesDraftsPictures

        return FakeArticlesDraftsPictures(self._board, "articles.drafts.pictures")

    @cached_property
    def bundles(self) -> FakeArticlesDraftsBundles:
        """Fakes of the operations of `client.articles.drafts.bundles`."""
        from .articles_drafts_bundles import FakeArticlesDraftsBundles

        return FakeArticlesDraftsBundles(self._board, "articles.drafts.bundles")

    create = Returning[models.Shape].of(CreateCall, "createDraft")
    """Create draft."""
