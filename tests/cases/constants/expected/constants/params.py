"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

from . import models


class HomeDict(TypedDict):
    """`models.Home` as a dict."""

    isRemote: bool
    country: NotRequired[str]


class RoomDict(TypedDict):
    """`models.Room` as a dict."""

    isRemote: bool
    floor: NotRequired[int]


class LineDict(TypedDict):
    """`models.Line` as a dict."""

    dimensions: NotRequired[LineDimensions]
    size: NotRequired[float]


class RunningDict(TypedDict):
    """`models.Running` as a dict."""

    result: None


class DoneDict(TypedDict):
    """`models.Done` as a dict."""

    result: bool


class FailedDict(TypedDict):
    """`models.Failed` as a dict."""

    result: FailedResult
    why: NotRequired[str]


MessageRole: TypeAlias = models.MessageRole | Literal["user"]
MessageVersion: TypeAlias = models.MessageVersion | Literal[2]
LineDimensions: TypeAlias = models.LineDimensions | Literal[1]
FailedResult: TypeAlias = models.FailedResult | Literal["broken"]
MessageAPI: TypeAlias = models.MessageAPI | Literal["v1"]
Home: TypeAlias = models.Home | HomeDict
Room: TypeAlias = models.Room | RoomDict
Line: TypeAlias = models.Line | LineDict
Running: TypeAlias = models.Running | RunningDict
Done: TypeAlias = models.Done | DoneDict
Failed: TypeAlias = models.Failed | FailedDict

if TYPE_CHECKING:
    CreateThingRequest: TypeAlias = (
        models.CreateThingRequest
        | HomeDict
        | RoomDict
        | LineDict
        | RunningDict
        | DoneDict
        | FailedDict
    )
else:
    CreateThingRequest = models.CreateThingRequest
