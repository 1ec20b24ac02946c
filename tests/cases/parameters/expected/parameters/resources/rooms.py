"""The operations of `Rooms`, under `/rooms`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import UNSET, UnsetType

from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .. import params

_GET: Operation[None] = Operation(
    id="getRoom",
    method="GET",
    path="/rooms/{name}/{number}/{height}/{open}/{day:date}/{id:uuid}/{beds}",
    successes={204: None},
)


def _get(
    name: str,
    number: int,
    height: float,
    open: bool,
    day: datetime.date,
    id: UUID | str,
    beds: Sequence[int],
) -> Request[None]:
    return _GET.request(name, number, height, open, day, id, beds)


_LIST: Operation[None] = Operation(
    id="listRooms",
    method="GET",
    path="/rooms",
    successes={204: None},
    required=("hotel", "X-Request-ID"),
)


def _list(
    hotel: str,
    x_request_id: UUID | str,
    limit: int | UnsetType,
    min_height: float | UnsetType,
    free: bool | UnsetType,
    from_: datetime.datetime | UnsetType,
    id: Sequence[UUID | str] | UnsetType,
    view: params.View | UnsetType,
    x_retries: int | UnsetType,
) -> Request[None]:
    return _LIST.request(
        query={
            "hotel": hotel,
            "limit": limit,
            "min_height": min_height,
            "free": free,
            "from": from_,
            "id": id,
            "view": view,
        },
        headers={"X-Request-ID": x_request_id, "X-Retries": x_retries},
    )


class Rooms(Resource):
    """The operations of `Rooms`, under `/rooms`."""

    def get(
        self,
        name: str,
        number: int,
        height: float,
        open: bool,
        day: datetime.date,
        id: UUID | str,
        beds: Sequence[int],
    ) -> None:
        """Get room.

        ``GET /rooms/{name}/{number}/{height}/{open}/{day}/{id}/{beds}``

        Args:
            name: Any text.
        """
        return self._send(_get(name, number, height, open, day, id, beds))

    def list(
        self,
        *,
        hotel: str,
        x_request_id: UUID | str,
        limit: int | UnsetType = UNSET,
        min_height: float | UnsetType = UNSET,
        free: bool | UnsetType = UNSET,
        from_: datetime.datetime | UnsetType = UNSET,
        id: Sequence[UUID | str] | UnsetType = UNSET,
        view: params.View | UnsetType = UNSET,
        x_retries: int | UnsetType = UNSET,
    ) -> None:
        """List rooms.

        ``GET /rooms``

        Args:
            hotel: Whose rooms.
            limit: How many at most. At most 100. The server's default is `50`.
            free: The server's default is `false`.
        """
        return self._send(
            _list(hotel, x_request_id, limit, min_height, free, from_, id, view, x_retries)
        )


class AsyncRooms(AsyncResource):
    """The operations of `Rooms`, under `/rooms`.

    Async counterpart of `Rooms`.
    """

    async def get(
        self,
        name: str,
        number: int,
        height: float,
        open: bool,
        day: datetime.date,
        id: UUID | str,
        beds: Sequence[int],
    ) -> None:
        """Get room.

        ``GET /rooms/{name}/{number}/{height}/{open}/{day}/{id}/{beds}``

        Args:
            name: Any text.
        """
        return await self._send(_get(name, number, height, open, day, id, beds))

    async def list(
        self,
        *,
        hotel: str,
        x_request_id: UUID | str,
        limit: int | UnsetType = UNSET,
        min_height: float | UnsetType = UNSET,
        free: bool | UnsetType = UNSET,
        from_: datetime.datetime | UnsetType = UNSET,
        id: Sequence[UUID | str] | UnsetType = UNSET,
        view: params.View | UnsetType = UNSET,
        x_retries: int | UnsetType = UNSET,
    ) -> None:
        """List rooms.

        ``GET /rooms``

        Args:
            hotel: Whose rooms.
            limit: How many at most. At most 100. The server's default is `50`.
            free: The server's default is `false`.
        """
        return await self._send(
            _list(hotel, x_request_id, limit, min_height, free, from_, id, view, x_retries)
        )
