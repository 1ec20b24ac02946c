"""The operations of `payment methods`, under `/api/v1/organizations`."""

from __future__ import annotations

from uuid import UUID

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[models.PaymentMethodList] = Operation(
    id="listPaymentMethods",
    method="GET",
    path="/api/v1/organizations/{org_id:uuid}/billing/payment-methods",
    successes={200: models.PaymentMethodList},
    errors={401: models.ErrorResponse},
)


def _list(org_id: UUID | str) -> Request[models.PaymentMethodList]:
    return _LIST.request(org_id)


_CREATE: Operation[models.PaymentMethod] = Operation(
    id="createPaymentMethod",
    method="POST",
    path="/api/v1/organizations/{org_id:uuid}/billing/payment-methods",
    successes={201: models.PaymentMethod},
    errors={401: models.ErrorResponse},
    spread_body=True,
)


def _create(
    org_id: UUID | str, stripe_pm_id: str, is_default: bool | UnsetType
) -> Request[models.PaymentMethod]:
    return _CREATE.request(
        org_id, json=models.CreatePaymentMethod(stripe_pm_id=stripe_pm_id, is_default=is_default)
    )


_SET_DEFAULT: Operation[models.Outcome] = Operation(
    id="setDefaultPaymentMethod",
    method="POST",
    path="/api/v1/organizations/{org_id:uuid}/billing/payment-methods/{pm_id:uuid}/default",
    successes={200: models.Outcome},
    errors={401: models.ErrorResponse, 404: models.ErrorResponse},
)


def _set_default(org_id: UUID | str, pm_id: UUID | str) -> Request[models.Outcome]:
    return _SET_DEFAULT.request(org_id, pm_id)


class BillingPaymentMethods(Resource):
    """The operations of `payment methods`, under `/api/v1/organizations`."""

    def list(self, org_id: UUID | str) -> models.PaymentMethodList:
        """List payment methods.

        List all payment methods of an organization.

        ``GET /api/v1/organizations/{orgID}/billing/payment-methods``

        Args:
            org_id: The organization.

        Returns:
            All payment methods.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return self._send(_list(org_id))

    def create(
        self, org_id: UUID | str, *, stripe_pm_id: str, is_default: bool | UnsetType = UNSET
    ) -> models.PaymentMethod:
        """Add a payment method that exists at Stripe to an organization.

        ``POST /api/v1/organizations/{orgID}/billing/payment-methods``

        Args:
            org_id: The organization.
            stripe_pm_id: The ID of the payment method at Stripe.
            is_default: Whether to make it the default.

        Returns:
            The new payment method.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return self._send(_create(org_id, stripe_pm_id, is_default))

    def set_default(self, org_id: UUID | str, pm_id: UUID | str) -> models.Outcome:
        """Set the default payment method.

        Make a payment method the default of its organization.

        ``POST /api/v1/organizations/{orgID}/billing/payment-methods/{pmID}/default``

        Args:
            org_id: The organization.
            pm_id: The payment method.

        Returns:
            The default was changed.

        Raises:
            UnauthorizedError: The token is missing or invalid.
            NotFoundError: The organization or something in it does not exist, or the token has
                no access to it.
        """
        return self._send(_set_default(org_id, pm_id))


class AsyncBillingPaymentMethods(AsyncResource):
    """The operations of `payment methods`, under `/api/v1/organizations`.

    Async counterpart of `BillingPaymentMethods`.
    """

    async def list(self, org_id: UUID | str) -> models.PaymentMethodList:
        """List payment methods.

        List all payment methods of an organization.

        ``GET /api/v1/organizations/{orgID}/billing/payment-methods``

        Args:
            org_id: The organization.

        Returns:
            All payment methods.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return await self._send(_list(org_id))

    async def create(
        self, org_id: UUID | str, *, stripe_pm_id: str, is_default: bool | UnsetType = UNSET
    ) -> models.PaymentMethod:
        """Add a payment method that exists at Stripe to an organization.

        ``POST /api/v1/organizations/{orgID}/billing/payment-methods``

        Args:
            org_id: The organization.
            stripe_pm_id: The ID of the payment method at Stripe.
            is_default: Whether to make it the default.

        Returns:
            The new payment method.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return await self._send(_create(org_id, stripe_pm_id, is_default))

    async def set_default(self, org_id: UUID | str, pm_id: UUID | str) -> models.Outcome:
        """Set the default payment method.

        Make a payment method the default of its organization.

        ``POST /api/v1/organizations/{orgID}/billing/payment-methods/{pmID}/default``

        Args:
            org_id: The organization.
            pm_id: The payment method.

        Returns:
            The default was changed.

        Raises:
            UnauthorizedError: The token is missing or invalid.
            NotFoundError: The organization or something in it does not exist, or the token has
                no access to it.
        """
        return await self._send(_set_default(org_id, pm_id))
