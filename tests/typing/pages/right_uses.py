"""Uses of pages that type checkers must accept, and the types that they must see."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import assert_type
from uuid import UUID

import httpx2
from pages import UNSET, AsyncPage, AsyncPages, Page, Pages, RawResponse, UnsetType
from pages.models import Charge, Cluster, ListChargesResponse, ListClustersResponse, Repo


def iterate(client: Pages) -> list[str]:
    page = client.charges.list(limit=10)
    assert_type(page, Page[Charge, ListChargesResponse])
    assert_type(page.items, list[Charge])
    assert_type(page.body, ListChargesResponse)
    assert_type(page.body.has_more, bool)
    assert_type(page.headers, httpx2.Headers)
    assert_type(page.has_next_page(), bool)
    assert_type(page.next_page(), Page[Charge, ListChargesResponse] | None)
    assert_type(page.pages(), Iterator[Page[Charge, ListChargesResponse]])
    assert_type(iter(page), Iterator[Charge])
    assert_type(client.repos.list(), Page[Repo, list[Repo]])
    assert_type(client.tags.list().items, list[str])
    return [charge.id for charge in client.charges.list()]


def turn(client: Pages) -> Iterator[Charge]:
    page: Page[Charge, ListChargesResponse] | None = client.charges.list()
    while page is not None:
        yield from page.items
        page = page.next_page()


def pass_cursors(client: Pages) -> None:
    cursor: UUID | str | UnsetType | None = None
    while True:
        page = client.clusters.list(cursor=cursor)
        cursor = page.body.next_cursor
        if not cursor:
            break
    client.clusters.list(cursor=None)
    client.clusters.list(cursor=UNSET)
    client.points.scroll(marker=None)
    client.tags.list(offset=None)


def raw(client: Pages) -> None:
    response = client.with_raw_response(client.clusters.list, limit=1)
    assert_type(response, RawResponse[Page[Cluster, ListClustersResponse]])
    assert_type(response.parse(), Page[Cluster, ListClustersResponse])


async def iterate_async(client: AsyncPages) -> list[str]:
    page = await client.charges.list(limit=10)
    assert_type(page, AsyncPage[Charge, ListChargesResponse])
    assert_type(page.items, list[Charge])
    assert_type(await page.next_page(), AsyncPage[Charge, ListChargesResponse] | None)
    assert_type(page.pages(), AsyncIterator[AsyncPage[Charge, ListChargesResponse]])
    async for charge in page:
        assert_type(charge, Charge)
    async for one in client.charges.list().pages():
        assert_type(one, AsyncPage[Charge, ListChargesResponse])
    response = await client.with_raw_response(client.clusters.list, limit=1)
    assert_type(response, RawResponse[AsyncPage[Cluster, ListClustersResponse]])
    return [charge.id async for charge in client.charges.list()]
