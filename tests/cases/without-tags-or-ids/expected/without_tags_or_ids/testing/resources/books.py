"""Fakes of the operations of `client.books`."""

from __future__ import annotations

import builtins
from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `books.list`."""


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `books.create`."""

    _: KW_ONLY
    isbn: str
    title: str | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `books.get`."""

    isbn: str


class FakeBooks(ResourceFake):
    """Fakes of the operations of `client.books`."""

    list = Returning[builtins.list[models.Book]].of(ListCall, "GET /books")
    """Get books."""
    create = Returning[models.Book].of(CreateCall, "POST /books")
    """Post books."""
    get = Returning[models.Book].of(GetCall, "GET /books/{isbn}")
    """Get books by isbn."""
