"""The operations of `books`, below `/books`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[list[models.Book]] = Operation(
    id="GET /books", method="GET", path="/books", answers={200: list[models.Book]}
)


def _get() -> Request[list[models.Book]]:
    return _GET.request()


_POST: Operation[models.Book] = Operation(
    id="POST /books", method="POST", path="/books", answers={201: models.Book}
)


def _post(isbn: str, title: str | UnsetType) -> Request[models.Book]:
    return _POST.request(json=models.Book(isbn=isbn, title=title))


_GET_BY_ISBN: Operation[models.Book] = Operation(
    id="GET /books/{isbn}", method="GET", path="/books/{isbn}", answers={200: models.Book}
)


def _get_by_isbn(isbn: str) -> Request[models.Book]:
    return _GET_BY_ISBN.request(isbn)


class Books(Resource):
    """The operations of `books`, below `/books`."""

    def get(self) -> list[models.Book]:
        """Get books.

        ``GET /books``

        Returns:
            All books.
        """
        return self._send(_get())

    def post(self, *, isbn: str, title: str | UnsetType = UNSET) -> models.Book:
        """Post books.

        ``POST /books``

        Returns:
            The book.
        """
        return self._send(_post(isbn, title))

    def get_by_isbn(self, isbn: str) -> models.Book:
        """Get books by isbn.

        ``GET /books/{isbn}``

        Returns:
            The book.
        """
        return self._send(_get_by_isbn(isbn))


class AsyncBooks(AsyncResource):
    """The operations of `books`, below `/books`.

    `Books`, awaited.
    """

    async def get(self) -> list[models.Book]:
        """Get books.

        ``GET /books``

        Returns:
            All books.
        """
        return await self._send(_get())

    async def post(self, *, isbn: str, title: str | UnsetType = UNSET) -> models.Book:
        """Post books.

        ``POST /books``

        Returns:
            The book.
        """
        return await self._send(_post(isbn, title))

    async def get_by_isbn(self, isbn: str) -> models.Book:
        """Get books by isbn.

        ``GET /books/{isbn}``

        Returns:
            The book.
        """
        return await self._send(_get_by_isbn(isbn))
