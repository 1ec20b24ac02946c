"""Fakes of the operations of `client.authors`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `authors.get`."""

    name: str


class FakeAuthors(ResourceFake):
    """Fakes of the operations of `client.authors`."""

    get = Returning[models.Author].of(GetCall, "getAuthor")
    """Get author."""
