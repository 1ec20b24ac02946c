"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

from . import models


class BookFormAuthorDict(TypedDict):
    """`models.BookFormAuthor` as a dict."""

    first: NotRequired[str]


DrawingKind: TypeAlias = models.DrawingKind | Literal["new"]
ReplaceDrawingKind: TypeAlias = models.ReplaceDrawingKind | Literal["old"]
BookFormAuthor: TypeAlias = models.BookFormAuthor | BookFormAuthorDict
