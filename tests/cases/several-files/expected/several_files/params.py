"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, TypeAlias, TypedDict

from . import models


class BookDict(TypedDict):
    """`models.Book` as a dict."""

    isbn: str
    title: str
    author: NotRequired[Author]
    format: NotRequired[Format]
    cover: NotRequired[Cover]


class AuthorDict(TypedDict):
    """`models.Author` as a dict."""

    name: str
    books: NotRequired[Sequence[Book]]


class CoverDict(TypedDict):
    """`models.Cover` as a dict."""

    color: NotRequired[str]


Format: TypeAlias = models.Format | Literal["paper", "audio"]
Book: TypeAlias = models.Book | BookDict
Author: TypeAlias = models.Author | AuthorDict
Cover: TypeAlias = models.Cover | CoverDict
