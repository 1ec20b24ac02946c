"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

from . import models


class ContentsDict(TypedDict):
    """`models.Contents` as a dict."""

    label: NotRequired[str]


SortOrder: TypeAlias = models.SortOrder | Literal["asc", "desc"]
Contents: TypeAlias = models.Contents | ContentsDict
