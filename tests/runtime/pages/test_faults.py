"""Faults while pages are read, over a raw socket."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import page_api as api
import pytest
from fault_server import Behaviour, Received, Server, reply, reset
from package import errors

from tests.runtime.pages.page_server import Open, page

pytestmark = pytest.mark.slow


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
