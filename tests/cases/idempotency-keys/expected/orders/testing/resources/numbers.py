"""Fakes of the operations of `client.numbers`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `numbers.create`."""

    _: KW_ONLY
    idempotency_key: int


class FakeNumbers(ResourceFake):
    """Fakes of the operations of `client.numbers`."""

    create = Returning[None].of(CreateCall, "createNumber")
    """Create number."""
