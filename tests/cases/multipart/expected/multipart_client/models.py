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


class NewUpload(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `uploads.create`."""

    file: str
    picture: str | UnsetType = UNSET
    raw: str | UnsetType = UNSET
    more: list[str] | UnsetType = UNSET
    title: str | UnsetType = UNSET
    size: int | UnsetType = UNSET
    about: About | UnsetType = UNSET

    def __init__(
        self,
        *,
        file: str,
        picture: str | UnsetType = UNSET,
        raw: str | UnsetType = UNSET,
        more: Sequence[str] | UnsetType = UNSET,
        title: str | UnsetType = UNSET,
        size: int | UnsetType = UNSET,
        about: _params.About | UnsetType = UNSET,
    ) -> None: ...


class About(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `about` of `NewUpload`."""

    author: str | UnsetType = UNSET
