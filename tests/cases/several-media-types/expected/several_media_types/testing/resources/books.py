"""Fakes of the operations of `client.books`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING, Any, Literal

from msgspec import UNSET, UnsetType

from ... import models
from ..._runtime._multipart import File
from ..._runtime._upload import FileContent
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `books.list`."""


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `books.replace`."""

    _: KW_ONLY
    title: str | UnsetType = UNSET
    name: str | UnsetType = UNSET
    author: params.BookFormAuthor | UnsetType = UNSET
    cover: File | UnsetType = UNSET
    pages: int | UnsetType = UNSET
    body: str | FileContent | UnsetType = UNSET
    content_type: (
        Literal[
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "text/plain",
            "application/pdf",
        ]
        | UnsetType
    ) = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `books.create`."""

    _: KW_ONLY
    title: str


@dataclass(eq=False, repr=False)
class GetVersionCall(Recorded):
    """A call of `books.get_version`."""


@dataclass(eq=False, repr=False)
class CreateCoverCall(Recorded):
    """A call of `books.create_cover`."""

    _: KW_ONLY
    title: str | UnsetType = UNSET
    cover: File | UnsetType = UNSET
    content_type: Literal["application/json", "multipart/form-data"] | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateLabelsCall(Recorded):
    """A call of `books.create_labels`."""

    _: KW_ONLY
    body: Mapping[str, str] | Mapping[str, Any] | UnsetType = UNSET
    content_type: Literal["application/json", "multipart/form-data"] | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class GetAnyCall(Recorded):
    """A call of `books.get_any`."""


@dataclass(eq=False, repr=False)
class UpdateAnyCall(Recorded):
    """A call of `books.update_any`."""

    _: KW_ONLY
    title: str


class FakeBooks(ResourceFake):
    """Fakes of the operations of `client.books`."""

    list = Returning[builtins.list[models.Book]].of(ListCall, "listBooks")
    """List books."""
    replace = Returning[None].of(ReplaceCall, "replaceBook")
    """Replace book."""
    create = Returning[models.Book | str | bytes | int].of(CreateCall, "createBook")
    """Create book."""
    get_version = Returning[models.Book | models.BookForm].of(GetVersionCall, "getVersion")
    """Get version."""
    create_cover = Returning[None].of(CreateCoverCall, "createCover")
    """Create cover."""
    create_labels = Returning[None].of(CreateLabelsCall, "createLabels")
    """Create labels."""
    get_any = Returning[models.Book].of(GetAnyCall, "getAny")
    """Get any."""
    update_any = Returning[models.Book].of(UpdateAnyCall, "updateAny")
    """Update any."""
