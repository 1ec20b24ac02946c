"""A folder with a document, a configuration, overlays, templates and a client, for tests of drift.

`quick` renders this client at once: a file for each part of the document, for the templates and for the
tools. It replaces the steps between the document and the files. What reads the inputs, records them and
compares them is the generator's own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from codegen.document.node import Node, json_pointer
from codegen.output import inputs, record
from codegen.output.templates import Templates
from codegen.pipeline import Package

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: 1.0.0, description: Sells things.}
servers: [{url: "https://shop.example"}]
tags: [{name: orders}]
security: [{token: []}]
externalDocs: {url: "https://shop.example/docs"}
x-note: {text: one}
paths:
  /orders:
    parameters: [{name: trace, in: header, description: A trace., schema: {type: string}}]
    get:
      operationId: listOrders
      tags: [orders]
      summary: List orders.
      parameters: [{$ref: "#/components/parameters/Limit"}]
      responses:
        "200":
          description: Orders.
          headers: {Left: {$ref: "#/components/headers/Left"}}
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Order"}}}}
        "404": {$ref: "#/components/responses/Missing"}
    post:
      operationId: createOrder
      tags: [orders]
      summary: Create an order.
      requestBody: {$ref: "#/components/requestBodies/Order"}
      callbacks: {done: {$ref: "#/components/callbacks/Done"}}
      responses: {"204": {description: Done., links: {all: {$ref: "#/components/links/All"}}}}
  /orders/{id}:
    $ref: "#/components/pathItems/Order"
webhooks:
  paid:
    post:
      operationId: orderPaid
      tags: [orders]
      summary: An order was paid.
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
      responses: {"204": {description: Done.}}
components:
  schemas:
    Order:
      type: object
      description: An order.
      required: [id]
      properties: {id: {type: integer}, note: {type: string}, size: {$ref: "#/components/schemas/Size"}}
    Size: {type: string, enum: [small, large]}
    Fault: {type: object, properties: {text: {type: string}}}
  parameters:
    Limit: {name: limit, in: query, description: At most., schema: {type: integer}}
  responses:
    Missing:
      description: No such order.
      content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}
  requestBodies:
    Order: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
  headers:
    Left: {description: Calls left., schema: {type: integer}}
  securitySchemes:
    token: {type: http, scheme: bearer, description: A token.}
  examples:
    Small: {value: {id: 1}}
  links:
    All: {operationId: listOrders, description: All orders.}
  callbacks:
    Done:
      "{$request.body#/note}":
        post:
          operationId: orderDone
          summary: An order is done.
          responses: {"204": {description: Done.}}
  pathItems:
    Order:
      delete:
        operationId: deleteOrder
        tags: [orders]
        summary: Delete an order.
        parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
        responses: {"204": {description: Done.}}
"""

CONFIGURATION = """\
document = "openapi.yaml"
output = "out"
overlays = ["first.yaml", "second.yaml"]
templates = "mine"
package = "shop"
license = "MIT"
"""

OVERLAY = """\
overlay: 1.0.0
info: {{title: Ours, version: "1"}}
actions: [{{target: $.info, update: {{x-{0}: {0}}}}}]
"""

_QUIET = (
    "lines", "end", "comment", "deleted", "emptied", "crlf", "mark", "formatted", "trailing", "conflict",
    "link", "folder", "bytes",
)  # fmt: skip
QUIET = {
    f"shop/quiet_{name}.py": f'''"""{name}"""

# A comment.
ONE = {{"a": 1, "b": 2}}
TWO = 2
'''
    for name in _QUIET
}
"""Files that no input changes: each is for one kind of edit by hand."""

PAGE = "# Shop\n\nSome words.\n\n<!-- begin own text: notes -->\n<!-- end own text: notes -->\n"


@dataclass(frozen=True)
class World:
    """The folder."""

    folder: Path

    def read(self, path: str) -> str:
        """The text of a file."""
        return (self.folder / path).read_bytes().decode()

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file, byte for byte."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def change(self, path: str, old: str, new: str) -> None:
        """Replace a text that a file must have."""
        text = self.read(path)
        assert text.count(old) == 1, f"{path} has {old!r} {text.count(old)} times"
        self.write(path, text.replace(old, new))

    def spec(self, old: str, new: str) -> None:
        """Change the document."""
        self.change("openapi.yaml", old, new)

    def content(self) -> dict[str, object]:
        """Everything in the folder: bytes, and what links lead to."""
        return {
            path.relative_to(self.folder).as_posix(): (
                str(path.readlink()) if path.is_symlink() else path.is_dir() or path.read_bytes()
            )
            for path in sorted(self.folder.rglob("*"))
        }

    def recorded(self, name: str, value: str | None) -> None:
        """Let the last run have had another input, and written another file."""
        lines = self.read("out/.generated").splitlines()
        kept = [line for line in lines if line.partition("  ")[2] != f"<{name}>"]
        self.write("out/.generated", "\n".join([*kept, *([f"{value}  <{name}>"] if value else []), ""]))
        self.rewritten("shop/tools.py")

    def rewritten(self, path: str, text: str = "OLD = 1\n") -> None:
        """Let the last run have written another text into a file."""
        self.write(f"out/{path}", text)
        lines = self.read("out/.generated").splitlines()
        kept = [line for line in lines if line.partition("  ")[2] != path]
        self.write("out/.generated", "\n".join([*kept, f"{record.digest(text.encode())}  {path}", ""]))


def filled(folder: Path) -> World:
    """Write the inputs into an empty folder."""
    world = World(folder)
    world.write("openapi.yaml", DOCUMENT)
    world.write("wholespec.toml", CONFIGURATION)
    world.write("first.yaml", OVERLAY.format("first"))
    world.write("second.yaml", OVERLAY.format("second"))
    world.write("mine/README.md.jinja", PAGE)
    world.write("mine/package/own.py", "OWN = 1\n")
    world.write("mine/package/spare.py", "SPARE = 1\n")
    return world


def quick(real: Package) -> object:
    """What replaces `codegen.pipeline.package`."""

    def package(root: Node, *_: object, templates: Path | None = None, **__: object) -> Package:
        found = Templates(templates)
        files = {"README.md": PAGE, **QUIET}
        files["shop/tools.py"] = f"{inputs.tools()}\n{inputs.generator()}\n"
        files["shop/templates.py"] = f"{dict(found.digests)}{dict(found.own_digests)}\n"
        files["shop/_runtime/_call.py"] = found.copied()["package/_runtime/_call.py"]
        for where, value in inputs.document_parts(root):
            name = "".join(one if one.isalnum() else "_" for one in json_pointer(where))
            files[f"shop/part{name}.py"] = json.dumps(value, indent=1) + "\n"
        files["shop/order.py"] = json.dumps([json_pointer(where) for where, _ in inputs.document_parts(root)])
        return Package(files, real.ledger, (), real.api)

    return package
