"""The operations of `Records`, under `/records`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_CREATE: Operation[models.Record] = Operation(
    id="createRecord",
    method="POST",
    path="/records",
    successes={200: models.Record},
    spread_body=True,
)


def _create(
    id: models.RecordID | UnsetType,
    at: models.RecordAt | None | UnsetType,
    paint: models.RecordPaint | UnsetType,
    size: models.RecordSize | None | UnsetType,
    owner: models.RecordOwner | UnsetType,
    payment: models.RecordPayment | UnsetType,
    places: models.RecordPlaces | UnsetType,
    data: models.Json | None | UnsetType,
    tree: models.Tree | UnsetType,
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
        id: models.RecordID | UnsetType = UNSET,
        at: models.RecordAt | None | UnsetType = UNSET,
        paint: models.RecordPaint | UnsetType = UNSET,
        size: models.RecordSize | None | UnsetType = UNSET,
        owner: models.RecordOwner | UnsetType = UNSET,
        payment: models.RecordPayment | UnsetType = UNSET,
        places: models.RecordPlaces | UnsetType = UNSET,
        data: models.Json | None | UnsetType = UNSET,
        tree: models.Tree | UnsetType = UNSET,
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
        id: models.RecordID | UnsetType = UNSET,
        at: models.RecordAt | None | UnsetType = UNSET,
        paint: models.RecordPaint | UnsetType = UNSET,
        size: models.RecordSize | None | UnsetType = UNSET,
        owner: models.RecordOwner | UnsetType = UNSET,
        payment: models.RecordPayment | UnsetType = UNSET,
        places: models.RecordPlaces | UnsetType = UNSET,
        data: models.Json | None | UnsetType = UNSET,
        tree: models.Tree | UnsetType = UNSET,
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
