"""The operations of `Refunds`, under `/refunds`."""

from __future__ import annotations

from uuid import UUID

from msgspec import UNSET, UnsetType

from .._runtime import AsyncResource, Operation, Request, Resource

_REPLACE: Operation[None] = Operation(
    id="replaceRefund", method="PUT", path="/refunds", successes={204: None}
)


def _replace(idempotency_key: str | UnsetType) -> Request[None]:
    return _REPLACE.request(headers={"Idempotency-Key": idempotency_key})


_CREATE: Operation[None] = Operation(
    id="createRefund",
    method="POST",
    path="/refunds",
    successes={204: None},
    has_idempotency_key=True,
)


def _create(idempotency_key: UUID | str | UnsetType) -> Request[None]:
    return _CREATE.request(headers={"idempotency-key": idempotency_key})


class Refunds(Resource):
    """The operations of `Refunds`, under `/refunds`."""

    def replace(self, *, idempotency_key: str | UnsetType = UNSET) -> None:
        """Replace refund.

        ``PUT /refunds``
        """
        return self._send(_replace(idempotency_key))

    def create(self, *, idempotency_key: UUID | str | UnsetType = UNSET) -> None:
        """Create refund.

        ``POST /refunds``

        Args:
            idempotency_key: By default the client makes a key for each call, so that it can
                retry safely.
        """
        return self._send(_create(idempotency_key))


class AsyncRefunds(AsyncResource):
    """The operations of `Refunds`, under `/refunds`.

    Async counterpart of `Refunds`.
    """

    async def replace(self, *, idempotency_key: str | UnsetType = UNSET) -> None:
        """Replace refund.

        ``PUT /refunds``
        """
        return await self._send(_replace(idempotency_key))

    async def create(self, *, idempotency_key: UUID | str | UnsetType = UNSET) -> None:
        """Create refund.

        ``POST /refunds``

        Args:
            idempotency_key: By default the client makes a key for each call, so that it can
                retry safely.
        """
        return await self._send(_create(idempotency_key))
