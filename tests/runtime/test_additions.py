"""`with_options(query=..., body=...)`: what callers add to requests."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from conftest import TOKEN
from fault_server import Server, reply
from msgspec import UNSET
from page_api import CURSOR, Async, Sync
from sent_requests import OK, THING, run, sent_with


def test_query_adds_parameters_and_replaces_those_of_the_same_name(make: Any) -> None:
    query: dict[str, Any] = {"page": 2, "tag": ["a&b", "c d"], "none": None, "unset": UNSET}
    query |= {"since": datetime(2026, 1, 2, tzinfo=UTC), "ü": True}
    (request,) = sent_with(make, lambda client: client.with_options(query=query).things.get("a"))
    expected = "page=2&tag=a%26b&tag=c%20d&since=2026-01-02T00%3A00%3A00Z&%C3%BC=true"
    assert request.target == f"/v1/things/a?{expected}"


def test_query_of_a_client_is_merged_by_those_derived(make: Any) -> None:
    def use(client: Any) -> Any:
        derived = client.with_options(query={"b": 2, "a": 3}).with_options(query={"b": None})
        return derived.things.get("a")

    (request,) = sent_with(make, use, query={"a": 1, "c": 1})
    assert request.target == "/v1/things/a?a=3&c=1"


def test_the_parent_stays_as_it_is(make: Any) -> None:
    def use(client: Any) -> Any:
        client.with_options(query={"b": 2}, body={"x": 1})
        return client.things.replace("a", name="n")

    (request,) = sent_with(make, use)
    assert (request.target, json.loads(request.body)) == ("/v1/things/a", {"name": "n"})


def test_body_adds_members_and_replaces_those_of_the_same_name(make: Any) -> None:
    body = {"size": 9007199254740993, "parts": [THING], "note": None, "unset": UNSET}

    def use(client: Any) -> Any:
        return (
            client.with_options(body={"name": "other"}).with_options(body=body).things.replace("a", name="n")
        )

    (request,) = sent_with(make, use)
    parts = [{"id": "a", "size": 1}]
    expected = {"name": "other", "size": 9007199254740993, "parts": parts, "note": None}
    assert json.loads(request.body) == expected
    assert request.headers["content-type"] == "application/json"
    assert request.headers["content-length"] == str(len(request.body))


def test_what_is_added_is_that_of_when_it_was_added(make: Any) -> None:
    def use(client: Any) -> Any:
        parts = [1]
        derived = client.with_options(body={"parts": parts}, query={"parts": parts})
        parts.append(2)
        return derived.things.replace("a", name="n")

    (request,) = sent_with(make, use)
    assert json.loads(request.body)["parts"] == [1]
    assert request.target == "/v1/things/a?parts=1"


def test_body_is_the_body_where_the_document_has_none(make: Any) -> None:
    (request,) = sent_with(
        make, lambda c: c.with_options(body={"reason": "old"}).things.delete(ID), reply(204)
    )
    assert json.loads(request.body) == {"reason": "old"}
    assert request.headers["content-type"] == "application/json"


ID = "2489e9ad-2ee2-8e00-8ec9-32d5f69181c0"


@pytest.mark.parametrize(
    ("method", "arguments", "what"),
    [
        ("get", {"thing_id": "a"}, "getThing sends no body"),
        ("upload", {"thing_id": "a", "body": b"\x89PNG"}, "uploadThing sends image/png"),
        ("attach", {"file": b"x"}, "attachFile sends multipart/form-data"),
    ],
)
def test_body_cannot_be_added_to_anything_else(
    make: Any, method: str, arguments: dict[str, Any], what: str
) -> None:
    with Server(OK) as server, pytest.raises(ValueError, match=what):
        run(make, server.url, lambda c: getattr(c.with_options(body={"x": 1}).things, method)(**arguments))
    assert not server.received


def test_body_cannot_be_added_to_a_list(make: Any) -> None:
    def use(client: Any) -> Any:
        return client.with_options(body={"x": 1}).request("POST", "/x", json=[1])

    with Server(OK) as server, pytest.raises(ValueError, match="JSON that is not an object"):
        run(make, server.url, use)
    assert not server.received


@pytest.mark.parametrize(
    ("options", "error", "match"),
    [
        ({"query": [("a", 1)]}, TypeError, "query must be a mapping"),
        ({"query": {1: 2}}, TypeError, "names in query must be str"),
        ({"query": {"a": {"b": 1}}}, TypeError, "query: a cannot be dict"),
        ({"query": {"a": float("nan")}}, ValueError, "query: a must be a finite number"),
        ({"query": {"a": datetime(2026, 1, 1)}}, ValueError, "query: a must have a time zone"),  # noqa: DTZ001
        ({"body": "x"}, TypeError, "body must be a mapping"),
        ({"body": {"a": {1, object()}}}, TypeError, "body: "),
        ({"body": {"a": float("inf")}}, ValueError, "body: "),
        ({"body": {"a": datetime(2026, 1, 1)}}, ValueError, "body: .* time zone"),  # noqa: DTZ001
    ],
)
def test_what_cannot_be_sent_is_refused_at_once(
    make: Any, options: Any, error: type[Exception], match: str
) -> None:
    client = make(token=TOKEN)
    with pytest.raises(error, match=match):
        client.with_options(**options)


def test_a_body_of_every_call_is_no_option_of_a_client(make: Any) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'body'"):
        make(token=TOKEN, body={})


@pytest.mark.parametrize("kind", [Sync, Async])
def test_a_page_of_what_pages_keeps_what_was_added(kind: Any) -> None:
    """The cursor that was added is that of the first page only."""
    pages = [reply(200, {"items": [{"id": 1}], "cursor": "c1"}), reply(200, {"items": [{"id": 2}]})]
    with Server(*pages) as server:
        lists = kind(base_url=server.url, token=TOKEN, query={"cursor": "c0", "beta": 1})
        assert [*lists.ids(CURSOR)] == [1, 2]
        lists.close()
    first, second = (request.target for request in server.received)
    assert first == "/v1/things?cursor=c0&beta=1"
    assert second == "/v1/things?beta=1&cursor=c1"
