"""Pages whose next one is in a response header: ``Link``, ``Next-Range``, or a cursor."""

from __future__ import annotations

import re

from codegen.describe.recognition.pages import vocabulary as words
from codegen.describe.recognition.pages.contents import Contents
from codegen.document.spelling import squashed
from codegen.model.api import Api
from codegen.model.operations import Pagination


def by_link(known: Contents, _: Api) -> Pagination | None:
    """A documented header ``Link``, and a parameter that is about pages."""
    if known.operation.method != "GET" or "link" not in known.headers:
        return None
    is_paged = any(
        one.name in words.TOKENS | words.NUMBERS | words.OFFSETS | words.SIZES for one in known.asked
    )
    return Pagination(kind="link", items=known.items) if is_paged else None


def by_cursor(known: Contents, _: Api) -> Pagination | None:
    """A documented header with the cursor, for a header or a parameter of the request."""
    pairs = {
        (asked, given)
        for given in known.headers
        for lower, asked in known.asked_headers.items()
        if (lower, given) == ("range", "next-range") or (lower == given and "continuation" in _stem(given))
    }
    if len(pairs) == 1:
        ((asked, given),) = pairs
        return Pagination(kind="cursor", items=known.items, request_header=asked, header=given)
    tokens = [one for one in known.asked if one.name in words.TOKENS and one.is_text and not one.in_body]
    following = [name for name in known.headers if _stem(name) in words.NEXT_TOKENS]
    ways = [one for one in known.asked if one.name in words.TOKENS | words.NUMBERS | words.OFFSETS]
    if len(tokens) == len(following) == len(ways) == 1:
        return Pagination(kind="cursor", items=known.items, query=tokens[0].path[0], header=following[0])
    return None


def _stem(header: str) -> str:
    """The plain name of a header, without ``X-``."""
    return squashed(re.sub("^x-", "", header))
