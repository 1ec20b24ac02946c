"""The operations of `import`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced

if TYPE_CHECKING:
    from .. import params

_REPLACE_THING: Operation[models.List] = Operation(
    id="replaceThing", method="PUT", path="/things/{class_}/{x_y}", successes={200: models.List}
)


def _replace_thing(
    class_: str,
    x_y: str,
    body: params.List,
    self_: str | UnsetType,
    filter_from: str | UnsetType,
    arg_2fa: bool | UnsetType,
    x_2_fa: str | UnsetType,
    sort: params.SortOrder | UnsetType,
    direction: params.Direction | UnsetType,
) -> Request[models.List]:
    return _REPLACE_THING.request(
        class_,
        x_y,
        query={
            "self": self_,
            "filter[from]": filter_from,
            "2fa": arg_2fa,
            "sort": sort,
            "direction": direction,
        },
        headers={"X-2FA": x_2_fa},
        json=coerced(body, models.List, "body"),
    )


_GET_ORDER: Operation[None] = Operation(
    id="getOrder", method="GET", path="/orders/{mro_}/{id}", successes={204: None}
)


def _get_order(mro_: str, id: str) -> Request[None]:
    return _GET_ORDER.request(mro_, id)


class Import(Resource):
    """The operations of `import`."""

    def replace_thing(
        self,
        class_: str,
        x_y: str,
        *,
        body: params.List,
        self_: str | UnsetType = UNSET,
        filter_from: str | UnsetType = UNSET,
        arg_2fa: bool | UnsetType = UNSET,
        x_2_fa: str | UnsetType = UNSET,
        sort: params.SortOrder | UnsetType = UNSET,
        direction: params.Direction | UnsetType = UNSET,
    ) -> models.List:
        """Replace thing.

        ``PUT /things/{class}/{x-y}``

        Returns:
            The thing.
        """
        return self._send(
            _replace_thing(class_, x_y, body, self_, filter_from, arg_2fa, x_2_fa, sort, direction)
        )

    def get_order(self, mro_: str, id: str) -> None:
        """Get order.

        ``GET /orders/{mro}/{id}``
        """
        return self._send(_get_order(mro_, id))


class AsyncImport(AsyncResource):
    """The operations of `import`.

    Async counterpart of `Import`.
    """

    async def replace_thing(
        self,
        class_: str,
        x_y: str,
        *,
        body: params.List,
        self_: str | UnsetType = UNSET,
        filter_from: str | UnsetType = UNSET,
        arg_2fa: bool | UnsetType = UNSET,
        x_2_fa: str | UnsetType = UNSET,
        sort: params.SortOrder | UnsetType = UNSET,
        direction: params.Direction | UnsetType = UNSET,
    ) -> models.List:
        """Replace thing.

        ``PUT /things/{class}/{x-y}``

        Returns:
            The thing.
        """
        return await self._send(
            _replace_thing(class_, x_y, body, self_, filter_from, arg_2fa, x_2_fa, sort, direction)
        )

    async def get_order(self, mro_: str, id: str) -> None:
        """Get order.

        ``GET /orders/{mro}/{id}``
        """
        return await self._send(_get_order(mro_, id))
