from datetime import date, datetime, timedelta, timezone
from uuid import UUID

import pytest

ID = UUID("0e5d6b7a-41c2-4f09-9a63-d7b81c2e94f5")


def test_paths_carry_values_as_the_wire_has_them(client, server):
    client.rooms.get("a b/..?ü", 7, 2.5, True, date(2026, 3, 1), ID, [1, 2])
    assert server.received.line == (
        "GET /rooms/a%20b%2F..%3F%C3%BC/7/2.5/true/2026-03-01/0e5d6b7a-41c2-4f09-9a63-d7b81c2e94f5/1,2"
    )


def test_a_path_value_that_would_lead_elsewhere_is_not_sent(client, server):
    with pytest.raises(ValueError, match="name"):
        client.rooms.get("..", 7, 2.5, True, date(2026, 3, 1), ID, [1])
    with pytest.raises(ValueError, match="id"):
        client.rooms.get("a", 7, 2.5, True, date(2026, 3, 1), "not a uuid", [1])
    assert server.requests == []


def test_the_query_leaves_out_what_is_not_given_and_repeats_lists(client, models, server):
    client.rooms.list(hotel="grand", x_request_id=ID)
    assert server.received.line == "GET /rooms?hotel=grand"
    client.rooms.list(
        hotel="a&b=c d",
        limit=3,
        min_height=2.0,
        free=True,
        from_=datetime(2026, 3, 1, 12, 30, tzinfo=timezone(timedelta(hours=2))),
        id=[ID, ID],
        view=models.View.SEA,
        x_request_id=ID,
    )
    assert server.received.line == (
        f"GET /rooms?hotel=a%26b%3Dc%20d&limit=3&min_height=2.0&free=true"
        f"&from=2026-03-01T12%3A30%3A00%2B02%3A00&id={ID}&id={ID}&view=sea"
    )


def test_headers_carry_values_too(client, server):
    client.rooms.list(hotel="grand", x_request_id=ID, x_retries=3)
    assert server.received.headers["x-request-id"] == str(ID)
    assert server.received.headers["x-retries"] == "3"
    client.rooms.list(hotel="grand", x_request_id=ID)
    assert "x-retries" not in server.received.headers


def test_a_header_cannot_be_split(client, server):
    with pytest.raises(ValueError, match="X-Request-ID"):
        client.rooms.list(hotel="grand", x_request_id="a\r\nX-Evil: 1")
    assert server.requests == []


def test_none_is_refused_where_it_would_be_omitted(client, server):
    for argument, name in (("hotel", "hotel"), ("x_request_id", "X-Request-ID")):
        with pytest.raises(TypeError, match=f"^{name} must not be None$"):
            client.rooms.list(**{"hotel": "grand", "x_request_id": ID, argument: None})
    assert server.requests == []
    client.rooms.list(hotel="grand", x_request_id=ID, limit=None)
    assert server.received.line == "GET /rooms?hotel=grand"
