"""Fakes of the operations of `client.organizations`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from uuid import UUID

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._pages import ReturningPages
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `organizations.list`."""

    _: KW_ONLY
    cursor: UUID | str | None | UnsetType = UNSET
    limit: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class UpdateCall(Recorded):
    """A call of `organizations.update`."""

    org_id: UUID | str
    _: KW_ONLY
    name: str | UnsetType = UNSET
    slug: str | UnsetType = UNSET
    billing_email: str | None | UnsetType = UNSET
    vat_id: str | None | UnsetType = UNSET


class FakeOrganizations(ResourceFake):
    """Fakes of the operations of `client.organizations`."""

    list = ReturningPages[models.Organization, models.OrganizationList].of(
        ListCall, "listOrganizations"
    )
    """List organizations."""
    update = Returning[models.Organization].of(UpdateCall, "updateOrganization")
    """Update an organization."""
