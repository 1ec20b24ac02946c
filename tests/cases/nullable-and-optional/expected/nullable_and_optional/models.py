"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Note(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `notes.replace`, among others."""

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
    tags: list[str | None] | None | UnsetType = UNSET


class Place(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `place` of `Note`."""

    city: str
