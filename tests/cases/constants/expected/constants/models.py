"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum, OpenIntEnum


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


class ListEventsResponseItemOpenedEvent(OpenEnum):
    """Field `event` of `ListEventsResponseItemOpened`."""

    OPENED = "opened"


class ListEventsResponseItemClosedEvent(OpenEnum):
    """Field `event` of `ListEventsResponseItemClosed`."""

    CLOSED = "closed"


class Home(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ListOfficesResponseItem`."""

    is_remote: bool = msgspec.field(name="isRemote")
    country: str | UnsetType = UNSET


class Room(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ListOfficesResponseItem`."""

    is_remote: bool = msgspec.field(name="isRemote")
    floor: int | UnsetType = UNSET


class Line(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ListShapesResponseItem`."""

    dimensions: LineDimensions | UnsetType = UNSET
    size: float | UnsetType = UNSET


class Plane(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ListShapesResponseItem`."""

    dimensions: PlaneDimensions | UnsetType = UNSET
    size: float | UnsetType = UNSET


class Running(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ListJobsResponseItem`."""

    result: None


class Done(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ListJobsResponseItem`."""

    result: bool


class Failed(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ListJobsResponseItem`."""

    result: FailedResult
    why: str | UnsetType = UNSET


class ListEventsResponseItemOpened(
    Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Member of the union `ListEventsResponseItem`."""

    object: EventObject
    event: ListEventsResponseItemOpenedEvent
    by: str | UnsetType = UNSET


class ListEventsResponseItemClosed(
    Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Member of the union `ListEventsResponseItem`."""

    object: EventObject
    event: ListEventsResponseItemClosedEvent
    reason: str | UnsetType = UNSET


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    ListOfficesResponseItem: TypeAlias = Home | Room | Unknown
    """Response of `offices.list`.

    The property `isRemote` identifies the type.
    """

    ListShapesResponseItem: TypeAlias = Line | Plane | str | Unknown
    """Response of `shapes.list`.

    The property `dimensions` identifies the type.
    """

    ListJobsResponseItem: TypeAlias = Running | Done | Failed | Unknown
    """Response of `jobs.list`.

    The property `result` identifies the type.
    """

    ListEventsResponseItem: TypeAlias = (
        ListEventsResponseItemOpened | ListEventsResponseItemClosed | Unknown
    )
    """Response of `events.list`.

    The property `event` identifies the type.
    """
else:
    from ._runtime._union import one_of

    ListOfficesResponseItem = one_of(
        "ListOfficesResponseItem",
        lambda: (Home, Room),
        by="isRemote",
        mapping=lambda: {"true": Home, "false": Room},
    )
    ListShapesResponseItem = one_of(
        "ListShapesResponseItem",
        lambda: (Line, Plane, str),
        by="dimensions",
        mapping=lambda: {"1": Line, "2": Plane},
    )
    ListJobsResponseItem = one_of(
        "ListJobsResponseItem",
        lambda: (Running, Done, Failed),
        by="result",
        mapping=lambda: {"broken": Failed, "null": Running, "true": Done},
    )
    ListEventsResponseItem = one_of(
        "ListEventsResponseItem",
        lambda: (ListEventsResponseItemOpened, ListEventsResponseItemClosed),
        by="event",
        mapping=lambda: {
            "opened": ListEventsResponseItemOpened,
            "closed": ListEventsResponseItemClosed,
        },
    )
