"""What says nothing need not be in the model."""

from __future__ import annotations

import pytest
import yaml

from codegen.describe import describe
from codegen.document.node import Node, placed
from codegen.model.api import Api
from codegen.simplify import simplify
from codegen.verify.ledger import reconcile


def _loses_nothing(text: str) -> Api:
    root = placed(yaml.safe_load(text))
    assert isinstance(root, Node)
    simplified = simplify(root)
    api = describe(simplified)
    reconcile(root, api)
    return api


HEADERS = """\
openapi: 3.0.3
info: {title: A, version: '1'}
paths:
  /a:
    parameters: [{name: X-Trace, in: header, schema: {type: string}}]
    get:
      parameters: [{name: x-trace, in: header, schema: {type: string}}]
      responses: {'204': {description: Done.}}
"""


def test_headers_are_the_same_parameter_in_any_case() -> None:
    api = _loses_nothing(HEADERS)
    assert [parameter.wire_name for parameter in api.operations[0].parameters] == ["x-trace"]


SCHEMAS = """\
openapi: 3.0.3
info: {{title: A, version: '1'}}
paths: {{}}
components: {{schemas: {{{}}}}}
"""

BESIDE_A_REFERENCE = """\
B: {type: string},
A: {type: object, properties: {b: {$ref: '#/components/schemas/B', enum: [x]}}}
"""

EXCLUDED_BY_AN_ENUM = "A: {enum: [''], oneOf: [{type: array, items: {type: string}}, {type: string}]}"

EXCLUDED_BY_A_TYPE = """\
A: {type: array, items: {type: string}, oneOf: [
  {type: object, properties: {x: {type: string}}}, {type: array, items: {type: string}}]}
"""

COMPOSED_WITH_AN_OBJECT = """\
A: {allOf: [
  {properties: {x: {type: array, items: {oneOf: [
    {type: object, nullable: true, properties: {y: {}}}, {type: object, properties: {z: {}}}]}}}},
  {properties: {x: {type: array, items: {type: object, nullable: true}}}}]}
"""

BY_ANOTHER_NAME = """\
P: {type: object, properties: {x: {type: string}}},
O: {type: object, properties: {y: {type: string}}},
Q: {allOf: [{$ref: '#/components/schemas/P'}]},
A: {properties: {b: {oneOf: [{$ref: '#/components/schemas/Q'}, {$ref: '#/components/schemas/O'}]}}},
C: {properties: {c: {oneOf: [{$ref: '#/components/schemas/Q'}, {$ref: '#/components/schemas/O'}]}}}
"""

TEXT_WITH_A_SCHEMA = """\
A: {properties: {t: {type: string, contentMediaType: application/json,
  contentSchema: {properties: {x: {type: object, properties: {y: {type: integer}}}}}}}}
"""


@pytest.mark.parametrize(
    "schemas",
    [
        BESIDE_A_REFERENCE,
        EXCLUDED_BY_AN_ENUM,
        EXCLUDED_BY_A_TYPE,
        COMPOSED_WITH_AN_OBJECT,
        BY_ANOTHER_NAME,
        TEXT_WITH_A_SCHEMA,
    ],
    ids=[
        "beside a reference in 3.0",
        "excluded by an enum",
        "by a type",
        "a union composed with an object",
        "a member by another name",
        "a text with a schema of its content",
    ],
)
def test_what_says_nothing_is_not_missed(schemas: str) -> None:
    _loses_nothing(SCHEMAS.format(schemas))
