"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct, constant_field

if TYPE_CHECKING:
    from . import params as _params


class DrawingKind(OpenEnum):
    """Field `kind` of `ReplaceDrawingRequest`."""

    NEW = "new"


class ReplaceDrawingKind(OpenEnum):
    """Field `kind` of `ReplaceDrawingRequestModel`."""

    OLD = "old"


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


class Drawing(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `drawings.edit`."""

    url: str


class Progress(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `drawings.edit`."""

    percent: int


class DrawingEdit(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `drawings.edit`."""

    images: list[str]
    """The places of the images."""
    prompt: str
    """What to change."""
    mask: str | UnsetType = UNSET
    """The place of the mask."""
    stream: bool | UnsetType = UNSET
    """The server's default is `false`."""

    def __init__(
        self,
        *,
        images: Sequence[str],
        prompt: str,
        mask: str | UnsetType = UNSET,
        stream: bool | UnsetType = UNSET,
    ) -> None: ...


class DrawingParts(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `drawings.edit`."""

    image: list[str]
    """The images."""
    prompt: str
    """What to change."""
    mask: str | UnsetType = UNSET
    """The mask."""
    stream: bool | UnsetType = UNSET
    """The server's default is `false`."""

    def __init__(
        self,
        *,
        image: Sequence[str],
        prompt: str,
        mask: str | UnsetType = UNSET,
        stream: bool | UnsetType = UNSET,
    ) -> None: ...


class BookParts(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `books.replace`."""

    cover: str | UnsetType = UNSET
    pages: int | UnsetType = UNSET


class BookFormAuthor(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `author` of `BookForm`."""

    first: str | UnsetType = UNSET


class ReplaceDrawingRequest(
    TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Body of `drawings.replace`."""

    kind: DrawingKind = constant_field(DrawingKind.NEW)
    name: str | UnsetType = UNSET

    def __init__(
        self, *, kind: _params.DrawingKind = DrawingKind.NEW, name: str | UnsetType = UNSET
    ) -> None: ...


class ReplaceDrawingRequestModel(
    TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Body of `drawings.replace`."""

    kind: ReplaceDrawingKind = constant_field(ReplaceDrawingKind.OLD)
    name: str | UnsetType = UNSET

    def __init__(
        self,
        *,
        kind: _params.ReplaceDrawingKind = ReplaceDrawingKind.OLD,
        name: str | UnsetType = UNSET,
    ) -> None: ...
