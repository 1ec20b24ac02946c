"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct, constant_field

if TYPE_CHECKING:
    from . import params as _params


class Format(OpenEnum):
    """Field `format` of `Book`."""

    PAPER = "paper"
    AUDIO = "audio"


class Book(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `books.list`, `books.create` and 4 others."""

    isbn: str
    """An ISBN. At least 10 characters."""
    title: str
    author: Author | UnsetType = UNSET
    """Who wrote it."""
    format: Format | UnsetType = UNSET
    cover: Cover | UnsetType = UNSET

    def __init__(
        self,
        *,
        isbn: str,
        title: str,
        author: _params.Author | UnsetType = UNSET,
        format: _params.Format | UnsetType = UNSET,
        cover: _params.Cover | UnsetType = UNSET,
    ) -> None: ...


class Author(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `authors.get`."""

    name: str
    books: list[Book] | UnsetType = UNSET

    def __init__(self, *, name: str, books: Sequence[_params.Book] | UnsetType = UNSET) -> None: ...


class Shelf(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Field `shelves` of `GetReportResponse`."""

    label: str | UnsetType = UNSET
    books: list[Book] | UnsetType = UNSET


class AuthorsError(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Of one name with the error in common/errors.yaml, and told apart by its file."""

    names: list[str]


class ErrorsError(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `books.get`, `books.replace` and `authors.get`."""

    code: str
    causes: list[ErrorsError] | UnsetType = UNSET


class Magazine(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    kind: str = constant_field("magazine")
    issue: int | UnsetType = UNSET
    replaces: Magazine | UnsetType = UNSET


class Disc(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Item`."""

    kind: str = constant_field("disc")
    minutes: int | UnsetType = UNSET


class Cover(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `cover` of `Book`."""

    color: str | UnsetType = UNSET


class GetReportResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `reports.get`."""

    shelves: list[Shelf] | UnsetType = UNSET
    errors: list[AuthorsError] | UnsetType = UNSET


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    Item: TypeAlias = Magazine | Disc | Unknown
    """Response of `books.replace`.

    The property `kind` identifies the type.
    """
else:
    from ._runtime._union import one_of

    Item = one_of(
        "Item",
        lambda: (Magazine, Disc),
        by="kind",
        mapping=lambda: {"magazine": Magazine, "disc": Disc},
    )
