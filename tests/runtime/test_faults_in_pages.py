"""Servers whose pages go wrong: F66, F67 and their kin, sync and async."""

from __future__ import annotations

import copy
import logging
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import page_api as api
import pytest
from conftest import TOKEN
from fault_server import Behaviour, Received, Server, reply, reset
from package import errors

pytestmark = pytest.mark.slow

Open = Callable[..., Any]


@pytest.fixture(params=[api.Sync, api.Async], ids=["sync", "async"])
def lists(request: pytest.FixtureRequest) -> Iterator[Open]:
    """Make a client of a server's address."""
    opened: list[Any] = []

    def make(url: str, **options: Any) -> Any:
        opened.append(request.param(**{"base_url": url, "token": TOKEN} | options))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


def items(*ids: object) -> list[dict[str, object]]:
    return [{"id": one} for one in ids]


def page(*ids: object, **told: object) -> bytes:
    return reply(200, {"items": items(*ids), **told})


def targets(server: Server) -> list[str]:
    return [request.target for request in server.received]


# Where it ends


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"cursor": None},
        {"cursor": ""},
        {"cursor": 0},
        {"cursor": False},
        {"cursor": {"at": "b"}},
        {"cursor": ["b"]},
        {"cursor": "b", "more": False},
    ],
)
def test_a_page_that_names_no_next_one_is_the_last(lists: Open, told: Any) -> None:
    """Missing, null, empty, zero, false, no cursor at all; and one with the word that there are no more."""
    with Server(page(1, 2, **told)) as server:
        first = lists(server.url).first(api.CURSOR)
        assert not first.has_next_page()
        assert [*lists(server.url).ids(api.CURSOR)] == [1, 2]
    assert len(server.received) == 2


def test_a_cursor_that_repeats_ends(lists: Open, caplog: pytest.LogCaptureFixture) -> None:
    """The server names the page again that it has just sent."""
    caplog.set_level(logging.WARNING)
    with Server(page(1, cursor="a"), page(2, cursor="a"), page(3)) as server:
        assert [*lists(server.url).ids(api.CURSOR)] == [1, 2]
    assert targets(server) == ["/v1/things", "/v1/things?cursor=a"]
    assert "page 2 is taken for the last" in caplog.text


def test_a_cursor_of_an_earlier_page_ends(lists: Open) -> None:
    """Three pages lead round in a circle."""
    with Server(page(1, cursor="a"), page(2, cursor="b"), page(3, cursor="c"), page(4, cursor="a")) as server:
        assert [*lists(server.url).ids(api.CURSOR)] == [1, 2, 3, 4]
    assert len(server.received) == 4


def test_the_cursor_of_the_caller_counts_as_a_page_before(lists: Open) -> None:
    with Server(page(1, cursor="b"), page(2, cursor="a")) as server:
        assert [*lists(server.url).ids(api.CURSOR, query={"cursor": "a"})] == [1, 2]
    assert targets(server) == ["/v1/things?cursor=a", "/v1/things?cursor=b"]


def test_an_empty_page_with_a_cursor_is_not_the_last(lists: Open) -> None:
    with Server(page(1, cursor="a"), page(cursor="b"), page(cursor="c"), page(2)) as server:
        assert [*lists(server.url).ids(api.CURSOR)] == [1, 2]
    assert len(server.received) == 4


@pytest.mark.parametrize("told", [{}, {"items": None}, {"items": "none"}, {"items": {"id": 1}}])
def test_a_page_without_a_list_has_no_items(lists: Open, told: Any) -> None:
    with Server(reply(200, {**told, "cursor": "a"}), page(1)) as server:
        assert lists(server.url).first(api.CURSOR).items == []
        assert [*lists(server.url).ids(api.CURSOR)] == [1]


def test_a_server_that_counts_no_items_repeats_nothing(lists: Open) -> None:
    """It ignores the offset and sends the same page forever."""
    with Server(page(1, 2)) as server:
        assert [*lists(server.url).ids(api.OFFSET)] == [1, 2]
    assert targets(server) == ["/v1/things", "/v1/things?offset=2"]


def test_a_server_that_repeats_the_last_page_repeats_nothing(lists: Open) -> None:
    with Server(page(1, 2), page(3)) as server:
        assert lists(server.url).pages(api.NUMBER) == [[1, 2], [3]]
    assert targets(server) == ["/v1/things", "/v1/things?page=2", "/v1/things?page=3"]


def test_an_empty_page_is_behind_the_last_where_pages_are_counted(lists: Open) -> None:
    with Server(page(1, 2), page(3), page()) as server:
        assert lists(server.url).pages(api.NUMBER) == [[1, 2], [3]]


@pytest.mark.parametrize(
    ("operation", "told"),
    [
        (api.OFFSET, {"total": 2}),
        (api.OFFSET, {"total": 1}),
        (api.NUMBER, {"total": 2}),
        (api.NUMBER, {"meta": {"pages": 1}}),
        (api.NUMBER, {"meta": {"pages": 0}}),
        (api.NEXT_NUMBER, {"meta": {"next": None}}),
        (api.NEXT_NUMBER, {"meta": {}}),
        (api.NEXT_NUMBER, {"meta": {"next": 0}}),
        (api.LAST, {"more": False}),
        (api.URL, {"url": None}),
        (api.URL, {"url": " "}),
        (api.URL, {}),
    ],
)
def test_no_request_follows_the_page_that_is_said_to_be_the_last(
    lists: Open, operation: Any, told: Any
) -> None:
    with Server(page(1, 2, **told)) as server:
        assert [*lists(server.url).ids(operation)] == [1, 2]
    assert len(server.received) == 1


def test_no_last_item_leads_nowhere(lists: Open) -> None:
    with Server(page(1, 2, more=True), page(more=True)) as server:
        assert [*lists(server.url).ids(api.LAST)] == [1, 2]
    assert targets(server) == ["/v1/things", "/v1/things?after=2"]


def test_a_total_that_is_too_high_does_not_go_on_forever(lists: Open) -> None:
    with Server(page(1, 2, total=1000), page(3, total=1000), page(total=1000)) as server:
        assert [*lists(server.url).ids(api.OFFSET)] == [1, 2, 3]
    assert targets(server)[1:] == ["/v1/things?offset=2", "/v1/things?offset=3"]


# What is sent


@pytest.mark.parametrize("cursor", ["a&b=c", "a+b c", "50%", "#?/", "é\u2028", "=" * 3, "a&cursor=b"])
def test_a_cursor_arrives_as_it_came(lists: Open, cursor: str) -> None:
    from urllib.parse import parse_qsl

    with Server(page(1, cursor=cursor), page(2)) as server:
        assert [*lists(server.url).ids(api.CURSOR, query={"q": "x&y", "limit": 1})] == [1, 2]
    sent = parse_qsl(server.received[1].target.partition("?")[2], keep_blank_values=True)
    assert sent == [("q", "x&y"), ("limit", "1"), ("cursor", cursor)]


def test_the_cursor_of_a_body_leaves_the_rest_of_it(lists: Open) -> None:
    body = {"filter": {"size": 9007199254740993, "ratio": 1.10}, "page": {"size": 2}}
    with Server(page(1, cursor='a"&'), page(2, cursor="b"), page(3)) as server:
        assert [*lists(server.url).ids(api.IN_BODY, json=body)] == [1, 2, 3]
    assert server.received[1].body == (
        b'{"filter":{"size":9007199254740993,"ratio":1.1},"page":{"size":2,"after":"a\\"&"}}'
    )
    assert b'"after":"b"' in server.received[2].body
    assert {request.headers["content-type"] for request in server.received} == {"application/json"}


def test_a_missing_body_gets_the_cursor(lists: Open) -> None:
    with Server(page(1, cursor="a"), page(2)) as server:
        assert [*lists(server.url).ids(api.IN_BODY)] == [1, 2]
    assert server.received[1].body == b'{"page":{"after":"a"}}'
    assert server.received[1].headers["content-type"] == "application/json"


def test_an_offset_goes_on_from_that_of_the_caller(lists: Open) -> None:
    with Server(page(3, 4, total=5), page(5, total=5)) as server:
        assert [*lists(server.url).ids(api.OFFSET, query={"offset": 2})] == [3, 4, 5]
    assert targets(server) == ["/v1/things?offset=2", "/v1/things?offset=4"]


def test_an_offset_in_the_body_goes_on_from_that_of_the_caller(lists: Open) -> None:
    with Server(reply(200, items(3, 4)), reply(200, items(5)), reply(200, [])) as server:
        assert [*lists(server.url).ids(api.OFFSET_IN_BODY, json={"skip": 2})] == [3, 4, 5]
    assert [request.body for request in server.received] == [b'{"skip":2}', b'{"skip":4}', b'{"skip":5}']


def test_the_number_in_the_response_counts_if_the_caller_gave_none(lists: Open) -> None:
    """Pages of this server begin at zero, whatever the document says."""
    with Server(page(1, meta={"page": 0, "pages": 3}), page(2), page()) as server:
        assert [*lists(server.url).ids(api.NUMBER)] == [1, 2]
    assert targets(server)[1:] == ["/v1/things?page=1", "/v1/things?page=2"]


def test_a_page_size_stays(lists: Open) -> None:
    with Server(page(1, 2), page(3), page()) as server:
        assert [*lists(server.url).ids(api.NUMBER, query={"per_page": 2, "page": 4})] == [1, 2, 3]
    assert targets(server)[1:] == ["/v1/things?per_page=2&page=5", "/v1/things?per_page=2&page=6"]


def test_a_cursor_in_a_header(lists: Open) -> None:
    with Server(reply(200, items(1), ("x-next", "a&b")), reply(200, items(2), ("x-next", ""))) as server:
        assert [*lists(server.url).ids(api.IN_HEADER)] == [1, 2]
    assert targets(server)[1] == "/v1/things?cursor=a%26b"


# URLs


def test_relative_urls_are_below_the_page(lists: Open) -> None:
    with Server(
        page(1, url="?at=2"), page(2, url="/v1/things?at=3"), page(3, url="things?at=4"), page(4)
    ) as server:
        assert [*lists(server.url).ids(api.URL, query={"q": "x"})] == [1, 2, 3, 4]
    assert targets(server) == ["/v1/things?q=x", "/v1/things?at=2", "/v1/things?at=3", "/v1/things?at=4"]


def test_a_url_below_the_documented_server_is_one_below_the_base_url(lists: Open) -> None:
    """A proxy passes on what the API says."""
    url = "https://api.example.com/v1/things?at=2&sig=%2Fa%2B"
    with Server(page(1, url=url), page(2)) as server:
        assert [*lists(f"{server.url}/proxy").ids(api.URL)] == [1, 2]
    assert targets(server)[1] == "/proxy/v1/things?at=2&sig=%2Fa%2B"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/v1/things?at=2",
        "http://localhost.example.com/v1/things",
        "//evil.example.com/v1/things",
        "http://user:pass@evil.example.com/",
        "ftp://127.0.0.1/v1/things",
        "javascript:alert(1)",
        "http://[::1",
        "http://127.0.0.1:99999999/",
    ],
)
def test_a_url_of_another_server_is_refused(lists: Open, url: str) -> None:
    """Nothing is sent there, so no credentials are."""
    with Server(page(1, url=url)) as server:
        ids = lists(server.url).ids(api.URL)
        assert next(ids) == 1
        with pytest.raises(errors.APIResponseError, match="the URL of the next page is not") as caught:
            next(ids)
    assert len(server.received) == 1
    assert caught.value.status_code == 200
    assert TOKEN not in str(caught.value)


def test_a_url_outside_of_the_base_url_is_refused(lists: Open) -> None:
    """The same server may have other things above the base URL's path."""
    with Server(page(1, url="/admin")) as server:
        ids = lists(f"{server.url}/tenant").ids(api.URL)
        assert next(ids) == 1
        with pytest.raises(errors.APIResponseError, match=r"is not below http://127\.0\.0\.1:[0-9]+/tenant"):
            next(ids)


def test_a_token_that_a_url_repeats_is_not_sent_in_it(lists: Open) -> None:
    with Server(page(1, url=f"?at=2&access_token={TOKEN}"), page(2)) as server:
        assert [*lists(server.url).ids(api.URL)] == [1, 2]
    assert targets(server)[1] == "/v1/things?at=2"
    assert server.received[1].headers["authorization"] == f"Bearer {TOKEN}"


LINKS = [
    '</v1/things?at=2>; rel="next"',
    '<?at=2>;rel=next, <?at=9>; rel="last"',
    '<?at=0>; rel="prev first", <?at=2>; title="a, b"; rel="NEXT"',
    "<?at=0>; rel='prev', <?at=2>; rel='next'",
]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_leads_to_the_next_page(lists: Open, link: str) -> None:
    last = reply(200, items(2), ("Link", '<?at=1>; rel="first"'))
    with Server(reply(200, items(1), ("Link", link)), last) as server:
        assert [*lists(server.url).ids(api.LINK)] == [1, 2]
    assert targets(server) == ["/v1/things", "/v1/things?at=2"]


@pytest.mark.parametrize(
    "link",
    [
        '<?at=2>; rel="next"; results="false"',
        "",
        "<>",
        "next",
        '<?at=2>; rel="nextish"',
        "<?at=2>",
        '<?a>; rel="prev"',
        ";;,,<",
    ],
)
def test_no_link_to_a_next_page_ends(lists: Open, link: str) -> None:
    with Server(reply(200, items(1), ("Link", link))) as server:
        assert [*lists(server.url).ids(api.LINK)] == [1]
        assert len(server.received) == 1


def test_a_link_without_a_next_page_ends_pages_that_are_counted(lists: Open) -> None:
    """GitHub sends the header with most lists, documented or not."""
    first = reply(200, {"items": items(1)}, ("Link", '<?page=2>; rel="next"'))
    last = reply(200, {"items": items(2)}, ("Link", '<?page=1>; rel="prev"'))
    with Server(first, last) as server:
        assert [*lists(server.url).ids(api.NUMBER)] == [1, 2]
    assert len(server.received) == 2


# Faults on the way


class Numbered(Server):
    """Serves ten pages of two items; some requests fail first."""

    def __init__(self, failures: dict[int, list[Behaviour | bytes]]) -> None:
        super().__init__(b"")
        self._failures = {number: Server(*those).behaviours for number, those in failures.items()}

    def behaviour(self, request: Received) -> Behaviour:
        number = int(request.target.rpartition("cursor=")[2] or 1) if "cursor" in request.target else 1
        if self._failures.get(number):
            return self._failures[number].pop(0)
        following = {"cursor": str(number + 1)} if number < 10 else {}
        content = page(number * 2, number * 2 + 1, **following)
        return lambda connection: connection.sendall(content)

    def asked(self) -> list[str]:
        return [request.target.rpartition("cursor=")[2] for request in self.received]


EVERYTHING = [*range(2, 22)]


def test_429_on_page_7_is_retried_there(lists: Open, slept: list[float]) -> None:
    """F67."""
    with Numbered({7: [reply(429, b"", ("Retry-After", "3"))]}) as server:
        assert [*lists(server.url).ids(api.CURSOR)] == EVERYTHING
    assert server.asked()[5:8] == ["6", "7", "7"]
    assert slept == [3.0]


def test_a_connection_that_breaks_is_retried_there(lists: Open) -> None:
    with Numbered({3: [reset]}) as server:
        assert [*lists(server.url).ids(api.CURSOR)] == EVERYTHING
    assert len(server.received) == 11


@pytest.mark.parametrize(
    ("failure", "error"),
    [
        (reply(500), errors.ServerError),
        (reply(403), errors.ForbiddenError),
        (reply(200, b"<html>", content_type="text/html"), errors.APIResponseError),
        (reply(200, b'{"items": ['), errors.APIResponseError),
        (reply(204), errors.APIResponseError),
        (reset, errors.APIConnectionError),
    ],
)
def test_an_iterator_goes_on_behind_an_error(lists: Open, failure: Any, error: type[Exception]) -> None:
    with Numbered({4: [failure]}) as server:
        ids = lists(server.url, max_retries=0).ids(api.CURSOR)
        found = [next(ids) for _ in range(6)]
        with pytest.raises(error):
            next(ids)
        found += ids
    assert found == EVERYTHING
    assert server.asked()[2:5] == ["3", "4", "4"]


def test_next_page_repeats_that_page_only(lists: Open) -> None:
    with Numbered({2: [reply(500), reply(500)]}) as server:
        opened = lists(server.url, max_retries=0)
        first = opened.first(api.CURSOR)
        for _ in range(2):
            with pytest.raises(errors.ServerError):
                opened.next(first)
        second = opened.next(first)
        again = opened.next(first)
    assert [item.id for item in second.items] == [item.id for item in again.items] == [4, 5]
    assert server.asked() == ["/v1/things", "2", "2", "2", "2"]


def test_a_token_that_is_refused_on_the_way_is_renewed(lists: Open) -> None:
    tokens = iter(["old", "new"])
    with Numbered({5: [reply(401)]}) as server:
        assert [*lists(server.url, token=lambda: next(tokens)).ids(api.CURSOR)] == EVERYTHING
    assert [request.headers["authorization"][-3:] for request in server.received[3:7]] == [
        "old",
        "old",
        "new",
        "new",
    ]


def test_a_redirect_of_a_page_is_followed(lists: Open) -> None:
    moved = reply(302, b"", ("Location", "/v1/things?cursor=3"))
    with Numbered({2: [moved]}) as server:
        assert [*lists(server.url).ids(api.CURSOR)] == [2, 3, *EVERYTHING[4:]]


def test_a_client_that_is_closed_meanwhile_says_so(lists: Open) -> None:
    with Numbered({}) as server:
        opened = lists(server.url)
        first = opened.first(api.CURSOR)
        opened.end()
        with pytest.raises((errors.APIConnectionError, RuntimeError), match="closed"):
            opened.next(first)


def test_nothing_is_sent_before_it_is_needed(lists: Open) -> None:
    with Numbered({}) as server:
        ids = lists(server.url).ids(api.CURSOR)
        assert [next(ids), next(ids)] == [2, 3]
        assert len(server.received) == 1
        next(ids)
        assert len(server.received) == 2


def test_two_iterations_are_independent(lists: Open) -> None:
    with Numbered({}) as server:
        opened = lists(server.url)
        one, other = opened.ids(api.CURSOR), opened.ids(api.CURSOR)
        assert [next(one) for _ in range(5)] == EVERYTHING[:5]
        assert [*other] == EVERYTHING
        assert [*one] == EVERYTHING[5:]
        assert [*one] == []


def test_options_hold_for_all_pages(lists: Open) -> None:
    with Numbered({2: [reply(500)]}) as server:
        opened = lists(server.url)
        opened.client = opened.client.with_options(max_retries=0, headers={"x-trace": "7"})
        ids = opened.ids(api.CURSOR)
        assert [next(ids), next(ids)] == [2, 3]
        with pytest.raises(errors.ServerError):
            next(ids)
    assert [request.headers["x-trace"] for request in server.received] == ["7", "7"]


def test_a_raw_response_has_the_page(lists: Open) -> None:
    with Numbered({}) as server:
        opened = lists(server.url)
        raw = opened.raw(api.CURSOR)
        assert raw.status_code == 200
        first = raw.parse()
        assert [item.id for item in first.items] == [2, 3]
        assert first.body == api.Body(items=first.items, cursor="2")
        assert first.headers["content-type"] == "application/json"
        assert [item.id for item in opened.next(first).items] == [4, 5]


def test_a_page_is_lenient_or_strict_as_any_body(lists: Open) -> None:
    deviating = page({"no": "text"}, cursor="a", total="many")
    with Server(deviating, page(1)) as server:
        first = lists(server.url).first(api.CURSOR)
        assert first.items[0].id == {"no": "text"}
        assert first.body.total == "many"
        assert first.has_next_page()
    with Server(deviating) as server, pytest.raises(errors.APIResponseError):
        lists(server.url, decoding="strict").first(api.CURSOR)


@pytest.mark.parametrize("copied", [pickle.dumps, copy.deepcopy])
def test_a_page_is_not_copied(lists: Open, copied: Callable[[object], object]) -> None:
    """It has a client, which has connections."""
    with Numbered({}) as server:
        first = lists(server.url).first(api.CURSOR)
        with pytest.raises(TypeError, match="use its body"):
            copied(first)
        assert repr(first).endswith("Page 1 of listThings: 2 items>")
