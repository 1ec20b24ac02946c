"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

from . import models

PermissionsDict = TypedDict(
    "PermissionsDict",
    {
        "issues": "str",
        "repo-keys": "NotRequired[str]",
        "since": "NotRequired[datetime.date]",
        "additional_properties": "NotRequired[int]",
    },
)
"""`models.Permissions` as a dict."""


class AnythingDict(TypedDict):
    """`models.Anything` as a dict."""

    kind: NotRequired[str]
    next: NotRequired[Anything]


OddDict = TypedDict(
    "OddDict",
    {
        'a"b': "str",
        "c": "NotRequired[int]",
        "keys": "NotRequired[str]",
        "values": "NotRequired[str]",
    },
)
"""`models.Odd` as a dict."""


class LimitsDict(TypedDict):
    """`models.Limits` as a dict."""

    unit: NotRequired[str]


class LimitDict(TypedDict):
    """`models.Limit` as a dict."""

    most: int


class AppSettingsWithThemeDict(TypedDict):
    """`models.AppSettingsWithTheme` as a dict."""

    theme: str


Level: TypeAlias = models.Level | Literal["none", "read", "write"]
Permissions: TypeAlias = models.Permissions | PermissionsDict
Anything: TypeAlias = models.Anything | AnythingDict
Odd: TypeAlias = models.Odd | OddDict
Limits: TypeAlias = models.Limits | LimitsDict
Limit: TypeAlias = models.Limit | LimitDict
AppSettingsWithTheme: TypeAlias = models.AppSettingsWithTheme | AppSettingsWithThemeDict

if TYPE_CHECKING:
    AppSettings: TypeAlias = models.AppSettings | AppSettingsWithThemeDict | AnythingDict
else:
    AppSettings = models.AppSettings
