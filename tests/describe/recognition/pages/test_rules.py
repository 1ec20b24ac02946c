"""Which operations return pages by rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.describe.recognition.pages.listings import (
    BOOLEAN,
    INTEGER,
    ITEMS,
    LIMIT,
    NUMBER,
    PAGE,
    STRING,
    TEXTS,
    document,
    obj,
    pagination,
    said,
)

LINKS = {"type": "array", "items": obj(rel=STRING, href=STRING)}


RECOGNISED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a cursor": (
        document({"cursor": STRING, **LIMIT}, {"items": ITEMS, "next_cursor": STRING}),
        {"kind": "cursor", "items": ("items",), "query": "cursor", "next": ("next_cursor",)},
    ),
    "a cursor in camel case": (
        document({"pageToken": STRING}, {"things": ITEMS, "nextPageToken": STRING}),
        {"kind": "cursor", "items": ("things",), "query": "pageToken", "next": ("nextPageToken",)},
    ),
    "a cursor in an object about pages": (
        document({"cursor": STRING}, {"data": ITEMS, "response_metadata": obj(next_cursor=STRING)}),
        {"kind": "cursor", "next": ("response_metadata", "next_cursor")},
    ),
    "a cursor of the same name": (
        document(
            {"continue": STRING},
            {"items": ITEMS, "metadata": obj(**{"continue": said(STRING, "The next page.")})},
        ),
        {"kind": "cursor", "next": ("metadata", "continue")},
    ),
    "a page that is text": (
        document({"page": STRING}, {"data": ITEMS, "next_page": STRING, "has_more": BOOLEAN}),
        {"kind": "cursor", "query": "page", "next": ("next_page",), "more": ("has_more",)},
    ),
    "a cursor in the body of a request": (
        document({}, PAGE, method="post", sent={"cursor": STRING}),
        {"kind": "cursor", "query": "", "body": ("cursor",)},
    ),
    "a cursor within the body of a request": (
        document(
            {}, {"items": ITEMS, "next_cursor": STRING}, method="post", sent={"page": obj(cursor=STRING)}
        ),
        {"kind": "cursor", "body": ("page", "cursor")},
    ),
    "the last item": (
        document({"starting_after": STRING, "ending_before": STRING}, {"data": ITEMS, "has_more": BOOLEAN}),
        {"kind": "last-item", "query": "starting_after", "next": ("id",), "more": ("has_more",)},
    ),
    "the last item, by its cursor": (
        document({"starting_after": STRING}, {"data": ITEMS, "more": BOOLEAN, "last": STRING}),
        {"kind": "cursor", "next": ("last",)},
    ),
    "the last item, by its id beside the items": (
        document(
            {"after": STRING},
            {
                "data": {"type": "array", "items": obj(batch_id=STRING)},
                "has_more": BOOLEAN,
                "last_id": STRING,
            },
        ),
        {"kind": "cursor", "next": ("last_id",), "more": ("has_more",)},
    ),
    "an offset": (
        document({"offset": INTEGER, "limit": INTEGER}, {"things": ITEMS, "total": INTEGER}),
        {"kind": "offset", "items": ("things",), "query": "offset", "total": ("total",), "first": 0},
    ),
    "items to skip": (
        document({"$skip": {"type": "integer", "default": 0}, "$top": INTEGER}, ITEMS),
        {"kind": "offset", "items": (), "query": "$skip"},
    ),
    "SCIM": (
        document(
            {"startIndex": INTEGER, "count": INTEGER},
            {
                "schemas": {"type": "array", "items": STRING},
                "Resources": ITEMS,
                "totalResults": INTEGER,
                "itemsPerPage": INTEGER,
            },
        ),
        {"kind": "offset", "items": ("Resources",), "total": ("totalResults",), "first": 1},
    ),
    "a number with a default": (
        document({"page": {"type": "integer", "default": 1}, "per_page": INTEGER}, ITEMS),
        {"kind": "page", "query": "page", "first": 1},
    ),
    "a number from zero": (
        document(
            {"page": said(INTEGER, "Zero-based page."), "size": INTEGER},
            {"content": ITEMS, "totalPages": INTEGER},
        ),
        {"kind": "page", "first": 0, "pages": ("totalPages",)},
    ),
    "Spring": (
        document(
            {"page": INTEGER, "size": INTEGER},
            {"content": ITEMS, "number": INTEGER, "totalElements": INTEGER},
        ),
        {"kind": "page", "first": 0, "current": ("number",), "total": ("totalElements",)},
    ),
    "the number of the next page": (
        document(
            {"page": {"type": "integer", "minimum": 1}},
            {"servers": ITEMS, "meta": obj(pagination=obj(next_page=INTEGER))},
        ),
        {"kind": "page", "first": 1, "next": ("meta", "pagination", "next_page")},
    ),
    "a link": (
        document({"per_page": INTEGER}, ITEMS, headers={"Link": {"schema": STRING}}),
        {"kind": "link", "items": ()},
    ),
    "a URL": (
        document(LIMIT, {"items": ITEMS, "next": {"type": ["string", "null"], "format": "uri"}}),
        {"kind": "url", "next": ("next",)},
    ),
    "a link of JSON:API": (
        document(
            {"page[cursor]": STRING},
            {"data": ITEMS, "included": ITEMS, "links": obj(self=STRING, next=STRING)},
        ),
        {"kind": "url", "items": ("data",), "next": ("links", "next")},
    ),
    "a link of HAL": (
        document({}, {"_embedded": obj(things=ITEMS), "_links": obj(next=obj(href=STRING))}),
        {"kind": "url", "items": ("_embedded", "things"), "next": ("_links", "next", "href")},
    ),
    "OData": (
        document({"$top": INTEGER}, {"value": ITEMS, "@odata.nextLink": STRING}),
        {"kind": "url", "items": ("value",), "next": ("@odata.nextLink",)},
    ),
    "Salesforce": (
        document({"q": STRING}, {"records": ITEMS, "totalSize": INTEGER, "nextRecordsUrl": STRING}),
        {"kind": "url", "items": ("records",), "next": ("nextRecordsUrl",)},
    ),
    "Asana": (
        document(
            {"offset": STRING, **LIMIT},
            {"data": ITEMS, "next_page": obj(offset=STRING, path=STRING, uri=STRING)},
        ),
        {"kind": "cursor", "query": "offset", "next": ("next_page", "offset")},
    ),
    "Cloudflare": (
        document(
            {"cursor": STRING, "per_page": INTEGER},
            {"success": BOOLEAN, "result": ITEMS, "result_info": obj(cursor=STRING, count=INTEGER)},
        ),
        {"kind": "cursor", "query": "cursor", "next": ("result_info", "cursor")},
    ),
    "Kubernetes": (
        document({"continue": STRING, **LIMIT}, {"items": ITEMS, "metadata": obj(**{"continue": STRING})}),
        {"kind": "cursor", "query": "continue", "next": ("metadata", "continue")},
    ),
    "the number of the next offset": (
        document({"offset": INTEGER, **LIMIT}, {"items": ITEMS, "next_offset": INTEGER, "total": INTEGER}),
        {"kind": "cursor", "query": "offset", "next": ("next_offset",)},
    ),
    "a link by relation": (
        document(LIMIT, {"features": ITEMS, "links": said(LINKS, "Links to the next page.")}),
        {"kind": "url", "items": ("features",), "next": ("links",)},
    ),
    "items named by the path": (
        document(
            {"cursor": STRING}, {"tags": ITEMS, "people": ITEMS, "next_cursor": STRING}, path="/v1/people"
        ),
        {"items": ("people",)},
    ),
}


@pytest.mark.parametrize("name", RECOGNISED)
def test_pages_are_recognised(tmp_path: Path, name: str) -> None:
    spec, expected = RECOGNISED[name]
    found = pagination(tmp_path, spec)
    assert found is not None
    assert {key: getattr(found, key) for key in expected} == expected


BETWEEN = {"after": STRING, "before": STRING}


OTHERS: dict[str, dict[str, Any]] = {
    "a request that sends what the response has": document(
        {}, {"items": ITEMS, "page": INTEGER}, method="post", sent={"items": ITEMS, "page": NUMBER}
    ),
    "an offset from UTC": document(
        {"offset": said(INTEGER, "From UTC, in minutes."), **LIMIT}, {"items": ITEMS}
    ),
    "an offset in bytes": document(
        {"offset": said(INTEGER, "The first byte.")}, {"items": TEXTS, "total": INTEGER}
    ),
    "an hour to start at": document(
        {"startAt": said(INTEGER, "The hour, 0 to 23."), **LIMIT}, {"items": ITEMS}
    ),
    "samples to skip": document({"skip": said(INTEGER, "Skip every n-th one."), **LIMIT}, {"items": ITEMS}),
    "after an epoch": document(
        {"after": said(INTEGER, "Seconds since the epoch.")}, {"data": ITEMS, "has_more": BOOLEAN}
    ),
    "the page of a book": document(
        {"page": said(NUMBER, "The page of the book.")}, {"words": ITEMS, "total": INTEGER}
    ),
    "the children of a node": document(
        {"offset": INTEGER, **LIMIT}, {"id": STRING, "name": STRING, "children": ITEMS}
    ),
    "a text offset that is repeated beside the total": document(
        {"offset": STRING, **LIMIT}, {"items": ITEMS, "offset": STRING, "total": INTEGER}
    ),
    "a text offset that is repeated beside the size": document(
        {"offset": STRING, **LIMIT}, {"items": ITEMS, "offset": STRING, "limit": STRING}
    ),
    "a text offset in an object about the request": document(
        {"offset": STRING}, {"items": ITEMS, "meta": obj(offset=STRING)}
    ),
    "a text offset beside a cursor": document(
        {"offset": STRING, "cursor": STRING}, {"items": ITEMS, "offset": STRING}
    ),
    "after without before": document({"after": STRING}, {"items": ITEMS, "after": STRING}),
    "times between which items are": document(
        {name: said(STRING, "A timestamp.") for name in BETWEEN}, {"items": ITEMS, **BETWEEN}
    ),
    "items between others": document({**BETWEEN, **LIMIT}, ITEMS),
    "the beginning of a range": document(
        {"from": {"type": "integer", "default": 0}, "to": INTEGER, "size": INTEGER}, ITEMS
    ),
    "a beginning that is a time": document(
        {"from": said({"type": "integer", "minimum": 0}, "A timestamp."), "size": INTEGER}, ITEMS
    ),
    "links of which none leads to the next page": document(LIMIT, {"features": ITEMS, "links": LINKS}),
    "a cursor in a header beside an offset": document(
        {"cursor": STRING, "offset": INTEGER}, ITEMS, headers={"X-Next-Cursor": {"schema": STRING}}
    ),
    "a cursor in a header that nothing takes": document(
        LIMIT, ITEMS, headers={"X-Next-Cursor": {"schema": STRING}}
    ),
    "a range that nothing follows": document(
        {}, ITEMS, parameters=[{"name": "Range", "in": "header", "schema": STRING}]
    ),
    "a limit alone": document(LIMIT, ITEMS),
    "a cursor that nothing leads to": document({"cursor": STRING}, ITEMS),
    "a next cursor that nothing takes": document({}, PAGE),
    "a required cursor": document({"before": STRING}, PAGE),
    "an offset without a size": document({"offset": INTEGER}, ITEMS),
    "a cursor beside an offset": document(
        {"marker": STRING, "offset": INTEGER, **LIMIT}, {"items": ITEMS, "next_marker": STRING}
    ),
    "a number whose first value is unknown": document({"page": INTEGER, "per_page": INTEGER}, ITEMS),
    "a number that begins elsewhere": document(
        {"page": {"type": "integer", "default": 10}, "per_page": INTEGER}, ITEMS
    ),
    "a number that is none": document(
        {
            "page": said({"type": "integer", "default": 1}, "This is not the page number."),
            "per_page": INTEGER,
        },
        ITEMS,
    ),
    "an offset in pages": document({"offset": said(INTEGER, "The number of pages to skip."), **LIMIT}, ITEMS),
    "an offset from one": document({"offset": {"type": "integer", "minimum": 1}, **LIMIT}, ITEMS),
    "an id after a time": document(
        {"after": {**STRING, "format": "date-time"}}, {"data": ITEMS, "has_more": BOOLEAN}
    ),
    "a time that is text": document(
        {"after": said(STRING, "Only those made after this timestamp.")}, {"data": ITEMS, "has_more": BOOLEAN}
    ),
    "items without ids": document(
        {"after": STRING}, {"data": {"type": "array", "items": obj(name=STRING)}, "has_more": BOOLEAN}
    ),
    "nothing says that there is more": document({"after": STRING}, {"data": ITEMS}),
    "a cursor that is echoed": document({"cursor": STRING}, {"items": ITEMS, "cursor": STRING}),
    "two lists": document({"cursor": STRING}, {"added": ITEMS, "removed": ITEMS, "next_cursor": STRING}),
    "a resource that has a list": document(
        {"offset": INTEGER, **LIMIT},
        {"name": STRING, "colour": STRING, "owner": STRING, "tags": {"type": "array", "items": STRING}},
        path="/folders/{folder}",
        parameters=[
            {"name": "folder", "in": "path", "required": True, "schema": STRING},
            *({"name": name, "in": "query", "schema": INTEGER} for name in ("offset", "limit")),
        ],
    ),
    "a PUT": document({"cursor": STRING}, PAGE, method="put"),
    "a POST that makes something": document({}, {"items": ITEMS}, method="post", sent={"count": INTEGER}),
    "a header that is about something else": document({}, ITEMS, headers={"Link": {"schema": STRING}}),
    "errors and warnings": document({"cursor": STRING}, {"errors": ITEMS, "next_cursor": STRING}),
    "a declaration that turns it off": document({"cursor": STRING}, PAGE, **{"x-pagination": False}),
    "one for the whole document": document({"cursor": STRING}, PAGE) | {"x-pagination": False},
    "a form of another vendor": document({}, ITEMS, **{"x-fern-pagination": {"type": "custom"}}),
    "a declaration of another vendor that does not fit": document(
        {}, ITEMS, **{"x-speakeasy-pagination": {"type": "url", "outputs": {"nextUrl": "$.next"}}}
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_only_resembles_pages_is_none(tmp_path: Path, name: str) -> None:
    assert pagination(tmp_path, OTHERS[name]) is None
