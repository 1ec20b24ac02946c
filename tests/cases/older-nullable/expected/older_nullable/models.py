"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, Struct, UnsetType

from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class Note(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
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

    def __init__(
        self,
        *,
        text: str,
        author: str | None,
        place: _params.Place | None,
        title: str | UnsetType = UNSET,
        label: str | None | UnsetType = UNSET,
        origin: _params.Place | None | UnsetType = UNSET,
        tags: Sequence[str | None] | None | UnsetType = UNSET,
    ) -> None: ...


class Place(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    city: str
