"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._number import JsonNumber
from ._runtime._open_enum import OpenEnum
from ._runtime._open_object import OpenObject
from ._runtime._two_way import TwoWayStruct, constant_field


class MadeT(OpenEnum):
    """Field `t` of `Made`."""

    MADE = "made"


class GoneT(OpenEnum):
    """Field `t` of `Gone`."""

    GONE = "gone"


class ItemColour(OpenEnum):
    """Field `colour` of `Item`."""

    RED = "red"
    GREEN = "green"


class Made(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Member of the union `Event`."""

    t: MadeT = constant_field(MadeT.MADE)
    item: Item | UnsetType = UNSET
    parts: list[Event] | UnsetType = UNSET


class Gone(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Event`."""

    t: GoneT = constant_field(GoneT.GONE)
    at: datetime.datetime | UnsetType = UNSET


class Item(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `items.get`."""

    name: str | UnsetType = UNSET
    unit_price: JsonNumber | UnsetType = msgspec.field(default=UNSET, name="unit-price")
    count: int | UnsetType = UNSET
    note: str | None | UnsetType = UNSET
    made: datetime.date | UnsetType = UNSET
    colour: ItemColour | UnsetType = UNSET
    more: More | UnsetType = UNSET


class More(OpenObject):
    k: str | UnsetType = UNSET
    model: str | UnsetType = UNSET
    inner: More | UnsetType = UNSET
    additional_properties: dict[str, Any] = msgspec.field(default={})
    """Properties without a field of their own, by name."""


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    Event: TypeAlias = Made | Gone | Unknown
    """Body of `shop.event`.

    The property `t` identifies the type.
    """
else:
    from ._runtime._union import one_of

    Event = one_of(
        "Event", lambda: (Made, Gone), by="t", mapping=lambda: {"made": Made, "gone": Gone}
    )
