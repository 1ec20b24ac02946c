"""Usage and payment methods of an organization."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .billing_payment_methods import AsyncBillingPaymentMethods, BillingPaymentMethods

_GET_USAGE: Operation[models.Usage] = Operation(
    id="getUsage",
    method="GET",
    path="/api/v1/organizations/{org_id:uuid}/billing/usage",
    successes={200: models.Usage},
    errors={401: models.ErrorResponse},
)


def _get_usage(org_id: UUID | str) -> Request[models.Usage]:
    return _GET_USAGE.request(org_id)


class Billing(Resource):
    """Usage and payment methods of an organization."""

    @cached_property
    def payment_methods(self) -> BillingPaymentMethods:
        """The operations of `payment methods`, under `/api/v1/organizations`."""
        from .billing_payment_methods import BillingPaymentMethods

        return BillingPaymentMethods(self._client)

    def get_usage(self, org_id: UUID | str) -> models.Usage:
        """Get the usage of this month.

        Get the charges of the current calendar month so far, in UTC.

        ``GET /api/v1/organizations/{orgID}/billing/usage``

        Args:
            org_id: The organization.

        Returns:
            The charges so far.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return self._send(_get_usage(org_id))


class AsyncBilling(AsyncResource):
    """Usage and payment methods of an organization.

    Async counterpart of `Billing`.
    """

    @cached_property
    def payment_methods(self) -> AsyncBillingPaymentMethods:
        """The operations of `payment methods`, under `/api/v1/organizations`."""
        from .billing_payment_methods import AsyncBillingPaymentMethods

        return AsyncBillingPaymentMethods(self._client)

    async def get_usage(self, org_id: UUID | str) -> models.Usage:
        """Get the usage of this month.

        Get the charges of the current calendar month so far, in UTC.

        ``GET /api/v1/organizations/{orgID}/billing/usage``

        Args:
            org_id: The organization.

        Returns:
            The charges so far.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return await self._send(_get_usage(org_id))
