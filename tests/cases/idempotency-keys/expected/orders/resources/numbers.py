"""The operations of `Numbers`, under `/numbers`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_CREATE: Operation[None] = Operation(
    id="createNumber",
    method="POST",
    path="/numbers",
    successes={204: None},
    required=("Idempotency-Key",),
)


def _create(idempotency_key: int) -> Request[None]:
    return _CREATE.request(headers={"Idempotency-Key": idempotency_key})


class Numbers(Resource):
    """The operations of `Numbers`, under `/numbers`."""

    def create(self, *, idempotency_key: int) -> None:
        """Create number.

        ``POST /numbers``
        """
        return self._send(_create(idempotency_key))


class AsyncNumbers(AsyncResource):
    """The operations of `Numbers`, under `/numbers`.

    Async counterpart of `Numbers`.
    """

    async def create(self, *, idempotency_key: int) -> None:
        """Create number.

        ``POST /numbers``
        """
        return await self._send(_create(idempotency_key))
