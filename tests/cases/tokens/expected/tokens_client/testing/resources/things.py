"""Fakes of the operations of `client.things`."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `things.list`."""


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `things.create`."""


@dataclass(eq=False, repr=False)
class ListOpenCall(Recorded):
    """A call of `things.list_open`."""


class FakeThings(ResourceFake):
    """Fakes of the operations of `client.things`."""

    list = Returning[builtins.list[str]].of(ListCall, "listThings")
    """List things."""
    create = Returning[builtins.list[str]].of(CreateCall, "createThing")
    """Create thing."""
    list_open = Returning[builtins.list[str]].of(ListOpenCall, "listOpen")
    """List open."""
