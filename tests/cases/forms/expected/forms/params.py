"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

from . import models


class OnlineDict(TypedDict):
    """`models.Online` as a dict."""

    ip: str


class OfflineDict(TypedDict):
    """`models.Offline` as a dict."""

    place: str


class AddressDict(TypedDict):
    """`models.Address` as a dict."""

    city: NotRequired[str]
    lines: NotRequired[Sequence[str]]


RenameStatementRequest: TypeAlias = models.RenameStatementRequest | Literal["x=1", "y=2"]
Online: TypeAlias = models.Online | OnlineDict
Offline: TypeAlias = models.Offline | OfflineDict
Address: TypeAlias = models.Address | AddressDict

if TYPE_CHECKING:
    NewChargeMandate: TypeAlias = models.NewChargeMandate | OnlineDict | OfflineDict
else:
    NewChargeMandate = models.NewChargeMandate
