"""Fakes of the operations of `client.api_tokens`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from uuid import UUID

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._pages import ReturningPages
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `api_tokens.list`."""

    org_id: UUID | str
    _: KW_ONLY
    cursor: UUID | str | None | UnsetType = UNSET
    limit: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `api_tokens.create`."""

    org_id: UUID | str
    _: KW_ONLY
    name: str
    scopes: Sequence[str] | UnsetType = UNSET
    expires_at: datetime.datetime | None | UnsetType = UNSET


class FakeAPITokens(ResourceFake):
    """Fakes of the operations of `client.api_tokens`."""

    list = ReturningPages[models.ApiToken, models.ApiTokenList].of(ListCall, "listApiTokens")
    """List API tokens."""
    create = Returning[models.CreatedApiToken].of(CreateCall, "createApiToken")
    """Create an API token."""
