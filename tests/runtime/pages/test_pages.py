"""Pages: where they end, what is sent for the next one, and URLs of pages."""

from __future__ import annotations

import logging
from typing import Any

import page_api as api
import pytest
from conftest import TOKEN
from fault_server import Server, reply
from package import errors

from tests.runtime.pages.page_server import Open, items, page, targets

pytestmark = pytest.mark.slow


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
