"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

from . import models


class FerryDict(TypedDict):
    """`models.Ferry` as a dict."""

    kind: str
    name: NotRequired[str]
    cars: NotRequired[int]


class TugDict(TypedDict):
    """`models.Tug` as a dict."""

    kind: str
    name: NotRequired[str]


class ReplaceCrewRequestCookDict(TypedDict):
    """`models.ReplaceCrewRequestCook` as a dict."""

    dish: str
    watch: NotRequired[int]


class ReplaceCrewRequestPilotDict(TypedDict):
    """`models.ReplaceCrewRequestPilot` as a dict."""

    licence: str
    watch: NotRequired[int]


class ReplaceCrewRequestGuestDict(TypedDict):
    """`models.ReplaceCrewRequestGuest` as a dict."""

    cabin: str
    watch: NotRequired[int]


Ferry: TypeAlias = models.Ferry | FerryDict
Tug: TypeAlias = models.Tug | TugDict
ReplaceCrewRequestCook: TypeAlias = models.ReplaceCrewRequestCook | ReplaceCrewRequestCookDict
ReplaceCrewRequestPilot: TypeAlias = models.ReplaceCrewRequestPilot | ReplaceCrewRequestPilotDict
ReplaceCrewRequestGuest: TypeAlias = models.ReplaceCrewRequestGuest | ReplaceCrewRequestGuestDict

if TYPE_CHECKING:
    Ship: TypeAlias = models.Ship | FerryDict | TugDict
    ReplaceCrewRequest: TypeAlias = (
        models.ReplaceCrewRequest
        | ReplaceCrewRequestCookDict
        | ReplaceCrewRequestPilotDict
        | ReplaceCrewRequestGuestDict
    )
else:
    Ship = models.Ship
    ReplaceCrewRequest = models.ReplaceCrewRequest
