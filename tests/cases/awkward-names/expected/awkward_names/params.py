"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal, NotRequired, TypeAlias, TypedDict
from uuid import UUID

from . import models

ListDict = TypedDict(
    "ListDict",
    {
        "class": "str",
        "@id": "str",
        "we-ird": "int",
        "2nd": "NotRequired[int]",
        "print": "NotRequired[str]",
        "str": "NotRequired[str]",
        "list": "NotRequired[Sequence[str]]",
        "datetime": "NotRequired[datetime.datetime]",
        "UUID": "NotRequired[UUID | str]",
        "UNSET": "NotRequired[str]",
        "field": "NotRequired[str]",
        "orgID": "NotRequired[str]",
        "HTTPSPort": "NotRequired[int]",
        "größe": "NotRequired[float]",
        "__proto__": "NotRequired[str]",
    },
)
"""`models.List` as a dict."""


SortOrder: TypeAlias = models.SortOrder | Literal["+1", "-1", "1"]
Direction: TypeAlias = models.Direction | Literal["ASC", "asc", "mro", "name", "None"]
List: TypeAlias = models.List | ListDict
