"""How the pages of an operation follow each other: the request for the next page. Without I/O.

A next page is the request of the page before it with another value for one parameter, or with
another path and query. So whatever the caller has passed, such as a filter or a page size, is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast
from urllib.parse import parse_qsl

import httpx2
import msgspec
from msgspec import UNSET, Struct, structs

from .._api import FACTS
from ..errors import APIResponseError
from ._content import json_content
from ._extras import members_of, with_pairs
from ._operation import Request
from ._parameters import header_value, query_string
from ._raising import about
from ._reached import Path, reached
from ._redirect import without_secret
from ._response import Response

R = TypeVar("R", bound=Request[Any])
_ENDS: tuple[object, ...] = (None, UNSET, "", 0)
"""The values of a cursor that mean that there is no next page. False equals 0."""


class Turn(Struct, frozen=True, kw_only=True):
    """A page, when its next one is looked for."""

    request: Request[Any]
    body: object
    items: Sequence[object]
    response: Response


class Paging(Struct, frozen=True, kw_only=True):
    """The place of the items in responses of an operation, and the way to the next page."""

    items: Path = ()
    """The list of items; empty if the body is the list."""
    more: Path = ()
    """A boolean that is false on the last page."""

    def following(self, turn: Turn) -> Request[Any] | None:
        """The request for the next page; None after the last page.

        Raises:
            APIResponseError: The server names a page of another server.
        """
        if self.more and reached(turn.body, self.more) is False:
            return None
        return self._next(turn)

    def is_beyond(self, items: Sequence[object], before: Sequence[object]) -> bool:
        """Whether these items, sent for the page behind others, show that there is none."""
        del items, before
        return False

    def _next(self, turn: Turn) -> Request[Any] | None:
        raise NotImplementedError


class _ByValue(Paging, frozen=True, kw_only=True):
    """The request for the next page has another value for a parameter."""

    query: str = ""
    """The parameter."""
    body: Path = ()
    """Or the property of the request body."""
    request_header: str = ""
    """Or the header."""

    def _with(self, request: R, value: object) -> R:
        """The request with a value."""
        if self.query:
            path, _, query = request.target.partition("?")
            return structs.replace(
                request,
                target=f"{path}?{with_pairs(query, self.query, query_string({self.query: value}))}",
            )
        if self.request_header:
            name = self.request_header
            headers = {**request.headers, name: header_value(name, value)}
            return structs.replace(request, headers=headers)
        content = _with_property(_json_of(request), self.body, value)
        return structs.replace(request, content=content)

    def _value(self, request: Request[Any]) -> object:
        """The value that a request has."""
        if self.query:
            return dict(parse_qsl(request.target.partition("?")[2])).get(self.query)
        content = _json_of(request)
        return reached(msgspec.json.decode(content), self.body) if content else None


class ByCursor(_ByValue, frozen=True, kw_only=True):
    """A response has the cursor of the next page."""

    next: Path = ()
    """The cursor in the body."""
    header: str = ""
    """Or the header with the cursor."""

    def _next(self, turn: Turn) -> Request[Any] | None:
        headers, body = turn.response.headers, turn.body
        cursor = headers.get(self.header) if self.header else reached(body, self.next)
        return self._with(turn.request, cursor) if _is_cursor(cursor) else None


class ByLastItem(_ByValue, frozen=True, kw_only=True):
    """The request for the next page names the last item of a page."""

    next: Path
    """The property of the item that is sent, such as its id."""

    def _next(self, turn: Turn) -> Request[Any] | None:
        cursor = reached(turn.items[-1], self.next) if turn.items else None
        # In JSON it may be a list, as Elasticsearch's `search_after` is.
        may_be_sent = _is_cursor(cursor) or (bool(self.body) and _is_list(cursor))
        return self._with(turn.request, cursor) if may_be_sent else None


class _ByCount(_ByValue, frozen=True, kw_only=True):
    """The parameter is a number. An empty page shows that there are no more."""

    first: int
    """The value for the first page."""
    total: Path = ()
    """The number of all items."""

    def is_beyond(self, items: Sequence[object], before: Sequence[object]) -> bool:
        return not items or items == before  # some servers repeat the last page


class ByOffset(_ByCount, frozen=True, kw_only=True):
    """The request has the number of items to skip."""

    def _next(self, turn: Turn) -> Request[Any] | None:
        offset = _integer(self._value(turn.request), self.first) + len(turn.items)
        total = _count(turn.body, self.total)
        is_last = not turn.items or 0 <= total <= offset - self.first
        return None if is_last else self._with(turn.request, offset)


class ByNumber(_ByCount, frozen=True, kw_only=True):
    """The request has the number of the page."""

    current: Path = ()
    """The number of this page, which counts if the request has none."""
    next: Path = ()
    """The number of the next page."""
    pages: Path = ()
    """The number of all pages."""

    def _next(self, turn: Turn) -> Request[Any] | None:
        if self.next:
            number = _count(turn.body, self.next)
            return self._with(turn.request, number) if number >= self.first else None
        links = _links(turn.response)
        if not turn.items or (links and "next" not in links):
            return None
        current = _integer(reached(turn.body, self.current), self.first)
        number = _integer(self._value(turn.request), current) + 1
        before = number - self.first
        pages, total = _count(turn.body, self.pages), _count(turn.body, self.total)
        # No page has fewer items than the one behind it.
        is_last = 0 <= pages <= before or 0 <= total <= before * len(turn.items)
        return None if is_last else self._with(turn.request, number)


class ByURL(Paging, frozen=True, kw_only=True):
    """A response has the URL of the next page: in the body, or in the header `Link`."""

    next: Path = ()
    """The URL in the body; empty for the header."""

    def _next(self, turn: Turn) -> Request[Any] | None:
        url = reached(turn.body, self.next) if self.next else _links(turn.response).get("next")
        if isinstance(url, list):
            url = _next_of(cast("list[object]", url))
        if not isinstance(url, str) or not url.strip():
            return None
        return structs.replace(turn.request, target=_target(url.strip(), turn))


def _next_of(links: Sequence[object]) -> object:
    """The URL of the next page among links with a relation each, as in FHIR, STAC and OGC API."""
    for link in links:
        relations = (reached(link, ("rel",)), reached(link, ("relation",)))
        if any(getattr(one, "value", one) == "next" for one in relations):
            url = reached(link, ("href",))
            return url if isinstance(url, str) else reached(link, ("url",))
    return None


def _target(url: str, turn: Turn) -> str:
    """Where a URL leads, as a path and query below the client's base URL.

    So the request is sent to the server that the client has credentials for, and to no other. A
    URL below the documented base URL counts as one below `base_url=`, which may be a proxy.
    """
    address = turn.response.address
    try:
        joined = httpx2.URL(address + turn.request.target).join(url)
    except (httpx2.InvalidURL, ValueError):
        raise _refused("is not valid", turn) from None
    if turn.response.credentials is not None:
        joined = without_secret(turn.response.credentials, joined)
    target = joined.raw_path.decode("ascii")
    for base in (httpx2.URL(one) for one in (address, FACTS.base_url) if one):
        start = base.raw_path.decode("ascii").rstrip("/")
        if _same_host(base, joined) and target.startswith(f"{start}/"):
            return target.removeprefix(start)
    raise _refused(f"is not below {address}, so it was not requested", turn)


def _same_host(one: httpx2.URL, other: httpx2.URL) -> bool:
    """Whether two URLs have the same host and port. Behind a proxy, a server may say http."""
    return one.host == other.host and one.port == other.port


def _refused(why: str, turn: Turn) -> APIResponseError:
    response = turn.response
    text = f"the URL of the next page {why}"
    return APIResponseError(about(response, text), **response.given())


def _links(response: Response) -> Mapping[str, str]:
    """The URLs of a `Link` header by relation, lower case (RFC 8288)."""
    found: dict[str, str] = {}
    links = httpx2.Response(200, headers=response.headers.multi_items()).links.values()
    for link in links:
        if link.get("results") == "false":  # Sentry's link to items that may come later
            continue
        for relation in link.get("rel", "").lower().split():
            found.setdefault(relation, link.get("url", ""))
    return found


def _is_cursor(value: object) -> bool:
    return value not in _ENDS and not isinstance(value, Mapping | list)


def _is_list(value: object) -> bool:
    """Whether a value is a list with items."""
    return value != [] and isinstance(value, list)


def _count(body: object, path: Path) -> int:
    """The number at a path; -1 if there is none."""
    return _integer(reached(body, path), -1) if path else -1


def _integer(value: object, otherwise: int) -> int:
    """A number, or the text of one."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise


def _json_of(request: Request[Any]) -> bytes:
    return request.content if isinstance(request.content, bytes) else b""


def _with_property(content: bytes, path: Path, value: object) -> bytes:
    """A JSON object with another value for a property; everything else keeps its bytes."""
    properties = members_of(content) if content not in (b"", b"null") else {}
    name, *inner = path
    if inner:
        encoded = _with_property(bytes(properties.get(name, b"")), tuple(inner), value)
    else:
        encoded = json_content(value)
    properties[name] = msgspec.Raw(encoded)
    return msgspec.json.encode(properties)
