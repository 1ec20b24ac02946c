"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ._runtime._open_enum import OpenEnum, OpenIntEnum
from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class Colour(OpenEnum):
    """What it shines in."""

    RED = "red"
    LIGHT_BLUE = "light-blue"
    EMPTY = ""
    VALUE_2 = "2"
    NONE = "None"


class Level(OpenIntEnum):
    MINUS_1 = -1
    VALUE_0 = 0
    VALUE_10 = 10


class Mood(OpenEnum):
    """Field `mood` of `Lamp`."""

    CALM = "calm"
    WILD = "wild"


class LampSocket(OpenEnum):
    """Field `socket` of `Lamp`."""

    E14 = "E14"
    E27 = "E27"


class LampKind(OpenEnum):
    """Field `kind` of `Lamp`."""

    LAMP = "lamp"


class Lamp(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `lamps.create`."""

    colour: Colour
    mood: Mood | None
    level: Level | UnsetType = UNSET
    levels: list[Level] | UnsetType = UNSET
    socket: LampSocket | UnsetType = UNSET
    kind: LampKind | UnsetType = UNSET

    def __init__(
        self,
        *,
        colour: _params.Colour,
        mood: _params.Mood | None,
        level: _params.Level | UnsetType = UNSET,
        levels: Sequence[_params.Level] | UnsetType = UNSET,
        socket: _params.LampSocket | UnsetType = UNSET,
        kind: _params.LampKind | UnsetType = UNSET,
    ) -> None: ...
