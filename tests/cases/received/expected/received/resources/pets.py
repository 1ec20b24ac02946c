"""See https://received.example/pets"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.GetPetResponse] = Operation(
    id="getPet", method="GET", path="/pets/{id}", successes={200: models.GetPetResponse}
)


def _get(id: int) -> Request[models.GetPetResponse]:
    return _GET.request(id)


_SUBSCRIBE: Operation[None] = Operation(
    id="subscribe",
    method="POST",
    path="/subscriptions",
    successes={204: None},
    optional_body=True,
    spread_body=True,
)


def _subscribe(url: str | UnsetType) -> Request[None]:
    return _SUBSCRIBE.request(json=models.SubscribeRequest(url=url))


class Pets(Resource):
    """See https://received.example/pets"""

    def get(self, id: int) -> models.GetPetResponse:
        """Get pet.

        See https://received.example/get

        ``GET /pets/{id}``

        Returns:
            It.

        Links:
            next: ``getPet`` with id ``$response.body#/id``. The one after it.
            shared: ``#/paths/~1subscriptions/post``.
        """
        return self._send(_get(id))

    def subscribe(self, *, url: str | UnsetType = UNSET) -> None:
        """Subscribe.

        ``POST /subscriptions``

        Callbacks:
            onPet: ``POST {$request.body#/url}`` with `models.SubscribeOnPetCallbackRequest`.
                There is a pet.
            shared: ``PUT {$request.query.url}`` with `models.Gone`.
        """
        return self._send(_subscribe(url))


class AsyncPets(AsyncResource):
    """See https://received.example/pets

    Async counterpart of `Pets`.
    """

    async def get(self, id: int) -> models.GetPetResponse:
        """Get pet.

        See https://received.example/get

        ``GET /pets/{id}``

        Returns:
            It.

        Links:
            next: ``getPet`` with id ``$response.body#/id``. The one after it.
            shared: ``#/paths/~1subscriptions/post``.
        """
        return await self._send(_get(id))

    async def subscribe(self, *, url: str | UnsetType = UNSET) -> None:
        """Subscribe.

        ``POST /subscriptions``

        Callbacks:
            onPet: ``POST {$request.body#/url}`` with `models.SubscribeOnPetCallbackRequest`.
                There is a pet.
            shared: ``PUT {$request.query.url}`` with `models.Gone`.
        """
        return await self._send(_subscribe(url))
