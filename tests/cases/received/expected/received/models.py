"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
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
    """Answer of `pets.get`."""

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
