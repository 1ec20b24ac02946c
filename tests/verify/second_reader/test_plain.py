"""What openapi-python-client is shown of a document."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from codegen.describe import describe
from codegen.document.node import Node, placed
from codegen.model.types import Scalar
from codegen.simplify import simplify
from codegen.simplify.forms import read_schemas
from codegen.standard.positions import Document
from codegen.verify.second_reader.plain import plain_document
from tests.conftest import ROOT
from tests.verify.second_reader.described import document, second_reading


def texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value


def test_it_is_shown_no_text_of_the_author() -> None:
    trap = "Tr4p"
    planted = document(
        f"""
openapi: 3.1.0
info: {{title: {trap}, version: {trap}, description: {trap}}}
tags: [{{name: {trap}}}]
servers: [{{url: 'https://{trap}'}}]
paths:
  /{trap}/{{{trap}}}:
    get:
      operationId: {trap}
      tags: [{trap}]
      summary: {trap}
      parameters:
        - {{name: {trap}, in: path, required: true, description: {trap}, schema: {{type: string}}}}
        - {{name: {trap}, in: header, schema: {{type: string, default: {trap}, pattern: {trap}}}}}
      requestBody: {{description: {trap}, content: {{application/{trap}+json: {{example: {trap}}}}}}}
      responses:
        "200":
          description: {trap}
          headers: {{{trap}: {{description: {trap}, schema: {{type: string, enum: [{trap}]}}}}}}
          content: {{application/{trap}+json: {{schema: {{$ref: '#/components/schemas/{trap}'}}}}}}
components:
  schemas:
    {trap}:
      title: {trap}
      description: {trap}
      type: object
      required: [{trap}]
      x-{trap}: {trap}
      properties:
        {trap}: {{type: string, format: {trap}, enum: [{trap}], default: {trap}, examples: [{trap}]}}
"""
    )
    shown = plain_document(simplify(planted))
    pieces = [piece.document for piece in shown.pieces]
    assert not [text for text in texts(pieces) if trap in text]


def test_a_large_object_is_shown_in_parts_and_compared_whole() -> None:
    properties = {f"p{n}": {"type": "string" if n % 2 else "integer"} for n in range(600)}
    large = {"type": "object", "properties": properties, "required": ["p599", "p3"]}
    root = document("openapi: 3.1.0\ninfo: {title: Large, version: '1'}\npaths: {}\n")
    schemas = placed({"schemas": {"Large": large}}, ("components",))
    simplified = simplify(root.with_items(components=schemas))
    shown, api = plain_document(simplified), describe(simplified)
    sizes = [len(piece.document["components"]["schemas"]["S1"]["properties"]) for piece in shown.pieces]
    assert (sum(sizes), max(sizes)) == (600, 250)
    assert second_reading(api, shown) == []
    model = api.models["Large"]
    for wrong in ("p0", "p599"):
        fields = tuple(
            replace(one, type=Scalar.BOOLEAN) if one.wire_name == wrong else one for one in model.fields
        )
        mistaken = replace(api, models={"Large": replace(model, fields=fields)})
        (problem,) = second_reading(mistaken, shown)
        assert problem.where == ("components", "schemas", "Large", "properties", wrong)


@pytest.mark.slow
def test_what_it_is_shown_grows_with_the_document_not_with_its_square() -> None:
    def work(models: int) -> int:
        """The components in all pieces, each of which the parser copies for each after it."""
        schemas = {f"Model{number}": chained(number, models) for number in range(models)}
        paths = {f"/models/{number}": responding(f"Model{number}") for number in range(models)}
        root = placed({"paths": paths, "components": {"schemas": schemas}})
        assert isinstance(root, Node)
        pieces = [piece.document for piece in plain_document(read_schemas(Document(root))).pieces]
        return sum(len(piece["components"]["schemas"]) ** 2 for piece in pieces)

    assert work(4_000) < 4.1 * work(1_000)


def chained(number: int, models: int) -> Any:
    """An object that refers to the next: all of them are reached from any."""
    following = {"$ref": f"#/components/schemas/Model{(number + 1) % models}"}
    return {"type": "object", "properties": {"next": following}}


def responding(name: str) -> Any:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    return {"get": {"responses": {"200": {"description": "", "content": content}}}}


def test_the_second_reader_starts_without_what_it_would_fetch_documents_with() -> None:
    program = """
import sys
from codegen.verify.second_reader import _read
assert _read(lambda: []) == []
print([name for name in sys.modules if name.partition(".")[0] in {"httpx", "httpcore", "rich"}])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == "[]\n"
