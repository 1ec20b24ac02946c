import datetime as dt
import hmac
import json
import logging
import pickle
import re
import time
from collections import deque
from pathlib import Path
from typing import Annotated

import msgspec
import pytest

ITEM = {
    "name": "n",
    "unit-price": 1.5,
    "count": 9007199254740993,
    "note": None,
    "made": "2026-03-01",
    "colour": "blue",
    "more": {"k": "v", "z": [1, {"y": None}], "inner": {"model": "m", "x": 12345678901234567890123}},
}
VALUES = [
    ("Event", {"t": "gone", "at": "2026-03-01T00:00:00Z"}),
    ("Event", {"t": "made", "item": ITEM, "parts": [{"t": "gone"}, {"t": "made", "parts": []}]}),
    ("Event", {"t": "new", "item": ITEM}),
    ("Event", {"t": "made", "parts": [{"t": "new"}, 7]}),
    ("Item", ITEM),
    ("Item", {}),
    ("Item", {"unit-price": 9007199254740993}),
    ("Item", {"unit-price": -123456789012345678901234567890}),
    ("Item", {"name": 5, "more": [], "made": "soon", "count": None}),
    ("More", {"k": "v", "additional_properties": {"k": "w"}}),
]


@pytest.mark.parametrize(("name", "value"), VALUES, ids=[str(number) for number in range(len(VALUES))])
class TestEveryValueComesBack:
    def test_from_json(self, package, models, name, value):
        made = package.from_json(json.dumps(value), getattr(models, name))
        assert json.loads(package.to_json(made)) == package.to_dict(made) == value
        assert package.from_json(package.to_json(made), getattr(models, name)) == made
        assert pickle.loads(pickle.dumps(made)) == made

    def test_from_a_dict(self, package, models, name, value):
        made = package.from_dict(value, getattr(models, name))
        assert made == package.from_json(json.dumps(value).encode(), getattr(models, name))
        assert package.from_dict(package.to_dict(made), getattr(models, name)) == made

    def test_in_a_list_and_a_map(self, package, models, name, value):
        kind = dict[str, list[getattr(models, name)]]
        made = package.from_json(json.dumps({"a": [value]}), kind)
        assert made == {"a": [package.from_dict(value, getattr(models, name))]}
        assert package.to_dict(made) == {"a": [value]}


def test_parts_are_models(package, models):
    event = package.from_json(json.dumps({"t": "made", "item": ITEM, "parts": [{"t": "gone"}, {"t": "new"}]}), models.Event)
    match event:
        case models.Made(item=models.Item(more=models.More(k="v")), parts=[models.Gone(), package.Unknown(raw)]):
            assert raw == {"t": "new"}
        case _:
            pytest.fail(repr(event))
    assert event.item.made == dt.date(2026, 3, 1)


def test_a_dict_may_hold_what_a_program_has(package, models):
    item = models.Item(made=dt.date(2026, 3, 1), more=models.More(k="v"))
    assert package.from_dict({"made": dt.date(2026, 3, 1), "more": {"k": "v"}}, models.Item) == item
    assert package.from_dict({"made": "2026-03-01", "more": models.More(k="v")}, models.Item) == item


def test_a_local_time_comes_back(package, models):
    gone = package.from_json(b'{"t":"gone","at":"2026-03-01T00:00:00"}', models.Event)
    assert gone.at == dt.datetime(2026, 3, 1)  # noqa: DTZ001
    assert package.to_dict(gone)["at"] == "2026-03-01T00:00:00"


def test_a_changed_copy(package, models):
    item = package.from_dict(ITEM, models.Item)
    assert package.replace(item, name="x", unit_price=package.UNSET).name == "x"
    changed = package.replace(item.more, k="w", model="m")
    assert package.to_dict(changed) == {**ITEM["more"], "k": "w", "model": "m"}
    assert item.more.k == "v"


@pytest.mark.parametrize(
    ("content", "kind", "where", "text"),
    [
        (b'{"name": 5}', "Item", "$.name", "Item: cannot be decoded: Expected `str`, got `int`"),
        (b'{"more": {"inner": {"k": 1}}}', "Item", "$.more.inner.k", "Expected `str`, got `int`"),
        (b'{"t": "made", "item": []}', "Event", "$.item", "Expected `object`, got `array`"),
        (b'{"t": "new"}', "Event", "$", "No member of Event has this `t`"),
    ],
)
def test_strict_decoding_says_where(package, models, content, kind, where, text):
    with pytest.raises(package.DecodeError, match=re.escape(text)) as raised:
        package.from_json(content, getattr(models, kind), decoding="strict")
    assert raised.value.where == where
    assert isinstance(raised.value, ValueError)
    assert pickle.loads(pickle.dumps(raised.value)).where == where
    assert package.from_json(content, getattr(models, kind)) is not None


@pytest.mark.parametrize("decoding", ["lenient", "strict"])
@pytest.mark.parametrize(
    ("content", "where", "text"),
    [
        (b"[]", "$", "Expected `object`, got `array`"),
        (b"", None, "is not JSON"),
        (b"<html>", None, "is not JSON: invalid character"),
        (b'{"name": NaN}', None, "is not JSON"),
        (b'{"name": "\xff"}', None, "is not JSON"),
        ('{"name": "\ud800"}', None, "is not JSON"),
        (b'{"new":' + b"[" * 100_000, None, None),
    ],
)
def test_what_is_no_item_raises(package, models, content, where, text, decoding):
    with pytest.raises(package.DecodeError, match=text) as raised:
        package.from_json(content, models.Item, decoding=decoding)
    assert raised.value.where == where


def test_functions_of_msgspec_never_leave_a_dict_for_a_model(models):
    """They do not know our types. They raise; `from_json` and `from_dict` are for that."""
    for kind, value in ((models.Event, {"t": "gone"}), (models.More, {"k": "v"}), (models.Item, {"more": {}})):
        with pytest.raises(msgspec.ValidationError, match="got `dict`"):
            msgspec.json.decode(json.dumps(value), type=kind)
        with pytest.raises(msgspec.ValidationError, match="got `dict`"):
            msgspec.convert(value, kind)


def test_wrong_arguments_are_type_errors(package, models):
    for call, text in (
        (lambda: package.from_json({}, models.Item), "see from_dict"),
        (lambda: package.from_json(b"{}", models), "not supported"),
        (lambda: package.from_json(b"{}", logging.Logger), "Logger is neither a type of this package nor"),
        (lambda: package.from_dict([], list[deque[int]]), "deque is neither"),
        (lambda: package.to_json(object()), "there is no JSON"),
        (lambda: package.to_dict([models.Item(name=object())]), "name: there is no JSON"),
        (lambda: package.replace({}, name="x"), "takes a model, not dict"),
        (lambda: package.replace(models.Item, name="x"), "takes a model"),
        (lambda: package.replace(models.Item(), nam="x"), "nam"),
        (lambda: package.replace(models.More(), nam="x"), "nam"),
    ):
        with pytest.raises(TypeError, match=text):
            call()
    with pytest.raises(ValueError, match="finite"):
        package.to_json(models.Item(unit_price=float("nan")))
    with pytest.raises(ValueError, match="'lenient' or 'strict'"):
        package.from_json(b"{}", models.Item, decoding="strickt")


def test_a_type_may_have_constraints(package, models):
    kind = Annotated[list[Annotated[models.Item, "x"]], msgspec.Meta(max_length=1)]
    assert package.from_json(b"[{}]", kind) == [models.Item()]
    with pytest.raises(TypeError, match="deque is neither"):
        package.from_json(b"[]", Annotated[list[deque[int]], list])


def test_an_object_is_any_value(package):
    assert package.from_json(b'{"a": [1]}', object) == package.from_dict({"a": [1]}, dict[str, object])


def test_deviations_are_logged_once_per_place(package, models, caplog):
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            package.from_json(b'[{"name": 5}, {"name": 6}]', list[models.Item])
    assert [record.getMessage() for record in caplog.records] == [
        f"from_json: list[{package.__name__}.models.Item]: decoded leniently: $[*].name: wrong_type, expected str"
    ]


def test_what_api_md_says_works(package, models):
    text = (Path(package.__file__).parent.parent / "api.md").read_text()
    call = re.search(r"`(from_json\(body, .*\))`", text)[1]
    names = {"from_json": package.from_json, "models": models, "body": b'{"t": "gone"}'}
    assert isinstance(eval(call, names), models.Gone)


def test_what_a_call_returns_is_converted(client, package, models, server):
    server.answers(200, ITEM)
    item = client.items.get("1")
    assert package.to_dict(item) == ITEM
    assert package.from_dict(ITEM, models.Item) == item


def test_a_whole_number_stays_one(client, models, server):
    for number in (9007199254740993, 3, 2.5, 1e300):
        server.answers(200, {"unit-price": number})
        price = client.items.get("1").unit_price
        assert (price, type(price)) == (number, type(number))


def test_a_webhook_with_a_declared_signature(package, models):
    body, sent = b'{"t": "gone"}', str(int(time.time()))
    made = hmac.digest(b"s3cret", f"{sent}:".encode() + body, "sha256").hex()
    headers = {"X-Shop-Signature": f"v0={made}", "x-shop-time": sent}
    with package.Conversions(base_url="http://127.0.0.1") as client:
        event = client.webhooks.unwrap(body, headers, secret="s3cret")
        assert event == models.Gone()
        with pytest.raises(package.WebhookVerificationError, match="no signature"):
            client.webhooks.unwrap(body + b" ", headers, secret="s3cret")
