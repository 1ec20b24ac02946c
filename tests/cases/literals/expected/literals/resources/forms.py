"""The operations of `Forms`, under `/forms`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced
from .._runtime._form import form_content
from .._runtime._multipart import checked, multipart_content

if TYPE_CHECKING:
    from .. import params

_REPLACE: Operation[None] = Operation(
    id="replaceForm", method="PUT", path="/forms", successes={204: None}
)


def _replace(place: params.Place, state: params.State) -> Request[None]:
    return _REPLACE.request(
        content=multipart_content(
            "multipart/form-data",
            checked({"place": coerced(place, models.Place, "place"), "state": state}),
        )
    )


_CREATE: Operation[None] = Operation(
    id="createForm", method="POST", path="/forms", successes={204: None}
)


def _create(postal_code: str, state: params.State | UnsetType) -> Request[None]:
    return _CREATE.request(content=form_content(models.Place(postal_code=postal_code, state=state)))


class Forms(Resource):
    """The operations of `Forms`, under `/forms`."""

    def replace(self, *, place: params.Place, state: params.State) -> None:
        """Replace form.

        ``PUT /forms``
        """
        return self._send(_replace(place, state))

    def create(self, *, postal_code: str, state: params.State | UnsetType = UNSET) -> None:
        """Create form.

        ``POST /forms``
        """
        return self._send(_create(postal_code, state))


class AsyncForms(AsyncResource):
    """The operations of `Forms`, under `/forms`.

    Async counterpart of `Forms`.
    """

    async def replace(self, *, place: params.Place, state: params.State) -> None:
        """Replace form.

        ``PUT /forms``
        """
        return await self._send(_replace(place, state))

    async def create(self, *, postal_code: str, state: params.State | UnsetType = UNSET) -> None:
        """Create form.

        ``POST /forms``
        """
        return await self._send(_create(postal_code, state))
