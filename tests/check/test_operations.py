"""Header fields, media types, status codes and names of operations."""

from __future__ import annotations

import pytest

from tests.check.small_documents import OK, document, of_operation, places, query


@pytest.mark.parametrize(
    "name", ["X-A\r\nB", "a b", "a:b", "a;b", "a=b", "a/b", "\u00e9", "a\0", "(a)", "a,b"]
)
def test_fields_are_named_by_tokens(name: str):
    by_key = {"200": {"description": "", "headers": {name: {"schema": {}}}}}
    schemes = {"key": {"type": "apiKey", "in": "header", "name": name}}
    broken = of_operation(parameters=[{"name": name, "in": "header", "schema": {}}])
    assert places(broken) == [("field-name", "paths//a/get/parameters/0/name")]
    for encoded in ("query", "cookie"):
        assert places(of_operation(parameters=[{"name": name, "in": encoded, "schema": {}}])) == []
    assert places(of_operation(responses=by_key)) == [
        ("field-name", f"paths//a/get/responses/200/headers/{name}")
    ]
    assert places(document(components={"securitySchemes": schemes})) == [
        ("field-name", "components/securitySchemes/key/name")
    ]


@pytest.mark.parametrize("name", ["X-A", "a_b", "!#$%&'*+-.^_`|~", "__Host-a"])
def test_tokens_are_names_of_fields_and_cookies(name: str):
    parameters = [{"name": name, "in": place, "schema": {}} for place in ("header", "cookie")]
    assert places(of_operation(parameters=parameters)) == []


def test_media_types_differ_in_more_than_case():
    content = {"text/plain": {}, "text/PLAIN": {}, "text/plain;a=b": {}}
    where = "paths//a/get/requestBody/content/text/PLAIN"
    assert places(of_operation(requestBody={"content": content})) == [("media-type", where)]


@pytest.mark.parametrize("scheme", ["", "basic\r\nX-A: b", "a b"])
def test_authentication_schemes_are_tokens(scheme: str):
    schemes = {"key": {"type": "http", "scheme": scheme}}
    assert ("field-name", "components/securitySchemes/key/scheme") in places(
        document(components={"securitySchemes": schemes})
    )


@pytest.mark.parametrize("name", ["", " ", "text/plain\t", "text/plain\r\nX-A: b", "text/\u00e9", "a\0b"])
def test_media_types_that_no_header_carries(name: str):
    broken = of_operation(requestBody={"content": {name: {"encoding": {"a": {"contentType": name}}}}})
    where = f"paths//a/get/requestBody/content/{name}"
    assert places(broken) == [("media-type", where), ("media-type", f"{where}/encoding/a/contentType")]


def test_names_of_header_fields_differ_in_more_than_case():
    parameters = [{"name": name, "in": "header", "schema": {}} for name in ("X-Key", "x-key")]
    assert places(of_operation(parameters=parameters)) == [
        ("duplicate-parameter", "paths//a/get/parameters/1/name")
    ]


def test_names_that_must_differ_or_exist():
    operation = {"operationId": "a", "responses": OK}
    broken = document(
        paths={"/a": {"get": operation, "put": operation}},
        tags=[{"name": "A"}, {"name": "A"}],
        security=[{"nobody": []}],
        webhooks={"w": {"post": operation}},
    )
    assert sorted(places(broken)) == [
        ("duplicate-operation-id", "paths//a/put/operationId"),
        ("duplicate-operation-id", "webhooks/w/post/operationId"),
        ("duplicate-tag", "tags/1/name"),
        ("unknown-security-scheme", "security/0/nobody"),
    ]
    assert places(of_operation(parameters=[query(), query()])) == [
        ("duplicate-parameter", "paths//a/get/parameters/1/name")
    ]


@pytest.mark.parametrize("status", ["20", "2O0", "2xx", "600", "099", "Default", "200 OK", ""])
def test_status_codes_that_are_none(status: str):
    assert places(of_operation(responses={status: OK["200"]})) == [
        ("status-code", f"paths//a/get/responses/{status}")
    ]


def test_a_whole_query_is_the_only_one_in_shared_path_items_too():
    whole = {"name": "all", "in": "querystring", "content": {"application/json": {}}}
    item = {"parameters": [whole], "get": {"parameters": [query("q")], "responses": OK}}
    shared = document("3.2.0", components={"pathItems": {"Things": item}})
    assert places(shared) == [("alternatives", "components/pathItems/Things/get/parameters/0")]
