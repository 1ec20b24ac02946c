"""The operations of `Records`, under `/records`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .. import params

_CREATE: Operation[models.Record] = Operation(
    id="createRecord",
    method="POST",
    path="/records",
    successes={200: models.Record},
    spread_body=True,
)


def _create(
    id: params.RecordID | UnsetType,
    at: params.RecordAt | None | UnsetType,
    paint: params.RecordPaint | UnsetType,
    size: params.RecordSize | None | UnsetType,
    owner: params.RecordOwner | UnsetType,
    payment: params.RecordPayment | UnsetType,
    places: params.RecordPlaces | UnsetType,
    data: params.Json | None | UnsetType,
    tree: params.Tree | UnsetType,
) -> Request[models.Record]:
    return _CREATE.request(
        json=models.Record(
            id=id,
            at=at,
            paint=paint,
            size=size,
            owner=owner,
            payment=payment,
            places=places,
            data=data,
            tree=tree,
        )
    )


class Records(Resource):
    """The operations of `Records`, under `/records`."""

    def create(
        self,
        *,
        id: params.RecordID | UnsetType = UNSET,
        at: params.RecordAt | None | UnsetType = UNSET,
        paint: params.RecordPaint | UnsetType = UNSET,
        size: params.RecordSize | None | UnsetType = UNSET,
        owner: params.RecordOwner | UnsetType = UNSET,
        payment: params.RecordPayment | UnsetType = UNSET,
        places: params.RecordPlaces | UnsetType = UNSET,
        data: params.Json | None | UnsetType = UNSET,
        tree: params.Tree | UnsetType = UNSET,
    ) -> models.Record:
        """Create record.

        ``POST /records``

        Args:
            data: Any value of JSON.
            tree: Leaves are empty lists.

        Returns:
            The record.
        """
        return self._send(_create(id, at, paint, size, owner, payment, places, data, tree))


class AsyncRecords(AsyncResource):
    """The operations of `Records`, under `/records`.

    Async counterpart of `Records`.
    """

    async def create(
        self,
        *,
        id: params.RecordID | UnsetType = UNSET,
        at: params.RecordAt | None | UnsetType = UNSET,
        paint: params.RecordPaint | UnsetType = UNSET,
        size: params.RecordSize | None | UnsetType = UNSET,
        owner: params.RecordOwner | UnsetType = UNSET,
        payment: params.RecordPayment | UnsetType = UNSET,
        places: params.RecordPlaces | UnsetType = UNSET,
        data: params.Json | None | UnsetType = UNSET,
        tree: params.Tree | UnsetType = UNSET,
    ) -> models.Record:
        """Create record.

        ``POST /records``

        Args:
            data: Any value of JSON.
            tree: Leaves are empty lists.

        Returns:
            The record.
        """
        return await self._send(_create(id, at, paint, size, owner, payment, places, data, tree))
