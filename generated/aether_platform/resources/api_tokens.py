"""Tokens that give programs access to an organization."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from uuid import UUID

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByCursor

_LIST: PagedOperation[models.ApiToken, models.ApiTokenList] = PagedOperation(
    id="listApiTokens",
    method="GET",
    path="/api/v1/organizations/{org_id:uuid}/api-tokens",
    successes={200: models.ApiTokenList},
    errors={401: models.ErrorResponse},
    pages=ByCursor(query="cursor", items=("items",), next=("next_cursor",)),
)


def _list(
    org_id: UUID | str, cursor: UUID | str | None | UnsetType, limit: int | UnsetType
) -> Request[models.ApiTokenList]:
    return _LIST.request(org_id, query={"cursor": cursor, "limit": limit})


_CREATE: Operation[models.CreatedApiToken] = Operation(
    id="createApiToken",
    method="POST",
    path="/api/v1/organizations/{org_id:uuid}/api-tokens",
    successes={201: models.CreatedApiToken},
    errors={401: models.ErrorResponse},
    spread_body=True,
)


def _create(
    org_id: UUID | str,
    name: str,
    scopes: Sequence[str] | UnsetType,
    expires_at: datetime.datetime | None | UnsetType,
) -> Request[models.CreatedApiToken]:
    return _CREATE.request(
        org_id, json=models.CreateApiToken(name=name, scopes=scopes, expires_at=expires_at)
    )


class APITokens(Resource):
    """Tokens that give programs access to an organization."""

    def list(
        self,
        org_id: UUID | str,
        *,
        cursor: UUID | str | None | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
    ) -> Page[models.ApiToken, models.ApiTokenList]:
        """List API tokens.

        List the tokens of an organization, in pages. Their secrets are not included.

        ``GET /api/v1/organizations/{orgID}/api-tokens``

        Args:
            org_id: The organization.
            cursor: The `next_cursor` of the page before. Without it, the first page is
                returned.
            limit: The maximum number of items on a page. From 1 to 100. The server's default is
                `50`.

        Returns:
            A page of tokens, without their secrets. Iterate over the result for the items of
            all pages.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return self._send(_LIST.page(_list(org_id, cursor, limit)))

    def create(
        self,
        org_id: UUID | str,
        *,
        name: str,
        scopes: Sequence[str] | UnsetType = UNSET,
        expires_at: datetime.datetime | None | UnsetType = UNSET,
    ) -> models.CreatedApiToken:
        """Create an API token.

        Create a token. The response is the only one that contains its secret.

        ``POST /api/v1/organizations/{orgID}/api-tokens``

        Args:
            org_id: The organization.
            name: The name of the token.
            scopes: What the token gives access to.
            expires_at: When the token stops working. Null, or no value, for never.

        Returns:
            The new token, with its secret.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return self._send(_create(org_id, name, scopes, expires_at))


class AsyncAPITokens(AsyncResource):
    """Tokens that give programs access to an organization.

    Async counterpart of `APITokens`.
    """

    def list(
        self,
        org_id: UUID | str,
        *,
        cursor: UUID | str | None | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
    ) -> AsyncPager[models.ApiToken, models.ApiTokenList]:
        """List API tokens.

        List the tokens of an organization, in pages. Their secrets are not included.

        ``GET /api/v1/organizations/{orgID}/api-tokens``

        Args:
            org_id: The organization.
            cursor: The `next_cursor` of the page before. Without it, the first page is
                returned.
            limit: The maximum number of items on a page. From 1 to 100. The server's default is
                `50`.

        Returns:
            A page of tokens, without their secrets. Iterate over the result for the items of
            all pages.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return AsyncPager(self._send, _LIST.async_page(_list(org_id, cursor, limit)))

    async def create(
        self,
        org_id: UUID | str,
        *,
        name: str,
        scopes: Sequence[str] | UnsetType = UNSET,
        expires_at: datetime.datetime | None | UnsetType = UNSET,
    ) -> models.CreatedApiToken:
        """Create an API token.

        Create a token. The response is the only one that contains its secret.

        ``POST /api/v1/organizations/{orgID}/api-tokens``

        Args:
            org_id: The organization.
            name: The name of the token.
            scopes: What the token gives access to.
            expires_at: When the token stops working. Null, or no value, for never.

        Returns:
            The new token, with its secret.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return await self._send(_create(org_id, name, scopes, expires_at))
