"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import NotRequired, TypeAlias, TypedDict

from . import models


class BookDict(TypedDict):
    """`models.Book` as a dict."""

    title: str


class BookFormDict(TypedDict):
    """`models.BookForm` as a dict."""

    name: str
    author: NotRequired[BookFormAuthor]


class BookPartsDict(TypedDict):
    """`models.BookParts` as a dict."""

    cover: NotRequired[str]
    pages: NotRequired[int]


class BookFormAuthorDict(TypedDict):
    """`models.BookFormAuthor` as a dict."""

    first: NotRequired[str]


Book: TypeAlias = models.Book | BookDict
BookForm: TypeAlias = models.BookForm | BookFormDict
BookParts: TypeAlias = models.BookParts | BookPartsDict
BookFormAuthor: TypeAlias = models.BookFormAuthor | BookFormAuthorDict
