
import pytest

from tests.conftest import serving
from tests.scripted import Script


@pytest.fixture
def server():
    with serving(Script()) as server:
        yield server


def rows(*numbers):
    return [{"class": number} for number in numbers]


def numbers(page):
    return [row.class_ for row in page]


def test_a_cursor_with_names_that_have_dots(client, server):
    server.sends(
        {"found": {"rows": rows(1)}, "paging": {"last.key": "a", "on": True}},
        {"found": {"rows": rows(2)}, "paging": {"last.key": "b", "on": False}},
    )
    assert numbers(client.ours.by_cursor()) == [1, 2]
    assert server.lines == ["GET /cursor", "GET /cursor?from-key=a"]


def test_a_cursor_in_a_header_for_a_parameter_that_is_not_declared(client, server):
    server.sends((rows(1), {"x-next-cursor": "a b"}), rows(2))
    assert numbers(client.ours.by_header()) == [1, 2]
    assert server.lines[1] == "GET /header?cursor=a%20b"


def test_another_property_of_the_last_item(client, server):
    server.sends(rows(1, 2), rows(3), [])
    assert numbers(client.ours.by_last_item()) == [1, 2, 3]
    assert server.lines == ["GET /last", "GET /last?since=2", "GET /last?since=3"]


def test_an_offset_that_begins_at_1(client, server):
    server.sends(rows(1, 2), rows(3), [])
    assert numbers(client.ours.by_offset()) == [1, 2, 3]
    assert server.lines == ["GET /offset", "GET /offset?start=3", "GET /offset?start=4"]


def test_a_number_in_the_body(client, models, server):
    server.sends(rows(1), rows(2), [])
    assert numbers(client.ours.by_page(where=models.ByPageWhere(size=1))) == [1, 2]
    assert [request.json["where"] for request in server.requests] == [
        {"size": 1},
        {"size": 1, "leaf": 1},
        {"size": 1, "leaf": 2},
    ]


def test_links_and_urls(client, server):
    server.sends((rows(1), {"link": '<?to=2>; rel="next"'}), rows(2))
    assert numbers(client.ours.by_link()) == [1, 2]
    server.sends({"rows": rows(1), "more": "/url?to=2"}, {"rows": rows(2)})
    assert numbers(client.ours.by_url()) == [1, 2]
    assert server.lines[1] == "GET /url?to=2"


def test_what_speakeasy_declares(client, server):
    server.sends({"rows": rows(1, 2)}, {"rows": rows(3)}, {"rows": []})
    assert numbers(client.speakeasy.speakeasy_cursor()) == [1, 2, 3]
    assert server.lines[1] == "GET /speakeasy-cursor?since=2"
    server.sends({"rows": rows(1), "count": 2}, {"rows": rows(2), "count": 2})
    assert numbers(client.speakeasy.speakeasy_page()) == [1, 2]
    assert server.lines[1] == "GET /speakeasy-page?leaf=2"
    server.sends({"rows": rows(1), "to": "?x=1"}, {"rows": rows(2)})
    assert numbers(client.speakeasy.speakeasy_url()) == [1, 2]


def test_what_fern_declares(client, server):
    server.sends({"found": rows(1), "paging": {"token": "t"}}, {"found": rows(2), "paging": {}})
    assert numbers(client.fern.fern_cursor()) == [1, 2]
    assert server.lines[1] == "GET /fern-cursor?after=t"
    server.sends({"rows": rows(1), "more": True}, {"rows": rows(2), "more": False})
    assert numbers(client.fern.fern_offset()) == [1, 2]
    assert server.lines[1] == "GET /fern-offset?leaf=2"
    server.sends({"rows": rows(1)})
    assert numbers(client.fern.fern_custom().rows) == [1]
