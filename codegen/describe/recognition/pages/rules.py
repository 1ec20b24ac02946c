"""The rules by which pages are recognised (docs/pages.md).

A wrong recognition is worse than none: it would lose items, or ask forever. So the request and the response
have to agree, and where two ways lead to the next page, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from typing import Any

from codegen.describe.recognition.pages import vocabulary as words
from codegen.describe.recognition.pages.contents import Contents, Leaf, contents
from codegen.describe.recognition.pages.headers import by_cursor, by_link
from codegen.document.spelling import squashed
from codegen.model.api import Api
from codegen.model.notes import Absent, Notes
from codegen.model.operations import Kind, Operation, Pagination
from codegen.model.pagination import type_at
from codegen.model.types import Scalar
from codegen.model.wire import alternatives


def recognised(operation: Operation, api: Api) -> Pagination | None:
    """How to get the next page of an operation; None if no rule applies."""
    if operation.method not in {"GET", "POST"}:
        return None
    known = contents(operation, api)
    if known is None:
        return None
    found = (rule(known, api) for rule in _RULES)
    return next((one for one in found if one is not None), None)


def _by_token(known: Contents, _: Api) -> Pagination | None:
    """A parameter for a token, and a property with the next one.

    There is one pair of them whose names agree, or one of each.
    """
    tokens = [one for one in known.asked if one.name in words.TOKENS and not one.is_boolean]
    others = [one for one in known.asked if one.name in words.NUMBERS | words.OFFSETS and one.is_text]
    if _is_counted(known):
        return None
    found = [one for one in known.returned if _is_next_token(one)]
    pairs = [(token, one) for token in (*tokens, *others) for one in found if _agree(token, one)]
    if not pairs and len(tokens) == len(found) == 1:
        pairs = [(tokens[0], found[0])]
    if len(pairs) != 1:
        return None
    token, following = pairs[0]
    return _pagination("cursor", known, token, next=following.path)


def _by_next_offset(known: Contents, _: Api) -> Pagination | None:
    """A parameter for an offset, and a property with the next one, both texts or both numbers."""
    pairs = [
        (offset, one)
        for offset in known.asked
        for one in known.returned
        if offset.name in words.OFFSETS and one.name == f"next{offset.name}" and one.types == offset.types
    ]
    if len(pairs) != 1 or _is_ambiguous(known, pairs[0][0]):
        return None
    offset, following = pairs[0]
    return _pagination("cursor", known, offset, next=following.path)


def _by_same_name(known: Contents, _: Api) -> Pagination | None:
    """A parameter for a text, and a property of the same name with that of the next page.

    That may be a text `offset`: a server that repeats a number in its response would describe it as a number,
    or with the size or the total. It may also be `after`, if both have `before` as well.
    """
    if _is_counted(known) or _named(known.returned, words.SIZES | words.TOTALS):
        return None
    found = []
    for one in known.returned:
        is_beside = one.path[:-1] in {(), known.items[:-1]}
        if is_beside and one.types <= {Scalar.STRING, Scalar.NULL} and not _is_time(one.notes):
            found.append(one)
    named = {one.name: one for one in found}
    texts = {one.name: one for one in known.asked if one.types == {Scalar.STRING} and not _is_time(one.notes)}
    names = words.OFFSETS & named.keys() & texts.keys()
    if {"after", "before"} <= named.keys() & texts.keys():
        names |= {"after"}
    if len(names) != 1 or _named(known.asked, (words.TOKENS | words.OFFSETS) - names):
        return None
    (name,) = names
    return _pagination("cursor", known, texts[name], next=named[name].path)


def _is_counted(known: Contents) -> bool:
    """Whether pages are also numbered."""
    return any(
        one.name in words.NUMBERS | words.OFFSETS and not one.is_text and one.types != {Scalar.NUMBER}
        for one in known.asked
    )


def _is_next_token(value: Leaf) -> bool:
    if value.is_boolean or _is_url(value):
        return False
    if value.name in words.NEXT_TOKENS or (value.name.startswith("next") and value.name[4:] in words.TOKENS):
        return True
    owner = squashed(value.path[-2]) if len(value.path) > 1 else ""
    if owner == "nextpage" and value.name in words.OFFSETS:  # Asana has texts
        return value.is_text
    is_next = owner in {"cursor", "cursors", "next", "nextpage", "paging", "pagination", "pageinfo"}
    is_next = is_next or owner == "resultinfo" or value.path[-2:] == ("metadata", "continue")
    is_next = (
        is_next or re.search(r"\bnext\b|\bsubsequent\b", value.notes.description, re.IGNORECASE) is not None
    )
    return value.name in words.INNER_TOKENS | words.TOKENS and (is_next or value.name == "nextpage")


def _agree(token: Leaf, following: Leaf) -> bool:
    """Whether the names of a parameter and of a property agree: ``marker`` and ``next_marker``."""
    return following.name in {token.name, f"next{token.name}", f"nextpage{token.name}"}


def _by_url(known: Contents, _: Api) -> Pagination | None:
    """A property with the URL of the next page."""
    if known.operation.method != "GET":
        return None
    found = [one.path for one in known.returned if _is_url(one)] or [*known.links]
    return _pagination("url", known, next=found[0]) if len(found) == 1 else None


def _is_url(value: Leaf) -> bool:
    """Whether a property is the URL of the next page."""
    if not value.is_text or Scalar.ANY in value.types:
        return False
    owners = [squashed(name) for name in value.path[:-1]]
    if value.name in words.NEXT_URLS:
        return True
    if value.name == "href":
        return len(owners) > 1 and owners[-1] == "next" and owners[-2] in words.LINKS
    if value.name not in {"next", "nextpage"}:
        return False
    notes = value.notes
    says_so = notes.format in {"uri", "url", "uri-reference"} or re.search(
        r"\bURLs?\b|\bURIs?\b", notes.description, re.IGNORECASE
    )
    shows_so = any(re.match(r"https?://|/", str(example)) for example in notes.examples)
    return bool(says_so) or shows_so or (bool(owners) and owners[-1] in words.LINKS)


def _by_last_item(known: Contents, api: Api) -> Pagination | None:
    """A parameter that takes the id of the last item, and a boolean that says if there are more.

    The items have ids, or the response has the one to pass: ``last``, or ``last_id`` if an item has no id.
    """
    asked = [one for one in known.asked if one.name in words.LAST_IDS and Scalar.DATETIME not in one.types]
    more = [one for one in known.returned if one.name in words.MORE and one.is_boolean]
    if len(asked) != 1 or len(more) != 1 or _is_counted(known) or _is_time(asked[0].notes):
        return None
    last = [one for one in known.returned if one.name == "last" and one.is_text]
    if last:
        return _pagination("cursor", known, asked[0], next=last[0].path) if len(last) == 1 else None
    id_ = type_at(known.item, ("id",), api)
    if id_ is not None and {*alternatives(id_, api)} <= {Scalar.STRING, Scalar.UUID, Scalar.INTEGER}:
        return _pagination("last-item", known, asked[0], next=("id",))
    last_ids = [one for one in known.returned if one.name == "lastid"] if id_ is None else []
    if len(last_ids) == 1 and last_ids[0].types <= {Scalar.STRING, Scalar.UUID, Scalar.INTEGER}:
        return _pagination("cursor", known, asked[0], next=last_ids[0].path)
    return None


def _is_time(notes: Notes) -> bool:
    """Whether a parameter takes a time, although its type is text."""
    says_id = re.search(r"\bids?\b|\bidentifier", notes.description, re.IGNORECASE)
    says_time = re.search(
        r"\b(?:date|epoch|time|timestamp|unix|rfc ?3339|iso ?8601)\b", notes.description, re.IGNORECASE
    )
    return says_time is not None and says_id is None


def _by_number(known: Contents, _: Api) -> Pagination | None:
    """A parameter for the number of the page, whose first value is known."""
    asked = [one for one in known.asked if one.name in words.NUMBERS and one.is_integer]
    if len(asked) != 1 or _is_ambiguous(known, asked[0]) or _OPAQUE.search(asked[0].notes.description):
        return None
    following = [one for one in known.returned if one.name == "nextpage" and one.is_integer]
    current = [one for one in known.returned if one.name in words.CURRENT and one.is_integer]
    pages = [one for one in known.returned if one.name in words.PAGE_COUNTS and one.is_integer]
    is_about_pages = (
        following or pages or _more(known) or _total(known) or current or _named(known.asked, words.SIZES)
    )
    first = _first(asked[0].notes)
    if first is None and len(current) == 1:
        # Spring's pages have a `number`, which starts at 0.
        first = 0 if current[0].name == "number" else 1
    if not is_about_pages or first not in {0, 1}:
        return None
    if len(following) == 1:
        return _pagination("page", known, asked[0], first=first, next=following[0].path)
    return _pagination(
        "page",
        known,
        asked[0],
        first=first,
        current=current[0].path if len(current) == 1 else (),
        pages=pages[0].path if len(pages) == 1 else (),
        total=_total(known),
    )


def _by_offset(known: Contents, _: Api) -> Pagination | None:
    """A parameter for the number of items to skip, and one for their number, or the total in the response."""
    asked = [
        one for one in known.asked if one.is_integer and (one.name in words.OFFSETS or _is_from(one, known))
    ]
    if len(asked) != 1 or _is_ambiguous(known, asked[0]) or _is_in_pages(asked[0].notes):
        return None
    if _MEASURE.search(asked[0].notes.description):
        return None
    is_scim = asked[0].name == "startindex" and any(one.name == "itemsperpage" for one in known.returned)
    first = _first(asked[0].notes)
    if first is None:
        first = 1 if is_scim else 0 if asked[0].name != "startindex" else None
    if first != (1 if is_scim else 0) or not (_total(known) or _named(known.asked, words.SIZES)):
        return None
    return _pagination("offset", known, asked[0], first=first, total=_total(known))


def _is_from(value: Leaf, known: Contents) -> bool:
    """Whether a parameter is Elasticsearch's `from`, and not the beginning of a range."""
    others = {one.name for one in known.asked}
    is_range = _is_time(value.notes) or others & {"to", "till", "until", "before", "searchafter"}
    return value.name == "from" and "size" in others and not is_range and _first(value.notes) == 0


def _is_ambiguous(known: Contents, value: Leaf) -> bool:
    """Whether there is another way to get the next page."""
    others = words.NUMBERS | words.OFFSETS | (words.TOKENS - words.LAST_IDS)
    return any(one.name in others and one is not value for one in known.asked)


def _is_in_pages(notes: Notes) -> bool:
    return (
        re.search(
            r"\bpages? (?:to skip|offset|number|index)|(?:number|offset) of (?:the )?pages?\b",
            notes.description,
            re.IGNORECASE,
        )
        is not None
    )


def _first(notes: Notes) -> int | None:
    """The value of a parameter for the first page, by its default, its description or its minimum."""
    if not isinstance(notes.default, Absent) and notes.default is not None:
        default = str(notes.default)
        return int(default) if default.isascii() and default.isdigit() else -1
    for number, pattern in enumerate((_FROM_ZERO, _FROM_ONE)):
        if re.search(pattern, notes.description, re.IGNORECASE):
            return number
    minimum = notes.constraints.get("minimum")
    return minimum if isinstance(minimum, int) else None


_OPAQUE = re.compile(
    r"\bnot (?:the page number|sequential)|\bopaque\b|\breference\b"
    r"|\bpage of (?:a|the) (?:book|document|file|pdf)\b",
    re.IGNORECASE,
)
"""Numbers of pages that cannot be counted, or not of results."""
_MEASURE = re.compile(
    r"\b(?:(?:byte|character|(?:milli)?second|minute|hour|day|week|month|year)s?|utc|time ?zone|every)\b",
    re.IGNORECASE,
)
"""Offsets of something other than results."""
_FROM_ZERO, _FROM_ONE = (
    rf"\b{number}[- ](?:based|indexed)\b|\b(?:start|begin)(?:s|ing)? (?:at|from|with) {number}\b"
    rf"|\bfirst page is [^.]{{0,12}}\b{number}\b|\bdefaults? (?:is |to )?`?{number}\b"
    for number in ("(?:0|zero)", "(?:1|one)")
)


def _named(values: Iterable[Leaf], names: Collection[str]) -> bool:
    return any(one.name in names for one in values)


def _more(known: Contents) -> tuple[str, ...]:
    return _only(one for one in known.returned if one.name in words.MORE and one.is_boolean)


def _total(known: Contents) -> tuple[str, ...]:
    return _only(
        one
        for one in known.returned
        if one.name in words.TOTALS and one.types <= {Scalar.INTEGER, Scalar.NUMBER}
    )


def _only(values: Iterable[Leaf]) -> tuple[str, ...]:
    found = [*values]
    return found[0].path if len(found) == 1 else ()


def _pagination(kind: Kind, known: Contents, asked: Leaf | None = None, **others: Any) -> Pagination:
    """The pagination of an operation, with the parameter that leads to the next page."""
    in_body = asked is not None and asked.in_body
    return Pagination(
        kind=kind,
        items=known.items,
        query="" if asked is None or in_body else asked.path[0],
        body=asked.path if asked is not None and in_body else (),
        more=_more(known),
        **others,
    )


_RULES: tuple[Callable[[Contents, Api], Pagination | None], ...] = (
    by_link,
    _by_url,
    _by_token,
    _by_next_offset,
    _by_same_name,
    by_cursor,
    _by_last_item,
    _by_number,
    _by_offset,
)
"""The rules. The first one that applies counts."""
