"""The pages of an operation that lists things, sync and async.

A page has the items of one response. Nothing is sent until its next page is asked for, which is a
call like any other: with retries, a deadline and the options of the client.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from typing import TYPE_CHECKING, Any, Generic, Never, TypeVar, cast

import httpx2
from msgspec import Struct, field, structs

from .._api import FACTS
from ._operation import Operation, Request
from ._paging import Paging, Turn
from ._reached import reached
from ._response import Response

T = TypeVar("T")
B = TypeVar("B")
P = TypeVar("P", bound="_Page[Any, Any]")

_MOST_REMEMBERED = 10_000
"""How many requests of pages are remembered, to limit memory."""


class PagedOperation(Operation[B], Generic[T, B], frozen=True, kw_only=True):
    """An operation whose responses are pages of items `T` with bodies `B`."""

    pages: Paging

    def page(self, request: Request[B]) -> Request[Page[T, B]]:
        """The request for the first page, sync."""
        return _first(request, Page[T, B], self.pages)

    def async_page(self, request: Request[B]) -> Request[AsyncPage[T, B]]:
        """The request for the first page, async."""
        return _first(request, AsyncPage[T, B], self.pages)


class _Chain(Struct, frozen=True):
    """What the pages of one call have in common."""

    kind: Callable[..., Any]
    """The class of the pages."""
    paging: Paging
    numbers: dict[int, int] = field(default_factory=dict[int, int])
    """The number of each page that was requested, by the hash of its request."""

    def request(self, following: Request[Any], number: int) -> _PageRequest[Any] | None:
        """The request for the page of a number; None if it is that for a page before it.

        A page can be requested again, for example after an error.
        """
        key = hash((following.target, following.content, *following.headers.items()))
        if self.numbers.setdefault(key, number) < number:
            return None
        if len(self.numbers) > _MOST_REMEMBERED:
            del self.numbers[next(iter(self.numbers))]
        return _PageRequest(
            following.operation,
            following.target,
            following.headers,
            following.content,
            self,
            number,
        )


class _PageRequest(Request[P], frozen=True):
    """The request for a page."""

    chain: _Chain
    number: int

    @property
    def is_complete(self) -> bool:
        return self.number > 1

    def result(self, value: object, response: Response, client: object) -> P:
        return cast("P", self.chain.kind(value, self, response, client))


def _first(request: Request[Any], kind: Callable[..., P], paging: Paging) -> Request[P]:
    return cast("Request[P]", _Chain(kind, paging).request(request, 1))


class _Page(Generic[T, B]):
    """The common part of `Page` and `AsyncPage`."""

    def __init__(
        self, body: B, request: _PageRequest[Any], response: Response, client: Any
    ) -> None:
        paging = request.chain.paging
        items = reached(body, paging.items)
        self.body = body
        """The decoded body, as documented."""
        self.items: list[T] = cast("list[T]", items) if isinstance(items, list) else []
        """The items of this page."""
        self.headers: httpx2.Headers = response.headers
        self._send = client.send
        self._request = request
        without_content = structs.replace(response, content=b"")  # it is decoded: free its memory
        self._turn = Turn(request=request, body=body, items=self.items, response=without_content)

    def has_next_page(self) -> bool:
        """Whether there is a next page, as far as this one shows: it may turn out to be empty.

        Raises:
            APIResponseError: The server names a page on another server.
        """
        return self._following() is not None

    def _following(self) -> _PageRequest[Any] | None:
        """The request for the next page; None after the last page."""
        chain, number = self._request.chain, self._request.number + 1
        following = chain.paging.following(self._turn)
        if following is None:
            return None
        request = chain.request(following, number)
        if request is None:
            logging.getLogger(FACTS.logger).warning(
                "%s: page %d is taken for the last: the next one would be a page before it",
                following.operation.id,
                number - 1,
            )
        return request

    def _unless_beyond(self, page: P) -> P | None:
        """The page that was sent for the next one; None if there is none."""
        is_beyond = self._request.chain.paging.is_beyond(page.items, self.items)
        return None if is_beyond else page

    def __repr__(self) -> str:
        number, operation = self._request.number, self._request.operation.id
        count = len(self.items)
        some = f"{count} item{'s' * (count != 1)}"
        return f"<{type(self).__name__} {number} of {operation}: {some}>"

    def __reduce__(self) -> Never:
        raise TypeError("a page has a client and cannot be pickled or copied: use its body")


class Page(_Page[T, B]):
    """A page of items `T`, from a body `B`. Iterate over it for the items of all pages from here.

    An error ends neither iteration: the next step requests the page that is missing once more.
    """

    def next_page(self) -> Page[T, B] | None:
        """Request the next page; None after the last page.

        Raises:
            APIError: The call failed. Another call of this method tries again.
        """
        request = self._following()
        return None if request is None else self._unless_beyond(self._send(request))

    def pages(self) -> Iterator[Page[T, B]]:
        """This page and all that follow it, each requested when it is needed."""
        return _Pages(lambda: self)

    def __iter__(self) -> Iterator[T]:
        return _Items(self.pages())


class AsyncPage(_Page[T, B]):
    """A page of items `T`, from a body `B`. Iterate over it for the items of all pages from here.

    An error ends neither iteration: the next step requests the page that is missing once more.
    """

    async def next_page(self) -> AsyncPage[T, B] | None:
        """Request the next page; None after the last page.

        Raises:
            APIError: The call failed. Another call of this method tries again.
        """
        request = self._following()
        return None if request is None else self._unless_beyond(await self._send(request))

    def pages(self) -> AsyncIterator[AsyncPage[T, B]]:
        """This page and all that follow it, each requested when it is needed."""
        return _AsyncPages(self._itself)

    def __aiter__(self) -> AsyncIterator[T]:
        return _AsyncItems(self.pages())

    async def _itself(self) -> AsyncPage[T, B]:
        return self


class AsyncPager(Generic[T, B]):
    """The result of a call before it is sent: await it for the first page, or iterate over it."""

    def __init__(
        self,
        send: Callable[[Request[AsyncPage[T, B]]], Awaitable[AsyncPage[T, B]]],
        request: Request[AsyncPage[T, B]],
    ) -> None:
        self._send = send
        self._request = request

    def pages(self) -> AsyncIterator[AsyncPage[T, B]]:
        """All pages, each requested when it is needed."""
        return _AsyncPages(lambda: self._send(self._request))

    def __aiter__(self) -> AsyncIterator[T]:
        return _AsyncItems(self.pages())

    def __await__(self) -> Generator[Any, Any, AsyncPage[T, B]]:
        return self._send(self._request).__await__()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._request.operation.id}, not awaited>"

    if not TYPE_CHECKING:  # or any name would be taken for an attribute

        def __getattr__(self, name: str) -> Never:
            if name.startswith("_"):
                raise AttributeError(name)
            raise AttributeError(f"{self!r} has no {name!r}: await the call to get its first page")

        def __iter__(self) -> Never:
            raise TypeError(f"{self!r} is not iterable: use `async for`")


# These are not generators, because an exception ends a generator.
class _Pages(Iterator[Page[T, B]]):
    def __init__(self, first: Callable[[], Page[T, B] | None]) -> None:
        self._next = first

    def __next__(self) -> Page[T, B]:
        page = self._next()
        if page is None:
            self._next = _nothing
            raise StopIteration
        self._next = page.next_page
        return page


class _Items(Iterator[T]):
    def __init__(self, pages: Iterator[Page[T, Any]]) -> None:
        self._pages = pages
        self._items: Iterator[T] = iter(())

    def __next__(self) -> T:
        while True:
            for item in self._items:
                return item
            self._items = iter(next(self._pages).items)


class _AsyncPages(AsyncIterator[AsyncPage[T, B]]):
    def __init__(self, first: Callable[[], Awaitable[AsyncPage[T, B] | None]]) -> None:
        self._next = first

    async def __anext__(self) -> AsyncPage[T, B]:
        page = await self._next()
        if page is None:
            self._next = _async_nothing
            raise StopAsyncIteration
        self._next = page.next_page
        return page


class _AsyncItems(AsyncIterator[T]):
    def __init__(self, pages: AsyncIterator[AsyncPage[T, Any]]) -> None:
        self._pages = pages
        self._items: Iterator[T] = iter(())

    async def __anext__(self) -> T:
        while True:
            for item in self._items:
                return item
            self._items = iter((await anext(self._pages)).items)


def _nothing() -> None:
    return None


async def _async_nothing() -> None:
    return None
