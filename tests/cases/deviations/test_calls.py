"""The document's own examples, and what becomes of the right one if something in it is changed."""

import copy
import datetime as dt
import importlib
import json
import pickle
import random
from pathlib import Path

import httpx2
import pytest
import yaml

DOCUMENT = yaml.safe_load((Path(__file__).parent / "openapi.yaml").read_text())
RESPONSES = DOCUMENT["paths"]["/orders/{order_id}"]["get"]["responses"]
EXAMPLES = {
    name: example["value"]
    for name, example in RESPONSES["200"]["content"]["application/json"]["examples"].items()
}
OTHERS = [
    None,
    "x",
    "",
    5,
    1.5,
    -1,
    2**70,
    True,
    [],
    {},
    {"new": [None]},
    [1],
    "9999-12-31T23:59:59.9999999Z",
]
CHANGES = 500


@pytest.fixture
def sent(package):
    """Decode a value as the response to a call, and what it encodes to again."""
    content = importlib.import_module(f"{package.__name__}._runtime._content")
    body = {}

    def answer(_):
        headers = {"content-type": "application/json"}
        return httpx2.Response(body["status"], headers=headers, content=json.dumps(body["value"]))

    transport = httpx2.MockTransport(answer)
    with package.Deviations(base_url="https://api.example.com", transport=transport) as client:

        def sent(value, status=200):
            body.update(value=value, status=status)
            response = client.with_raw_response(client.orders.get, "1")
            order = response.parse()
            return order, response.deviations, json.loads(content.json_content(order))

        yield sent


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_is_returned_and_encodes_to_itself(sent, name):
    order, deviations, again = sent(EXAMPLES[name])
    assert again == EXAMPLES[name]
    assert bool(deviations) == (name != "right")
    assert pickle.loads(pickle.dumps(order)) == copy.deepcopy(order) == order


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_call_returns_each_example_and_logs_what_deviates(client, models, server, caplog, name):
    server.answers(200, EXAMPLES[name])
    assert type(client.orders.get("1")) is models.Order
    assert bool([record for record in caplog.records if "decoded leniently" in record.message]) == (
        name != "right"
    )


def test_an_integer_stays_one_where_a_number_may_be_too(client, server):
    for points in (9007199254740993, 2**70, -1, 1.5):
        server.answers(200, EXAMPLES["right"] | {"points": points})
        order = client.orders.get("1")
        assert (order.points, type(order.points)) == (points, type(points))


def test_null_for_an_object_that_needs_nothing_is_one(sent, models):
    order, deviations, _ = sent(None, 202)
    assert order == models.NoteAcceptedResponse()
    assert [one.pointer for one in deviations] == [""]


def test_an_object_for_a_list_is_its_only_item(client, strict, models, package, server, caplog):
    server.answers(200, EXAMPLES["right"])
    (order,) = client.orders.list()
    assert (type(order), order.total) == (models.Order, 12.5)
    assert "$: wrong_type" in caplog.text
    with pytest.raises(package.APIResponseError, match="array"):
        strict.orders.list()


def test_a_string_may_contain_the_json(client, strict, models, package, server):
    server.answers(200, EXAMPLES["right"])
    order = strict.orders.get("1")
    server.answers(200, json.dumps(EXAMPLES["right"]))
    assert client.orders.get("1") == order
    server.answers(200, json.dumps([EXAMPLES["right"]]))
    assert type(client.orders.list()[0]) is models.Order
    server.answers(200, json.dumps(EXAMPLES["right"]))
    assert client.orders.list() == [order]
    with pytest.raises(package.APIResponseError):
        strict.orders.list()


@pytest.mark.parametrize("body", [{}, {"error": "slow down", "status": 429}, "", "[]]", '"{}"', "null", 5])
def test_a_body_of_another_kind_raises(client, package, server, body):
    server.answers_with(200, json.dumps(body).encode(), "application/json")
    with pytest.raises(package.APIResponseError):
        client.orders.list()


@pytest.mark.parametrize("body", [[], [EXAMPLES["right"]], "[]", "text", True])
def test_a_list_for_an_object_raises(client, package, server, body):
    server.answers_with(200, json.dumps(body).encode(), "application/json")
    with pytest.raises(package.APIResponseError):
        client.orders.get("1")


def test_what_is_as_documented_is_typed_beside_what_is_not(sent, models, package):
    order, deviations, _ = sent(EXAMPLES["right"] | {"total": None, "lines": [{"kind": "gift"}]})
    assert order.placed_at == dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
    assert order.due == dt.date(2026, 2, 1)
    assert order.status is models.OrderStatus.OPEN
    assert order.customer.tags == {"vip": 1, "since": 2020}
    assert order.total is None
    assert order.lines == [package.Unknown({"kind": "gift"})]
    assert {one.pointer: one.kind for one in deviations} == {
        "/total": "wrong_type",
        "/lines/0/kind": "unknown_value",
    }


def places(value, at=()):
    yield at
    for key, item in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from places(item, (*at, key))


def changed(value, chance):
    """A copy with one key removed or added, or one value replaced, anywhere in it."""
    value = copy.deepcopy(value)
    *outer, key = chance.choice([place for place in places(value) if place])
    inside = value
    for step in outer:
        inside = inside[step]
    match chance.choice(["remove", "replace", "add"]):
        case "remove":
            del inside[key]
        case "add" if isinstance(inside, dict):
            inside["new"] = copy.deepcopy(chance.choice(OTHERS))
        case _:
            inside[key] = copy.deepcopy(chance.choice(OTHERS))
    return value


def without_new(value):
    if isinstance(value, dict):
        return {key: without_new(item) for key, item in value.items() if key != "new"}
    return [without_new(item) for item in value] if isinstance(value, list) else value


def test_whatever_is_changed_the_rest_is_what_was_sent(sent):
    chance = random.Random(12)
    for number in range(CHANGES):
        value = EXAMPLES["right"]
        for _ in range(1 + number % 3):
            value = changed(value, chance)
        order, _, again = sent(value)
        assert without_new(again) == without_new(value)
        assert pickle.loads(pickle.dumps(order)) == order
        assert repr(order)
