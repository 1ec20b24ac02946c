"""The operations of `uploads`, under `/animals`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._multipart import File, checked, multipart_content
from .._runtime._styles import Style

_SET_PICTURE: Operation[None] = Operation(
    id="setPicture", method="PUT", path="/animals/{id}/picture", successes={204: None}
)


def _set_picture(
    id: int,
    picture: File,
    caption: str | UnsetType,
    labels: Sequence[str] | UnsetType,
    colours: Sequence[str] | UnsetType,
) -> Request[None]:
    return _SET_PICTURE.request(
        id,
        content=multipart_content(
            "multipart/form-data",
            checked({"picture": picture, "caption": caption, "labels": labels, "colours": colours}),
            joined={"colours": Style("form")},
            files=["picture"],
        ),
    )


class Uploads(Resource):
    """The operations of `uploads`, under `/animals`."""

    def set_picture(
        self,
        id: int,
        *,
        picture: File,
        caption: str | UnsetType = UNSET,
        labels: Sequence[str] | UnsetType = UNSET,
        colours: Sequence[str] | UnsetType = UNSET,
    ) -> None:
        """Set picture.

        ``PUT /animals/{id}/picture``

        Args:
            picture: The picture itself.
        """
        return self._send(_set_picture(id, picture, caption, labels, colours))


class AsyncUploads(AsyncResource):
    """The operations of `uploads`, under `/animals`.

    Async counterpart of `Uploads`.
    """

    async def set_picture(
        self,
        id: int,
        *,
        picture: File,
        caption: str | UnsetType = UNSET,
        labels: Sequence[str] | UnsetType = UNSET,
        colours: Sequence[str] | UnsetType = UNSET,
    ) -> None:
        """Set picture.

        ``PUT /animals/{id}/picture``

        Args:
            picture: The picture itself.
        """
        return await self._send(_set_picture(id, picture, caption, labels, colours))
