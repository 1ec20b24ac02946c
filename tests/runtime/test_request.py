"""`client.request()`: requests that the document does not describe."""

from __future__ import annotations

import asyncio
import inspect
import json
import pickle
from typing import Any

import pytest
from api import AsyncExample, Example, Thing
from conftest import TOKEN
from fault_server import Server, close, reply
from package import errors
from package._runtime._download import AsyncDownload, Download
from sent_requests import OK, THING, awaited, run, sent_with


def test_a_request_is_decoded_to_its_type(make: Any) -> None:
    def use(client: Any) -> Any:
        return client.request("GET", "/beta/things/a", into=Thing)

    with Server(OK) as server:
        assert run(make, server.url, use) == THING
    (request,) = server.received
    assert (request.method, request.target) == ("GET", "/beta/things/a")
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert request.headers["accept"] == "application/json"
    assert request.headers["user-agent"].startswith("example")


@pytest.mark.parametrize(
    ("into", "response", "value"),
    [
        (list[Thing], reply(200, [{"id": "a", "size": 1}]), [THING]),
        (dict[str, int], reply(200, {"a": 1}), {"a": 1}),
        (Thing | None, reply(204), None),
        (Thing | None, reply(200, {"id": "a", "size": 1}), THING),
        (bytes, reply(200, b"\x00\x01", content_type="application/pdf"), b"\x00\x01"),
        (bytes, reply(200, {"a": 1}), b'{"a": 1}'),
        (str, reply(200, b"caf\xe9", content_type="text/plain; charset=latin-1"), "café"),
        (str, reply(200, "text"), "text"),
        (Any, reply(200, {"a": [1]}), {"a": [1]}),
    ],
)
def test_into_is_any_type(make: Any, into: Any, response: bytes, value: object) -> None:
    with Server(response) as server:
        assert run(make, server.url, lambda client: client.request("GET", "/x", into=into)) == value


@pytest.mark.parametrize(
    ("response", "value"),
    [
        (reply(200, {"a": 1}), {"a": 1}),
        (reply(200, b'{"a": 1}', content_type="application/vnd.example+json"), {"a": 1}),
        (reply(200, b"a,b", content_type="text/csv"), "a,b"),
        (reply(200, b"\x00", content_type="image/png"), b"\x00"),
        (reply(204), None),
    ],
)
def test_without_a_type_it_is_the_raw_response(make: Any, response: bytes, value: object) -> None:
    with Server(response) as server:
        raw = run(make, server.url, lambda client: client.request("GET", "/x"))
    assert raw.parse() == value
    assert raw.deviations == ()
    assert pickle.loads(pickle.dumps(raw)).parse() == value
    assert "application/json, */*" in server.received[0].headers["accept"]


def test_a_raw_response_that_is_not_json_has_its_bytes(make: Any) -> None:
    with Server(reply(200, b'{"a":')) as server:
        raw = run(make, server.url, lambda client: client.request("GET", "/x"))
    assert raw.content == b'{"a":'
    with pytest.raises(errors.APIResponseError, match="is not JSON"):
        raw.parse()


def test_with_raw_response_takes_request(make: Any) -> None:
    def use(client: Any) -> Any:
        return client.with_options(query={"b": 1}).with_raw_response(client.request, "GET", "/x", into=Thing)

    with Server(OK) as server:
        raw = run(make, server.url, use)
    assert (raw.status_code, raw.parse()) == (200, THING)
    assert server.received[0].target == "/x?b=1"


def test_with_raw_response_takes_no_other_method_of_a_client(make: Any) -> None:
    client = make(token=TOKEN)
    with pytest.raises(TypeError, match="requires a method of a resource"):
        run(make, "http://127.0.0.1:1", lambda c: c.with_raw_response(client.with_options))


def test_download_takes_request() -> None:
    async def use(client: Any) -> bytes:
        async with AsyncDownload(client.request, "GET", "/file", into=bytes) as download:
            return b"".join([chunk async for chunk in download])

    with Server(reply(200, b"content", content_type="text/plain")) as server:
        with Example(base_url=server.url, token=TOKEN) as client:
            with Download(client.request, "GET", "/file", into=bytes) as download:
                assert b"".join(download) == b"content"
            with Download(client.request, "GET", "/file") as download:
                assert b"".join(download) == b"content"
        assert run(AsyncExample, server.url, use) == b"content"


def test_the_parts_of_a_request(make: Any) -> None:
    def use(client: Any) -> Any:
        return client.request(
            "post",
            "/beta/{kind}/{id}?a=1",
            path_params={"id": "x/y ü", "kind": 5},
            query={"a": [2, 3], "b": "&"},
            headers={"X-Trace": "t", "Content-Type": "application/merge-patch+json"},
            json=THING,
        )

    (request,) = sent_with(make, use)
    assert request.method == "POST"
    assert request.target == "/beta/5/x%2Fy%20%C3%BC?a=2&a=3&b=%26"
    assert request.headers["x-trace"] == "t"
    assert request.headers["content-type"] == "application/merge-patch+json"
    assert json.loads(request.body) == {"id": "a", "size": 1}


@pytest.mark.parametrize("content", [b"a,b", "a,b"])
def test_content_is_sent_as_it_is(make: Any, content: Any) -> None:
    headers = {"content-type": "text/csv"}
    (request,) = sent_with(make, lambda c: c.request("PUT", "/x", content=content, headers=headers))
    assert (request.body, request.headers["content-type"]) == (b"a,b", "text/csv")


def test_none_is_json_too(make: Any) -> None:
    (request,) = sent_with(make, lambda c: c.request("PUT", "/x", json=None))
    assert request.body == b"null"


def test_a_url_within_a_path_is_a_part_of_it(make: Any) -> None:
    with Server(OK) as server:
        run(make, server.url, lambda client: client.request("GET", "/cache/https://example.com/x"))
    assert server.received[0].target == "/cache/https://example.com/x"


def test_a_url_of_the_same_server(make: Any) -> None:
    """It may be outside the path of the base URL: credentials belong to the server."""
    with Server(OK) as server:
        run(make, f"{server.url}/v1", lambda c: c.request("GET", f"{server.url}/beta/x?y=%20&z=ü#f"))
        run(make, f"{server.url}/v1", lambda c: c.request("GET", "/x"))
        run(make, f"{server.url}/v1", lambda c: c.request("GET", f"{server.url}"))
    assert [one.target for one in server.received] == ["/beta/x?y=%20&z=%C3%BC", "/v1/x", "/"]
    assert all("authorization" in one.headers for one in server.received)


@pytest.mark.parametrize(
    "path",
    [
        "https://evil.example/x",
        "http://127.0.0.1:1/x",
        "https://user:pa55@127.0.0.1/x",
        "//evil.example/x",
        "@evil.example/x",
        ".evil.example/x",
        ":80@evil.example/x",
        "/../x",
        "/a/./b",
        "/a/%2e%2E/b",
        "/.{dot}/x",
        "beta/x",
        "",
        "/a b",
        "/ü",
        "/a\r\nX: y",
        "/a\\b",
        "/a#b",
        "/a%zz",
        "/a/{b}",
        "/a/{b:uuid}",
        "/a/{",
        "http://[",
    ],
)
def test_a_path_that_leads_elsewhere(make: Any, path: str) -> None:
    params = {"path_params": {"dot": "."}} if "dot" in path else {}
    with Server(OK) as server, pytest.raises(ValueError, match="path") as caught:
        run(make, server.url, lambda client: client.request("GET", path, **params))
    assert not server.received
    assert "pa55" not in str(caught.value)


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_value_that_leads_elsewhere(make: Any, value: str) -> None:
    with Server(OK) as server, pytest.raises(ValueError, match="id must not be"):
        run(make, server.url, lambda c: c.request("GET", "/x/{id}", path_params={"id": value}))
    assert not server.received


@pytest.mark.parametrize(
    ("arguments", "error", "match"),
    [
        ({"method": "CONNECT"}, ValueError, "method must be"),
        ({"method": "GET / HTTP/1.1\r\n"}, ValueError, "method must be"),
        ({"method": ""}, ValueError, "method must be"),
        ({"headers": {"a b": "c"}}, ValueError, "headers has an invalid name"),
        ({"headers": {"a": "b\r\nc: d"}}, ValueError, "'a' cannot carry"),
        ({"headers": {"Content-Length": "1"}}, ValueError, "'Content-Length' cannot be set"),
        ({"headers": ["a"]}, TypeError, "headers must be a mapping"),
        ({"json": 1, "content": b""}, TypeError, "json= and content= cannot both"),
        ({"content": b"x"}, TypeError, "content= requires a media type"),
        ({"content": 5, "headers": {"content-type": "a/b"}}, TypeError, "content must be bytes or a str"),
        ({"json": object()}, TypeError, "body"),
        ({"into": "Thing"}, TypeError, "into must be a type"),
        ({"into": object()}, TypeError, "into must be a type"),
        ({"into": complex}, TypeError, "into must be a type .* complex is neither"),
        ({"into": dict[str, list[OSError] | None]}, TypeError, "into must be a type .* OSError is neither"),
        ({"method": "HEAD", "into": Thing}, TypeError, "into= cannot be passed with HEAD"),
        ({"query": {"a": {}}}, TypeError, "a cannot be dict"),
        ({"path_params": {"a": 1}}, ValueError, "path_params"),
        ({"path_params": [1]}, TypeError, "path_params must be a mapping"),
        ({"query": [("a", 1)]}, TypeError, "query must be a mapping"),
        ({"query": {1: 2}}, TypeError, "names in query must be str"),
        ({"path": None}, TypeError, "path must be a str, not NoneType"),
        ({"path": b"/x"}, TypeError, "path must be a str, not bytes"),
        ({"method": None}, TypeError, "method must be a str, not NoneType"),
        ({"timeout": 5}, TypeError, "unexpected keyword argument 'timeout'"),
    ],
)
def test_a_wrong_argument(make: Any, arguments: Any, error: type[Exception], match: str) -> None:
    given = {"method": "GET", "path": "/x"} | arguments
    with Server(OK) as server, pytest.raises(error, match=match):
        run(make, server.url, lambda client: client.request(**given))
    assert not server.received


def test_a_get_is_retried_and_a_post_is_not(make: Any) -> None:
    busy = reply(503)
    assert len(sent_with(make, lambda c: c.request("GET", "/x"), busy, OK)) == 2
    assert len(sent_with(make, lambda c: c.request("GET", "/x"), close, OK)) == 2
    with Server(busy, OK) as server, pytest.raises(errors.ServerError):
        run(make, server.url, lambda client: client.request("POST", "/x", json={}))
    assert len(server.received) == 1


def test_a_post_with_a_key_is_retried_with_it(make: Any) -> None:
    headers = {"Idempotency-Key": "k"}
    received = sent_with(make, lambda c: c.request("POST", "/x", json={}, headers=headers), reply(503), OK)
    assert [one.headers["idempotency-key"] for one in received] == ["k", "k"]


def test_errors_have_their_classes_and_codes(make: Any) -> None:
    body = {"error": {"code": "gone", "message": "no such thing"}}
    with Server(reply(404, body)) as server, pytest.raises(errors.NotFoundError) as caught:
        run(make, server.url, lambda client: client.request("GET", "/x", into=Thing))
    assert (caught.value.code, caught.value.message) == ("gone", "no such thing")
    assert str(caught.value) == "404 gone: no such thing (client.request: GET /x)"


@pytest.mark.parametrize("content", [b"", b"<html>", b"[]", b"null"])
def test_a_success_that_is_not_of_the_type(make: Any, content: bytes) -> None:
    response = reply(200, content, content_type="text/html" if content == b"<html>" else "application/json")
    with Server(response) as server, pytest.raises(errors.APIResponseError):
        run(make, server.url, lambda client: client.request("GET", "/x", into=Thing))


def test_decoding_is_lenient_or_strict(make: Any) -> None:
    bent = reply(200, {"id": "a", "size": "1"})
    with Server(bent) as server:
        assert run(make, server.url, lambda c: c.request("GET", "/x", into=Thing)).size == "1"
        with pytest.raises(errors.APIResponseError):
            run(make, server.url, lambda c: c.request("GET", "/x", into=Thing), decoding="strict")


def test_drift_is_reported_without_a_place_in_the_document(make: Any) -> None:
    found: list[Any] = []
    drifted = reply(200, {"id": "a", "size": 1, "new": 1})
    with Server(drifted, drifted, reply(404)) as server:
        run(make, server.url, lambda c: c.request("GET", "/x", into=Thing), on_drift=found.append)
        run(make, server.url, lambda c: c.request("GET", "/x"), on_drift=found.append)
        with pytest.raises(errors.NotFoundError):
            run(make, server.url, lambda c: c.request("GET", "/x"), on_drift=found.append)
    assert [(one.kind, one.operation, one.where) for one in found] == [
        ("unknown_field", "client.request", "$.new")
    ]


def test_the_deadline_holds(make: Any) -> None:
    with Server(reply(503, b"", ("Retry-After", "30"))) as server, pytest.raises(errors.ServerError):
        run(make, server.url, lambda c: c.with_options(deadline=5).request("GET", "/x"))
    assert len(server.received) == 1


def test_a_redirect_elsewhere_gets_no_credentials(make: Any) -> None:
    def use(client: Any) -> Any:
        return client.request("GET", "/x", into=Thing, headers={"X-Key": "k"})

    with Server(OK) as other, Server(reply(302, b"", ("Location", f"{other.url}/y"))) as server:
        run(make, server.url, use)
    assert "authorization" not in other.received[0].headers
    assert "x-key" not in other.received[0].headers


def test_help_shows_the_arguments(make: Any) -> None:
    names = [*inspect.signature(make.request).parameters]
    assert names == ["self", "method", "path", "into", "path_params", "query", "headers", "json", "content"]


def test_a_closed_client_says_so(make: Any) -> None:
    client = make(token=TOKEN)
    if isinstance(client, Example):
        client.close()
    else:
        asyncio.run(client.close())
    with pytest.raises(RuntimeError, match="closed"):
        awaited(lambda: client.request("GET", "/x"))
