"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Note(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `notes.replace`."""

    text: str
    """Required."""
    author: str | None
    """Required and nullable."""
    title: str | UnsetType = UNSET
    """Optional."""
    label: str | None | UnsetType = UNSET
    """Optional and nullable."""
    place: Place | None
    """A reference that may be null."""
    origin: Place | None | UnsetType = UNSET
    tags: list[str | None] | None | UnsetType = UNSET


class Place(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    city: str
