"""`explain` is exact for every public symbol of several clients, and helps where a question is not."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from codegen.commands.entry_point import EntryPoint
from codegen.commands.main import main
from codegen.document.node import Json, Node
from codegen.drift.explain.answers import Answer, Answers
from codegen.drift.explain.lookup import Found, find
from codegen.output.write import write
from codegen.pipeline import Output
from tests.accept import CASES
from tests.clients import output_of
from tests.conftest import ROOT

NAMES = {
    "unions", "credentials", "nested-resources", "streams", "several-files", "deprecation", "awkward-names",
    "several-tags", "conversions", "inline-schemas", "pages", "multipart", "swagger", "received", "all-of",
    "waiters",
}  # fmt: skip
GOLDENS = [pytest.param(case, marks=pytest.mark.slow, id=case.name) for case in CASES if case.name in NAMES]
FACE = EntryPoint(name="wholespec", call="wholespec", out=Path("client"), remedy="")


@dataclass(frozen=True)
class Explained:
    """A client, and what can be asked about it."""

    output: Output
    answers: Answers

    def ask(self, question: str) -> tuple[Found, list[Answer]]:
        found = find(question, self.answers.index, self.output.root)
        return found, [self.answers.about(one) for one in found.symbols]

    def one(self, question: str) -> Answer:
        found, told = self.ask(question)
        assert not found.is_ambiguous, (question, [one.name for one in told])
        assert len(told) == 1, (question, found)
        return told[0]

    def line(self, answer: Answer) -> str:
        return self.output.files[answer.file].splitlines()[answer.line - 1]


@cache
def explained(case: Path) -> Explained:
    output = output_of(case / "openapi.yaml")
    return Explained(output, Answers.of(output.files, output.api, output.source, None))


def symbols(case: Path, folder: Path) -> list[dict[str, Any]]:
    """The public symbols, as Python knows them."""
    one = explained(case)
    write(one.output.files, folder)
    script = Path(__file__).with_name("survey.py")
    done = subprocess.run(
        [sys.executable, script, folder, one.answers.index.package],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def part(root: Node, pointer: str) -> Json:
    """What a pointer leads to."""
    found: Json = root
    for raw in pointer.removeprefix("#").split("/")[1:]:
        token = raw.replace("~1", "/").replace("~0", "~")
        if isinstance(found, list):
            found = found[int(token)]
        else:
            assert isinstance(found, Node)
            found = found[token]
    return found


def assert_leads_somewhere(one: Explained, answer: Answer) -> None:
    """Each place is a line of a file, and its pointer leads to a part of the document."""
    for origin in answer.origins:
        place = origin.rpartition(": ")[0]
        name, line, column = place.rsplit(":", 2)
        file = next(
            (file for file in (one.output.source.entry, *one.output.source.others) if file.name == name), None
        )
        assert file is not None, origin
        assert 1 <= int(column) <= len(file.line(int(line))) + 1


def test_arguments_of_the_client_are_known_by_their_environment_variables() -> None:
    one = explained(ROOT / "tests/cases/servers")
    region, base = one.one("SERVERS_REGION"), one.one("SERVERS_BASE_URL")
    assert (region.name, base.name) == ("servers.Servers.region", "servers.Servers.base_url")
    assert region.origins[0].endswith("#/servers/0/variables/region")
    assert 'one of "eu", "us"' in region.wire
    assert base.origins[0].endswith("#/servers/0")
    assert_leads_somewhere(one, region)


@pytest.mark.parametrize("case", GOLDENS)
def test_every_public_symbol_is_explained(case: Path, tmp_path: Path) -> None:
    one = explained(case)
    found = symbols(case, tmp_path / "client")
    assert len(found) > 30
    for symbol in found:
        name, kind = symbol["name"], symbol["kind"]
        answer = one.one(f"{one.answers.index.package}.{name}")
        assert_leads_somewhere(one, answer)
        assert answer.why, name
        assert (ROOT / answer.template).is_file(), answer
        if kind != "inherited":
            line = one.line(answer)
            assert name.rpartition(".")[2] in line or line.lstrip().startswith("@"), (name, line)
        if "line" in symbol:
            assert answer.line == symbol["line"], name
        if kind in {"class", "field", "member", "resource", "method", "argument"}:
            assert answer.origins, name
            assert answer.view, name
            assert answer.wire, name
        if symbol.get("wire") is not None:
            assert json.dumps(symbol["wire"], ensure_ascii=False)[:50] in answer.wire, name
        again = one.one(f"{answer.file}:{answer.line}")
        assert again.file == answer.file


@pytest.mark.parametrize("case", GOLDENS)
def test_a_name_is_among_those_that_the_rules_propose(case: Path) -> None:
    """The first pointer of a field, a parameter or an operation is that of the part that gave the name."""
    one = explained(case)
    for symbol in one.answers.index.symbols.values():
        answer = one.answers.about(symbol)
        if symbol.is_public and symbol.part.named and symbol.part.kind != "argument of the client":
            assert answer.why[0].startswith(
                ("It comes from", "It is inline", "`x-python-name`", "`name` of")
            ), answer


def operations(one: Explained) -> Iterator[tuple[str, str]]:
    for operation in one.output.api.operations:
        yield f"{operation.method} {operation.path}", str(operation.id)


@pytest.mark.parametrize("case", GOLDENS)
def test_requests_and_pointers_lead_to_their_methods(case: Path) -> None:
    one = explained(case)
    for request, _ in operations(one):
        answer = one.one(request)
        assert answer.wire == request
        pointer = answer.origins[0].rpartition(": ")[2]
        _, told = one.ask(pointer)
        assert answer.name in {other.name for other in told}


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
def test_a_former_name_is_answered_with_what_it_is_now(question: str, now: str, note: str) -> None:
    found, (answer,) = explained(next(one for one in CASES if one.name == "renamed")).ask(question)
    assert answer.name == f"renamed.{now}"
    assert note in found.note
