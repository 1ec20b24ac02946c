"""The operations of `repos`, under `/repos`."""

from __future__ import annotations

import builtins

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByNumber, ByURL

_LIST: PagedOperation[models.Repo, builtins.list[models.Repo]] = PagedOperation(
    id="listRepos",
    method="GET",
    path="/repos",
    successes={200: builtins.list[models.Repo]},
    pages=ByNumber(query="page", first=1),
)


def _list(
    page: int | None | UnsetType, per_page: int | UnsetType
) -> Request[builtins.list[models.Repo]]:
    return _LIST.request(query={"page": page, "per_page": per_page})


_LIST_STARS: PagedOperation[str, builtins.list[str]] = PagedOperation(
    id="listStars",
    method="GET",
    path="/repos/{repo}/stars",
    successes={200: builtins.list[str]},
    pages=ByURL(),
)


def _list_stars(repo: str, per_page: int | UnsetType) -> Request[builtins.list[str]]:
    return _LIST_STARS.request(repo, query={"per_page": per_page})


class Repos(Resource):
    """The operations of `repos`, under `/repos`."""

    def list(
        self, *, page: int | None | UnsetType = UNSET, per_page: int | UnsetType = UNSET
    ) -> Page[models.Repo, builtins.list[models.Repo]]:
        """List repos.

        ``GET /repos``

        Args:
            page: The server's default is `1`.
            per_page: The server's default is `30`.

        Returns:
            The repositories. Iterate over the result for the items of all pages.
        """
        return self._send(_LIST.page(_list(page, per_page)))

    def list_stars(
        self, repo: str, *, per_page: int | UnsetType = UNSET
    ) -> Page[str, builtins.list[str]]:
        """List stars.

        ``GET /repos/{repo}/stars``

        Returns:
            Who has starred it. Iterate over the result for the items of all pages.
        """
        return self._send(_LIST_STARS.page(_list_stars(repo, per_page)))


class AsyncRepos(AsyncResource):
    """The operations of `repos`, under `/repos`.

    Async counterpart of `Repos`.
    """

    def list(
        self, *, page: int | None | UnsetType = UNSET, per_page: int | UnsetType = UNSET
    ) -> AsyncPager[models.Repo, builtins.list[models.Repo]]:
        """List repos.

        ``GET /repos``

        Args:
            page: The server's default is `1`.
            per_page: The server's default is `30`.

        Returns:
            The repositories. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _LIST.async_page(_list(page, per_page)))

    def list_stars(
        self, repo: str, *, per_page: int | UnsetType = UNSET
    ) -> AsyncPager[str, builtins.list[str]]:
        """List stars.

        ``GET /repos/{repo}/stars``

        Returns:
            Who has starred it. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _LIST_STARS.async_page(_list_stars(repo, per_page)))
