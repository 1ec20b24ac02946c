"""The operations of `Uploads`, under `/uploads`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced
from .._runtime._multipart import File, checked, given, multipart_content

if TYPE_CHECKING:
    from .. import params

_REPLACE: Operation[None] = Operation(
    id="replaceUpload", method="PUT", path="/uploads", successes={204: None}, optional_body=True
)


def _replace(
    note: str | UnsetType,
    file: File | UnsetType,
    csv_file: File | str | UnsetType,
    profile: str | UnsetType,
    names: Sequence[str] | UnsetType,
    day: datetime.date | UnsetType,
    days: Sequence[datetime.date] | UnsetType,
    remark: str | None | UnsetType,
) -> Request[None]:
    return _REPLACE.request(
        content=multipart_content(
            "multipart/form-data; boundary=x",
            given(
                checked(
                    {
                        "note": note,
                        "file": file,
                        "csv_file": csv_file,
                        "profile": profile,
                        "names": names,
                        "day": day,
                        "days": days,
                        "remark": remark,
                    },
                    dates=["day", "days"],
                    nullable=["remark"],
                )
            ),
            files=["file"],
        )
    )


_CREATE: Operation[None] = Operation(
    id="createUpload", method="POST", path="/uploads", successes={204: None}
)


def _create(
    file: File,
    picture: File | UnsetType,
    raw: File | UnsetType,
    more: Sequence[File] | UnsetType,
    title: str | UnsetType,
    size: int | UnsetType,
    about: params.About | UnsetType,
) -> Request[None]:
    return _CREATE.request(
        content=multipart_content(
            "multipart/form-data",
            checked(
                {
                    "file": file,
                    "picture": picture,
                    "raw": raw,
                    "more": more,
                    "title": title,
                    "size": size,
                    "about": coerced(about, models.About, "about"),
                }
            ),
            {"raw": "application/pdf"},
            files=["file", "picture", "raw", "more"],
        )
    )


class Uploads(Resource):
    """The operations of `Uploads`, under `/uploads`."""

    def replace(
        self,
        *,
        note: str | UnsetType = UNSET,
        file: File | UnsetType = UNSET,
        csv_file: File | str | UnsetType = UNSET,
        profile: str | UnsetType = UNSET,
        names: Sequence[str] | UnsetType = UNSET,
        day: datetime.date | UnsetType = UNSET,
        days: Sequence[datetime.date] | UnsetType = UNSET,
        remark: str | None | UnsetType = UNSET,
    ) -> None:
        """Replace upload.

        ``PUT /uploads``
        """
        return self._send(_replace(note, file, csv_file, profile, names, day, days, remark))

    def create(
        self,
        *,
        file: File,
        picture: File | UnsetType = UNSET,
        raw: File | UnsetType = UNSET,
        more: Sequence[File] | UnsetType = UNSET,
        title: str | UnsetType = UNSET,
        size: int | UnsetType = UNSET,
        about: params.About | UnsetType = UNSET,
    ) -> None:
        """Create upload.

        ``POST /uploads``

        Args:
            picture: The part may have the headers `X-Rotation`, `X-Taken`.
        """
        return self._send(_create(file, picture, raw, more, title, size, about))


class AsyncUploads(AsyncResource):
    """The operations of `Uploads`, under `/uploads`.

    Async counterpart of `Uploads`.
    """

    async def replace(
        self,
        *,
        note: str | UnsetType = UNSET,
        file: File | UnsetType = UNSET,
        csv_file: File | str | UnsetType = UNSET,
        profile: str | UnsetType = UNSET,
        names: Sequence[str] | UnsetType = UNSET,
        day: datetime.date | UnsetType = UNSET,
        days: Sequence[datetime.date] | UnsetType = UNSET,
        remark: str | None | UnsetType = UNSET,
    ) -> None:
        """Replace upload.

        ``PUT /uploads``
        """
        return await self._send(_replace(note, file, csv_file, profile, names, day, days, remark))

    async def create(
        self,
        *,
        file: File,
        picture: File | UnsetType = UNSET,
        raw: File | UnsetType = UNSET,
        more: Sequence[File] | UnsetType = UNSET,
        title: str | UnsetType = UNSET,
        size: int | UnsetType = UNSET,
        about: params.About | UnsetType = UNSET,
    ) -> None:
        """Create upload.

        ``POST /uploads``

        Args:
            picture: The part may have the headers `X-Rotation`, `X-Taken`.
        """
        return await self._send(_create(file, picture, raw, more, title, size, about))
