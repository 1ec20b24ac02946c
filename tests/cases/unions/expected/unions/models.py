"""The objects and values that the API takes and sends."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum, OpenIntEnum


class Colour(OpenEnum):
    """Colour.

    A value that this version does not know is kept as it came.
    """

    RED = "red"
    GREEN = "green"


class Shade(OpenEnum):
    """Shade.

    A value that this version does not know is kept as it came.
    """

    LIGHT = "light"
    DARK = "dark"


class FishPetType(OpenEnum):
    """Fish pet type.

    A value that this version does not know is kept as it came.
    """

    FISH = "fish"


class FishWater(OpenEnum):
    """Fish water.

    A value that this version does not know is kept as it came.
    """

    SALT = "salt"
    SWEET = "sweet"


class RecordSizeNumber(OpenIntEnum):
    """Record size number.

    A value that this version does not know is kept as it came.
    """

    VALUE_1 = 1
    VALUE_2 = 2


class RecordSizeText(OpenEnum):
    """Record size text.

    A value that this version does not know is kept as it came.
    """

    SMALL = "small"


class RecordPaymentCardMethod(OpenEnum):
    """Record payment card method.

    A value that this version does not know is kept as it came.
    """

    CARD = "card"


class RecordPaymentTransferMethod(OpenEnum):
    """Record payment transfer method.

    A value that this version does not know is kept as it came.
    """

    TRANSFER = "transfer"


class Cat(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Cat."""

    pet_type: str = msgspec.field(name="petType")
    lives: int


class Dog(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Dog."""

    pet_type: str = msgspec.field(name="petType")
    bark: str | UnsetType = UNSET
    friend: Pet | UnsetType = UNSET


class Fish(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Fish."""

    pet_type: FishPetType = msgspec.field(name="petType")
    water: FishWater | UnsetType = UNSET


class NoShop(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """No shop."""

    code: str
    shop: str


class NoKind(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """No kind."""

    code: str
    kind: str


class Record(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Record."""

    id: RecordID | UnsetType = UNSET
    at: RecordAt | None | UnsetType = UNSET
    paint: RecordPaint | UnsetType = UNSET
    size: RecordSize | None | UnsetType = UNSET
    owner: RecordOwner | UnsetType = UNSET
    payment: RecordPayment | UnsetType = UNSET
    places: RecordPlaces | UnsetType = UNSET
    data: Json | None | UnsetType = UNSET
    tree: Tree | UnsetType = UNSET


class Circle(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Circle."""

    kind: str | UnsetType = UNSET
    size: float | UnsetType = UNSET


class Square(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Square."""

    kind: str | UnsetType = UNSET
    size: float | UnsetType = UNSET


class RecordPaymentCard(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Record payment card."""

    method: RecordPaymentCardMethod
    number: str


class RecordPaymentTransfer(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Record payment transfer."""

    method: RecordPaymentTransferMethod
    iban: str


class RecordPaymentWithCash(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Record payment with cash."""

    cash: float


class RecordPlace(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Record place."""

    name: str


class ShapeCircle(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Shape circle."""

    kind: str
    size: float | UnsetType = UNSET
    name: str | UnsetType = UNSET


class ShapeSquare(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Shape square."""

    kind: str
    size: float | UnsetType = UNSET
    name: str | UnsetType = UNSET


if TYPE_CHECKING:
    Pet: TypeAlias = Cat | Dog | Fish
    """An animal that is sold.

    The key `petType` tells which of them.
    """

    Shape: TypeAlias = ShapeCircle | ShapeSquare
    """What all have stands beside the alternatives.

    The key `kind` tells which of them.
    """

    Json: TypeAlias = "bool | list[Json | None] | str | dict[str, Json | None] | float"
    """Any value of JSON."""

    Tree: TypeAlias = "list[Tree]"
    """Leaves are empty lists."""

    RecordID: TypeAlias = UUID | str
    """Record id."""

    RecordAt: TypeAlias = datetime.date | datetime.datetime
    """Record at."""

    RecordPaint: TypeAlias = Colour | Shade
    """Record paint."""

    RecordSize: TypeAlias = RecordSizeNumber | RecordSizeText
    """Record size."""

    RecordOwner: TypeAlias = Pet | str
    """Record owner."""

    RecordPayment: TypeAlias = RecordPaymentCard | RecordPaymentTransfer | RecordPaymentWithCash
    """Record payment."""

    RecordPlaces: TypeAlias = list[float] | list[RecordPlace]
    """Record places."""

    CreatePetNotFoundResponse: TypeAlias = NoShop | NoKind
    """Create pet not found response."""
else:
    from ._runtime._union import one_of

    Pet = one_of(
        "Pet",
        lambda: (Cat, Dog, Fish),
        by="petType",
        mapping=lambda: {"cat": Cat, "hound": Dog, "puppy": Dog, "fish": Fish},
    )
    Shape = one_of(
        "Shape",
        lambda: (ShapeCircle, ShapeSquare),
        by="kind",
        mapping=lambda: {"round": ShapeCircle, "Square": ShapeSquare},
        base=lambda: ShapeCircle,
    )
    Json = one_of("Json", lambda: (bool, list[Json | None], str, dict[str, Json | None], float))
    Tree = one_of("Tree", lambda: (list[Tree],))
    RecordID = one_of("RecordID", lambda: (UUID, str))
    RecordAt = one_of("RecordAt", lambda: (datetime.date, datetime.datetime))
    RecordPaint = one_of("RecordPaint", lambda: (Colour, Shade))
    RecordSize = one_of("RecordSize", lambda: (RecordSizeNumber, RecordSizeText))
    RecordOwner = one_of("RecordOwner", lambda: (Pet, str))
    RecordPayment = one_of(
        "RecordPayment", lambda: (RecordPaymentCard, RecordPaymentTransfer, RecordPaymentWithCash)
    )
    RecordPlaces = one_of("RecordPlaces", lambda: (list[float], list[RecordPlace]))
    CreatePetNotFoundResponse = one_of("CreatePetNotFoundResponse", lambda: (NoShop, NoKind))
