"""What is printed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced
from .._runtime._sequence import sequence_content
from .._runtime._stream import AsyncStream, Stream, StreamOperation
from .._runtime._styles import Style

if TYPE_CHECKING:
    from .. import params
    from .articles_drafts import ArticlesDrafts, AsyncArticlesDrafts

_QUERY: Operation[list[models.Article]] = Operation(
    id="queryArticles",
    method="QUERY",
    path="/articles",
    successes={200: list[models.Article]},
    spread_body=True,
)


def _query(text: str, limit: int | UnsetType) -> Request[list[models.Article]]:
    return _QUERY.request(json=models.Query(text=text, limit=limit))


_COPY: Operation[None] = Operation(
    id="copyArticles", method="COPY", path="/articles", successes={204: None}, required=("target",)
)


def _copy(target: str) -> Request[None]:
    return _COPY.request(query={"target": target})


_LINK: Operation[None] = Operation(
    id="linkArticles", method="Link", path="/articles", successes={204: None}
)


def _link() -> Request[None]:
    return _LINK.request()


_SEARCH: Operation[list[models.Article]] = Operation(
    id="searchArticles",
    method="GET",
    path="/articles/search",
    successes={200: list[models.Article]},
    required=("filter",),
    styles={
        "query": {
            "filter": Style(
                "application/x-www-form-urlencoded", whole=True, fields={"years": Style("form")}
            )
        }
    },
)


def _search(filter: params.Filter) -> Request[list[models.Article]]:
    return _SEARCH.request(query={"filter": coerced(filter, models.Filter, "filter")})


_SELECT: Operation[list[models.Article]] = Operation(
    id="selectArticles",
    method="GET",
    path="/articles/select",
    successes={200: list[models.Article]},
    styles={"query": {"selector": Style("application/jsonpath", whole=True)}},
)


def _select(selector: str | UnsetType) -> Request[list[models.Article]]:
    return _SELECT.request(query={"selector": selector})


_GET: Operation[models.Article] = Operation(
    id="getArticle",
    method="GET",
    path="/articles/{path:path}",
    successes={200: models.Article},
    styles={
        "path": {"path": Style("simple", reserved=True)},
        "cookie": {"colours": Style("cookie", explode=True)},
    },
)


def _get(
    path: str, visit: str | UnsetType, colours: Sequence[str] | UnsetType
) -> Request[models.Article]:
    return _GET.request(path, cookies={"visit": visit, "colours": colours})


_READ_LOG: StreamOperation[models.Entry] = StreamOperation(
    id="readLog",
    method="GET",
    path="/log",
    successes={200: {"application/jsonl": models.Entry, "application/json-seq": models.Entry}},
)


def _read_log() -> Request[models.Entry]:
    return _READ_LOG.request()


_REPLACE_LOG: Operation[None] = Operation(
    id="replaceLog", method="PUT", path="/log", successes={204: None}
)


def _replace_log(body: Sequence[params.Entry]) -> Request[None]:
    return _REPLACE_LOG.request(
        content=sequence_content("application/json-seq", coerced(body, list[models.Entry], "body"))
    )


_WRITE_LOG: Operation[None] = Operation(
    id="writeLog", method="POST", path="/log", successes={204: None}
)


def _write_log(body: Sequence[params.Entry]) -> Request[None]:
    return _WRITE_LOG.request(
        content=sequence_content("application/x-ndjson", coerced(body, list[models.Entry], "body"))
    )


_READ_NEWS: StreamOperation[models.NewsEvent] = StreamOperation(
    id="readNews",
    method="GET",
    path="/news",
    successes={200: {"text/event-stream": models.NewsEvent}},
    whole_events=True,
)


def _read_news() -> Request[models.NewsEvent]:
    return _READ_NEWS.request()


_WATCH_ARTICLES: StreamOperation[models.ArticleEvent] = StreamOperation(
    id="watchArticles",
    method="GET",
    path="/articles/changes",
    successes={200: {"text/event-stream": models.ArticleEvent}},
    whole_events=True,
)


def _watch_articles() -> Request[models.ArticleEvent]:
    return _WATCH_ARTICLES.request()


_LIST_ENTRIES: StreamOperation[models.ReadEntriesResponseItem] = StreamOperation(
    id="readEntries",
    method="GET",
    path="/entries",
    successes={200: {"text/event-stream": models.ReadEntriesResponseItem}},
    whole_events=True,
)


def _list_entries() -> Request[models.ReadEntriesResponseItem]:
    return _LIST_ENTRIES.request()


class Articles(Resource):
    """What is printed."""

    @cached_property
    def drafts(self) -> ArticlesDrafts:
        """What is not printed yet."""
        from .articles_drafts import ArticlesDrafts

        return ArticlesDrafts(self._client)

    def query(self, *, text: str, limit: int | UnsetType = UNSET) -> list[models.Article]:
        """Search articles by a query in the body.

        ``QUERY /articles``

        Returns:
            The articles that were found.
        """
        return self._send(_query(text, limit))

    def copy(self, *, target: str) -> None:
        """Copy all articles.

        ``COPY /articles``
        """
        return self._send(_copy(target))

    def link(self) -> None:
        """Link articles.

        ``Link /articles``
        """
        return self._send(_link())

    def search(self, *, filter: params.Filter) -> list[models.Article]:
        """Search articles.

        ``GET /articles/search``
        """
        return self._send(_search(filter))

    def select(self, *, selector: str | UnsetType = UNSET) -> list[models.Article]:
        """Select articles.

        ``GET /articles/select``
        """
        return self._send(_select(selector))

    def get(
        self,
        path: str,
        *,
        visit: str | UnsetType = UNSET,
        colours: Sequence[str] | UnsetType = UNSET,
    ) -> models.Article:
        """Get article.

        ``GET /articles/{path}``

        Returns:
            The article.
        """
        return self._send(_get(path, visit, colours))

    def read_log(self) -> Stream[models.Entry]:
        """Read log.

        ``GET /log``

        Returns:
            The log. The items, each when it arrives: use it in a `with` block.
        """
        return self._send(_READ_LOG.stream(_read_log()))

    def replace_log(self, *, body: Sequence[params.Entry]) -> None:
        """Replace log.

        ``PUT /log``
        """
        return self._send(_replace_log(body))

    def write_log(self, *, body: Sequence[params.Entry]) -> None:
        """Write log.

        ``POST /log``
        """
        return self._send(_write_log(body))

    def read_news(self) -> Stream[models.NewsEvent]:
        """Read news.

        ``GET /news``

        Returns:
            The news. The items, each when it arrives: use it in a `with` block.
        """
        return self._send(_READ_NEWS.stream(_read_news()))

    def watch_articles(self) -> Stream[models.ArticleEvent]:
        """Watch articles.

        ``GET /articles/changes``

        Returns:
            Events whose data is described for each name. The items, each when it arrives: use
            it in a `with` block.
        """
        return self._send(_WATCH_ARTICLES.stream(_watch_articles()))

    def list_entries(self) -> Stream[models.ReadEntriesResponseItem]:
        """Read entries.

        ``GET /entries``

        Returns:
            The entries, as events. The items, each when it arrives: use it in a `with` block.
        """
        return self._send(_LIST_ENTRIES.stream(_list_entries()))


class AsyncArticles(AsyncResource):
    """What is printed.

    Async counterpart of `Articles`.
    """

    @cached_property
    def drafts(self) -> AsyncArticlesDrafts:
        """What is not printed yet."""
        from .articles_drafts import AsyncArticlesDrafts

        return AsyncArticlesDrafts(self._client)

    async def query(self, *, text: str, limit: int | UnsetType = UNSET) -> list[models.Article]:
        """Search articles by a query in the body.

        ``QUERY /articles``

        Returns:
            The articles that were found.
        """
        return await self._send(_query(text, limit))

    async def copy(self, *, target: str) -> None:
        """Copy all articles.

        ``COPY /articles``
        """
        return await self._send(_copy(target))

    async def link(self) -> None:
        """Link articles.

        ``Link /articles``
        """
        return await self._send(_link())

    async def search(self, *, filter: params.Filter) -> list[models.Article]:
        """Search articles.

        ``GET /articles/search``
        """
        return await self._send(_search(filter))

    async def select(self, *, selector: str | UnsetType = UNSET) -> list[models.Article]:
        """Select articles.

        ``GET /articles/select``
        """
        return await self._send(_select(selector))

    async def get(
        self,
        path: str,
        *,
        visit: str | UnsetType = UNSET,
        colours: Sequence[str] | UnsetType = UNSET,
    ) -> models.Article:
        """Get article.

        ``GET /articles/{path}``

        Returns:
            The article.
        """
        return await self._send(_get(path, visit, colours))

    def read_log(self) -> AsyncStream[models.Entry]:
        """Read log.

        ``GET /log``

        Returns:
            The log. The items, each when it arrives: use it in a `with` block.
        """
        return _READ_LOG.async_stream(self._send, _read_log())

    async def replace_log(self, *, body: Sequence[params.Entry]) -> None:
        """Replace log.

        ``PUT /log``
        """
        return await self._send(_replace_log(body))

    async def write_log(self, *, body: Sequence[params.Entry]) -> None:
        """Write log.

        ``POST /log``
        """
        return await self._send(_write_log(body))

    def read_news(self) -> AsyncStream[models.NewsEvent]:
        """Read news.

        ``GET /news``

        Returns:
            The news. The items, each when it arrives: use it in a `with` block.
        """
        return _READ_NEWS.async_stream(self._send, _read_news())

    def watch_articles(self) -> AsyncStream[models.ArticleEvent]:
        """Watch articles.

        ``GET /articles/changes``

        Returns:
            Events whose data is described for each name. The items, each when it arrives: use
            it in a `with` block.
        """
        return _WATCH_ARTICLES.async_stream(self._send, _watch_articles())

    def list_entries(self) -> AsyncStream[models.ReadEntriesResponseItem]:
        """Read entries.

        ``GET /entries``

        Returns:
            The entries, as events. The items, each when it arrives: use it in a `with` block.
        """
        return _LIST_ENTRIES.async_stream(self._send, _list_entries())
