"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import datetime

from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum


class SubscribeOnPetCallbackRequestKind(OpenEnum):
    """Field `kind` of `SubscribeOnPetCallbackRequest`."""

    CAT = "cat"
    DOG = "dog"


class Gone(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `shared`. See https://received.example/gone"""

    at: datetime.datetime | UnsetType = UNSET


class GetPetResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `pets.get`."""

    id: int | UnsetType = UNSET


class SubscribeRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `pets.subscribe`."""

    url: str | UnsetType = UNSET


class NewPetWebhookRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `newPet`."""

    name: str


class SubscribeOnPetCallbackRequest(
    Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Body of `onPet`."""

    kind: SubscribeOnPetCallbackRequestKind | UnsetType = UNSET
