"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import UNSET, Struct, UnsetType

from ._runtime._number import JsonNumber
from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct, constant_field


class MeasurementDepthKind(OpenEnum):
    """Field `kind` of `MeasurementDepth`."""

    DEPTH = "DEPTH"


class MeasurementWordKind(OpenEnum):
    """Field `kind` of `MeasurementWord`."""

    WORD = "WORD"


class Ferry(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Ship`."""

    kind: str = constant_field("ferry")
    name: str | UnsetType = UNSET
    cars: int | UnsetType = UNSET


class Tug(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Ship`."""

    kind: str = constant_field("tug")
    name: str | UnsetType = UNSET


class Cook(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    dish: str


class Pilot(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    licence: str


class Guest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    cabin: str


class Cargo(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `cargo.get`."""

    content: CargoContent | UnsetType = UNSET


class Depth(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    fathoms: JsonNumber | UnsetType = UNSET


class Word(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    text: str | UnsetType = UNSET


class Notice(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Properties beside alternatives of which one says nothing."""

    options: list[str] | UnsetType = UNSET
    archived: bool | UnsetType = UNSET


class OldLease(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `GetLeaseResponse`."""

    id: str | UnsetType = UNSET
    berth: str | UnsetType = UNSET


class NewLease(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `GetLeaseResponse`."""

    id: str | UnsetType = UNSET
    berth: str | UnsetType = UNSET
    terms_url: str
    privacy_url: str


class MeasurementDepth(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Measurement`."""

    kind: MeasurementDepthKind = constant_field(MeasurementDepthKind.DEPTH)
    fathoms: JsonNumber | UnsetType = UNSET
    note: str | UnsetType = UNSET


class MeasurementWord(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Measurement`."""

    kind: MeasurementWordKind = constant_field(MeasurementWordKind.WORD)
    text: str | UnsetType = UNSET
    note: str | UnsetType = UNSET


class ReplaceCrewRequestCook(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ReplaceCrewRequest`."""

    dish: str
    watch: int | UnsetType = UNSET


class ReplaceCrewRequestPilot(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ReplaceCrewRequest`."""

    licence: str
    watch: int | UnsetType = UNSET


class ReplaceCrewRequestGuest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ReplaceCrewRequest`."""

    cabin: str
    watch: int | UnsetType = UNSET


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    Ship: TypeAlias = Ferry | Tug | Unknown
    """Any ship. It lists the schemas that extend it.

    The property `kind` identifies the type.
    """

    Staff: TypeAlias = Cook | Pilot | Unknown
    """Response of `crew.replace`."""

    Measurement: TypeAlias = MeasurementDepth | MeasurementWord | Unknown
    """A union beside properties.

    The property `kind` identifies the type.
    """

    CargoContent: TypeAlias = "list[CargoContentItem] | list[list[CargoContentItemItem]]"
    """Crew, in one list or in lists by watch."""

    CargoContentItem: TypeAlias = Cook | Pilot | Unknown
    """Member of the union `CargoContent`."""

    CargoContentItemItem: TypeAlias = Cook | Pilot | Unknown
    """Member of the union `CargoContent`."""

    GetLeaseResponse: TypeAlias = OldLease | NewLease | Unknown
    """Response of `leases.get`."""

    GetCrewResponse: TypeAlias = Cook | Pilot | Unknown
    """Response of `crew.get`."""

    ReplaceCrewRequest: TypeAlias = (
        ReplaceCrewRequestCook | ReplaceCrewRequestPilot | ReplaceCrewRequestGuest | Unknown
    )
    """Properties beside a union, of which a member is a union."""
else:
    from ._runtime._union import one_of

    Ship = one_of(
        "Ship",
        lambda: (Ferry, Tug),
        by="kind",
        mapping=lambda: {"ferry": Ferry, "tug": Tug, "Ferry": Ferry, "Tug": Tug},
    )
    Staff = one_of("Staff", lambda: (Cook, Pilot))
    Measurement = one_of(
        "Measurement",
        lambda: (MeasurementDepth, MeasurementWord),
        by="kind",
        mapping=lambda: {"DEPTH": MeasurementDepth, "WORD": MeasurementWord},
    )
    CargoContent = one_of(
        "CargoContent", lambda: (list[CargoContentItem], list[list[CargoContentItemItem]])
    )
    CargoContentItem = one_of("CargoContentItem", lambda: (Cook, Pilot))
    CargoContentItemItem = one_of("CargoContentItemItem", lambda: (Cook, Pilot))
    GetLeaseResponse = one_of("GetLeaseResponse", lambda: (OldLease, NewLease))
    GetCrewResponse = one_of("GetCrewResponse", lambda: (Cook, Pilot))
    ReplaceCrewRequest = one_of(
        "ReplaceCrewRequest",
        lambda: (ReplaceCrewRequestCook, ReplaceCrewRequestPilot, ReplaceCrewRequestGuest),
    )
