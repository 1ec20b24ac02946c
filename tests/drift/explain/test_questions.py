"""Questions that people ask, and help where they are not exact."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import pytest

from codegen.commands.main import main
from codegen.drift.explain.answers import Answers
from codegen.drift.explain.reasons import RULES
from codegen.naming import strategies
from tests.accept import CASES
from tests.clients import output_of
from tests.command_line import FACE
from tests.drift.explain.explained import Explained, explained

SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [orders]
      summary: Get an order.
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200":
          description: The order.
          content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
        "409":
          description: Conflict.
          content: {application/json: {schema: {$ref: "#/components/schemas/order"}}}
components:
  schemas:
    Order:
      type: object
      properties:
        class: {type: string}
        fooBar: {type: string}
        foo_bar: {type: string}
        mine: {type: string, x-python-name: ours}
        state: {$ref: "#/components/schemas/State"}
    order: {type: object, properties: {text: {type: string}, unit: {type: string, enum: [g, kg]}}}
    State: {type: string, enum: [on, off]}
    Price: {type: number}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Explained:
    path = tmp_path_factory.mktemp("shop") / "openapi.yaml"
    path.write_text(SPEC)
    output = output_of(path)
    return Explained(output, Answers.of(output.files, output.api, output.source, None))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("orders.get", "shop.resources.orders.Orders.get"),
        ("client.orders.get", "shop.resources.orders.Orders.get"),
        ("shop.models.Order.class_", "shop.models.Order.class_"),
        ("State.ON", "shop.models.State.ON"),
        ("getOrder", "shop.resources.orders.Orders.get"),
        ("GET /orders/{id}", "shop.resources.orders.Orders.get"),
        ("get /orders/{id}", "shop.resources.orders.Orders.get"),
        ("orders.get.id", "shop.resources.orders.Orders.get.id"),
        ("ConflictError", "shop.errors.ConflictError"),
        ("client.with_options", "shop._runtime._configured.Configured.with_options"),
        ("Shop.orders", "shop.Shop.orders"),
        ("SHOP_BASE_URL", "shop.Shop.base_url"),
    ],
)
def test_questions(shop: Explained, question: str, name: str) -> None:
    if name:
        assert shop.one(question).name == name
    else:
        assert not shop.ask(question)[1]


def test_a_line_of_a_file_of_a_traceback_and_a_pointer(shop: Explained) -> None:
    method = shop.one("orders.get")
    frame = f'  File "/home/me/site-packages/{method.file}", line {method.line + 1}, in get'
    inner = '  File "/home/me/site-packages/shop/_runtime/_call.py", line 60, in send'
    assert shop.one(frame).name == method.name
    assert shop.one(f"Traceback (most recent call last):\n{frame}\n    ...\n{inner}\n").name == method.name
    field = shop.one("Order.fooBar")
    assert shop.one(f"{field.file}:{field.line}").name == field.name
    assert shop.one(f"models.py:{field.line}:5").name == field.name
    assert field.origins == (
        f"{shop.output.source.entry.name}:23:9: #/components/schemas/Order/properties/fooBar",
    )
    assert shop.one("#/components/schemas/Order/properties/fooBar").name == field.name
    assert shop.one("/components/schemas/Order/properties/fooBar/type").name == field.name
    note = shop.ask("/components/schemas/Order/properties/fooBar/type")[0].note
    assert note.startswith("Nothing is named after")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Order.class_", "Its underscore avoids `class`"),
        ("Order.fooBar", "its own spelling. `foo_bar` is not used or went to another, because 'foo_bar' at"),
        ("Order.ours", "`x-python-name` of #/components/schemas/Order/properties/mine sets it."),
        (
            "orders.get",
            "its words, without `order`, which the resource says. This is the shortest name",
        ),
        ("State.ON", "It comes from the value 'on': its words in capitals."),
        ("Shop", "It is named after the title of the document"),
        ("models.order", "its own spelling"),
        ("models.OrderUnit", "It is inline at one place, and named after the thing that it belongs to"),
    ],
)
def test_why_a_name(shop: Explained, question: str, said: str) -> None:
    assert said in " ".join(shop.one(question).why)


def test_a_suggestion_stands_for_a_sync_and_an_async_symbol(shop: Explained) -> None:
    near = shop.ask("orders.gett")[0].near
    assert near[0] == "orders.get"
    assert not [one for one in near if "Async" in one and one.replace("Async", "") in near]
    assert "Orders.get" not in near  # the same method


def test_who_uses_it(shop: Explained) -> None:
    (location,) = shop.one("ConflictError").users
    assert location == f"orders.get ({shop.output.source.entry.name}:14:9)"
    assert "models.Order.state" in shop.one("State").users
    assert "resources.orders.Orders.get" in shop.one("models.Order").users
    assert shop.one("models.Order").template == "templates/package/_fields.jinja"
    assert shop.one("orders.get").view == "MethodView in codegen/views/methods.py"


@pytest.mark.parametrize(
    ("question", "note", "near"),
    [
        ("orders.gett", "The client has no symbol 'orders.gett'.", "orders.get"),
        ("Order.foobar", "The client has no symbol 'Order.foobar'.", "Order.foo_bar"),
        ("#/components/schemas/Orders", "The document has nothing at", "#/components/schemas/Order"),
        ("shop/modells.py:3", "is not a Python file of the package `shop`", "shop/models.py"),
        ("models.py:1", "belongs to no symbol", ""),
        ("", "The question is empty.", ""),
        (" \n", "The question is empty.", ""),
        ("#/components/schemas/Price", "is not a symbol of the client", ""),
    ],
)
def test_near_misses_get_suggestions(shop: Explained, question: str, note: str, near: str) -> None:
    found, told = shop.ask(question)
    assert not told
    assert note in found.note
    assert near in found.near if near else True


def test_all_candidates_of_an_ambiguous_name_are_listed(shop: Explained) -> None:
    found, told = shop.ask("get")
    assert not found.is_ambiguous, "a sync and an async method are one answer"
    found, told = shop.ask("id")
    assert found.is_ambiguous is (len(told) > 1)
    found, told = shop.ask("text")
    assert [one.name for one in told] == ["shop.models.order.text"]
    found, told = shop.ask("class_")
    assert len(told) == 1


def test_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("openapi.yaml").write_text(SPEC)
    assert main(["explain", "Order.fooBar", "openapi.yaml", "--out", "client"], FACE) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "shop.models.Order.fooBar: field"
    assert lines[2].startswith("  in the document: openapi.yaml:23:9: #/components/schemas/Order")
    assert '  on the wire: the property "fooBar": a string, optional' in lines
    assert not Path("client").exists(), "nothing is written"
    assert main(["explain", "ordrs.get", "--spec", "openapi.yaml"], FACE) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(
        "The client has no symbol 'ordrs.get'.\nDid you mean one of these?\n  orders.get\n"
    )
    assert main(["explain", "ConflictError", "openapi.yaml", "--format", "json"], FACE) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["symbols"][0]["wire"] == "a response with status 409"


@pytest.mark.parametrize(
    ("question", "now", "note"),
    [
        ("Group", "models.Cluster", "`models.Group` is called `models.Cluster` now; version 3.0.0 drops"),
        ("Node.hostname", "models.Node.host", "`models.Node.hostname` is called `models.Node.host` now"),
        ("Size.BIG", "models.Size.LARGE", "`models.Size.BIG` is called `models.Size.LARGE` now."),
        ("clusters.read", "resources.clusters.Clusters.get", "`clusters.read` is called `clusters.get` now."),
        ("machines.list", "resources.nodes.Nodes.list", "`machines.list` is called `nodes.list` now"),
        ("nodes.list.limit", "resources.nodes.Nodes.list.page_size", "is called `nodes.list.page_size` now"),
    ],
)
def test_a_former_name_is_explained_by_the_current_one(question: str, now: str, note: str) -> None:
    found, (answer,) = explained(next(one for one in CASES if one.name == "renamed")).ask(question)
    assert answer.name == f"renamed.{now}"
    assert note in found.note


def test_every_strategy_for_names_is_explained() -> None:
    names = {
        name
        for name, value in inspect.getmembers(strategies, inspect.isfunction)
        if value.__module__ == strategies.__name__
        and not name.startswith("_")
        and [*inspect.signature(value).parameters] == ["one"]
    }
    assert set(RULES) == names | {strategies.class_of_last(1).__name__}
