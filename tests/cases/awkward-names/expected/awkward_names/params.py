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
        "typed": "NotRequired[Typed]",
        "str_of": "NotRequired[str_]",
        "Str_of_another": "NotRequired[Str]",
    },
)
"""`models.List` as a dict."""


TypedDict__ = TypedDict("TypedDict__", {"dict": "NotRequired[TypedDictModel]"})
"""`models.Typed` as a dict."""


class str_Dict(TypedDict):
    """`models.str_` as a dict."""

    next: NotRequired[Sequence[str_]]


class StrDict(TypedDict):
    """`models.Str` as a dict."""

    c: NotRequired[str]


class TypedDictModelDict(TypedDict):
    """`models.TypedDictModel` as a dict."""

    a: NotRequired[str]


SortOrder: TypeAlias = models.SortOrder | Literal["+1", "-1", "1"]
Direction: TypeAlias = models.Direction | Literal["ASC", "asc", "mro", "name", "None"]
List: TypeAlias = models.List | ListDict
Typed: TypeAlias = models.Typed | TypedDict__
str_: TypeAlias = models.str_ | str_Dict
Str: TypeAlias = models.Str | StrDict
TypedDictModel: TypeAlias = models.TypedDictModel | TypedDictModelDict
