"""The operations of `Parcels`, under `/parcels`."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced

if TYPE_CHECKING:
    from .. import params

_LIST: Operation[builtins.list[models.Parcel]] = Operation(
    id="listParcels",
    method="GET",
    path="/parcels",
    successes={200: builtins.list[models.Parcel]},
    errors={"default": models.Problem},
)


def _list(
    sort: params.SortOrder | UnsetType, page: int | UnsetType, filter: str | UnsetType
) -> Request[builtins.list[models.Parcel]]:
    return _LIST.request(query={"sort": sort, "page": page, "filter": filter})


_CREATE: Operation[models.Parcel] = Operation(
    id="createParcel",
    method="POST",
    path="/parcels",
    successes={201: models.Parcel},
    errors={404: None},
)


def _create(body: Sequence[str]) -> Request[models.Parcel]:
    return _CREATE.request(json=body)


_REPLACE: Operation[None] = Operation(
    id="replaceParcel", method="PUT", path="/parcels/{id}", successes={204: None}
)


def _replace(id: str, body: params.Contents | UnsetType) -> Request[None]:
    return _REPLACE.request(id, json=coerced(body, models.Contents, "body"))


class Parcels(Resource):
    """The operations of `Parcels`, under `/parcels`."""

    def list(
        self,
        *,
        sort: params.SortOrder | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        filter: str | UnsetType = UNSET,
    ) -> builtins.list[models.Parcel]:
        """Returns your parcels, e.g. those of today.

        The newest comes first.

        Ids look like <id>, and generics like Map<String, Parcel>.

        ``GET /parcels``

        Args:
            page: Which page. At least 1.
            filter: A filter ("on" or "off.") The server's default is `on`.
        """
        return self._send(_list(sort, page, filter))

    def create(self, *, body: Sequence[str]) -> models.Parcel:
        """Send a parcel.

        > [!NOTE]
        > Parcels that are heavier than all others are sent by ship, which takes weeks, and not by
        > aeroplane.
        Behind the note.

        Size | Price
        -----|------
        S    | 1
        L    | 2

        All about parcels: https://example.com/parcels

        ``POST /parcels``

        Args:
            body: Their names.

        Returns:
            The parcel as it was sent.

        Raises:
            NotFoundError: There is no sender (see "Senders").
        """
        return self._send(_create(body))

    def replace(self, id: str, *, body: params.Contents | UnsetType = UNSET) -> None:
        """Replace parcel.

        ``PUT /parcels/{id}``

        Args:
            id: At most 9 characters.
            body: What is in a parcel.
        """
        return self._send(_replace(id, body))


class AsyncParcels(AsyncResource):
    """The operations of `Parcels`, under `/parcels`.

    Async counterpart of `Parcels`.
    """

    async def list(
        self,
        *,
        sort: params.SortOrder | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        filter: str | UnsetType = UNSET,
    ) -> builtins.list[models.Parcel]:
        """Returns your parcels, e.g. those of today.

        The newest comes first.

        Ids look like <id>, and generics like Map<String, Parcel>.

        ``GET /parcels``

        Args:
            page: Which page. At least 1.
            filter: A filter ("on" or "off.") The server's default is `on`.
        """
        return await self._send(_list(sort, page, filter))

    async def create(self, *, body: Sequence[str]) -> models.Parcel:
        """Send a parcel.

        > [!NOTE]
        > Parcels that are heavier than all others are sent by ship, which takes weeks, and not by
        > aeroplane.
        Behind the note.

        Size | Price
        -----|------
        S    | 1
        L    | 2

        All about parcels: https://example.com/parcels

        ``POST /parcels``

        Args:
            body: Their names.

        Returns:
            The parcel as it was sent.

        Raises:
            NotFoundError: There is no sender (see "Senders").
        """
        return await self._send(_create(body))

    async def replace(self, id: str, *, body: params.Contents | UnsetType = UNSET) -> None:
        """Replace parcel.

        ``PUT /parcels/{id}``

        Args:
            id: At most 9 characters.
            body: What is in a parcel.
        """
        return await self._send(_replace(id, body))
