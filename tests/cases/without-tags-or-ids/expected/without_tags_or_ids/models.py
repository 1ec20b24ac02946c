"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Book(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Answer of `books.list`, among others."""

    isbn: str
    title: str | UnsetType = UNSET
