"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import NotRequired, TypeAlias, TypedDict

from . import models


class ByPageWhereDict(TypedDict):
    """`models.ByPageWhere` as a dict."""

    leaf: NotRequired[int]
    size: NotRequired[int]


ByPageWhere: TypeAlias = models.ByPageWhere | ByPageWhereDict
