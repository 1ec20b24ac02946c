"""A name that the fake has itself."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from .._runtime import AsyncResource, Operation, Request, Resource

_CALLS: Operation[str] = Operation(
    id="calls",
    method="GET",
    path="/clients/{id}",
    successes={200: {"text/plain": str}},
    dates=("date",),
)


def _calls(
    id: str,
    returns: str | UnsetType,
    models_: str | UnsetType,
    date: datetime.date | UnsetType,
    list: Sequence[str] | UnsetType,
) -> Request[str]:
    return _CALLS.request(
        id, query={"returns": returns, "models": models_, "date": date, "list": list}
    )


_RETURNS: Operation[None] = Operation(
    id="returns", method="DELETE", path="/clients/{id}", successes={204: None}
)


def _returns(id: str) -> Request[None]:
    return _RETURNS.request(id)


_LIST: Operation[builtins.list[int]] = Operation(
    id="list", method="GET", path="/other", successes={200: builtins.list[int]}
)


def _list() -> Request[builtins.list[int]]:
    return _LIST.request()


class ClientResource(Resource):
    """A name that the fake has itself."""

    def calls(
        self,
        id: str,
        *,
        returns: str | UnsetType = UNSET,
        models_: str | UnsetType = UNSET,
        date: datetime.date | UnsetType = UNSET,
        list: Sequence[str] | UnsetType = UNSET,
    ) -> str:
        """Calls.

        ``GET /clients/{id}``

        Returns:
            A text.
        """
        return self._send(_calls(id, returns, models_, date, list))

    def returns(self, id: str) -> None:
        """Returns.

        ``DELETE /clients/{id}``
        """
        return self._send(_returns(id))

    def list(self) -> builtins.list[int]:
        """List.

        ``GET /other``

        Returns:
            Numbers.
        """
        return self._send(_list())


class AsyncClientResource(AsyncResource):
    """A name that the fake has itself.

    Async counterpart of `ClientResource`.
    """

    async def calls(
        self,
        id: str,
        *,
        returns: str | UnsetType = UNSET,
        models_: str | UnsetType = UNSET,
        date: datetime.date | UnsetType = UNSET,
        list: Sequence[str] | UnsetType = UNSET,
    ) -> str:
        """Calls.

        ``GET /clients/{id}``

        Returns:
            A text.
        """
        return await self._send(_calls(id, returns, models_, date, list))

    async def returns(self, id: str) -> None:
        """Returns.

        ``DELETE /clients/{id}``
        """
        return await self._send(_returns(id))

    async def list(self) -> builtins.list[int]:
        """List.

        ``GET /other``

        Returns:
            Numbers.
        """
        return await self._send(_list())
