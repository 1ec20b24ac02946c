"""What is not printed yet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._multipart import File, parts_content

if TYPE_CHECKING:
    from .. import params
    from .articles_drafts_bundles import ArticlesDraftsBundles, AsyncArticlesDraftsBundles
    from .articles_drafts_pictures import ArticlesDraftsPictures, AsyncArticlesDraftsPictures

_CREATE: Operation[models.Shape] = Operation(
    id="createDraft", method="POST", path="/drafts", successes={201: models.Shape}
)


def _create(body: Sequence[params.Entry | File]) -> Request[models.Shape]:
    return _CREATE.request(
        content=parts_content(
            "multipart/mixed", body, ("application/json", "image/png"), further="image/jpeg"
        )
    )


class ArticlesDrafts(Resource):
    """What is not printed yet."""

    @cached_property
    def pictures(self) -> ArticlesDraftsPictures:
        """The operations of `pictures`, under `/drafts/pictures`."""
        from .articles_drafts_pictures import ArticlesDraftsPictures

        return ArticlesDraftsPictures(self._client)

    @cached_property
    def bundles(self) -> ArticlesDraftsBundles:
        """The operations of `bundles`, under `/drafts/bundles`."""
        from .articles_drafts_bundles import ArticlesDraftsBundles

        return ArticlesDraftsBundles(self._client)

    def create(self, *, body: Sequence[params.Entry | File]) -> models.Shape:
        """Create draft.

        ``POST /drafts``

        Returns:
            The draft.
        """
        return self._send(_create(body))


class AsyncArticlesDrafts(AsyncResource):
    """What is not printed yet.

    Async counterpart of `ArticlesDrafts`.
    """

    @cached_property
    def pictures(self) -> AsyncArticlesDraftsPictures:
        """The operations of `pictures`, under `/drafts/pictures`."""
        from .articles_drafts_pictures import AsyncArticlesDraftsPictures

        return AsyncArticlesDraftsPictures(self._client)

    @cached_property
    def bundles(self) -> AsyncArticlesDraftsBundles:
        """The operations of `bundles`, under `/drafts/bundles`."""
        from .articles_drafts_bundles import AsyncArticlesDraftsBundles

        return AsyncArticlesDraftsBundles(self._client)

    async def create(self, *, body: Sequence[params.Entry | File]) -> models.Shape:
        """Create draft.

        ``POST /drafts``

        Returns:
            The draft.
        """
        return await self._send(_create(body))
