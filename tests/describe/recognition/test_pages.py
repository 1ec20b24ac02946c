"""Which operations return pages: by rules, by declaration, and what is wrong with a declaration."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.document.node import json_pointer
from codegen.document.problems import Refused
from codegen.model.operations import Pagination
from codegen.pipeline import understand

STRING: dict[str, Any] = {"type": "string"}
INTEGER: dict[str, Any] = {"type": "integer"}
BOOLEAN: dict[str, Any] = {"type": "boolean"}
ITEM = {"type": "object", "required": ["id"], "properties": {"id": STRING, "name": STRING}}
ITEMS = {"type": "array", "items": ITEM}
TEXTS = {"type": "array", "items": STRING}
LIMIT = {"limit": INTEGER}
PAGE = {"items": ITEMS, "next_cursor": STRING}
NUMBER = {"type": "integer", "default": 1}


def document(
    query: dict[str, Any],
    body: Any,
    *,
    path: str = "/things",
    method: str = "get",
    headers: Any = None,
    sent: Any = None,
    **more: Any,
) -> dict[str, Any]:
    """A document with one operation. A property in the body stands for an object with it."""
    schema = (
        body if "type" in body and isinstance(body["type"], str) else {"type": "object", "properties": body}
    )
    parameters = [
        {"name": name, "in": "query", "schema": schema}
        | ({"description": schema["description"]} if "description" in schema else {})
        for name, schema in query.items()
    ]
    success = {"description": "", "content": {"application/json": {"schema": schema}}}
    operation: dict[str, Any] = {
        "operationId": "listThings",
        "parameters": parameters,
        "responses": {"200": success | ({"headers": headers} if headers else {})},
        **more,
    }
    if sent is not None:
        content = {"application/json": {"schema": {"type": "object", "properties": sent}}}
        operation["requestBody"] = {"content": content}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "servers": [{"url": "https://example.com"}],
        "paths": {path: {method: operation}},
    }


def pagination(folder: Path, spec: dict[str, Any]) -> Pagination | None:
    """The pagination of the operation of a document."""
    file = folder / "openapi.yaml"
    file.write_text(yaml.safe_dump(spec, sort_keys=False), encoding="utf-8")
    (operation,) = understand(file).api.operations
    return operation.pagination


def said(schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {**schema, "description": description}


def obj(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


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
