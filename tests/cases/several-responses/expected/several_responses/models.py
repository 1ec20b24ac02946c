"""The objects and values that the API takes and sends."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class File(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """File."""

    name: str


class Missing(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Missing."""

    folder: str


class Problem(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Problem."""

    message: str
    code: str | UnsetType = UNSET
