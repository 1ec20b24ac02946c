"""The operations of `Notes`, under `/notes`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .. import params

_REPLACE: Operation[models.Note] = Operation(
    id="replaceNote", method="PUT", path="/notes", successes={200: models.Note}, spread_body=True
)


def _replace(
    text: str,
    author: str | None,
    place: params.Place | None,
    title: str | UnsetType,
    label: str | None | UnsetType,
    origin: params.Place | None | UnsetType,
    tags: Sequence[str | None] | None | UnsetType,
) -> Request[models.Note]:
    return _REPLACE.request(
        json=models.Note(
            text=text,
            author=author,
            title=title,
            label=label,
            place=place,
            origin=origin,
            tags=tags,
        )
    )


class Notes(Resource):
    """The operations of `Notes`, under `/notes`."""

    def replace(
        self,
        *,
        text: str,
        author: str | None,
        place: params.Place | None,
        title: str | UnsetType = UNSET,
        label: str | None | UnsetType = UNSET,
        origin: params.Place | None | UnsetType = UNSET,
        tags: Sequence[str | None] | None | UnsetType = UNSET,
    ) -> models.Note:
        """Replace note.

        ``PUT /notes``

        Args:
            text: Required.
            author: Required and nullable.
            place: A reference that may be null.
            title: Optional.
            label: Optional and nullable.

        Returns:
            The note.
        """
        return self._send(_replace(text, author, place, title, label, origin, tags))


class AsyncNotes(AsyncResource):
    """The operations of `Notes`, under `/notes`.

    Async counterpart of `Notes`.
    """

    async def replace(
        self,
        *,
        text: str,
        author: str | None,
        place: params.Place | None,
        title: str | UnsetType = UNSET,
        label: str | None | UnsetType = UNSET,
        origin: params.Place | None | UnsetType = UNSET,
        tags: Sequence[str | None] | None | UnsetType = UNSET,
    ) -> models.Note:
        """Replace note.

        ``PUT /notes``

        Args:
            text: Required.
            author: Required and nullable.
            place: A reference that may be null.
            title: Optional.
            label: Optional and nullable.

        Returns:
            The note.
        """
        return await self._send(_replace(text, author, place, title, label, origin, tags))
