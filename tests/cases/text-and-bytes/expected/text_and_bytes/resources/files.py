"""The operations of `Files`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, overload

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._alternatives import Bodies, Taken
from .._runtime._number import JsonNumber
from .._runtime._upload import FileContent, bytes_content

_REPLACE_NOTES: Operation[str] = Operation(
    id="replaceNotes", method="PUT", path="/notes", successes={200: {"text/plain": str}}
)


def _replace_notes(body: str) -> Request[str]:
    return _REPLACE_NOTES.request(content=("text/markdown", body))


_REPLACE_IMAGE: Operation[bytes] = Operation(
    id="replaceImage", method="PUT", path="/image", successes={200: {"image/*": bytes}}
)


def _replace_image(body: FileContent) -> Request[bytes]:
    return _REPLACE_IMAGE.request(content=bytes_content("image/png", body))


_REPLACE: Operation[bytes] = Operation(
    id="replaceFile",
    method="PUT",
    path="/file",
    successes={200: {"application/octet-stream": bytes}},
)


def _replace(body: FileContent | UnsetType, content_type: str) -> Request[bytes]:
    return _REPLACE.request(content=bytes_content(content_type, body))


_DELETE: Operation[None] = Operation(
    id="deleteFile", method="DELETE", path="/file", successes={204: None}
)


def _delete(body: Sequence[str]) -> Request[None]:
    return _DELETE.request(json=body)


_CHECK: Operation[None] = Operation(
    id="checkFile", method="HEAD", path="/file", successes={200: None}
)


def _check() -> Request[None]:
    return _CHECK.request()


_GET_REPORT: Operation[bytes] = Operation(
    id="getReport",
    method="GET",
    path="/report",
    successes={200: {"application/xml": bytes}},
    errors={404: models.Problem},
)


def _get_report() -> Request[bytes]:
    return _GET_REPORT.request()


_GET_PAGE: Operation[bytes] = Operation(
    id="getPage", method="GET", path="/page", successes={200: {"*/*": bytes}}
)


def _get_page() -> Request[bytes]:
    return _GET_PAGE.request()


_REPLACE_PAGE: Operation[str] = Operation(
    id="replacePage", method="PUT", path="/page", successes={200: {"*/*": str}}
)


def _replace_page(body: str, content_type: str) -> Request[str]:
    return _REPLACE_PAGE.request(content=(content_type, body))


_PING: Operation[bytes | None] = Operation(
    id="ping", method="GET", path="/ping", successes={200: {"*/*": bytes | None}}
)


def _ping() -> Request[bytes | None]:
    return _PING.request()


_COUNT: Operation[int] = Operation(
    id="countFiles", method="GET", path="/count", successes={200: {"text/plain": int}}
)


def _count() -> Request[int]:
    return _COUNT.request()


_LIMIT_FILES: Operation[None] = Operation(
    id="limitFiles", method="PUT", path="/count", successes={204: None}
)


def _limit_files(body: int | UnsetType) -> Request[None]:
    return _LIMIT_FILES.request(content=("text/plain", body))


_MEASURE_FILES: Operation[float] = Operation(
    id="measureFiles",
    method="POST",
    path="/count",
    successes={200: {"text/plain; charset=utf-8": JsonNumber}},
)


def _measure_files() -> Request[float]:
    return _MEASURE_FILES.request()


_SCALE_FILES: Operation[None] = Operation(
    id="scaleFiles", method="PATCH", path="/count", successes={204: None}, spread_body=True
)

_SCALE_FILES__BODIES = Bodies(
    {"application/json": Taken(required=("title",)), "text/plain": Taken(required=("body",))}
)


def _scale_files(title: Any, body: Any, content_type: Any) -> Request[None]:
    match _SCALE_FILES__BODIES.chosen(content_type, {"title": title, "body": body}):
        case "application/json":
            return _SCALE_FILES.request(json=models.Problem(title=title))
        case _:
            return _SCALE_FILES.request(content=("text/plain", body))


_GET_LISTING: Operation[models.Problem] = Operation(
    id="getListing",
    method="GET",
    path="/listing",
    successes={200: {"application/vnd.example.v2+json; odata=verbose": models.Problem}},
    errors={404: models.Problem},
)


def _get_listing() -> Request[models.Problem]:
    return _GET_LISTING.request()


_REPLACE_LISTING: Operation[Any] = Operation(
    id="replaceListing", method="PUT", path="/listing", successes={200: Any}
)


def _replace_listing() -> Request[Any]:
    return _REPLACE_LISTING.request()


_CREATE_LISTING: Operation[str] = Operation(
    id="createListing", method="POST", path="/listing", successes={200: str}, spread_body=True
)


def _create_listing(title: str) -> Request[str]:
    return _CREATE_LISTING.request(
        headers={"content-type": "application/vnd.example.v2+json"},
        json=models.Problem(title=title),
    )


class Files(Resource):
    """The operations of `Files`."""

    def replace_notes(self, *, body: str) -> str:
        """Replace notes.

        ``PUT /notes``

        Returns:
            The notes.
        """
        return self._send(_replace_notes(body))

    def replace_image(self, *, body: FileContent) -> bytes:
        """Replace image.

        ``PUT /image``

        Returns:
            The image.
        """
        return self._send(_replace_image(body))

    def replace(
        self,
        *,
        body: FileContent | UnsetType = UNSET,
        content_type: str = "application/octet-stream",
    ) -> bytes:
        """Replace file.

        ``PUT /file``

        Args:
            content_type: The media type of the body.

        Returns:
            The file.
        """
        return self._send(_replace(body, content_type))

    def delete(self, *, body: Sequence[str]) -> None:
        """Delete file.

        ``DELETE /file``
        """
        return self._send(_delete(body))

    def check(self) -> None:
        """Check file.

        ``HEAD /file``
        """
        return self._send(_check())

    def get_report(self) -> bytes:
        """Get report.

        ``GET /report``

        Returns:
            The report.

        Raises:
            NotFoundError: There is none.
        """
        return self._send(_get_report())

    def get_page(self) -> bytes:
        """Get page.

        ``GET /page``

        Returns:
            The page.
        """
        return self._send(_get_page())

    def replace_page(self, *, body: str, content_type: str = "text/plain") -> str:
        """Replace page.

        ``PUT /page``

        Args:
            content_type: The media type of the body.

        Returns:
            The page.
        """
        return self._send(_replace_page(body, content_type))

    def ping(self) -> bytes | None:
        """Ping.

        ``GET /ping``

        Returns:
            Nobody says what it sends.
        """
        return self._send(_ping())

    def count(self) -> int:
        """Count files.

        ``GET /count``

        Returns:
            How many there are.
        """
        return self._send(_count())

    def limit_files(self, *, body: int | UnsetType = UNSET) -> None:
        """Limit files.

        ``PUT /count``
        """
        return self._send(_limit_files(body))

    def measure_files(self) -> float:
        """Measure files.

        ``POST /count``

        Returns:
            Their mean size.
        """
        return self._send(_measure_files())

    @overload
    def scale_files(
        self, *, title: str, content_type: Literal["application/json"] = "application/json"
    ) -> None: ...
    @overload
    def scale_files(
        self, *, body: float, content_type: Literal["text/plain"] = "text/plain"
    ) -> None: ...
    def scale_files(
        self,
        *,
        title: str | UnsetType = UNSET,
        body: float | UnsetType = UNSET,
        content_type: Literal["application/json", "text/plain"] | UnsetType = UNSET,
    ) -> None:
        """Scale files.

        ``PATCH /count``

        Args:
            title: For `application/json` only.
            body: For `text/plain` only.
            content_type: The media type of the body. The other arguments determine it if none
                is given.
        """
        return self._send(_scale_files(title, body, content_type))

    def get_listing(self) -> models.Problem:
        """Get listing.

        ``GET /listing``

        Returns:
            JSON by another name.

        Raises:
            NotFoundError: There is none.
        """
        return self._send(_get_listing())

    def replace_listing(self) -> Any:
        """Replace listing.

        ``PUT /listing``

        Returns:
            Anything.
        """
        return self._send(_replace_listing())

    def create_listing(self, *, title: str) -> str:
        """Create listing.

        ``POST /listing``

        Returns:
            A text in JSON.
        """
        return self._send(_create_listing(title))


class AsyncFiles(AsyncResource):
    """The operations of `Files`.

    Async counterpart of `Files`.
    """

    async def replace_notes(self, *, body: str) -> str:
        """Replace notes.

        ``PUT /notes``

        Returns:
            The notes.
        """
        return await self._send(_replace_notes(body))

    async def replace_image(self, *, body: FileContent) -> bytes:
        """Replace image.

        ``PUT /image``

        Returns:
            The image.
        """
        return await self._send(_replace_image(body))

    async def replace(
        self,
        *,
        body: FileContent | UnsetType = UNSET,
        content_type: str = "application/octet-stream",
    ) -> bytes:
        """Replace file.

        ``PUT /file``

        Args:
            content_type: The media type of the body.

        Returns:
            The file.
        """
        return await self._send(_replace(body, content_type))

    async def delete(self, *, body: Sequence[str]) -> None:
        """Delete file.

        ``DELETE /file``
        """
        return await self._send(_delete(body))

    async def check(self) -> None:
        """Check file.

        ``HEAD /file``
        """
        return await self._send(_check())

    async def get_report(self) -> bytes:
        """Get report.

        ``GET /report``

        Returns:
            The report.

        Raises:
            NotFoundError: There is none.
        """
        return await self._send(_get_report())

    async def get_page(self) -> bytes:
        """Get page.

        ``GET /page``

        Returns:
            The page.
        """
        return await self._send(_get_page())

    async def replace_page(self, *, body: str, content_type: str = "text/plain") -> str:
        """Replace page.

        ``PUT /page``

        Args:
            content_type: The media type of the body.

        Returns:
            The page.
        """
        return await self._send(_replace_page(body, content_type))

    async def ping(self) -> bytes | None:
        """Ping.

        ``GET /ping``

        Returns:
            Nobody says what it sends.
        """
        return await self._send(_ping())

    async def count(self) -> int:
        """Count files.

        ``GET /count``

        Returns:
            How many there are.
        """
        return await self._send(_count())

    async def limit_files(self, *, body: int | UnsetType = UNSET) -> None:
        """Limit files.

        ``PUT /count``
        """
        return await self._send(_limit_files(body))

    async def measure_files(self) -> float:
        """Measure files.

        ``POST /count``

        Returns:
            Their mean size.
        """
        return await self._send(_measure_files())

    @overload
    async def scale_files(
        self, *, title: str, content_type: Literal["application/json"] = "application/json"
    ) -> None: ...
    @overload
    async def scale_files(
        self, *, body: float, content_type: Literal["text/plain"] = "text/plain"
    ) -> None: ...
    async def scale_files(
        self,
        *,
        title: str | UnsetType = UNSET,
        body: float | UnsetType = UNSET,
        content_type: Literal["application/json", "text/plain"] | UnsetType = UNSET,
    ) -> None:
        """Scale files.

        ``PATCH /count``

        Args:
            title: For `application/json` only.
            body: For `text/plain` only.
            content_type: The media type of the body. The other arguments determine it if none
                is given.
        """
        return await self._send(_scale_files(title, body, content_type))

    async def get_listing(self) -> models.Problem:
        """Get listing.

        ``GET /listing``

        Returns:
            JSON by another name.

        Raises:
            NotFoundError: There is none.
        """
        return await self._send(_get_listing())

    async def replace_listing(self) -> Any:
        """Replace listing.

        ``PUT /listing``

        Returns:
            Anything.
        """
        return await self._send(_replace_listing())

    async def create_listing(self, *, title: str) -> str:
        """Create listing.

        ``POST /listing``

        Returns:
            A text in JSON.
        """
        return await self._send(_create_listing(title))
