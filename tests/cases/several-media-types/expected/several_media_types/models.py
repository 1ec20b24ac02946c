"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Book(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Answer of `books.list`, among others."""

    title: str


class BookForm(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `books.replace`, among others."""

    name: str
    author: BookFormAuthor | UnsetType = UNSET


class BookParts(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `books.replace`."""

    cover: str | UnsetType = UNSET
    pages: int | UnsetType = UNSET


class BookFormAuthor(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `author` of `BookForm`."""

    first: str | UnsetType = UNSET
