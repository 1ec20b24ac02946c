"""The table of causes: what is done to a world, and the rule and the words that `check` must name it with."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass

from codegen.output import record
from tests.drift.causes.worlds import OVERLAY, World

Act = Callable[[World], None]


@dataclass(frozen=True)
class Row:
    """One cause of drift."""

    name: str
    rule: str
    file: str
    said: str
    act: Act
    at: str = ""
    """A text in the line that is named."""
    is_hiding: bool = False
    """Whether no other cause can be told beside this one."""
    touches: str = ""
    """Two rows that touch the same thing are no pair."""


def _spec(name: str, rule: str, at: str, said: str, old: str, new: str, touches: str = "") -> Row:
    def act(world: World) -> None:
        world.spec(old, new)

    return Row(name, f"document-{rule}", "openapi.yaml", said, act, at, touches=touches or name)


def _edit(name: str, rule: str, at: str, said: str, change: Callable[[bytes], bytes]) -> Row:
    path = f"out/shop/quiet_{name}.py"

    def act(world: World) -> None:
        world.write(path, change((world.folder / path).read_bytes()))

    return Row(name, rule, path, said, act, at, touches=name)


def _tool(name: str, before: str | None) -> Row:
    return Row(
        f"tool {name}",
        "tool-changed",
        "out/.generated",
        f"{name} ",
        lambda world: world.recorded(f"tool {name}", before),
        f"<tool {name}>" if before else "",
        touches="tools",
    )


ORDER = "    Order:\n      type: object\n"
SIZE = "    Size: {type: string, enum: [small, large]}\n"
FAULT = "    Fault: {type: object, properties: {text: {type: string}}}\n"
NEW = """\
  /things:
    get:
      operationId: listThings
      tags: [orders]
      summary: List things.
      responses: {"204": {description: Done.}}
"""
PATCH = """\
    patch:
      operationId: changeOrders
      tags: [orders]
      summary: Change all orders.
      responses: {"204": {description: Done.}}
    post:
      operationId: createOrder
"""
WEBHOOK = """\
  sent:
    post:
      operationId: orderSent
      tags: [orders]
      summary: An order was sent.
      responses: {"204": {description: Done.}}
  paid:
"""

DOCUMENT_ROWS = (
    _spec("a schema", "changed", "Order:", "schema Order has changed", "An order.", "Any order."),
    _spec("a new schema", "added", "Color:", "schema Color is new", SIZE, f"{SIZE}    Color: {{type: string}}\n", "sizes"),
    _spec("a schema is gone", "removed", "schemas:", "schema Fault is gone", FAULT, "", "faults"),
    _spec("a schema has another name", "renamed", "Failure:", "schema Failure is the former schema Fault", "    Fault:", "    Failure:", "faults"),
    _spec("an enumeration", "changed", "Size:", "schema Size has changed", "[small, large]", "[small, large, huge]", "sizes"),
    _spec("an operation", "changed", "get:", "operation GET /orders has changed", "List orders.", "List all orders."),
    _spec("a new operation", "added", "patch:", "operation PATCH /orders is new", "    post:\n      operationId: createOrder\n", PATCH, "post"),
    _spec("an operation of a new path", "added", "get:", "operation GET /things is new", "webhooks:\n", f"{NEW}webhooks:\n"),
    _spec("an operation is gone", "removed", "/orders:", "operation POST /orders is gone", "    post:\n      operationId: createOrder\n", "    x-post:\n      operationId: createOrder\n", "post"),
    _spec("a path", "renamed", "/orders/{order}:", "what all operations of /orders/{order} share is the former", "/orders/{id}", "/orders/{order}"),
    _spec("what operations share", "changed", "/orders:", "what all operations of /orders share has changed", "A trace.", "Some trace."),
    _spec("a parameter", "changed", "Limit:", "parameter Limit has changed", "At most.", "At the most."),
    _spec("a response", "changed", "Missing:", "response Missing has changed", "No such order.", "No order."),
    _spec("a body", "changed", "Order:", "request body Order has changed", "Order: {required: true", "Order: {description: It., required: true"),
    _spec("a header", "changed", "Left:", "header Left has changed", "Calls left.", "Left."),
    _spec("a security scheme", "changed", "token:", "security scheme token has changed", "A token.", "The token."),
    _spec("an example", "changed", "Small:", "example Small has changed", "value: {id: 1}", "value: {id: 2}"),
    _spec("a link", "changed", "All:", "link All has changed", "All orders.", "All."),
    _spec("a callback", "changed", "Done:", "callback Done has changed", "An order is done.", "It is done."),
    _spec("a path item", "changed", "Order:", "path item Order has changed", "Delete an order.", "Delete it."),
    _spec("info", "changed", "info:", "`info` has changed", "Sells things.", "Sells all."),
    _spec("the servers", "changed", "servers:", "`servers` has changed", "https://shop.example\"}", "https://other.example\"}"),
    _spec("the tags", "changed", "tags:", "`tags` has changed", "[{name: orders}]", "[{name: orders, description: All.}]"),
    _spec("the security", "changed", "security:", "`security` has changed", "[{token: []}]", "[{token: []}, {}]"),
    _spec("external documentation", "changed", "externalDocs:", "`externalDocs` has changed", "example/docs", "example/pages"),
    _spec("an extension", "changed", "x-note:", "`x-note` has changed", "{text: one}", "{text: two}", "note"),
    _spec("an extension is gone", "removed", "openapi:", "`x-note` is gone", "x-note: {text: one}\n", "", "note"),
    _spec("the version of the standard", "changed", "openapi:", "`openapi` has changed", "3.1.0", "3.1.1"),
    _spec("a new webhook", "added", "post:", "operation POST sent is new", "  paid:\n", WEBHOOK),
    _spec("a webhook", "changed", "post:", "operation POST paid has changed", "was paid", "is paid"),
    _spec("the order of schemas", "order", "openapi:", "the order of its parts", f"{SIZE}{FAULT}", f"{FAULT}{SIZE}", "sizes faults"),
)  # fmt: skip


def _renamed(world: World) -> None:
    (world.folder / "mine/package/spare.py").rename(world.folder / "mine/package/other.py")


def _swapped(world: World) -> None:
    world.change("wholespec.toml", '["first.yaml", "second.yaml"]', '["second.yaml", "first.yaml"]')


def _without_second(world: World) -> None:
    world.change("wholespec.toml", ', "second.yaml"', "")


def _third(world: World) -> None:
    world.write("third.yaml", OVERLAY.format("third"))
    world.change("wholespec.toml", '["first.yaml"', '["third.yaml", "first.yaml"')


INPUT_ROWS = (
    Row("an overlay", "overlay-changed", "first.yaml", "overlay first.yaml has changed",
        lambda world: world.change("first.yaml", "x-first: first", "x-first: primary"), touches="first"),
    Row("a new overlay", "overlay-added", "third.yaml", "overlay third.yaml is new", _third, touches="overlays"),
    Row("an overlay is gone", "overlay-removed", "out/.generated", "overlay second.yaml is gone", _without_second, touches="overlays"),
    Row("the order of overlays", "overlay-order", "out/.generated", "in another order", _swapped, touches="overlays"),
    Row("a setting", "setting-changed", "wholespec.toml", "setting `license` has changed",
        lambda world: world.change("wholespec.toml", '"MIT"', '"Apache-2.0"'), touches="license"),
    Row("a new setting", "setting-added", "wholespec.toml", "setting `version` is new",
        lambda world: world.write("wholespec.toml", world.read("wholespec.toml") + 'version = "3"\n'), touches="version"),
    Row("a setting is gone", "setting-removed", "out/.generated", "setting `license` is gone",
        lambda world: world.change("wholespec.toml", 'license = "MIT"\n', ""), touches="license version"),
    Row("a template of one's own", "template-changed", "mine/README.md.jinja", "your template README.md.jinja has changed",
        lambda world: world.change("mine/README.md.jinja", "Some", "Other"), touches="page"),
    Row("a template of one's own is gone", "template-removed", "out/.generated", "your template README.md.jinja is gone",
        lambda world: (world.folder / "mine/README.md.jinja").unlink(), touches="page"),
    Row("a file of one's own", "template-changed", "mine/package/own.py", "your template package/own.py has changed",
        lambda world: world.write("mine/package/own.py", "OWN = 2\n"), touches="own"),
    Row("a new file of one's own", "template-added", "mine/package/more.py", "your template package/more.py is new",
        lambda world: world.write("mine/package/more.py", "MORE = 1\n")),
    Row("a file of one's own is gone", "template-removed", "out/.generated", "your template package/spare.py is gone",
        lambda world: (world.folder / "mine/package/spare.py").unlink(), touches="spare"),
    Row("a template of the generator", "template-changed", "templates/api.md.jinja", "template api.md.jinja has changed",
        lambda world: world.recorded("template api.md.jinja", "0" * 16), touches="tools"),
    Row("a file of the runtime", "template-changed", "templates/package/_runtime/_call.py", "which is copied, has changed",
        lambda world: world.rewritten("shop/_runtime/_call.py"), touches="runtime"),
    _tool("ruff", "0.1.0"),
    _tool("jinja2", "99.0"),
    _tool("openapi-python-client", "0.28.0"),
    _tool("jsonpath-rfc9535", None),
    Row("a tool is not used any more", "tool-changed", "out/.generated", "black is not installed here; 24.1 wrote",
        lambda world: world.recorded("tool black", "24.1"), touches="tools"),
    Row("an upgraded generator", "tool-changed", "out/.generated", "wholespec 0.1.0 here; 0.0.9 wrote the client",
        lambda world: world.recorded("tool wholespec", "0.0.9"), touches="tools runtime"),
    Row("the code of the generator", "generator-changed", "out/.generated", "0000000000000000 then",
        lambda world: world.recorded("generator", "0" * 16), touches="tools"),
)  # fmt: skip


def _deleted(world: World) -> None:
    (world.folder / "out/shop/quiet_deleted.py").unlink()


def _linked(world: World) -> None:
    file = world.folder / "out/shop/quiet_link.py"
    file.rename(world.folder / "elsewhere.py")
    file.symlink_to(world.folder / "elsewhere.py")


def _folder(world: World) -> None:
    file = world.folder / "out/shop/quiet_folder.py"
    file.unlink()
    file.mkdir()


def _page(world: World) -> None:
    world.change("out/README.md", "Some words.", "My words.")


def _foreign(world: World) -> None:
    """A file of the user's has the name of a file that the new version needs."""
    world.write("out/shop/part_components_schemas_Thing.py", "MINE = 1\n")
    world.spec(FAULT, f"{FAULT}    Thing: {{type: string}}\n")


CONFLICT = b"<<<<<<< HEAD\nTWO = 3\n=======\nTWO = 4\n>>>>>>> other\n"

EDIT_ROWS = (
    _edit("lines", "edited-by-hand", "TWO", "was edited by hand: 1 line written, 1 gone", lambda data: data.replace(b"TWO = 2", b"TWO = 3")),
    _edit("end", "edited-by-hand", "THREE", "was edited by hand: 2 lines written, 0 gone", lambda data: data + b"THREE = 3\nFOUR = 4\n"),
    _edit("comment", "edited-by-hand", "comment", "was edited by hand: 1 line written, 1 gone", lambda data: data.replace(b"A comment", b"No comment")),
    _edit("bytes", "edited-by-hand", "", "was edited by hand: 1 line written, 0 gone", lambda data: data + b"# \xff\xfe\n"),
    _edit("emptied", "emptied", "", "is empty", lambda _: b""),
    _edit("crlf", "line-endings", "", "has lines that end in CR LF", lambda data: data.replace(b"\n", b"\r\n")),
    _edit("mark", "layout", "", "starts with a byte order mark", lambda data: b"\xef\xbb\xbf" + data),
    _edit("formatted", "layout", "ONE", "was formatted again", lambda data: data.replace(b'{"a": 1, "b": 2}', b"{\n    'a': 1,\n    'b': 2,\n}")),
    _edit("trailing", "layout", "TWO", "was formatted again", lambda data: data.replace(b"TWO = 2", b"TWO = 2  ")),
    _edit("conflict", "merge-conflict", "<<<<", "has marks of a merge", lambda data: data.replace(b"TWO = 2\n", CONFLICT)),
    Row("deleted", "deleted-by-hand", "out/shop/quiet_deleted.py", "is missing", _deleted),
    Row("link", "not-a-file", "out/shop/quiet_link.py", "is a link or a folder", _linked),
    Row("folder", "not-a-file", "out/shop/quiet_folder.py", "is a link or a folder", _folder),
    Row("page", "edited-by-hand", "out/README.md", "was edited by hand: 1 line written, 1 gone", _page, touches="page"),
    Row("foreign", "foreign-file", "out/shop/part_components_schemas_Thing.py", "in the place of a generated file", _foreign, touches="faults"),
)  # fmt: skip


def _early(world: World) -> None:
    """The record of an early version, which had digests of whole documents and configurations only."""
    first, *lines = world.read("out/.generated").splitlines()
    kept = [line for line in lines if "  <" not in line or "<the document>" in line or "<overlay" in line]
    world.write("out/.generated", "\n".join([first, *kept, f"{'0' * 64}  <the configuration>", ""]))
    world.rewritten("shop/order.py")


def _merged(world: World) -> None:
    """Git has merged the records of two branches line by line, and one of the files to neither version."""
    path = "shop/order.py"
    world.write("out/.generated", world.read("out/.generated") + f"{record.digest(b'THEIRS')}  {path}\n")
    world.write(f"out/{path}", "OURS AND THEIRS\n")


def _unexplained(world: World) -> None:
    world.rewritten("shop/order.py")


def _gone(world: World) -> None:
    shutil.rmtree(world.folder / "out")


RECORD_ROWS = (
    Row("the record is missing", "record-missing", "out/.generated", "is missing",
        lambda world: (world.folder / "out/.generated").unlink(), is_hiding=True, touches="record"),
    Row("the record is damaged", "record-damaged", "out/.generated", "is not a record",
        lambda world: world.write("out/.generated", "Oops\n"), is_hiding=True, touches="record"),
    Row("the record is of an early version", "record-old", "out/.generated", "names neither", _early, touches="record tools"),
    Row("the records of two branches", "record-merged", "out/.generated", "the lines of two branches", _merged, touches="record"),
    Row("no reason", "unexplained", "out/shop/order.py", "every input is what it was", _unexplained, touches="record"),
    Row("no client", "client-missing", "out", "files are missing", _gone, is_hiding=True, touches="record"),
)  # fmt: skip

ROWS = (*DOCUMENT_ROWS, *INPUT_ROWS, *EDIT_ROWS, *RECORD_ROWS)
