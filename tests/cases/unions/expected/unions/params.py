"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict
from uuid import UUID

from . import models


class CatDict(TypedDict):
    """`models.Cat` as a dict."""

    petType: str
    lives: int


class DogDict(TypedDict):
    """`models.Dog` as a dict."""

    petType: str
    bark: NotRequired[str]
    friend: NotRequired[Pet]


class FishDict(TypedDict):
    """`models.Fish` as a dict."""

    petType: FishPetType
    water: NotRequired[FishWater]


class RecordPaymentCardDict(TypedDict):
    """`models.RecordPaymentCard` as a dict."""

    method: RecordPaymentCardMethod
    number: str


class RecordPaymentTransferDict(TypedDict):
    """`models.RecordPaymentTransfer` as a dict."""

    method: RecordPaymentTransferMethod
    iban: str


class RecordPaymentWithCashDict(TypedDict):
    """`models.RecordPaymentWithCash` as a dict."""

    cash: float


class RecordPlaceDict(TypedDict):
    """`models.RecordPlace` as a dict."""

    name: str


class ShapeCircleDict(TypedDict):
    """`models.ShapeCircle` as a dict."""

    kind: str
    size: NotRequired[float]
    name: NotRequired[str]


class ShapeSquareDict(TypedDict):
    """`models.ShapeSquare` as a dict."""

    kind: str
    size: NotRequired[float]
    name: NotRequired[str]


Colour: TypeAlias = models.Colour | Literal["red", "green"]
Shade: TypeAlias = models.Shade | Literal["light", "dark"]
FishPetType: TypeAlias = models.FishPetType | Literal["fish"]
FishWater: TypeAlias = models.FishWater | Literal["salt", "sweet"]
RecordSizeNumber: TypeAlias = models.RecordSizeNumber | Literal[1, 2]
RecordSizeText: TypeAlias = models.RecordSizeText | Literal["small"]
RecordPaymentCardMethod: TypeAlias = models.RecordPaymentCardMethod | Literal["card"]
RecordPaymentTransferMethod: TypeAlias = models.RecordPaymentTransferMethod | Literal["transfer"]
Cat: TypeAlias = models.Cat | CatDict
Dog: TypeAlias = models.Dog | DogDict
Fish: TypeAlias = models.Fish | FishDict
RecordPaymentCard: TypeAlias = models.RecordPaymentCard | RecordPaymentCardDict
RecordPaymentTransfer: TypeAlias = models.RecordPaymentTransfer | RecordPaymentTransferDict
RecordPaymentWithCash: TypeAlias = models.RecordPaymentWithCash | RecordPaymentWithCashDict
RecordPlace: TypeAlias = models.RecordPlace | RecordPlaceDict
ShapeCircle: TypeAlias = models.ShapeCircle | ShapeCircleDict
ShapeSquare: TypeAlias = models.ShapeSquare | ShapeSquareDict

if TYPE_CHECKING:
    Pet: TypeAlias = models.Pet | CatDict | DogDict | FishDict
    Shape: TypeAlias = models.Shape | ShapeCircleDict | ShapeSquareDict
    Json: TypeAlias = (
        "models.Json | bool | Sequence[Json | None] | str | Mapping[str, Json | None] | float"
    )
    Tree: TypeAlias = "models.Tree | Sequence[Tree]"
    RecordID: TypeAlias = models.RecordID | UUID | str
    RecordAt: TypeAlias = models.RecordAt | datetime.date | datetime.datetime
    RecordPaint: TypeAlias = models.RecordPaint | Colour | Shade
    RecordSize: TypeAlias = models.RecordSize | RecordSizeNumber | RecordSizeText
    RecordOwner: TypeAlias = models.RecordOwner | Pet | str
    RecordPayment: TypeAlias = (
        models.RecordPayment
        | RecordPaymentCardDict
        | RecordPaymentTransferDict
        | RecordPaymentWithCashDict
    )
    RecordPlaces: TypeAlias = models.RecordPlaces | Sequence[float] | Sequence[RecordPlace]
else:
    Pet = models.Pet
    Shape = models.Shape
    Json = models.Json
    Tree = models.Tree
    RecordID = models.RecordID
    RecordAt = models.RecordAt
    RecordPaint = models.RecordPaint
    RecordSize = models.RecordSize
    RecordOwner = models.RecordOwner
    RecordPayment = models.RecordPayment
    RecordPlaces = models.RecordPlaces
