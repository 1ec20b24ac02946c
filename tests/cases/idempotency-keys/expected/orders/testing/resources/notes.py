"""Fakes of the operations of `client.notes`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `notes.create`."""


class FakeNotes(ResourceFake):
    """Fakes of the operations of `client.notes`."""

    create = Returning[None].of(CreateCall, "createNote")
    """Create note."""
