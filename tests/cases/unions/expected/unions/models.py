"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._number import JsonNumber
from ._runtime._open_enum import OpenEnum, OpenIntEnum
from ._runtime._two_way import TwoWayStruct, constant_field

if TYPE_CHECKING:
    from . import params as _params


class Colour(OpenEnum):
    """Member of the union `RecordPaint`."""

    RED = "red"
    GREEN = "green"


class Shade(OpenEnum):
    """Member of the union `RecordPaint`."""

    LIGHT = "light"
    DARK = "dark"


class FishPetType(OpenEnum):
    """Field `pet_type` of `Fish`."""

    FISH = "fish"


class FishWater(OpenEnum):
    """Field `water` of `Fish`."""

    SALT = "salt"
    SWEET = "sweet"


class RecordSizeNumber(OpenIntEnum):
    """Member of the union `RecordSize`."""

    VALUE_1 = 1
    VALUE_2 = 2


class RecordSizeText(OpenEnum):
    """Member of the union `RecordSize`."""

    SMALL = "small"


class RecordPaymentCardMethod(OpenEnum):
    """Field `method` of `RecordPaymentCard`."""

    CARD = "card"


class RecordPaymentTransferMethod(OpenEnum):
    """Field `method` of `RecordPaymentTransfer`."""

    TRANSFER = "transfer"


class Cat(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Pet`."""

    pet_type: str = constant_field("cat", name="petType")
    lives: int


class Dog(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Member of the union `Pet`."""

    pet_type: str = msgspec.field(name="petType")
    bark: str | UnsetType = UNSET
    friend: Pet | UnsetType = UNSET

    def __init__(
        self,
        *,
        pet_type: str,
        bark: str | UnsetType = UNSET,
        friend: _params.Pet | UnsetType = UNSET,
    ) -> None: ...


class Fish(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Pet`."""

    pet_type: FishPetType = constant_field(FishPetType.FISH, name="petType")
    water: FishWater | UnsetType = UNSET

    def __init__(
        self,
        *,
        pet_type: _params.FishPetType = FishPetType.FISH,
        water: _params.FishWater | UnsetType = UNSET,
    ) -> None: ...


class NoShop(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ErrorResponse`."""

    code: str
    shop: str


class NoKind(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ErrorResponse`."""

    code: str
    kind: str


class Record(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `records.create`."""

    id: RecordID | UnsetType = UNSET
    at: RecordAt | None | UnsetType = UNSET
    paint: RecordPaint | UnsetType = UNSET
    size: RecordSize | None | UnsetType = UNSET
    owner: RecordOwner | UnsetType = UNSET
    payment: RecordPayment | UnsetType = UNSET
    places: RecordPlaces | UnsetType = UNSET
    data: Json | None | UnsetType = UNSET
    tree: Tree | UnsetType = UNSET

    def __init__(
        self,
        *,
        id: _params.RecordID | UnsetType = UNSET,
        at: _params.RecordAt | None | UnsetType = UNSET,
        paint: _params.RecordPaint | UnsetType = UNSET,
        size: _params.RecordSize | None | UnsetType = UNSET,
        owner: _params.RecordOwner | UnsetType = UNSET,
        payment: _params.RecordPayment | UnsetType = UNSET,
        places: _params.RecordPlaces | UnsetType = UNSET,
        data: _params.Json | None | UnsetType = UNSET,
        tree: _params.Tree | UnsetType = UNSET,
    ) -> None: ...


class Circle(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    kind: str | UnsetType = UNSET
    size: JsonNumber | UnsetType = UNSET


class Square(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    kind: str | UnsetType = UNSET
    size: JsonNumber | UnsetType = UNSET


class RecordPaymentCard(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `RecordPayment`."""

    method: RecordPaymentCardMethod = constant_field(RecordPaymentCardMethod.CARD)
    number: str

    def __init__(
        self, *, number: str, method: _params.RecordPaymentCardMethod = RecordPaymentCardMethod.CARD
    ) -> None: ...


class RecordPaymentTransfer(
    TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Member of the union `RecordPayment`."""

    method: RecordPaymentTransferMethod = constant_field(RecordPaymentTransferMethod.TRANSFER)
    iban: str

    def __init__(
        self,
        *,
        iban: str,
        method: _params.RecordPaymentTransferMethod = RecordPaymentTransferMethod.TRANSFER,
    ) -> None: ...


class RecordPaymentWithCash(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `RecordPayment`."""

    cash: JsonNumber


class RecordPlace(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `RecordPlaces`."""

    name: str


class ShapeCircle(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Shape`."""

    kind: str
    size: JsonNumber | UnsetType = UNSET
    name: str | UnsetType = UNSET


class ShapeSquare(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Shape`."""

    kind: str = constant_field("Square")
    size: JsonNumber | UnsetType = UNSET
    name: str | UnsetType = UNSET


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    Pet: TypeAlias = Cat | Dog | Fish | Unknown
    """An animal that is sold.

    The property `petType` identifies the type.
    """

    Shape: TypeAlias = ShapeCircle | ShapeSquare | Unknown
    """What all have stands beside the alternatives.

    The property `kind` identifies the type.
    """

    Json: TypeAlias = "bool | list[Json | None] | str | dict[str, Json | None] | JsonNumber"
    """Any value of JSON."""

    Tree: TypeAlias = "list[Tree]"
    """Leaves are empty lists."""

    RecordID: TypeAlias = UUID | str
    """Field `id` of `Record`."""

    RecordAt: TypeAlias = datetime.date | datetime.datetime
    """Field `at` of `Record`."""

    RecordPaint: TypeAlias = Colour | Shade
    """Field `paint` of `Record`."""

    RecordSize: TypeAlias = RecordSizeNumber | RecordSizeText
    """Field `size` of `Record`."""

    RecordOwner: TypeAlias = Pet | str
    """Field `owner` of `Record`."""

    RecordPayment: TypeAlias = (
        RecordPaymentCard | RecordPaymentTransfer | RecordPaymentWithCash | Unknown
    )
    """Field `payment` of `Record`."""

    RecordPlaces: TypeAlias = list[JsonNumber] | list[RecordPlace]
    """Field `places` of `Record`."""

    ErrorResponse: TypeAlias = NoShop | NoKind | Unknown
    """Error response of `pets.create`."""
else:
    from ._runtime._union import one_of

    Pet = one_of(
        "Pet",
        lambda: (Cat, Dog, Fish),
        by="petType",
        mapping=lambda: {
            "cat": Cat,
            "hound": Dog,
            "puppy": Dog,
            "fish": Fish,
            "Cat": Cat,
            "Dog": Dog,
        },
    )
    Shape = one_of(
        "Shape",
        lambda: (ShapeCircle, ShapeSquare),
        by="kind",
        mapping=lambda: {"round": ShapeCircle, "Square": ShapeSquare, "Circle": ShapeCircle},
    )
    Json = one_of(
        "Json", lambda: (bool, list[Json | None], str, dict[str, Json | None], JsonNumber)
    )
    Tree = one_of("Tree", lambda: (list[Tree],))
    RecordID = one_of("RecordID", lambda: (UUID, str))
    RecordAt = one_of("RecordAt", lambda: (datetime.date, datetime.datetime))
    RecordPaint = one_of("RecordPaint", lambda: (Colour, Shade))
    RecordSize = one_of("RecordSize", lambda: (RecordSizeNumber, RecordSizeText))
    RecordOwner = one_of("RecordOwner", lambda: (Pet, str))
    RecordPayment = one_of(
        "RecordPayment", lambda: (RecordPaymentCard, RecordPaymentTransfer, RecordPaymentWithCash)
    )
    RecordPlaces = one_of("RecordPlaces", lambda: (list[JsonNumber], list[RecordPlace]))
    ErrorResponse = one_of("ErrorResponse", lambda: (NoShop, NoKind))
