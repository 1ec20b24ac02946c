"""Organizations own clusters, tokens, a registry and payment methods."""

from __future__ import annotations

from uuid import UUID

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByCursor

_LIST: PagedOperation[models.Organization, models.OrganizationList] = PagedOperation(
    id="listOrganizations",
    method="GET",
    path="/api/v1/organizations",
    successes={200: models.OrganizationList},
    errors={401: models.ErrorResponse},
    pages=ByCursor(query="cursor", items=("items",), next=("next_cursor",)),
)


def _list(
    cursor: UUID | str | None | UnsetType, limit: int | UnsetType
) -> Request[models.OrganizationList]:
    return _LIST.request(query={"cursor": cursor, "limit": limit})


_UPDATE: Operation[models.Organization] = Operation(
    id="updateOrganization",
    method="PUT",
    path="/api/v1/organizations/{org_id:uuid}",
    successes={200: models.Organization},
    errors={401: models.ErrorResponse},
    spread_body=True,
)


def _update(
    org_id: UUID | str,
    name: str | UnsetType,
    slug: str | UnsetType,
    billing_email: str | None | UnsetType,
    vat_id: str | None | UnsetType,
) -> Request[models.Organization]:
    return _UPDATE.request(
        org_id,
        json=models.UpdateOrganization(
            name=name, slug=slug, billing_email=billing_email, vat_id=vat_id
        ),
    )


class Organizations(Resource):
    """Organizations own clusters, tokens, a registry and payment methods."""

    def list(
        self, *, cursor: UUID | str | None | UnsetType = UNSET, limit: int | UnsetType = UNSET
    ) -> Page[models.Organization, models.OrganizationList]:
        """List organizations.

        List the organizations that the token has access to, in pages.

        ``GET /api/v1/organizations``

        Args:
            cursor: The `next_cursor` of the page before. Without it, the first page is
                returned.
            limit: The maximum number of items on a page. From 1 to 100. The server's default is
                `50`.

        Returns:
            A page of organizations. Iterate over the result for the items of all pages.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return self._send(_LIST.page(_list(cursor, limit)))

    def update(
        self,
        org_id: UUID | str,
        *,
        name: str | UnsetType = UNSET,
        slug: str | UnsetType = UNSET,
        billing_email: str | None | UnsetType = UNSET,
        vat_id: str | None | UnsetType = UNSET,
    ) -> models.Organization:
        """Update an organization.

        Change the name, the slug or the billing details of an organization, but not its plan.

        ``PUT /api/v1/organizations/{orgID}``

        Args:
            org_id: The organization.
            name: The new name.
            slug: The new name in URLs.
            billing_email: The new address for bills. Null removes it.
            vat_id: The new VAT identification number. Null removes it.

        Returns:
            The updated organization.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return self._send(_update(org_id, name, slug, billing_email, vat_id))


class AsyncOrganizations(AsyncResource):
    """Organizations own clusters, tokens, a registry and payment methods.

    Async counterpart of `Organizations`.
    """

    def list(
        self, *, cursor: UUID | str | None | UnsetType = UNSET, limit: int | UnsetType = UNSET
    ) -> AsyncPager[models.Organization, models.OrganizationList]:
        """List organizations.

        List the organizations that the token has access to, in pages.

        ``GET /api/v1/organizations``

        Args:
            cursor: The `next_cursor` of the page before. Without it, the first page is
                returned.
            limit: The maximum number of items on a page. From 1 to 100. The server's default is
                `50`.

        Returns:
            A page of organizations. Iterate over the result for the items of all pages.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return AsyncPager(self._send, _LIST.async_page(_list(cursor, limit)))

    async def update(
        self,
        org_id: UUID | str,
        *,
        name: str | UnsetType = UNSET,
        slug: str | UnsetType = UNSET,
        billing_email: str | None | UnsetType = UNSET,
        vat_id: str | None | UnsetType = UNSET,
    ) -> models.Organization:
        """Update an organization.

        Change the name, the slug or the billing details of an organization, but not its plan.

        ``PUT /api/v1/organizations/{orgID}``

        Args:
            org_id: The organization.
            name: The new name.
            slug: The new name in URLs.
            billing_email: The new address for bills. Null removes it.
            vat_id: The new VAT identification number. Null removes it.

        Returns:
            The updated organization.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return await self._send(_update(org_id, name, slug, billing_email, vat_id))
