"""Operations that return pages, of every kind, and a way to call them that is the same for sync and async."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from functools import cached_property
from typing import Any

from api import AsyncExample, Example
from msgspec import UNSET, Struct, UnsetType
from package._runtime import AsyncResource, Resource
from package._runtime._pages import AsyncPager, Page, PagedOperation
from package._runtime._paging import ByCursor, ByLastItem, ByNumber, ByOffset, ByURL, Paging


class Item(Struct, frozen=True, kw_only=True):
    """An item of a page."""

    id: int | str


class Meta(Struct, frozen=True, kw_only=True):
    """What a page says of itself."""

    page: int | UnsetType = UNSET
    pages: int | UnsetType = UNSET
    next: int | UnsetType | None = UNSET


class Body(Struct, frozen=True, kw_only=True):
    """The body of a page."""

    items: list[Item] | UnsetType | None = UNSET
    cursor: Any = UNSET
    more: bool | UnsetType = UNSET
    total: int | UnsetType = UNSET
    meta: Meta | UnsetType = UNSET
    url: str | UnsetType | None = UNSET


def _operation(
    paging: Paging, body: Any = Body, method: str = "GET", **settings: Any
) -> PagedOperation[Item, Any]:
    path = "/v1/things"
    return PagedOperation(
        id="listThings", method=method, path=path, successes={200: body}, pages=paging, **settings
    )


ITEMS = ("items",)
CURSOR = _operation(ByCursor(items=ITEMS, query="cursor", next=("cursor",), more=("more",)))
IN_HEADER = _operation(ByCursor(query="cursor", header="X-Next"), list[Item])
IN_BODY = _operation(ByCursor(items=ITEMS, body=("page", "after"), next=("cursor",)), method="POST")
LAST = _operation(ByLastItem(items=ITEMS, query="after", next=("id",), more=("more",)))
OFFSET = _operation(ByOffset(items=ITEMS, query="offset", total=("total",), first=0))
OFFSET_IN_BODY = _operation(ByOffset(body=("skip",), first=0), list[Item], method="POST")
NUMBER = _operation(
    ByNumber(
        items=ITEMS,
        query="page",
        first=1,
        current=("meta", "page"),
        pages=("meta", "pages"),
        total=("total",),
    )
)
NEXT_NUMBER = _operation(ByNumber(items=ITEMS, query="page", first=1, next=("meta", "next")))
URL = _operation(ByURL(items=ITEMS, next=("url",)))
LINK = _operation(ByURL(), list[Item])


class Lists(Resource):
    """Lists, sync."""

    def list(self, operation: PagedOperation[Item, Any], **arguments: Any) -> Page[Item, Any]:
        return self._send(operation.page(operation.request(**arguments)))


class AsyncLists(AsyncResource):
    """Lists, async."""

    def list(self, operation: PagedOperation[Item, Any], **arguments: Any) -> AsyncPager[Item, Any]:
        return AsyncPager(self._send, operation.async_page(operation.request(**arguments)))


class _Example(Example):
    @cached_property
    def lists(self) -> Lists:
        """Lists."""
        return Lists(self)


class _AsyncExample(AsyncExample):
    @cached_property
    def lists(self) -> AsyncLists:
        """Lists."""
        return AsyncLists(self)


class Sync:
    """Calls of the sync client."""

    def __init__(self, **options: Any) -> None:
        self.client: Any = _Example(**options)

    def first(self, operation: PagedOperation[Item, Any], **arguments: Any) -> Any:
        """The first page."""
        return self.client.lists.list(operation, **arguments)

    def next(self, page: Any) -> Any:
        """The next page."""
        return page.next_page()

    def ids(self, operation: PagedOperation[Item, Any], **arguments: Any) -> Iterator[Any]:
        """The ids of all items, by an iterator that goes on after an exception."""
        return map(_id, self.client.lists.list(operation, **arguments))

    def pages(self, operation: PagedOperation[Item, Any], **arguments: Any) -> list[list[Any]]:
        """The ids of the items of each page."""
        return [[*map(_id, page.items)] for page in self.client.lists.list(operation, **arguments).pages()]

    def raw(self, operation: PagedOperation[Item, Any], **arguments: Any) -> Any:
        """The raw response with the first page."""
        return self.client.with_raw_response(self.client.lists.list, operation, **arguments)

    def end(self) -> None:
        """Close the client."""
        self.client.close()

    def close(self) -> None:
        """Close the client, and what ran it."""
        self.end()


class Async(Sync):
    """Calls of the async client."""

    def __init__(self, **options: Any) -> None:
        self._runner = asyncio.Runner()
        self.client = _AsyncExample(**options)

    def first(self, operation: PagedOperation[Item, Any], **arguments: Any) -> Any:
        return self._run(self.client.lists.list, operation, **arguments)

    def next(self, page: Any) -> Any:
        return self._run(page.next_page)

    def ids(self, operation: PagedOperation[Item, Any], **arguments: Any) -> Iterator[Any]:
        return _Driven(aiter(self.client.lists.list(operation, **arguments)), self._run)

    def pages(self, operation: PagedOperation[Item, Any], **arguments: Any) -> list[list[Any]]:
        async def collect() -> list[list[Any]]:
            pages = self.client.lists.list(operation, **arguments).pages()
            return [[*map(_id, page.items)] async for page in pages]

        return self._runner.run(collect())

    def raw(self, operation: PagedOperation[Item, Any], **arguments: Any) -> Any:
        return self._run(self.client.with_raw_response, self.client.lists.list, operation, **arguments)

    def end(self) -> None:
        self._run(self.client.close)

    def close(self) -> None:
        self.end()
        self._runner.close()

    def _run(self, function: Callable[..., Awaitable[Any]], *arguments: Any, **named: Any) -> Any:
        async def run() -> Any:
            return await function(*arguments, **named)

        return self._runner.run(run())


class _Driven(Iterator[Any]):
    """An async iterator, one step at a time."""

    def __init__(self, items: Any, run: Callable[..., Any]) -> None:
        self._items = items
        self._run = run

    def __next__(self) -> Any:
        try:
            return _id(self._run(self._items.__anext__))
        except StopAsyncIteration:
            raise StopIteration from None


def _id(item: Item) -> int | str:
    return item.id
