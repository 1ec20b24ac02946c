"""The operations of `books`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET_BOOKS: Operation[list[models.Book]] = Operation(
    id="GET /books",
    method="GET",
    path="/books",
    answers={200: list[models.Book]},
    errors={},
    authenticated=False,
)


def _get_books() -> Request[list[models.Book]]:
    return _GET_BOOKS.request()


_POST_BOOKS: Operation[models.Book] = Operation(
    id="POST /books",
    method="POST",
    path="/books",
    answers={201: models.Book},
    errors={},
    authenticated=False,
)


def _post_books(
    isbn: str,
    title: str | UnsetType,
) -> Request[models.Book]:
    return _POST_BOOKS.request(
        json=models.Book(isbn=isbn, title=title),
    )


_GET_BOOKS_ISBN: Operation[models.Book] = Operation(
    id="GET /books/{isbn}",
    method="GET",
    path="/books/{isbn}",
    answers={200: models.Book},
    errors={},
    authenticated=False,
)


def _get_books_isbn(
    isbn: str,
) -> Request[models.Book]:
    return _GET_BOOKS_ISBN.request(
        isbn,
    )


class Books(Resource):
    """The operations of `books`."""

    def get_books(
        self,
    ) -> list[models.Book]:
        """Get books.

        ``GET /books``

        Returns:
            All books.
        """
        return self._send(_get_books())

    def post_books(
        self,
        *,
        isbn: str,
        title: str | UnsetType = UNSET,
    ) -> models.Book:
        """Post books.

        ``POST /books``

        Returns:
            The book.
        """
        return self._send(_post_books(isbn, title))

    def get_books_isbn(
        self,
        isbn: str,
    ) -> models.Book:
        """Get books isbn.

        ``GET /books/{isbn}``

        Returns:
            The book.
        """
        return self._send(_get_books_isbn(isbn))


class AsyncBooks(AsyncResource):
    """The operations of `books`.

    `Books`, awaited.
    """

    async def get_books(
        self,
    ) -> list[models.Book]:
        """Get books.

        ``GET /books``

        Returns:
            All books.
        """
        return await self._send(_get_books())

    async def post_books(
        self,
        *,
        isbn: str,
        title: str | UnsetType = UNSET,
    ) -> models.Book:
        """Post books.

        ``POST /books``

        Returns:
            The book.
        """
        return await self._send(_post_books(isbn, title))

    async def get_books_isbn(
        self,
        isbn: str,
    ) -> models.Book:
        """Get books isbn.

        ``GET /books/{isbn}``

        Returns:
            The book.
        """
        return await self._send(_get_books_isbn(isbn))
