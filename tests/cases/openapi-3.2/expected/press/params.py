"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypeAlias, TypedDict

from . import models


class FilterDict(TypedDict):
    """`models.Filter` as a dict."""

    author: str
    years: NotRequired[Sequence[int]]


class EntryDict(TypedDict):
    """`models.Entry` as a dict."""

    line: str
    level: NotRequired[int]


Filter: TypeAlias = models.Filter | FilterDict
Entry: TypeAlias = models.Entry | EntryDict
