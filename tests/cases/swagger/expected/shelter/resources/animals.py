"""Animals of the shelter."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced
from .._runtime._form import form_content
from .._runtime._styles import Style

if TYPE_CHECKING:
    from .. import params

_LIST: Operation[builtins.list[models.AnyAnimal]] = Operation(
    id="listAnimals",
    method="GET",
    path="/animals",
    successes={200: builtins.list[models.AnyAnimal]},
    errors={"default": models.Problem},
    styles={
        "query": {
            "csv": Style("form"),
            "ssv": Style("spaceDelimited"),
            "tsv": Style("tabDelimited"),
            "pipes": Style("pipeDelimited"),
        },
        "header": {"X-Tags": Style("pipeDelimited")},
    },
)


def _list(
    x_trace: UUID | str | UnsetType,
    limit: int | UnsetType,
    csv: Sequence[str] | UnsetType,
    ssv: Sequence[str] | UnsetType,
    tsv: Sequence[str] | UnsetType,
    pipes: Sequence[int] | UnsetType,
    multi: Sequence[params.AnimalMulti] | UnsetType,
    x_tags: Sequence[str] | UnsetType,
) -> Request[builtins.list[models.AnyAnimal]]:
    return _LIST.request(
        query={"limit": limit, "csv": csv, "ssv": ssv, "tsv": tsv, "pipes": pipes, "multi": multi},
        headers={"X-Trace": x_trace, "X-Tags": x_tags},
    )


_CREATE: Operation[models.AnyAnimal] = Operation(
    id="createAnimal",
    method="POST",
    path="/animals",
    successes={201: models.AnyAnimal},
    errors={"default": models.Problem},
    security=[["token"], ["username", "password"]],
)


def _create(body: params.AnyAnimal, x_trace: UUID | str | UnsetType) -> Request[models.AnyAnimal]:
    return _CREATE.request(
        headers={"X-Trace": x_trace}, json=coerced(body, models.AnyAnimal, "body")
    )


_GET: Operation[builtins.list[models.AnyAnimal]] = Operation(
    id="getAnimals",
    method="GET",
    path="/animals/{ids}",
    successes={200: builtins.list[models.AnyAnimal]},
    styles={"path": {"ids": Style("spaceDelimited")}},
)


def _get(ids: Sequence[int]) -> Request[builtins.list[models.AnyAnimal]]:
    return _GET.request(ids)


_SET_NOTE: Operation[str] = Operation(
    id="setNote", method="PUT", path="/animals/{id}/note", successes={200: {"text/plain": str}}
)


def _set_note(id: int, body: str) -> Request[str]:
    return _SET_NOTE.request(id, content=("text/plain", body))


_GET_CHART: Operation[bytes] = Operation(
    id="getChart", method="GET", path="/animals/{id}/chart", successes={200: {"*/*": bytes}}
)


def _get_chart(id: int) -> Request[bytes]:
    return _GET_CHART.request(id)


_GET_PICTURE: Operation[bytes] = Operation(
    id="getPicture",
    method="GET",
    path="/animals/{id}/picture",
    successes={200: {"image/png": bytes}},
)


def _get_picture(id: int) -> Request[bytes]:
    return _GET_PICTURE.request(id)


_ADOPT: Operation[models.Adoption] = Operation(
    id="adopt", method="POST", path="/adoptions", successes={200: models.Adoption}
)


def _adopt(
    animal: int,
    wishes: Sequence[str] | UnsetType,
    dates: Sequence[datetime.date] | UnsetType,
    consent: bool | UnsetType,
) -> Request[models.Adoption]:
    return _ADOPT.request(
        content=form_content(
            models.AdoptRequest(animal=animal, wishes=wishes, dates=dates, consent=consent),
            {"wishes": Style("form")},
        )
    )


class Animals(Resource):
    """Animals of the shelter."""

    def list(
        self,
        *,
        x_trace: UUID | str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        csv: Sequence[str] | UnsetType = UNSET,
        ssv: Sequence[str] | UnsetType = UNSET,
        tsv: Sequence[str] | UnsetType = UNSET,
        pipes: Sequence[int] | UnsetType = UNSET,
        multi: Sequence[params.AnimalMulti] | UnsetType = UNSET,
        x_tags: Sequence[str] | UnsetType = UNSET,
    ) -> builtins.list[models.AnyAnimal]:
        """List animals.

        ``GET /animals``

        Args:
            limit: At most 100. The server's default is `20`.

        Returns:
            The animals.

        Raises:
            APIStatusError: default: Something is wrong.
        """
        return self._send(_list(x_trace, limit, csv, ssv, tsv, pipes, multi, x_tags))

    def create(
        self, *, body: params.AnyAnimal, x_trace: UUID | str | UnsetType = UNSET
    ) -> models.AnyAnimal:
        """Add an animal.

        ``POST /animals``

        Required credentials: `token`, or `username` and `password`. Scopes: `animals:write`.

        Args:
            body: The new animal.

        Returns:
            The animal.

        Raises:
            APIStatusError: default: Something is wrong.
        """
        return self._send(_create(body, x_trace))

    def get(self, ids: Sequence[int]) -> builtins.list[models.AnyAnimal]:
        """Get animals.

        ``GET /animals/{ids}``

        Returns:
            The animals.
        """
        return self._send(_get(ids))

    def set_note(self, id: int, *, body: str) -> str:
        """Set note.

        ``PUT /animals/{id}/note``

        Returns:
            The note.
        """
        return self._send(_set_note(id, body))

    def get_chart(self, id: int) -> bytes:
        """Get chart.

        ``GET /animals/{id}/chart``

        Returns:
            A file, whatever its media type.
        """
        return self._send(_get_chart(id))

    def get_picture(self, id: int) -> bytes:
        """Get picture.

        ``GET /animals/{id}/picture``

        Returns:
            The picture.
        """
        return self._send(_get_picture(id))

    def adopt(
        self,
        *,
        animal: int,
        wishes: Sequence[str] | UnsetType = UNSET,
        dates: Sequence[datetime.date] | UnsetType = UNSET,
        consent: bool | UnsetType = UNSET,
    ) -> models.Adoption:
        """Adopt.

        ``POST /adoptions``

        Args:
            consent: Whether the rules were read.

        Returns:
            The adoption.
        """
        return self._send(_adopt(animal, wishes, dates, consent))


class AsyncAnimals(AsyncResource):
    """Animals of the shelter.

    Async counterpart of `Animals`.
    """

    async def list(
        self,
        *,
        x_trace: UUID | str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        csv: Sequence[str] | UnsetType = UNSET,
        ssv: Sequence[str] | UnsetType = UNSET,
        tsv: Sequence[str] | UnsetType = UNSET,
        pipes: Sequence[int] | UnsetType = UNSET,
        multi: Sequence[params.AnimalMulti] | UnsetType = UNSET,
        x_tags: Sequence[str] | UnsetType = UNSET,
    ) -> builtins.list[models.AnyAnimal]:
        """List animals.

        ``GET /animals``

        Args:
            limit: At most 100. The server's default is `20`.

        Returns:
            The animals.

        Raises:
            APIStatusError: default: Something is wrong.
        """
        return await self._send(_list(x_trace, limit, csv, ssv, tsv, pipes, multi, x_tags))

    async def create(
        self, *, body: params.AnyAnimal, x_trace: UUID | str | UnsetType = UNSET
    ) -> models.AnyAnimal:
        """Add an animal.

        ``POST /animals``

        Required credentials: `token`, or `username` and `password`. Scopes: `animals:write`.

        Args:
            body: The new animal.

        Returns:
            The animal.

        Raises:
            APIStatusError: default: Something is wrong.
        """
        return await self._send(_create(body, x_trace))

    async def get(self, ids: Sequence[int]) -> builtins.list[models.AnyAnimal]:
        """Get animals.

        ``GET /animals/{ids}``

        Returns:
            The animals.
        """
        return await self._send(_get(ids))

    async def set_note(self, id: int, *, body: str) -> str:
        """Set note.

        ``PUT /animals/{id}/note``

        Returns:
            The note.
        """
        return await self._send(_set_note(id, body))

    async def get_chart(self, id: int) -> bytes:
        """Get chart.

        ``GET /animals/{id}/chart``

        Returns:
            A file, whatever its media type.
        """
        return await self._send(_get_chart(id))

    async def get_picture(self, id: int) -> bytes:
        """Get picture.

        ``GET /animals/{id}/picture``

        Returns:
            The picture.
        """
        return await self._send(_get_picture(id))

    async def adopt(
        self,
        *,
        animal: int,
        wishes: Sequence[str] | UnsetType = UNSET,
        dates: Sequence[datetime.date] | UnsetType = UNSET,
        consent: bool | UnsetType = UNSET,
    ) -> models.Adoption:
        """Adopt.

        ``POST /adoptions``

        Args:
            consent: Whether the rules were read.

        Returns:
            The adoption.
        """
        return await self._send(_adopt(animal, wishes, dates, consent))
