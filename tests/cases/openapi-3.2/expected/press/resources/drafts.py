"""What is not printed yet."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._multipart import File, parts_content

_CREATE: Operation[models.Shape] = Operation(
    id="createDraft", method="POST", path="/drafts", successes={201: models.Shape}
)


def _create(body: list[models.Entry | File]) -> Request[models.Shape]:
    return _CREATE.request(
        content=parts_content(
            "multipart/mixed", body, ("application/json", "image/png"), further="image/jpeg"
        )
    )


_ADD_PICTURES: Operation[None] = Operation(
    id="addPictures", method="POST", path="/drafts/pictures", successes={204: None}
)


def _add_pictures(body: list[Any]) -> Request[None]:
    return _ADD_PICTURES.request(
        content=parts_content("multipart/mixed", body, further="image/png")
    )


class Drafts(Resource):
    """What is not printed yet."""

    def create(self, *, body: list[models.Entry | File]) -> models.Shape:
        """Create draft.

        ``POST /drafts``

        Returns:
            The draft.
        """
        return self._send(_create(body))

    def add_pictures(self, *, body: list[Any]) -> None:
        """Add pictures.

        ``POST /drafts/pictures``
        """
        return self._send(_add_pictures(body))


class AsyncDrafts(AsyncResource):
    """What is not printed yet.

    Async counterpart of `Drafts`.
    """

    async def create(self, *, body: list[models.Entry | File]) -> models.Shape:
        """Create draft.

        ``POST /drafts``

        Returns:
            The draft.
        """
        return await self._send(_create(body))

    async def add_pictures(self, *, body: list[Any]) -> None:
        """Add pictures.

        ``POST /drafts/pictures``
        """
        return await self._send(_add_pictures(body))
