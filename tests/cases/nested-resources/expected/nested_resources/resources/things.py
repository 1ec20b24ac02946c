"""The operations of `Things`, under `/things`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_MODELS_: Operation[models.Completion] = Operation(
    id="models", method="GET", path="/things", successes={200: models.Completion}
)


def _models_() -> Request[models.Completion]:
    return _MODELS_.request()


class Things(Resource):
    """The operations of `Things`, under `/things`."""

    def models_(self) -> models.Completion:
        """Models.

        ``GET /things``

        Returns:
            A completion.
        """
        return self._send(_models_())


class AsyncThings(AsyncResource):
    """The operations of `Things`, under `/things`.

    Async counterpart of `Things`.
    """

    async def models_(self) -> models.Completion:
        """Models.

        ``GET /things``

        Returns:
            A completion.
        """
        return await self._send(_models_())
