"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from msgspec import UNSET, Struct, UnsetType

from ._runtime._number import JsonNumber
from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct, constant_field


class TextEvent(OpenEnum):
    """Field `event` of `ArticleEventText`."""

    TEXT = "text"


class LineEvent(OpenEnum):
    """Field `event` of `ArticleEventLine`."""

    LINE = "line"


class Query(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `articles.query`."""

    text: str
    limit: int | UnsetType = UNSET


class Filter(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Argument `filter` of `articles.search`."""

    author: str
    years: list[int] | UnsetType = UNSET

    def __init__(self, *, author: str, years: Sequence[int] | UnsetType = UNSET) -> None: ...


class Article(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `articles.query`, `articles.search` and 2 others."""

    title: str
    words: int | UnsetType = UNSET


class Entry(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `articles.read_log`, `articles.replace_log` and 2 others."""

    line: str
    level: int | UnsetType = UNSET


class Circle(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Shape`."""

    kind: str = constant_field("circle")
    size: JsonNumber


class Square(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Shape`."""

    kind: str = constant_field("square")
    size: JsonNumber


class Other(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Shape`."""

    kind: str | UnsetType = UNSET
    size: JsonNumber | UnsetType = UNSET


class NewsEvent(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `articles.read_news`."""

    data: Entry
    event: str | UnsetType = UNSET
    id: str | UnsetType = UNSET
    retry: int | UnsetType = UNSET


class ArticleEventText(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ArticleEvent`."""

    event: TextEvent = constant_field(TextEvent.TEXT)
    data: str | UnsetType = UNSET
    id: str | UnsetType = UNSET


class ArticleEventLine(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Member of the union `ArticleEvent`."""

    event: LineEvent = constant_field(LineEvent.LINE)
    data: Entry | UnsetType = UNSET
    id: str | UnsetType = UNSET


class ReadEntriesResponseItem(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `articles.list_entries`."""

    data: Entry


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    Shape: TypeAlias = Circle | Square | Other | Unknown
    """Response of `articles.drafts.create`.

    The property `kind` identifies the type.
    """

    ArticleEvent: TypeAlias = ArticleEventText | ArticleEventLine | Unknown
    """Response of `articles.watch_articles`.

    The property `event` identifies the type.
    """
else:
    from ._runtime._union import one_of

    Shape = one_of(
        "Shape",
        lambda: (Circle, Square, Other),
        by="kind",
        mapping=lambda: {
            "circle": Circle,
            "square": Square,
            "Other": Other,
            "Circle": Circle,
            "Square": Square,
            None: Other,
        },
    )
    ArticleEvent = one_of(
        "ArticleEvent",
        lambda: (ArticleEventText, ArticleEventLine),
        by="event",
        mapping=lambda: {"text": ArticleEventText, "line": ArticleEventLine},
    )
