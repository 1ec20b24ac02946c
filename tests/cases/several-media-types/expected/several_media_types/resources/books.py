"""The operations of `Books`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._any_content import any_content
from .._runtime._coerce import coerced
from .._runtime._styles import Style
from .._runtime._upload import FileContent

if TYPE_CHECKING:
    from .. import params

_LIST: Operation[builtins.list[models.Book]] = Operation(
    id="listBooks",
    method="GET",
    path="/books",
    successes={
        200: {
            "text/plain": builtins.list[models.Book],
            "application/json": builtins.list[models.Book],
            "text/json": builtins.list[models.Book],
        }
    },
)


def _list() -> Request[builtins.list[models.Book]]:
    return _LIST.request()


_REPLACE: Operation[None] = Operation(
    id="replaceBook", method="PUT", path="/books", successes={204: None}
)


def _replace(
    body: params.Book | params.BookForm | Mapping[str, Any] | str | FileContent,
    content_type: Literal[
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "text/plain",
        "application/pdf",
    ],
) -> Request[None]:
    return _REPLACE.request(
        content=any_content(
            content_type,
            coerced(
                body,
                {
                    "application/json": models.Book,
                    "application/x-www-form-urlencoded": models.BookForm,
                }.get(content_type),
                "body",
            ),
            styles={"author": Style("deepObject", explode=True)},
            content_types={"cover": "image/png"},
        )
    )


_CREATE: Operation[models.Book | str | bytes | int] = Operation(
    id="createBook",
    method="POST",
    path="/books",
    successes={
        200: {"application/json": models.Book, "text/csv": str, "image/png": bytes},
        202: int,
    },
    errors={"default": {"text/plain": str}},
    spread_body=True,
)


def _create(title: str) -> Request[models.Book | str | bytes | int]:
    return _CREATE.request(json=models.Book(title=title))


_GET_VERSION: Operation[models.Book | models.BookForm] = Operation(
    id="getVersion",
    method="GET",
    path="/versions",
    successes={
        200: {
            "application/vnd.books+json; version=1": models.Book,
            "application/vnd.books+json; version=2": models.BookForm,
        }
    },
)


def _get_version() -> Request[models.Book | models.BookForm]:
    return _GET_VERSION.request()


_CREATE_COVER: Operation[None] = Operation(
    id="createCover", method="POST", path="/covers", successes={204: None}
)


def _create_cover(
    body: params.Book | Mapping[str, Any],
    content_type: Literal["application/json", "multipart/form-data"],
) -> Request[None]:
    return _CREATE_COVER.request(
        content=any_content(
            content_type, coerced(body, {"application/json": models.Book}.get(content_type), "body")
        )
    )


_GET_ANY: Operation[models.Book] = Operation(
    id="getAny", method="GET", path="/any", successes={200: models.Book}
)


def _get_any() -> Request[models.Book]:
    return _GET_ANY.request()


_UPDATE_ANY: Operation[models.Book] = Operation(
    id="updateAny",
    method="PATCH",
    path="/any",
    successes={"2XX": {"application/json; charset=utf-8": models.Book}},
    spread_body=True,
)


def _update_any(title: str) -> Request[models.Book]:
    return _UPDATE_ANY.request(
        headers={"content-type": "application/merge-patch+json"}, json=models.Book(title=title)
    )


class Books(Resource):
    """The operations of `Books`."""

    def list(self) -> builtins.list[models.Book]:
        """List books.

        ``GET /books``

        Returns:
            All, as ASP.NET documents them.
        """
        return self._send(_list())

    def replace(
        self,
        *,
        body: params.Book | params.BookForm | Mapping[str, Any] | str | FileContent,
        content_type: Literal[
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "text/plain",
            "application/pdf",
        ] = "application/json",
    ) -> None:
        """Replace book.

        ``PUT /books``

        Args:
            content_type: The media type of the body.
        """
        return self._send(_replace(body, content_type))

    def create(self, *, title: str) -> models.Book | str | bytes | int:
        """Create book.

        ``POST /books``

        Returns:
            The book. Or: Its number.

        Raises:
            APIStatusError: default: Not so.
        """
        return self._send(_create(title))

    def get_version(self) -> models.Book | models.BookForm:
        """Get version.

        ``GET /versions``

        Returns:
            By the version of the media type.
        """
        return self._send(_get_version())

    def create_cover(
        self,
        *,
        body: params.Book | Mapping[str, Any],
        content_type: Literal["application/json", "multipart/form-data"] = "application/json",
    ) -> None:
        """Create cover.

        ``POST /covers``

        Args:
            content_type: The media type of the body.
        """
        return self._send(_create_cover(body, content_type))

    def get_any(self) -> models.Book:
        """Get any.

        ``GET /any``

        Returns:
            A book.
        """
        return self._send(_get_any())

    def update_any(self, *, title: str) -> models.Book:
        """Update any.

        ``PATCH /any``

        Returns:
            A book.
        """
        return self._send(_update_any(title))


class AsyncBooks(AsyncResource):
    """The operations of `Books`.

    Async counterpart of `Books`.
    """

    async def list(self) -> builtins.list[models.Book]:
        """List books.

        ``GET /books``

        Returns:
            All, as ASP.NET documents them.
        """
        return await self._send(_list())

    async def replace(
        self,
        *,
        body: params.Book | params.BookForm | Mapping[str, Any] | str | FileContent,
        content_type: Literal[
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "text/plain",
            "application/pdf",
        ] = "application/json",
    ) -> None:
        """Replace book.

        ``PUT /books``

        Args:
            content_type: The media type of the body.
        """
        return await self._send(_replace(body, content_type))

    async def create(self, *, title: str) -> models.Book | str | bytes | int:
        """Create book.

        ``POST /books``

        Returns:
            The book. Or: Its number.

        Raises:
            APIStatusError: default: Not so.
        """
        return await self._send(_create(title))

    async def get_version(self) -> models.Book | models.BookForm:
        """Get version.

        ``GET /versions``

        Returns:
            By the version of the media type.
        """
        return await self._send(_get_version())

    async def create_cover(
        self,
        *,
        body: params.Book | Mapping[str, Any],
        content_type: Literal["application/json", "multipart/form-data"] = "application/json",
    ) -> None:
        """Create cover.

        ``POST /covers``

        Args:
            content_type: The media type of the body.
        """
        return await self._send(_create_cover(body, content_type))

    async def get_any(self) -> models.Book:
        """Get any.

        ``GET /any``

        Returns:
            A book.
        """
        return await self._send(_get_any())

    async def update_any(self, *, title: str) -> models.Book:
        """Update any.

        ``PATCH /any``

        Returns:
            A book.
        """
        return await self._send(_update_any(title))
