"""The operations of `projects`, under `/v1`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[None] = Operation(
    id="getProject", method="GET", path="/v1/{name:path}", successes={204: None}
)


def _get(name: str) -> Request[None]:
    return _GET.request(name)


_CANCEL: Operation[None] = Operation(
    id="cancelProject", method="POST", path="/v1/{name:path}:cancel", successes={204: None}
)


def _cancel(name: str) -> Request[None]:
    return _CANCEL.request(name)


class Projects(Resource):
    """The operations of `projects`, under `/v1`."""

    def get(self, name: str) -> None:
        """Get project.

        ``GET /v1/{name}``
        """
        return self._send(_get(name))

    def cancel(self, name: str) -> None:
        """Cancel project.

        ``POST /v1/{name}:cancel``
        """
        return self._send(_cancel(name))


class AsyncProjects(AsyncResource):
    """The operations of `projects`, under `/v1`.

    Async counterpart of `Projects`.
    """

    async def get(self, name: str) -> None:
        """Get project.

        ``GET /v1/{name}``
        """
        return await self._send(_get(name))

    async def cancel(self, name: str) -> None:
        """Cancel project.

        ``POST /v1/{name}:cancel``
        """
        return await self._send(_cancel(name))
