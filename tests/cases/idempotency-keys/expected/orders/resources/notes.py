"""The operations of `Notes`, under `/notes`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_CREATE: Operation[None] = Operation(
    id="createNote", method="POST", path="/notes", successes={204: None}
)


def _create() -> Request[None]:
    return _CREATE.request()


class Notes(Resource):
    """The operations of `Notes`, under `/notes`."""

    def create(self) -> None:
        """Create note.

        ``POST /notes``
        """
        return self._send(_create())


class AsyncNotes(AsyncResource):
    """The operations of `Notes`, under `/notes`.

    Async counterpart of `Notes`.
    """

    async def create(self) -> None:
        """Create note.

        ``POST /notes``
        """
        return await self._send(_create())
