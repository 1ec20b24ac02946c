"""The operations of `Books`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, overload

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._alternatives import Bodies, Taken
from .._runtime._form import form_content
from .._runtime._multipart import File, checked, multipart_content
from .._runtime._styles import Style
from .._runtime._upload import FileContent, bytes_content

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
    id="replaceBook", method="PUT", path="/books", successes={204: None}, spread_body=True
)

_REPLACE__BODIES = Bodies(
    {
        "application/json": Taken(required=("title",)),
        "application/x-www-form-urlencoded": Taken(required=("name",), optional=("author",)),
        "multipart/form-data": Taken(optional=("cover", "pages"), files=("cover",)),
        "text/plain": Taken(required=("body",)),
        "application/pdf": Taken(required=("body",), files=("body",)),
    }
)


def _replace(
    title: Any, name: Any, author: Any, cover: Any, pages: Any, body: Any, content_type: Any
) -> Request[None]:
    match _REPLACE__BODIES.chosen(
        content_type,
        {
            "title": title,
            "name": name,
            "author": author,
            "cover": cover,
            "pages": pages,
            "body": body,
        },
    ):
        case "application/json":
            return _REPLACE.request(json=models.Book(title=title))
        case "application/x-www-form-urlencoded":
            return _REPLACE.request(
                content=form_content(
                    models.BookForm(name=name, author=author),
                    {"author": Style("deepObject", explode=True)},
                )
            )
        case "multipart/form-data":
            return _REPLACE.request(
                content=multipart_content(
                    "multipart/form-data",
                    checked({"cover": cover, "pages": pages}),
                    {"cover": "image/png"},
                    files=["cover"],
                )
            )
        case "text/plain":
            return _REPLACE.request(content=("text/plain", body))
        case _:
            return _REPLACE.request(content=bytes_content("application/pdf", body))


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
    id="createCover", method="POST", path="/covers", successes={204: None}, spread_body=True
)

_CREATE_COVER__BODIES = Bodies(
    {
        "application/json": Taken(required=("title",)),
        "multipart/form-data": Taken(optional=("cover",), files=("cover",)),
    }
)


def _create_cover(title: Any, cover: Any, content_type: Any) -> Request[None]:
    match _CREATE_COVER__BODIES.chosen(content_type, {"title": title, "cover": cover}):
        case "application/json":
            return _CREATE_COVER.request(json=models.Book(title=title))
        case _:
            return _CREATE_COVER.request(
                content=multipart_content(
                    "multipart/form-data", checked({"cover": cover}), files=["cover"]
                )
            )


_CREATE_LABELS: Operation[None] = Operation(
    id="createLabels", method="POST", path="/labels", successes={204: None}
)

_CREATE_LABELS__BODIES = Bodies(
    {
        "application/json": Taken(required=("body",)),
        "multipart/form-data": Taken(required=("body",), files=("body",)),
    }
)


def _create_labels(body: Any, content_type: Any) -> Request[None]:
    match _CREATE_LABELS__BODIES.chosen(content_type, {"body": body}):
        case "application/json":
            return _CREATE_LABELS.request(json=body)
        case _:
            return _CREATE_LABELS.request(content=multipart_content("multipart/form-data", body))


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

    @overload
    def replace(
        self, *, title: str, content_type: Literal["application/json"] = "application/json"
    ) -> None: ...
    @overload
    def replace(
        self,
        *,
        name: str,
        author: params.BookFormAuthor | UnsetType = UNSET,
        content_type: Literal[
            "application/x-www-form-urlencoded"
        ] = "application/x-www-form-urlencoded",
    ) -> None: ...
    @overload
    def replace(
        self,
        *,
        cover: File | UnsetType = UNSET,
        pages: int | UnsetType = UNSET,
        content_type: Literal["multipart/form-data"] = "multipart/form-data",
    ) -> None: ...
    @overload
    def replace(self, *, body: str, content_type: Literal["text/plain"] = "text/plain") -> None: ...
    @overload
    def replace(
        self, *, body: FileContent, content_type: Literal["application/pdf"] = "application/pdf"
    ) -> None: ...
    def replace(
        self,
        *,
        title: str | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        author: params.BookFormAuthor | UnsetType = UNSET,
        cover: File | UnsetType = UNSET,
        pages: int | UnsetType = UNSET,
        body: str | FileContent | UnsetType = UNSET,
        content_type: Literal[
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "text/plain",
            "application/pdf",
        ]
        | UnsetType = UNSET,
    ) -> None:
        """Replace book.

        ``PUT /books``

        Args:
            title: For `application/json` only.
            name: For `application/x-www-form-urlencoded` only.
            author: For `application/x-www-form-urlencoded` only.
            cover: For `multipart/form-data` only.
            pages: For `multipart/form-data` only.
            body: For `text/plain` and `application/pdf` only.
            content_type: The media type of the body. The other arguments determine it if none
                is given.
        """
        return self._send(_replace(title, name, author, cover, pages, body, content_type))

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

    @overload
    def create_cover(
        self, *, title: str, content_type: Literal["application/json"] = "application/json"
    ) -> None: ...
    @overload
    def create_cover(
        self,
        *,
        cover: File | UnsetType = UNSET,
        content_type: Literal["multipart/form-data"] = "multipart/form-data",
    ) -> None: ...
    def create_cover(
        self,
        *,
        title: str | UnsetType = UNSET,
        cover: File | UnsetType = UNSET,
        content_type: Literal["application/json", "multipart/form-data"] | UnsetType = UNSET,
    ) -> None:
        """Create cover.

        ``POST /covers``

        Args:
            title: For `application/json` only.
            cover: For `multipart/form-data` only.
            content_type: The media type of the body. The other arguments determine it if none
                is given.
        """
        return self._send(_create_cover(title, cover, content_type))

    @overload
    def create_labels(
        self,
        *,
        body: Mapping[str, str],
        content_type: Literal["application/json"] = "application/json",
    ) -> None: ...
    @overload
    def create_labels(
        self, *, body: Mapping[str, Any], content_type: Literal["multipart/form-data"]
    ) -> None: ...
    def create_labels(
        self,
        *,
        body: Mapping[str, str] | Mapping[str, Any] | UnsetType = UNSET,
        content_type: Literal["application/json", "multipart/form-data"] | UnsetType = UNSET,
    ) -> None:
        """Create labels.

        ``POST /labels``

        Args:
            content_type: The media type of the body. The other arguments determine it if none
                is given.
        """
        return self._send(_create_labels(body, content_type))

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

    @overload
    async def replace(
        self, *, title: str, content_type: Literal["application/json"] = "application/json"
    ) -> None: ...
    @overload
    async def replace(
        self,
        *,
        name: str,
        author: params.BookFormAuthor | UnsetType = UNSET,
        content_type: Literal[
            "application/x-www-form-urlencoded"
        ] = "application/x-www-form-urlencoded",
    ) -> None: ...
    @overload
    async def replace(
        self,
        *,
        cover: File | UnsetType = UNSET,
        pages: int | UnsetType = UNSET,
        content_type: Literal["multipart/form-data"] = "multipart/form-data",
    ) -> None: ...
    @overload
    async def replace(
        self, *, body: str, content_type: Literal["text/plain"] = "text/plain"
    ) -> None: ...
    @overload
    async def replace(
        self, *, body: FileContent, content_type: Literal["application/pdf"] = "application/pdf"
    ) -> None: ...
    async def replace(
        self,
        *,
        title: str | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        author: params.BookFormAuthor | UnsetType = UNSET,
        cover: File | UnsetType = UNSET,
        pages: int | UnsetType = UNSET,
        body: str | FileContent | UnsetType = UNSET,
        content_type: Literal[
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "text/plain",
            "application/pdf",
        ]
        | UnsetType = UNSET,
    ) -> None:
        """Replace book.

        ``PUT /books``

        Args:
            title: For `application/json` only.
            name: For `application/x-www-form-urlencoded` only.
            author: For `application/x-www-form-urlencoded` only.
            cover: For `multipart/form-data` only.
            pages: For `multipart/form-data` only.
            body: For `text/plain` and `application/pdf` only.
            content_type: The media type of the body. The other arguments determine it if none
                is given.
        """
        return await self._send(_replace(title, name, author, cover, pages, body, content_type))

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

    @overload
    async def create_cover(
        self, *, title: str, content_type: Literal["application/json"] = "application/json"
    ) -> None: ...
    @overload
    async def create_cover(
        self,
        *,
        cover: File | UnsetType = UNSET,
        content_type: Literal["multipart/form-data"] = "multipart/form-data",
    ) -> None: ...
    async def create_cover(
        self,
        *,
        title: str | UnsetType = UNSET,
        cover: File | UnsetType = UNSET,
        content_type: Literal["application/json", "multipart/form-data"] | UnsetType = UNSET,
    ) -> None:
        """Create cover.

        ``POST /covers``

        Args:
            title: For `application/json` only.
            cover: For `multipart/form-data` only.
            content_type: The media type of the body. The other arguments determine it if none
                is given.
        """
        return await self._send(_create_cover(title, cover, content_type))

    @overload
    async def create_labels(
        self,
        *,
        body: Mapping[str, str],
        content_type: Literal["application/json"] = "application/json",
    ) -> None: ...
    @overload
    async def create_labels(
        self, *, body: Mapping[str, Any], content_type: Literal["multipart/form-data"]
    ) -> None: ...
    async def create_labels(
        self,
        *,
        body: Mapping[str, str] | Mapping[str, Any] | UnsetType = UNSET,
        content_type: Literal["application/json", "multipart/form-data"] | UnsetType = UNSET,
    ) -> None:
        """Create labels.

        ``POST /labels``

        Args:
            content_type: The media type of the body. The other arguments determine it if none
                is given.
        """
        return await self._send(_create_labels(body, content_type))

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
