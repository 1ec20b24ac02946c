"""The objects and values that the API takes and sends."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Book(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Book."""

    title: str


class BookForm(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Book form."""

    name: str
    author: BookFormAuthor | UnsetType = UNSET


class BookParts(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Book parts."""

    cover: str | UnsetType = UNSET
    pages: int | UnsetType = UNSET


class BookFormAuthor(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Book form author."""

    first: str | UnsetType = UNSET
