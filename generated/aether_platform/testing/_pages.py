"""The fake of an operation that returns pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any, Generic, NamedTuple, ParamSpec, Self, TypeVar, cast, get_args, get_origin
from uuid import UUID

import httpx2
import msgspec
from msgspec import UnsetType

from .._runtime._content import encoded_json
from .._runtime._hooks import decoded
from .._runtime._operation import Operation
from .._runtime._pages import PagedOperation
from .._runtime._paging import ByCursor, ByLastItem, ByNumber, ByOffset, ByURL, Paging
from .._runtime._shapes import fields, is_one_of_several, kinds
from ._board import Attempt
from ._bodies import Content, Example, example_of, json_success
from ._declared import Declared
from ._operations import OperationFake
from ._recorded import Recorded
from ._responses import sending

P = ParamSpec("P")
ItemT = TypeVar("ItemT")
B = TypeVar("B")
C = TypeVar("C", bound=Recorded)


class PagedFake(OperationFake[P, B, C], Generic[P, ItemT, B, C]):
    """The fake of an operation that returns pages of items `ItemT` from bodies `B`."""

    def pages(
        self,
        *pages: Sequence[ItemT],
        headers: Mapping[str, str] | None = None,
        times: int | None = 1,
    ) -> Self:
        """Let the next call return pages with these items, one after another.

        The rest of each body is the document's example, with the way to the next page. One
        whole body is set up with `returns()`.

        Raises:
            TypeError: An item is not of the type of the items.
            ValueError: An item lacks what the request for the next page has of it, such as its id.
        """
        __tracebackhide__ = True
        operation = cast("PagedOperation[Any, Any]", self._operation)
        items = [[_plain(one) for one in page] for page in (pages or ([],))]
        self._check(operation, items)

        def respond(attempt: Attempt) -> httpx2.Response:
            url = str(attempt.sent.url)
            content, more = page_of(operation, items, attempt.page, url)
            return sending(content, {**more, **(headers or {})})(attempt)

        shown = ", ".join(f"{len(page)} item{'s' * (len(page) != 1)}" for page in items)
        self._expect(f"pages({shown})", respond, times, spans_pages=True, pages=max(len(items), 1))
        return self

    def example_response(self, attempt: Attempt) -> httpx2.Response:
        """The response to an attempt with the document's example."""
        example = example_of(self._operation.id)
        content = last_page(self._operation, example, str(attempt.sent.url))
        return sending(content, None)(attempt)

    def _check(self, operation: PagedOperation[Any, Any], pages: Sequence[list[Any]]) -> None:
        __tracebackhide__ = True
        kind = json_success(operation).kind
        steps = _steps(kind, operation.pages.items)
        listed = _members(steps[-1].kind if steps else kind)[0]
        item = get_args(listed)[0] if get_args(listed) else Any
        for page in pages:
            try:
                msgspec.json.Decoder(listed, dec_hook=decoded).decode(encoded_json(page))
            except msgspec.ValidationError as error:
                raise TypeError(f"{self._name}.pages(): {error}") from None
        if isinstance(operation.pages, ByLastItem):
            cursor = _steps(item, operation.pages.next)
            for number, page in enumerate(pages[:-1], 1):
                if not page or _at(page[-1], cursor) in (None, "", 0):
                    raise ValueError(
                        f"{self._name}.pages(): the last item of page {number} needs"
                        f" {cursor[-1].name!r}, with which the client asks for the next page"
                    )


class ReturningPages(Generic[ItemT, B]):
    """Declares an operation that returns pages of items `ItemT` from bodies `B`."""

    @classmethod
    def of(cls, call: Callable[P, C], operation_id: str) -> Declared[PagedFake[P, ItemT, B, C]]:
        """Declare it with the class of its calls, and its id in the document."""
        return Declared(
            cast("Callable[..., PagedFake[P, ItemT, B, C]]", PagedFake), call, operation_id
        )


def last_page(operation: Operation[Any], example: Example | None, url: str) -> Content:
    """The document's example as the last page, so that nobody asks for a next one forever."""
    paged = cast("PagedOperation[Any, Any]", operation)
    steps = _steps(json_success(paged).kind, paged.pages.items)
    items: object = _at(example.value, steps) if example else []
    page = cast("list[object]", items) if isinstance(items, list) else []
    return page_of(paged, [page], 1, url)[0]


def page_of(
    operation: PagedOperation[Any, Any], pages: Sequence[list[Any]], number: int, url: str
) -> tuple[Content, Mapping[str, str]]:
    """The body and the headers of a page. After the last page there is an empty one."""
    paging, (status, media_type, kind) = operation.pages, json_success(operation)
    page = pages[number - 1] if number <= len(pages) else []
    example = example_of(operation.id)
    body = deepcopy(_object(None if example is None else example.value))
    if paging.items:
        _put(body, _steps(kind, paging.items), page)
    leads = _Leads(kind, body, number, len(pages))
    leads.write(paging, sum(len(one) for one in pages), url)
    content = encoded_json(body if paging.items else page)
    return Content(status, media_type, content), leads.headers


class _Leads:
    """Writes the way from a page to the next one."""

    def __init__(self, kind: Any, body: dict[str, Any], number: int, count: int) -> None:
        self.headers: dict[str, str] = {}
        self._kind = kind
        self._body = body
        self._number = number
        self._count = count
        self._is_last = number >= count

    def write(self, paging: Paging, total: int, url: str) -> None:
        """Write it in the place that the document describes."""
        self._set(paging.more, not self._is_last)
        match paging:
            case ByCursor(header=header) if header:
                if not self._is_last:
                    self.headers[header] = f"page-{self._number + 1}"
            case ByCursor(next=path):
                self._lead(path, f"page-{self._number + 1}")
            case ByNumber():
                self._set(paging.total, total)
                self._set(paging.pages, self._count)
                self._set(paging.current, paging.first + self._number - 1)
                self._lead(paging.next, paging.first + self._number)
            case ByOffset():
                self._set(paging.total, total)
            case ByURL(next=path):
                following = httpx2.URL(url).copy_set_param("page", str(self._number + 1))
                if path:
                    self._lead(path, str(following))
                elif not self._is_last:
                    self.headers["link"] = f'<{following}>; rel="next"'
            case _:
                pass

    def _set(self, path: Sequence[str], value: object) -> None:
        if path:
            steps = _steps(self._kind, path)
            _put(self._body, steps, _typed(value, steps[-1].kind))

    def _lead(self, path: Sequence[str], value: object) -> None:
        if not path:
            return
        steps = _steps(self._kind, path)
        last = steps[-1]
        if not self._is_last:
            _put(self._body, steps, _typed(value, last.kind))
        elif type(None) in kinds(last.kind):
            _put(self._body, steps, None)
        elif last.is_required:
            possible = kinds(last.kind)
            empty: object = "" if str in possible else [] if list in possible else 0
            _put(self._body, steps, empty)
        else:
            _remove(self._body, steps)


class _Step(NamedTuple):
    """A step from an object to a property."""

    name: str
    """In JSON."""
    kind: Any
    is_required: bool


def _steps(kind: Any, path: Sequence[str]) -> list[_Step]:
    """The steps for the attributes of models and the keys of mappings."""
    steps: list[_Step] = []
    for attribute in path:
        step = _Step(attribute, Any, is_required=False)
        for one in _members(kind):
            known = fields(one)
            if known is None:
                continue
            for name, field in known.named.items():
                if field.attribute == attribute:
                    step = _Step(name, field.type, field.required)
        steps.append(step)
        kind = step.kind
    return steps


def _members(kind: Any) -> list[Any]:
    """The members of a union that a value may be, without null and `UNSET`."""
    several = get_args(kind) if is_one_of_several(kind) else (kind,)
    return [one for one in several if one not in {type(None), UnsetType}]


def _typed(value: object, kind: Any) -> object:
    """A number or a text as the document has it: an id may be a number, and a number a text.

    A URL may be that of a link in a list.
    """
    for one in _members(kind):
        if get_origin(one) is list:
            known = fields(get_args(one)[0])
            link = {"rel": "next", "relation": "next", "href": value, "url": value}
            return [{name: link[name] for name in link if known is None or name in known.named}]
    number = int("".join(filter(str.isdigit, str(value))) or 0)
    if UUID in _members(kind):
        return str(UUID(int=number))
    possible = kinds(kind)
    if isinstance(value, int) and not isinstance(value, bool) and int not in possible:
        return str(value) if str in possible else value
    is_number = isinstance(value, str) and int in possible and str not in possible
    return number if is_number else value


def _put(body: dict[str, Any], steps: Sequence[_Step], value: object) -> None:
    for step in steps[:-1]:
        inner = _object(body.get(step.name))
        body[step.name] = inner
        body = inner
    body[steps[-1].name] = value


def _remove(body: dict[str, Any], steps: Sequence[_Step]) -> None:
    for step in steps[:-1]:
        body = _object(body.get(step.name))
    body.pop(steps[-1].name, None)


def _at(value: object, steps: Sequence[_Step]) -> object:
    for step in steps:
        value = _object(value).get(step.name)
    return value


def _object(value: object) -> dict[str, Any]:
    """A JSON object; an empty one in place of any other value."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _plain(item: object) -> Any:
    return msgspec.json.decode(encoded_json(item))
