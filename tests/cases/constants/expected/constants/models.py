"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
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
    """Field `object` of `ListEventsResponseItemOpened`, among others."""

    EVENT = "event"


class ListEventsResponseItemOpenedEvent(OpenEnum):
    """Field `event` of `ListEventsResponseItemOpened`."""

    OPENED = "opened"


class ListEventsResponseItemClosedEvent(OpenEnum):
    """Field `event` of `ListEventsResponseItemClosed`."""

    CLOSED = "closed"


class Home(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Kind of `ListOfficesResponseItem`."""

    is_remote: bool = msgspec.field(name="isRemote")
    country: str | UnsetType = UNSET


class Room(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Kind of `ListOfficesResponseItem`."""

    is_remote: bool = msgspec.field(name="isRemote")
    floor: int | UnsetType = UNSET


class Line(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Kind of `ListShapesResponseItem`."""

    dimensions: LineDimensions | UnsetType = UNSET
    size: float | UnsetType = UNSET


class Plane(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Kind of `ListShapesResponseItem`."""

    dimensions: PlaneDimensions | UnsetType = UNSET
    size: float | UnsetType = UNSET


class Running(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Kind of `ListJobsResponseItem`."""

    result: None


class Done(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Kind of `ListJobsResponseItem`."""

    result: bool


class Failed(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Kind of `ListJobsResponseItem`."""

    result: FailedResult
    why: str | UnsetType = UNSET


class ListEventsResponseItemOpened(
    Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Kind of `ListEventsResponseItem`."""

    object: EventObject
    event: ListEventsResponseItemOpenedEvent
    by: str | UnsetType = UNSET


class ListEventsResponseItemClosed(
    Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Kind of `ListEventsResponseItem`."""

    object: EventObject
    event: ListEventsResponseItemClosedEvent
    reason: str | UnsetType = UNSET


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    ListOfficesResponseItem: TypeAlias = Home | Room | Unknown
    """Answer of `offices.list`.

    The key `isRemote` tells which of them.
    """

    ListShapesResponseItem: TypeAlias = Line | Plane | str | Unknown
    """Answer of `shapes.list`.

    The key `dimensions` tells which of them.
    """

    ListJobsResponseItem: TypeAlias = Running | Done | Failed | Unknown
    """Answer of `jobs.list`.

    The key `result` tells which of them.
    """

    ListEventsResponseItem: TypeAlias = (
        ListEventsResponseItemOpened | ListEventsResponseItemClosed | Unknown
    )
    """Answer of `events.list`.

    The key `event` tells which of them.
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
