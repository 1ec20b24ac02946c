"""The objects and values that the API takes and sends."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Book(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Answer of `books.list`, among others."""

    isbn: str
    title: str | UnsetType = UNSET
