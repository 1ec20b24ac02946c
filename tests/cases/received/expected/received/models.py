"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct, constant_field


class PetGoneKind(OpenEnum):
    """Field `kind` of `PetGone`."""

    PET_GONE = "pet.gone"


class PetFedKind(OpenEnum):
    """Field `kind` of `PetFed`."""

    PET_FED = "pet.fed"


class NewPetWebhookKind(OpenEnum):
    """Field `kind` of `NewPetWebhookRequest`."""

    PET_NEW = "pet.new"


class SubscribeOnPetCallbackKind(OpenEnum):
    """Field `kind` of `SubscribeOnPetCallbackRequest`."""

    CAT = "cat"
    DOG = "dog"


class PetGone(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `petGone`."""

    kind: PetGoneKind = constant_field(PetGoneKind.PET_GONE)
    id: int


class PetFed(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `petFed`."""

    kind: PetFedKind = constant_field(PetFedKind.PET_FED)
    with_: str = msgspec.field(name="with")


class Gone(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `shared`. See https://received.example/gone"""

    at: datetime.datetime | UnsetType = UNSET


class GetPetResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `pets.get`."""

    id: int | UnsetType = UNSET


class SubscribeRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `pets.subscribe`."""

    url: str | UnsetType = UNSET


class NewPetWebhookRequest(
    TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Body of `newPet`."""

    kind: NewPetWebhookKind = constant_field(NewPetWebhookKind.PET_NEW)
    name: str


class SubscribeOnPetCallbackRequest(
    Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Body of `onPet`."""

    kind: SubscribeOnPetCallbackKind | UnsetType = UNSET
