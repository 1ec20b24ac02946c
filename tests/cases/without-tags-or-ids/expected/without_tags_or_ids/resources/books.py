"""The operations of `books`, under `/books`."""

from __future__ import annotations

import builtins

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[builtins.list[models.Book]] = Operation(
    id="GET /books", method="GET", path="/books", successes={200: builtins.list[models.Book]}
)


def _list() -> Request[builtins.list[models.Book]]:
    return _LIST.request()


_CREATE: Operation[models.Book] = Operation(
    id="POST /books", method="POST", path="/books", successes={201: models.Book}, spread_body=True
)


def _create(isbn: str, title: str | UnsetType) -> Request[models.Book]:
    return _CREATE.request(json=models.Book(isbn=isbn, title=title))


_GET: Operation[models.Book] = Operation(
    id="GET /books/{isbn}", method="GET", path="/books/{isbn}", successes={200: models.Book}
)


def _get(isbn: str) -> Request[models.Book]:
    return _GET.request(isbn)


class Books(Resource):
    """The operations of `books`, under `/books`."""

    def list(self) -> builtins.list[models.Book]:
        """Get books.

        ``GET /books``

        Returns:
            All books.
        """
        return self._send(_list())

    def create(self, *, isbn: str, title: str | UnsetType = UNSET) -> models.Book:
        """Post books.

        ``POST /books``

        Returns:
            The book.
        """
        return self._send(_create(isbn, title))

    def get(self, isbn: str) -> models.Book:
        """Get books by isbn.

        ``GET /books/{isbn}``

        Returns:
            The book.
        """
        return self._send(_get(isbn))


class AsyncBooks(AsyncResource):
    """The operations of `books`, under `/books`.

    Async counterpart of `Books`.
    """

    async def list(self) -> builtins.list[models.Book]:
        """Get books.

        ``GET /books``

        Returns:
            All books.
        """
        return await self._send(_list())

    async def create(self, *, isbn: str, title: str | UnsetType = UNSET) -> models.Book:
        """Post books.

        ``POST /books``

        Returns:
            The book.
        """
        return await self._send(_create(isbn, title))

    async def get(self, isbn: str) -> models.Book:
        """Get books by isbn.

        ``GET /books/{isbn}``

        Returns:
            The book.
        """
        return await self._send(_get(isbn))
