"""The sync and the async client for the Several files API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._token import AsyncTokenClient, TokenClient

if TYPE_CHECKING:
    from .resources.authors import AsyncAuthors, Authors
    from .resources.books import AsyncBooks, Books
    from .resources.reports import AsyncReports, Reports


class SeveralFiles(TokenClient):
    """A client for the Several files API.

    `token` defaults to the environment variable `SEVERAL_FILES_TOKEN`. `base_url` defaults to the
    environment variable `SEVERAL_FILES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def books(self) -> Books:
        """Everything on the shelves."""
        from .resources.books import Books

        return Books(self)

    @cached_property
    def authors(self) -> Authors:
        """Who wrote it."""
        from .resources.authors import Authors

        return Authors(self)

    @cached_property
    def reports(self) -> Reports:
        """What was counted."""
        from .resources.reports import Reports

        return Reports(self)


class AsyncSeveralFiles(AsyncTokenClient):
    """An async client for the Several files API.

    Async counterpart of `SeveralFiles`.

    `token` defaults to the environment variable `SEVERAL_FILES_TOKEN`. `base_url` defaults to the
    environment variable `SEVERAL_FILES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def books(self) -> AsyncBooks:
        """Everything on the shelves."""
        from .resources.books import AsyncBooks

        return AsyncBooks(self)

    @cached_property
    def authors(self) -> AsyncAuthors:
        """Who wrote it."""
        from .resources.authors import AsyncAuthors

        return AsyncAuthors(self)

    @cached_property
    def reports(self) -> AsyncReports:
        """What was counted."""
        from .resources.reports import AsyncReports

        return AsyncReports(self)
