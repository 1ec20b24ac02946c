"""The operations of `cargo`, under `/cargo`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.Cargo] = Operation(
    id="getCargo", method="GET", path="/cargo", successes={200: models.Cargo}
)


def _get() -> Request[models.Cargo]:
    return _GET.request()


class Cargo(Resource):
    """The operations of `cargo`, under `/cargo`."""

    def get(self) -> models.Cargo:
        """Get cargo.

        ``GET /cargo``

        Returns:
            The cargo.
        """
        return self._send(_get())


class AsyncCargo(AsyncResource):
    """The operations of `cargo`, under `/cargo`.

    Async counterpart of `Cargo`.
    """

    async def get(self) -> models.Cargo:
        """Get cargo.

        ``GET /cargo``

        Returns:
            The cargo.
        """
        return await self._send(_get())
