"""Fakes of the operations of `client.articles`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded
from .._streams import ReturningStream

if TYPE_CHECKING:
    from ... import params
    from .articles_drafts import FakeArticlesDrafts


@dataclass(eq=False, repr=False)
class QueryCall(Recorded):
    """A call of `articles.query`."""

    _: KW_ONLY
    text: str
    limit: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CopyCall(Recorded):
    """A call of `articles.copy`."""

    _: KW_ONLY
    target: str


@dataclass(eq=False, repr=False)
class LinkCall(Recorded):
    """A call of `articles.link`."""


@dataclass(eq=False, repr=False)
class SearchCall(Recorded):
    """A call of `articles.search`."""

    _: KW_ONLY
    filter: params.Filter


@dataclass(eq=False, repr=False)
class SelectCall(Recorded):
    """A call of `articles.select`."""

    _: KW_ONLY
    selector: str | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `articles.get`."""

    path: str
    _: KW_ONLY
    visit: str | UnsetType = UNSET
    colours: Sequence[str] | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class ReadLogCall(Recorded):
    """A call of `articles.read_log`."""


@dataclass(eq=False, repr=False)
class ReplaceLogCall(Recorded):
    """A call of `articles.replace_log`."""

    _: KW_ONLY
    body: Sequence[params.Entry]


@dataclass(eq=False, repr=False)
class WriteLogCall(Recorded):
    """A call of `articles.write_log`."""

    _: KW_ONLY
    body: Sequence[params.Entry]


@dataclass(eq=False, repr=False)
class ReadNewsCall(Recorded):
    """A call of `articles.read_news`."""


@dataclass(eq=False, repr=False)
class WatchArticlesCall(Recorded):
    """A call of `articles.watch_articles`."""


@dataclass(eq=False, repr=False)
class ListEntriesCall(Recorded):
    """A call of `articles.list_entries`."""


class FakeArticles(ResourceFake):
    """Fakes of the operations of `client.articles`."""

    @cached_property
    def drafts(self) -> FakeArticlesDrafts:
        """Fakes of the operations of `client.articles.drafts`."""
        from .articles_drafts import FakeArticlesDrafts

        return FakeArticlesDrafts(self._board, "articles.drafts")

    query = Returning[list[models.Article]].of(QueryCall, "queryArticles")
    """Search articles by a query in the body."""
    copy = Returning[None].of(CopyCall, "copyArticles")
    """Copy all articles."""
    link = Returning[None].of(LinkCall, "linkArticles")
    """Link articles."""
    search = Returning[list[models.Article]].of(SearchCall, "searchArticles")
    """Search articles."""
    select = Returning[list[models.Article]].of(SelectCall, "selectArticles")
    """Select articles."""
    get = Returning[models.Article].of(GetCall, "getArticle")
    """Get article."""
    read_log = ReturningStream[models.Entry].of(ReadLogCall, "readLog")
    """Read log."""
    replace_log = Returning[None].of(ReplaceLogCall, "replaceLog")
    """Replace log."""
    write_log = Returning[None].of(WriteLogCall, "writeLog")
    """Write log."""
    read_news = ReturningStream[models.NewsEvent].of(ReadNewsCall, "readNews")
    """Read news."""
    watch_articles = ReturningStream[models.ArticleEvent].of(WatchArticlesCall, "watchArticles")
    """Watch articles."""
    list_entries = ReturningStream[models.ReadEntriesResponseItem].of(
        ListEntriesCall, "readEntries"
    )
    """Read entries."""
