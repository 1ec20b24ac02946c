"""Fakes of the operations of `client.cats`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class FindAllCall(Recorded):
    """A call of `cats.find_all`."""


class FakeCats(ResourceFake):
    """Fakes of the operations of `client.cats`."""

    find_all = Returning[None].of(FindAllCall, "CatsController_findAll")
    """Cats controller find all."""
