"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

from msgspec import UNSET, Struct, UnsetType

from ._runtime._number import JsonNumber
from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct, constant_field, read_only_field

if TYPE_CHECKING:
    from . import params as _params


class RobotMood(OpenEnum):
    """Field `mood` of `Robot`."""

    FINE = "fine"
    SAD = "sad"


class WalkKind(OpenEnum):
    """Field `kind` of `Walk`."""

    WALK = "walk"


class TalkKind(OpenEnum):
    """Field `kind` of `Talk`."""

    TALK = "talk"


class Robot(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `robots.create`, `robots.get` and `robots.replace_old`."""

    id: UUID = read_only_field()
    """Only in responses."""
    name: str
    mood: RobotMood | UnsetType = UNSET

    def __init__(
        self,
        *,
        name: str,
        id: UUID | UnsetType = UNSET,
        mood: _params.RobotMood | UnsetType = UNSET,
    ) -> None: ...


class RobotPage(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `robots.list`."""

    data: list[Robot]
    next_cursor: str | None | UnsetType = UNSET


class Walk(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `OldReplaceResponse`."""

    kind: WalkKind = constant_field(WalkKind.WALK)
    speed: JsonNumber


class Talk(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `OldReplaceResponse`."""

    kind: TalkKind = constant_field(TalkKind.TALK)
    text: str


class Line(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `robots.read_log` and `robots.say`."""

    text: str


class Problem(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `robots.list`, `robots.create` and `robots.get`."""

    error: ProblemError


class ProblemError(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `error` of `Problem`."""

    code: str
    message: str
    hint: str | UnsetType = UNSET


class SayRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `robots.say`."""

    text: str
    stream: bool | UnsetType = UNSET


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    OldReplaceResponse: TypeAlias = Walk | Talk | Unknown
    """Response of `robots.replace_old`.

    The property `kind` identifies the type.
    """
else:
    from ._runtime._union import one_of

    OldReplaceResponse = one_of(
        "OldReplaceResponse",
        lambda: (Walk, Talk),
        by="kind",
        mapping=lambda: {"walk": Walk, "talk": Talk},
    )
