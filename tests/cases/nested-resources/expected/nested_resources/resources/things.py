"""The operations of `Things`, under `/things`."""

from __future__ import annotations

from .. import models as models_
from .._runtime import AsyncResource, Operation, Request, Resource

_MODELS: Operation[models_.Completion] = Operation(
    id="models", method="GET", path="/things", successes={200: models_.Completion}
)


def _models() -> Request[models_.Completion]:
    return _MODELS.request()


class Things(Resource):
    """The operations of `Things`, under `/things`."""

    def models(self) -> models_.Completion:
        """Models.

        ``GET /things``

        Returns:
            A completion.
        """
        return self._send(_models())


class AsyncThings(AsyncResource):
    """The operations of `Things`, under `/things`.

    Async counterpart of `Things`.
    """

    async def models(self) -> models_.Completion:
        """Models.

        ``GET /things``

        Returns:
            A completion.
        """
        return await self._send(_models())
