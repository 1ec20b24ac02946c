"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class NewUpload(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `uploads.create`."""

    file: str
    picture: str | UnsetType = UNSET
    raw: str | UnsetType = UNSET
    more: list[str] | UnsetType = UNSET
    title: str | UnsetType = UNSET
    size: int | UnsetType = UNSET
    about: About | UnsetType = UNSET


class About(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `about` of `NewUpload`."""

    author: str | UnsetType = UNSET
