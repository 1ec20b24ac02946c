"""The operations of `Servers`, under `/servers`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[models.ServerList] = Operation(
    id="listServers", method="GET", path="/servers", successes={200: models.ServerList}
)


def _list(per_page: int | UnsetType) -> Request[models.ServerList]:
    return _LIST.request(query={"per_page": per_page})


_CREATE: Operation[models.Server] = Operation(
    id="createServer",
    method="POST",
    path="/servers",
    successes={201: models.Server},
    spread_body=True,
)


def _create(name: str) -> Request[models.Server]:
    return _CREATE.request(json=models.CreateServerRequest(name=name))


_RESTART: Operation[None] = Operation(
    id="restartServer", method="POST", path="/servers/{id}/restart", successes={204: None}
)


def _restart(id: str) -> Request[None]:
    return _RESTART.request(id)


class Servers(Resource):
    """The operations of `Servers`, under `/servers`."""

    def list(self, *, per_page: int | UnsetType = UNSET) -> models.ServerList:
        """List servers.

        ``GET /servers``

        Returns:
            Some of the servers.
        """
        return self._send(_list(per_page))

    def create(self, *, name: str) -> models.Server:
        """Create server.

        ``POST /servers``

        Returns:
            The server.
        """
        return self._send(_create(name))

    def restart(self, id: str) -> None:
        """Restart server.

        ``POST /servers/{id}/restart``
        """
        return self._send(_restart(id))


class AsyncServers(AsyncResource):
    """The operations of `Servers`, under `/servers`.

    Async counterpart of `Servers`.
    """

    async def list(self, *, per_page: int | UnsetType = UNSET) -> models.ServerList:
        """List servers.

        ``GET /servers``

        Returns:
            Some of the servers.
        """
        return await self._send(_list(per_page))

    async def create(self, *, name: str) -> models.Server:
        """Create server.

        ``POST /servers``

        Returns:
            The server.
        """
        return await self._send(_create(name))

    async def restart(self, id: str) -> None:
        """Restart server.

        ``POST /servers/{id}/restart``
        """
        return await self._send(_restart(id))
