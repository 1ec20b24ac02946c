"""Fakes of the operations of `client.things`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `things.create`."""

    _: KW_ONLY
    body: params.CreateThingRequest


class FakeThings(ResourceFake):
    """Fakes of the operations of `client.things`."""

    create = Returning[None].of(CreateCall, "createThing")
    """Create thing."""
