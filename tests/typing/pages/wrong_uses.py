"""Uses of pages that type checkers must reject: each line that ends in ``# wrong``, and no other."""

from __future__ import annotations

from pages import AsyncPages, Page, Pages
from pages.models import Charge, ListChargesResponse


def sync(client: Pages) -> None:
    page = client.charges.list()
    page.data  # wrong
    page.next_page().items  # wrong
    page.items[0].name  # wrong
    other: Page[str, ListChargesResponse] = page  # wrong
    client.charges.list(starting_after=5)  # wrong
    client.charges.list(limit=None)  # wrong
    for charge in page:
        charge.has_more  # wrong
    print(other)


async def asynchronous(client: AsyncPages) -> list[Charge]:
    client.charges.list().items  # wrong
    page = await client.charges.list()
    page.next_page().items  # wrong
    return list(client.charges.list())  # wrong
