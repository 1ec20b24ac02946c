"""A document for tests of the command line, and its files."""

from __future__ import annotations

from pathlib import Path

from codegen.standard.rules import STRICT_RULES

SPEC = """\
openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [Orders]
      parameters:
        - name: id
          in: path
          required: true
          schema: {type: string}
      responses:
        "200":
          description: The order.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Order"}
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties:
        id: {type: string}
        note: {type: string, description: What the buyer wrote.}
"""


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


STRICT = ("--strict", "--tolerate", ",".join(STRICT_RULES))
