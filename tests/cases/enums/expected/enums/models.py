"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

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


class State(OpenIntEnum):
    """Field `state` of `Lamp`."""

    OFF = 0
    """It is dark."""
    ON = 1
    """It shines."""


class Phase(OpenIntEnum):
    """Field `phase` of `Lamp`."""

    WARMING = 1
    """It is not yet bright."""
    BURNING = 2


class LampSocket(OpenEnum):
    """Field `socket` of `Lamp`."""

    E14 = "E14"
    E27 = "E27"


class LampKind(OpenEnum):
    """Field `kind` of `Lamp`."""

    LAMP = "lamp"


class LampReach(OpenEnum):
    """Field `reach` of `Lamp`."""

    EVERYWHERE = "everywhere"
    VALUE_50 = "50"
    VALUE_100 = "100"


class LampSizeNumber(OpenIntEnum):
    """Member of the union `LampSize`."""

    VALUE_1 = 1


class LampSizeText(OpenEnum):
    """Member of the union `LampSize`."""

    ANY = "any"


class Lamp(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `lamps.create`."""

    colour: Colour
    mood: Mood | None
    level: Level | UnsetType = UNSET
    levels: list[Level] | UnsetType = UNSET
    socket: LampSocket | UnsetType = UNSET
    kind: LampKind | UnsetType = UNSET
    reach: LampReach | UnsetType = UNSET
    size: LampSize | UnsetType = UNSET
    state: State | UnsetType = UNSET
    phase: Phase | UnsetType = UNSET

    def __init__(
        self,
        *,
        colour: _params.Colour,
        mood: _params.Mood | None,
        level: _params.Level | UnsetType = UNSET,
        levels: Sequence[_params.Level] | UnsetType = UNSET,
        socket: _params.LampSocket | UnsetType = UNSET,
        kind: _params.LampKind | UnsetType = UNSET,
        reach: _params.LampReach | UnsetType = UNSET,
        size: _params.LampSize | UnsetType = UNSET,
        state: _params.State | UnsetType = UNSET,
        phase: _params.Phase | UnsetType = UNSET,
    ) -> None: ...


if TYPE_CHECKING:
    LampSize: TypeAlias = LampSizeNumber | LampSizeText
    """Field `size` of `Lamp`."""
else:
    from ._runtime._union import one_of

    LampSize = one_of("LampSize", lambda: (LampSizeNumber, LampSizeText))
