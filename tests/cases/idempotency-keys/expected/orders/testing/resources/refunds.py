"""Fakes of the operations of `client.refunds`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from uuid import UUID

from msgspec import UNSET, UnsetType

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `refunds.replace`."""

    _: KW_ONLY
    idempotency_key: str | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `refunds.create`."""

    _: KW_ONLY
    idempotency_key: UUID | str | UnsetType = UNSET


class FakeRefunds(ResourceFake):
    """Fakes of the operations of `client.refunds`."""

    replace = Returning[None].of(ReplaceCall, "replaceRefund")
    """Replace refund."""
    create = Returning[None].of(CreateCall, "createRefund")
    """Create refund."""
