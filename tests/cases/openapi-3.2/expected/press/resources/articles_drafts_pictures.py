"""The operations of `pictures`, under `/drafts/pictures`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._multipart import parts_content

_ADD_PICTURES: Operation[None] = Operation(
    id="addPictures", method="POST", path="/drafts/pictures", successes={204: None}
)


def _add_pictures(body: Sequence[Any]) -> Request[None]:
    return _ADD_PICTURES.request(
        content=parts_content("multipart/mixed", body, further="image/png")
    )


class ArticlesDraftsPictures(Resource):
    """The operations of `pictures`, under `/drafts/pictures`."""

    def add_pictures(self, *, body: Sequence[Any]) -> None:
        """Add pictures.

        ``POST /drafts/pictures``
        """
        return self._send(_add_pictures(body))


class AsyncArticlesDraftsPictures(AsyncResource):
    """The operations of `pictures`, under `/drafts/pictures`.

    Async counterpart of `ArticlesDraftsPictures`.
    """

    async def add_pictures(self, *, body: Sequence[Any]) -> None:
        """Add pictures.

        ``POST /drafts/pictures``
        """
        return await self._send(_add_pictures(body))
