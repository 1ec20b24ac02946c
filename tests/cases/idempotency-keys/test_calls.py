from uuid import UUID

import pytest


@pytest.fixture
def keys(server):
    """The keys that arrived, of each request."""
    return lambda: [request.headers["idempotency-key"] for request in server.requests]


@pytest.mark.parametrize(("resource", "server_says"), [("orders", 503), ("refunds", 500)])
def test_a_key_is_made_for_each_call_and_kept_for_its_retries(client, server, keys, resource, server_says):
    server.answers(server_says, headers={"retry-after-ms": "1"})
    resource = getattr(client.with_options(max_retries=2), resource)
    for _ in range(2):
        with pytest.raises(Exception, match=str(server_says)):
            resource.create()
    first, second = keys()[:3], keys()[3:]
    assert first == [first[0]] * 3
    assert second == [second[0]] * 3
    assert UUID(first[0]) != UUID(second[0])


def test_the_key_of_a_caller_is_sent(client, server, keys):
    client.orders.create(idempotency_key="mine")
    client.with_options(headers={"Idempotency-Key": "ours"}).orders.create()
    client.with_options(headers={"Idempotency-Key": "ours"}).orders.create(idempotency_key="mine")
    assert keys() == ["mine", "ours", "mine"]


def test_no_key_is_made_where_none_is_documented_or_needed(client, server, keys):
    client.notes.create()
    client.refunds.replace()
    assert keys() == [None, None]
    server.answers(503)
    with pytest.raises(Exception, match="503"):
        client.with_options(max_retries=2).notes.create()
    assert len(keys()) == 3


def test_a_key_that_cannot_be_made_is_required(client):
    with pytest.raises(TypeError, match="idempotency_key"):
        client.numbers.create()
