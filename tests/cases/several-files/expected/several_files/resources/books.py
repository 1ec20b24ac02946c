"""Everything on the shelves."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced

if TYPE_CHECKING:
    from .. import params

_LIST: Operation[builtins.list[models.Book]] = Operation(
    id="listBooks", method="GET", path="/books", successes={200: builtins.list[models.Book]}
)


def _list(limit: int | UnsetType) -> Request[builtins.list[models.Book]]:
    return _LIST.request(query={"limit": limit})


_CREATE: Operation[models.Book] = Operation(
    id="createBook", method="POST", path="/books", successes={201: models.Book}, spread_body=True
)


def _create(
    isbn: str,
    title: str,
    author: params.Author | UnsetType,
    format: params.Format | UnsetType,
    cover: params.Cover | UnsetType,
) -> Request[models.Book]:
    return _CREATE.request(
        json=models.Book(isbn=isbn, title=title, author=author, format=format, cover=cover)
    )


_GET: Operation[models.Book] = Operation(
    id="getBook",
    method="GET",
    path="/books/{isbn}",
    successes={200: models.Book},
    errors={404: models.ErrorsError},
)


def _get(isbn: str) -> Request[models.Book]:
    return _GET.request(isbn)


_REPLACE: Operation[models.Item] = Operation(
    id="replaceBook",
    method="PUT",
    path="/books/{isbn}",
    successes={200: models.Item},
    errors={404: models.ErrorsError},
)


def _replace(isbn: str, body: params.Book) -> Request[models.Item]:
    return _REPLACE.request(isbn, json=coerced(body, models.Book, "body"))


class Books(Resource):
    """Everything on the shelves."""

    def list(self, *, limit: int | UnsetType = UNSET) -> builtins.list[models.Book]:
        """List books.

        ``GET /books``

        Args:
            limit: At least 1.

        Returns:
            The books.
        """
        return self._send(_list(limit))

    def create(
        self,
        *,
        isbn: str,
        title: str,
        author: params.Author | UnsetType = UNSET,
        format: params.Format | UnsetType = UNSET,
        cover: params.Cover | UnsetType = UNSET,
    ) -> models.Book:
        """Create book.

        ``POST /books``

        Args:
            isbn: An ISBN. At least 10 characters.
            author: Who wrote it.

        Returns:
            The new book.

        Callbacks:
            sold: ``POST {$request.body#/isbn}`` with `models.Book`.

        Links:
            added: ``#/paths/~1books~1{isbn}/get`` with isbn ``$response.body#/isbn``.
        """
        return self._send(_create(isbn, title, author, format, cover))

    def get(self, isbn: str) -> models.Book:
        """Get book.

        ``GET /books/{isbn}``

        Args:
            isbn: The number of the book. At least 10 characters.

        Returns:
            The book.

        Raises:
            NotFoundError: There is no such thing.
        """
        return self._send(_get(isbn))

    def replace(self, isbn: str, *, body: params.Book) -> models.Item:
        """Replace book.

        ``PUT /books/{isbn}``

        Args:
            isbn: The number of the book. At least 10 characters.

        Returns:
            Something on the shelf.

        Raises:
            NotFoundError: There is no such thing.
        """
        return self._send(_replace(isbn, body))


class AsyncBooks(AsyncResource):
    """Everything on the shelves.

    Async counterpart of `Books`.
    """

    async def list(self, *, limit: int | UnsetType = UNSET) -> builtins.list[models.Book]:
        """List books.

        ``GET /books``

        Args:
            limit: At least 1.

        Returns:
            The books.
        """
        return await self._send(_list(limit))

    async def create(
        self,
        *,
        isbn: str,
        title: str,
        author: params.Author | UnsetType = UNSET,
        format: params.Format | UnsetType = UNSET,
        cover: params.Cover | UnsetType = UNSET,
    ) -> models.Book:
        """Create book.

        ``POST /books``

        Args:
            isbn: An ISBN. At least 10 characters.
            author: Who wrote it.

        Returns:
            The new book.

        Callbacks:
            sold: ``POST {$request.body#/isbn}`` with `models.Book`.

        Links:
            added: ``#/paths/~1books~1{isbn}/get`` with isbn ``$response.body#/isbn``.
        """
        return await self._send(_create(isbn, title, author, format, cover))

    async def get(self, isbn: str) -> models.Book:
        """Get book.

        ``GET /books/{isbn}``

        Args:
            isbn: The number of the book. At least 10 characters.

        Returns:
            The book.

        Raises:
            NotFoundError: There is no such thing.
        """
        return await self._send(_get(isbn))

    async def replace(self, isbn: str, *, body: params.Book) -> models.Item:
        """Replace book.

        ``PUT /books/{isbn}``

        Args:
            isbn: The number of the book. At least 10 characters.

        Returns:
            Something on the shelf.

        Raises:
            NotFoundError: There is no such thing.
        """
        return await self._send(_replace(isbn, body))
