"""The objects and values that the API takes and sends."""

from __future__ import annotations

import datetime

from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum


class SubscribeOnPetCallbackRequestKind(OpenEnum):
    """Subscribe on pet callback request kind.

    A value that this version does not know is kept as it came.
    """

    CAT = "cat"
    DOG = "dog"


class Gone(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """See https://received.example/gone."""

    at: datetime.datetime | UnsetType = UNSET


class GetPetResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Get pet response."""

    id: int | UnsetType = UNSET


class SubscribeRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Subscribe request."""

    url: str | UnsetType = UNSET


class NewPetWebhookRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """New pet webhook request."""

    name: str


class SubscribeOnPetCallbackRequest(
    Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Subscribe on pet callback request."""

    kind: SubscribeOnPetCallbackRequestKind | UnsetType = UNSET
