"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, Struct, UnsetType

from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class Book(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `books.list`, `books.replace` and 5 others."""

    title: str


class BookForm(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `books.replace` and `books.get_version`."""

    name: str
    author: BookFormAuthor | UnsetType = UNSET

    def __init__(
        self, *, name: str, author: _params.BookFormAuthor | UnsetType = UNSET
    ) -> None: ...


class BookParts(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `books.replace`."""

    cover: str | UnsetType = UNSET
    pages: int | UnsetType = UNSET


class BookFormAuthor(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `author` of `BookForm`."""

    first: str | UnsetType = UNSET
