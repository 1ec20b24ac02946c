"""An API as the generator would emit it, by hand and small: what the runtime is tested with."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from uuid import UUID

from msgspec import UNSET, Struct, UnsetType, field
from package._api import FACTS, ErrorResponse
from package._runtime import AsyncResource, Operation, Request, Resource
from package._runtime._multipart import File, multipart_content
from package._runtime._open_enum import OpenEnum, OpenIntEnum
from package._runtime._token import AsyncTokenClient, TokenClient
from package._runtime._upload import FileContent, bytes_content


class Colour(OpenEnum):
    """A colour."""

    RED = "red"


class Size(OpenIntEnum):
    """A size."""

    SMALL = 1


class Owner(Struct, frozen=True, kw_only=True):
    """Who has a thing."""

    name: str
    full_name: str | UnsetType = field(default=UNSET, name="full/name")


class Thing(Struct, frozen=True, kw_only=True):
    """A thing."""

    id: str
    size: int
    colour: Colour | UnsetType = UNSET
    fits: Size | UnsetType = UNSET
    weight: float | UnsetType = UNSET
    note: str | UnsetType | None = UNSET
    made: datetime | UnsetType = UNSET
    parts: list[Thing] | UnsetType = UNSET
    grid: list[list[int]] | UnsetType = UNSET
    colours: dict[str, Colour] | UnsetType = UNSET
    owner: Owner | str | UnsetType | None = UNSET


class NewThing(Struct, frozen=True, kw_only=True):
    """What a thing is made of."""

    name: str | UnsetType = UNSET


_ERRORS = {401: ErrorResponse, 404: ErrorResponse, 409: ErrorResponse}

GET: Operation[Thing] = Operation(
    id="getThing", method="GET", path="/v1/things/{thing_id}", successes={200: Thing}, errors=_ERRORS
)
REPLACE: Operation[Thing] = Operation(
    id="replaceThing", method="PUT", path="/v1/things/{thing_id}", successes={200: Thing}, errors=_ERRORS
)
CREATE: Operation[Thing] = Operation(
    id="createThing", method="POST", path="/v1/things", successes={201: Thing}, errors=_ERRORS
)
DELETE: Operation[None] = Operation(
    id="deleteThing",
    method="DELETE",
    path="/v1/things/{thing_id:uuid}",
    successes={204: None},
    errors=_ERRORS,
)


UPLOAD: Operation[None] = Operation(
    id="uploadThing", method="PUT", path="/v1/things/{thing_id}/file", successes={204: None}, errors=_ERRORS
)
DOWNLOAD: Operation[bytes] = Operation(
    id="downloadThing",
    method="GET",
    path="/v1/things/{thing_id}/file",
    successes={200: {"image/*": bytes}},
    errors=_ERRORS,
)
ATTACH: Operation[None] = Operation(
    id="attachFile", method="POST", path="/v1/files", successes={204: None}, errors=_ERRORS
)


def _get(thing_id: str) -> Request[Thing]:
    return GET.request(thing_id)


def _replace(thing_id: str, name: str | UnsetType) -> Request[Thing]:
    return REPLACE.request(thing_id, json=NewThing(name=name))


def _create(name: str | UnsetType, idempotency_key: str | UnsetType) -> Request[Thing]:
    return CREATE.request(headers={"Idempotency-Key": idempotency_key}, json=NewThing(name=name))


def _delete(thing_id: UUID | str) -> Request[None]:
    return DELETE.request(thing_id)


def _upload(thing_id: str, body: FileContent) -> Request[None]:
    return UPLOAD.request(thing_id, content=bytes_content("image/png", body))


def _attach(file: File, note: str) -> Request[None]:
    content = multipart_content("multipart/form-data", {"note": note, "file": file}, files=["file"])
    return ATTACH.request(content=content)


class Things(Resource):
    """Things."""

    def get(self, thing_id: str) -> Thing:
        return self._send(_get(thing_id))

    def replace(self, thing_id: str, *, name: str | UnsetType = UNSET) -> Thing:
        return self._send(_replace(thing_id, name))

    def create(self, *, name: str | UnsetType = UNSET, idempotency_key: str | UnsetType = UNSET) -> Thing:
        return self._send(_create(name, idempotency_key))

    def delete(self, thing_id: UUID | str) -> None:
        return self._send(_delete(thing_id))

    def upload(self, thing_id: str, *, body: FileContent) -> None:
        return self._send(_upload(thing_id, body))

    def attach(self, *, file: File, note: str = "") -> None:
        return self._send(_attach(file, note))

    def download(self, thing_id: str) -> bytes:
        return self._send(DOWNLOAD.request(thing_id))


class AsyncThings(AsyncResource):
    """Things."""

    async def get(self, thing_id: str) -> Thing:
        return await self._send(_get(thing_id))

    async def replace(self, thing_id: str, *, name: str | UnsetType = UNSET) -> Thing:
        return await self._send(_replace(thing_id, name))

    async def create(
        self, *, name: str | UnsetType = UNSET, idempotency_key: str | UnsetType = UNSET
    ) -> Thing:
        return await self._send(_create(name, idempotency_key))

    async def delete(self, thing_id: UUID | str) -> None:
        return await self._send(_delete(thing_id))

    async def upload(self, thing_id: str, *, body: FileContent) -> None:
        return await self._send(_upload(thing_id, body))

    async def attach(self, *, file: File, note: str = "") -> None:
        return await self._send(_attach(file, note))

    async def download(self, thing_id: str) -> bytes:
        return await self._send(DOWNLOAD.request(thing_id))


class Example(TokenClient):
    """A client."""

    _facts = FACTS

    @cached_property
    def things(self) -> Things:
        """Things."""
        return Things(self)


class AsyncExample(AsyncTokenClient):
    """An async client."""

    _facts = FACTS

    @cached_property
    def things(self) -> AsyncThings:
        """Things."""
        return AsyncThings(self)
