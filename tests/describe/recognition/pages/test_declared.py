"""Pages that the document declares, and what is wrong with a declaration."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from codegen.document.node import json_pointer
from codegen.document.problems import Refused
from tests.describe.recognition.pages.listings import ITEMS, PAGE, STRING, document, pagination


def test_one_operation_overrides_that_its_document_has_no_pages(tmp_path: Path) -> None:
    spec = document({"cursor": STRING}, PAGE, **{"x-pagination": True}) | {"x-pagination": False}
    assert pagination(tmp_path, spec) is not None


KINDS = "cursor, last-item, offset, page, url, link"

WRONG: list[tuple[Any, str, str]] = [
    ({"kind": "curser"}, "/kind", f"the 'kind' of pages must be one of {KINDS}; did you mean 'cursor'?"),
    (
        {"kind": "url", "nxt": "a", "next": "next_cursor"},
        "/nxt",
        "'x-pagination' has no key 'nxt'; did you mean 'next'?",
    ),
    ({"kind": "link", "next": "next_cursor"}, "/next", "pages of the kind 'link' do not use 'next'"),
    ({"kind": "cursor", "next": "next_cursor"}, "", "pages of the kind 'cursor' need the 'parameter'"),
    (
        {"kind": "cursor", "next": "next_cursor", "parameter": "curser"},
        "/parameter",
        "the operation has no query parameter and no property of its body 'curser'; did you mean 'cursor'?",
    ),
    ({"kind": "cursor", "next": "next_cursor", "parameter": 5}, "/parameter", "'parameter' must be a name"),
    (
        {"kind": "cursor", "parameter": "cursor"},
        "",
        "a cursor needs either 'next', its place in the response, or 'header'",
    ),
    ({"kind": "cursor", "parameter": "cursor", "next": "nxt"}, "/next", "the response has no property 'nxt'"),
    (
        {"kind": "cursor", "parameter": "cursor", "next": "a..b"},
        "/next",
        "'next' must be a path in the response",
    ),
    (
        {"kind": "cursor", "parameter": "cursor", "query": "c", "next": "next_cursor"},
        "/query",
        "exclude each other",
    ),
    ({"kind": "link", "items": "next_cursor"}, "/items", "'items' must be a list in the response"),
    ({"kind": "link", "items": "things"}, "/items", "the response has no property 'things'"),
    ({"kind": "link", "more": "more"}, "/more", "the response has no property 'more'"),
    ({"kind": "url"}, "", "pages of the kind 'url' need 'next', the place of the URL in the response"),
    (
        {"kind": "last-item", "parameter": "cursor", "next": "key"},
        "/next",
        "the items have no 'key'",
    ),
    ({"kind": "page", "parameter": "cursor", "first": -1}, "/first", "'first' must be the number"),
    (True, "", "no rule recognises how to turn pages"),
]


@pytest.mark.parametrize(("declared", "place", "message"), WRONG, ids=[message for _, _, message in WRONG])
def test_a_declaration_that_does_not_fit_is_refused(
    tmp_path: Path, declared: Any, place: str, message: str
) -> None:
    body = PAGE if declared is not True else {"items": ITEMS}
    spec = document({"cursor": STRING}, body, **{"x-pagination": declared})
    with pytest.raises(Refused) as caught:
        pagination(tmp_path, spec)
    where = f"/paths/~1things/get/x-pagination{place}"
    found = [(json_pointer(problem.where), problem.message) for problem in caught.value.problems]
    assert [one for one in found if one[0] == where and message in one[1]], found
    assert {problem.rule for problem in caught.value.problems} == {"pagination"}


def test_the_top_of_a_document_can_only_turn_pages_off(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        pagination(tmp_path, document({}, ITEMS) | {"x-pagination": {"kind": "link"}})
    assert [json_pointer(problem.where) for problem in caught.value.problems] == ["/x-pagination"]
