"""The operations of `robots`, under `/robots`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Literal, overload
from uuid import UUID

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced
from .._runtime._deprecated import deprecated
from .._runtime._multipart import File, checked, multipart_content
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByCursor
from .._runtime._stream import AsyncStream, Stream, StreamOperation
from .._runtime._writable import writable

if TYPE_CHECKING:
    from .. import params

_LIST: PagedOperation[models.Robot, models.RobotPage] = PagedOperation(
    id="listRobots",
    method="GET",
    path="/robots",
    successes={200: models.RobotPage},
    errors={"default": models.Problem},
    pages=ByCursor(query="cursor", items=("data",), next=("next_cursor",)),
)


def _list(limit: int | UnsetType, cursor: str | None | UnsetType) -> Request[models.RobotPage]:
    return _LIST.request(query={"limit": limit, "cursor": cursor})


_CREATE: Operation[models.Robot] = Operation(
    id="createRobot",
    method="POST",
    path="/robots",
    successes={201: models.Robot},
    errors={"default": models.Problem},
    spread_body=True,
)


def _create(name: str, mood: params.RobotMood | UnsetType) -> Request[models.Robot]:
    return _CREATE.request(json=models.Robot(name=name, mood=mood))


_GET: Operation[models.Robot] = Operation(
    id="getRobot",
    method="GET",
    path="/robots/{id:uuid}",
    successes={200: models.Robot},
    errors={404: models.Problem},
)


def _get(id: UUID | str) -> Request[models.Robot]:
    return _GET.request(id)


_REPLACE_OLD: Operation[models.OldReplaceResponse] = Operation(
    id="old_replace",
    method="PUT",
    path="/robots/{id:uuid}",
    successes={200: models.OldReplaceResponse},
)


def _replace_old(id: UUID | str, body: params.Robot | str) -> Request[models.OldReplaceResponse]:
    return _REPLACE_OLD.request(id, json=writable(coerced(body, models.Robot | str, "body")))


_GET_PHOTO: Operation[bytes] = Operation(
    id="getPhoto",
    method="GET",
    path="/robots/{id:uuid}/photo",
    successes={200: {"image/png": bytes}},
)


def _get_photo(id: UUID | str) -> Request[bytes]:
    return _GET_PHOTO.request(id)


_ADD_PHOTO: Operation[None] = Operation(
    id="addPhoto", method="POST", path="/robots/{id:uuid}/photo", successes={204: None}
)


def _add_photo(id: UUID | str, photo: File, title: str | UnsetType) -> Request[None]:
    return _ADD_PHOTO.request(
        id,
        content=multipart_content(
            "multipart/form-data", checked({"photo": photo, "title": title}), files=["photo"]
        ),
    )


_READ_LOG: StreamOperation[models.Line] = StreamOperation(
    id="readLog",
    method="GET",
    path="/robots/{id:uuid}/log",
    successes={200: {"application/x-ndjson": models.Line}},
)


def _read_log(id: UUID | str) -> Request[models.Line]:
    return _READ_LOG.request(id)


_SAY: Operation[models.Line] = Operation(
    id="say",
    method="POST",
    path="/robots/{id:uuid}/say",
    successes={200: models.Line},
    spread_body=True,
)

_SAY__STREAM: StreamOperation[models.Line] = StreamOperation(
    id="say",
    method="POST",
    path="/robots/{id:uuid}/say",
    successes={200: {"text/event-stream": models.Line}},
    spread_body=True,
)


def _say(id: UUID | str, text: str, stream: bool | UnsetType) -> Request[models.Line]:
    return _SAY.request(id, json=models.SayRequest(text=text, stream=stream))


class RobotsResource(Resource):
    """The operations of `robots`, under `/robots`."""

    def list(
        self, *, limit: int | UnsetType = UNSET, cursor: str | None | UnsetType = UNSET
    ) -> Page[models.Robot, models.RobotPage]:
        """List robots.

        ``GET /robots``

        Returns:
            A page. Iterate over the result for the items of all pages.
        """
        return self._send(_LIST.page(_list(limit, cursor)))

    def create(self, *, name: str, mood: params.RobotMood | UnsetType = UNSET) -> models.Robot:
        """Create robot.

        ``POST /robots``

        Returns:
            The robot.
        """
        return self._send(_create(name, mood))

    def get(self, id: UUID | str) -> models.Robot:
        """Get robot.

        ``GET /robots/{id}``

        Returns:
            The robot.

        Raises:
            NotFoundError: An error.
        """
        return self._send(_get(id))

    @deprecated("PUT /robots/{id} is deprecated")
    def replace_old(self, id: UUID | str, *, body: params.Robot | str) -> models.OldReplaceResponse:
        """Deprecated.

        Old replace.

        ``PUT /robots/{id}``

        Returns:
            What it does now.
        """
        return self._send(_replace_old(id, body))

    def get_photo(self, id: UUID | str) -> bytes:
        """Get photo.

        ``GET /robots/{id}/photo``

        Returns:
            The photo.
        """
        return self._send(_get_photo(id))

    def add_photo(self, id: UUID | str, *, photo: File, title: str | UnsetType = UNSET) -> None:
        """Add photo.

        ``POST /robots/{id}/photo``
        """
        return self._send(_add_photo(id, photo, title))

    def read_log(self, id: UUID | str) -> Stream[models.Line]:
        """Read log.

        ``GET /robots/{id}/log``

        Returns:
            Lines. The items, each when it arrives: use it in a `with` block.
        """
        return self._send(_READ_LOG.stream(_read_log(id)))

    @overload
    def say(self, id: UUID | str, *, text: str, stream: Literal[True]) -> Stream[models.Line]: ...
    @overload
    def say(
        self, id: UUID | str, *, text: str, stream: Literal[False] | UnsetType = UNSET
    ) -> models.Line: ...
    def say(
        self, id: UUID | str, *, text: str, stream: bool | UnsetType = UNSET
    ) -> Stream[models.Line] | models.Line:
        """Say.

        ``POST /robots/{id}/say``

        Returns:
            Said. A stream of items with `stream=True`: use it in a `with` block.
        """
        if stream is True:
            return self._send(_SAY__STREAM.stream(_say(id, text, stream)))
        return self._send(_say(id, text, stream))


class AsyncRobotsResource(AsyncResource):
    """The operations of `robots`, under `/robots`.

    Async counterpart of `RobotsResource`.
    """

    def list(
        self, *, limit: int | UnsetType = UNSET, cursor: str | None | UnsetType = UNSET
    ) -> AsyncPager[models.Robot, models.RobotPage]:
        """List robots.

        ``GET /robots``

        Returns:
            A page. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _LIST.async_page(_list(limit, cursor)))

    async def create(
        self, *, name: str, mood: params.RobotMood | UnsetType = UNSET
    ) -> models.Robot:
        """Create robot.

        ``POST /robots``

        Returns:
            The robot.
        """
        return await self._send(_create(name, mood))

    async def get(self, id: UUID | str) -> models.Robot:
        """Get robot.

        ``GET /robots/{id}``

        Returns:
            The robot.

        Raises:
            NotFoundError: An error.
        """
        return await self._send(_get(id))

    @deprecated("PUT /robots/{id} is deprecated")
    async def replace_old(
        self, id: UUID | str, *, body: params.Robot | str
    ) -> models.OldReplaceResponse:
        """Deprecated.

        Old replace.

        ``PUT /robots/{id}``

        Returns:
            What it does now.
        """
        return await self._send(_replace_old(id, body))

    async def get_photo(self, id: UUID | str) -> bytes:
        """Get photo.

        ``GET /robots/{id}/photo``

        Returns:
            The photo.
        """
        return await self._send(_get_photo(id))

    async def add_photo(
        self, id: UUID | str, *, photo: File, title: str | UnsetType = UNSET
    ) -> None:
        """Add photo.

        ``POST /robots/{id}/photo``
        """
        return await self._send(_add_photo(id, photo, title))

    def read_log(self, id: UUID | str) -> AsyncStream[models.Line]:
        """Read log.

        ``GET /robots/{id}/log``

        Returns:
            Lines. The items, each when it arrives: use it in a `with` block.
        """
        return _READ_LOG.async_stream(self._send, _read_log(id))

    @overload
    def say(
        self, id: UUID | str, *, text: str, stream: Literal[True]
    ) -> AsyncStream[models.Line]: ...
    @overload
    async def say(
        self, id: UUID | str, *, text: str, stream: Literal[False] | UnsetType = UNSET
    ) -> models.Line: ...
    def say(
        self, id: UUID | str, *, text: str, stream: bool | UnsetType = UNSET
    ) -> AsyncStream[models.Line] | Coroutine[Any, Any, models.Line]:
        """Say.

        ``POST /robots/{id}/say``

        Returns:
            Said. A stream of items with `stream=True`: use it in a `with` block.
        """
        if stream is True:
            return _SAY__STREAM.async_stream(self._send, _say(id, text, stream))
        return self._send(_say(id, text, stream))
