"""Fakes of the operations of `client.books`."""

from __future__ import annotations

import builtins
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `books.list`."""

    _: KW_ONLY
    limit: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `books.create`."""

    _: KW_ONLY
    isbn: str
    title: str
    author: params.Author | UnsetType = UNSET
    format: params.Format | UnsetType = UNSET
    cover: params.Cover | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `books.get`."""

    isbn: str


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `books.replace`."""

    isbn: str
    _: KW_ONLY
    body: params.Book


class FakeBooks(ResourceFake):
    """Fakes of the operations of `client.books`."""

    list = Returning[builtins.list[models.Book]].of(ListCall, "listBooks")
    """List books."""
    create = Returning[models.Book].of(CreateCall, "createBook")
    """Create book."""
    get = Returning[models.Book].of(GetCall, "getBook")
    """Get book."""
    replace = Returning[models.Item].of(ReplaceCall, "replaceBook")
    """Replace book."""
