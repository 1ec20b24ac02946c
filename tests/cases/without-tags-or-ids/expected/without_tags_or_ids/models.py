"""The objects and values that the API takes and sends."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Book(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Book."""

    isbn: str
    title: str | UnsetType = UNSET
