"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import UNSET, Struct, UnsetType

from ._runtime._number import JsonNumber
from ._runtime._open_enum import OpenEnum, OpenIntEnum
from ._runtime._two_way import TwoWayStruct, constant_field

if TYPE_CHECKING:
    from . import params as _params


class MessageRole(OpenEnum):
    """Field `role` of `Message`."""

    USER = "user"


class MessageVersion(OpenIntEnum):
    """Field `version` of `Message`."""

    VALUE_2 = 2


class LineDimensions(OpenIntEnum):
    """Field `dimensions` of `Line`."""

    VALUE_1 = 1


class PlaneDimensions(OpenIntEnum):
    """Field `dimensions` of `Plane`."""

    VALUE_2 = 2


class FailedResult(OpenEnum):
    """Field `result` of `Failed`."""

    BROKEN = "broken"


class EventObject(OpenEnum):
    EVENT = "event"


class OpenedEvent(OpenEnum):
    """Field `event` of `EventOpened`."""

    OPENED = "opened"


class ClosedEvent(OpenEnum):
    """Field `event` of `EventClosed`."""

    CLOSED = "closed"


class WholeType(OpenEnum):
    """Field `type` of `GetGrantResponseWhole`."""

    WHOLE = "whole"


class MessageAPI(OpenEnum):
    """Argument `api` of `messages.create`."""

    V1 = "v1"


class Message(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `messages.get` and `messages.create`."""

    role: MessageRole = constant_field(MessageRole.USER)
    content: str
    version: MessageVersion = constant_field(MessageVersion.VALUE_2)
    final: bool = constant_field(True)
    parent: None = constant_field(None)
    archived: bool | UnsetType = UNSET

    def __init__(
        self,
        *,
        content: str,
        role: _params.MessageRole = MessageRole.USER,
        version: _params.MessageVersion = MessageVersion.VALUE_2,
        final: bool = True,
        parent: None = None,
        archived: bool | UnsetType = UNSET,
    ) -> None: ...


class Home(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    is_remote: bool = constant_field(True, name="isRemote")
    country: str | UnsetType = UNSET


class Room(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    is_remote: bool = constant_field(False, name="isRemote")
    floor: int | UnsetType = UNSET


class Line(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    dimensions: LineDimensions | UnsetType = constant_field(LineDimensions.VALUE_1, default=UNSET)
    size: JsonNumber | UnsetType = UNSET

    def __init__(
        self,
        *,
        dimensions: _params.LineDimensions | UnsetType = LineDimensions.VALUE_1,
        size: JsonNumber | UnsetType = UNSET,
    ) -> None: ...


class Plane(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Shape`."""

    dimensions: PlaneDimensions | UnsetType = constant_field(PlaneDimensions.VALUE_2, default=UNSET)
    size: JsonNumber | UnsetType = UNSET


class Running(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    result: None = constant_field(None)


class Done(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    result: bool = constant_field(True)


class Failed(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    result: FailedResult = constant_field(FailedResult.BROKEN)
    why: str | UnsetType = UNSET

    def __init__(
        self, *, result: _params.FailedResult = FailedResult.BROKEN, why: str | UnsetType = UNSET
    ) -> None: ...


class EventOpened(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Event`."""

    object: EventObject = constant_field(EventObject.EVENT)
    event: OpenedEvent = constant_field(OpenedEvent.OPENED)
    by: str | UnsetType = UNSET


class EventClosed(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Event`."""

    object: EventObject = constant_field(EventObject.EVENT)
    event: ClosedEvent = constant_field(ClosedEvent.CLOSED)
    reason: str | UnsetType = UNSET


class GetGrantResponseWhole(
    TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Member of the union `GetGrantResponse`."""

    id: str
    name: str | UnsetType = UNSET
    type: WholeType = constant_field(WholeType.WHOLE)
    since: int | UnsetType = UNSET


class GetGrantResponseWithPlaces(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Member of the union `GetGrantResponse`."""

    id: str
    name: str | UnsetType = UNSET
    places: list[str]


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    Office: TypeAlias = Home | Room | Unknown
    """Response of `offices.list`.

    The property `isRemote` identifies the type.
    """

    Shape: TypeAlias = Line | Plane | str | Unknown
    """Response of `shapes.list`.

    The property `dimensions` identifies the type.
    """

    Job: TypeAlias = Running | Done | Failed | Unknown
    """Response of `jobs.list`.

    The property `result` identifies the type.
    """

    Event: TypeAlias = EventOpened | EventClosed | Unknown
    """Response of `events.list`.

    The property `event` identifies the type.
    """

    GetGrantResponse: TypeAlias = GetGrantResponseWhole | GetGrantResponseWithPlaces | Unknown
    """Response of `grants.get`."""

    CreateThingRequest: TypeAlias = Home | Room | Line | Running | Done | Failed | Unknown
    """Body of `things.create`."""
else:
    from ._runtime._union import one_of

    Office = one_of(
        "Office", lambda: (Home, Room), by="isRemote", mapping=lambda: {"true": Home, "false": Room}
    )
    Shape = one_of(
        "Shape",
        lambda: (Line, Plane, str),
        by="dimensions",
        mapping=lambda: {"1": Line, "2": Plane},
    )
    Job = one_of(
        "Job",
        lambda: (Running, Done, Failed),
        by="result",
        mapping=lambda: {"broken": Failed, "null": Running, "true": Done},
    )
    Event = one_of(
        "Event",
        lambda: (EventOpened, EventClosed),
        by="event",
        mapping=lambda: {"opened": EventOpened, "closed": EventClosed},
    )
    GetGrantResponse = one_of(
        "GetGrantResponse", lambda: (GetGrantResponseWhole, GetGrantResponseWithPlaces)
    )
    CreateThingRequest = one_of(
        "CreateThingRequest", lambda: (Home, Room, Line, Running, Done, Failed)
    )
