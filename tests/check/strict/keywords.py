"""Keywords that other languages have, or that have no effect."""

from __future__ import annotations

from tests.check.strict.documents import (
    COUNT,
    ENUM,
    ITEMS,
    LIMIT,
    NOTE,
    OF_ITEMS,
    OLDER,
    OLDER_NOTE,
    ORDER_ID,
    SKU,
)
from tests.check.strict.slip import EXAMPLE, Slip, did

SLIPS = [
    # What other formats and languages call a key
    Slip("keyword", "count: {type: integer,", "count: {type: integer, «min: 0,", did("minimum")),
    Slip("keyword", SKU, "sku: {type: string, «regex: '^A', description: What.}", did("pattern")),
    Slip("keyword", ENUM, "«choices: [open, sent, paid]", did("enum")),
    Slip(
        "keyword", "description: An order.", "«desc: An order.", did("description"), ("missing-description",)
    ),
    Slip(
        "unknown-key",
        "      requestBody:\n",
        "      «body:\n",
        did("requestBody"),
        always=True,
    ),
    Slip("unknown-key", "operationId: addBuyer", "«nickname: addBuyer", did("operationId"), always=True),
    Slip(
        "unknown-key",
        "          in: query\n",
        "          «im: query\n",
        did("in"),
        ("missing-key",),
        always=True,
    ),
    Slip(
        "unknown-key",
        '$ref: "#/components/responses/Missing"',
        '«ref: "#/components/responses/Missing"',
        did("$ref"),
        ("missing-key",),
        always=True,
    ),
    Slip(
        "unknown-key",
        "operationId: addBuyer",
        "operationId: addBuyer\n      «consumes: [application/json]",
        "'content'",
        always=True,
    ),
    Slip("path", "  /buyers:", "  «buyers:", did("/buyers"), always=True),
    Slip(
        "wrong-type",
        SKU,
        "sku: {type: string, required: «true, description: What.}",
        "in the 'required' of its object",
        always=True,
    ),
    Slip(
        "misplaced-extension",
        SKU,
        "sku: {type: string, «x-nullable: true, description: What.}",
        'type: [..., "null"]',
    ),
    Slip(
        "misplaced-extension",
        OLDER_NOTE,
        "note: {type: string, «x-nullable: true, description: What.}",
        "nullable: true",
        EXAMPLE,
        base=OLDER,
    ),
    # Keywords that say nothing in this version
    Slip(
        "nullable",
        NOTE,
        "note: {type: string, «nullable: true, description: Any.}",
        'type: [string, "null"]',
        always=True,
    ),
    Slip("keyword", NOTE, "note: {type: string, «nullable: false, description: Any.}", "remove it"),
    Slip(
        "nullable",
        "payment: {$ref: ",
        "payment: {«nullable: true, $ref: ",
        "'anyOf' with a member '{type: \"null\"}'",
        always=True,
    ),
    Slip("keyword", "type: array\n", "type: array\n          «additionalItems: false\n", "'prefixItems'"),
    Slip("keyword", SKU, "sku: {type: string, «colour: red, description: What.}", "begins with 'x-'"),
    Slip(
        "unknown-key",
        NOTE,
        "note: {type: string, «maxLenght: 8, description: A.}",
        did("maxLength"),
        always=True,
    ),
    Slip(
        "unknown-key",
        "summary: Read an",
        "«sumary: Read an",
        did("summary"),
        ("missing-description",),
        always=True,
    ),
    Slip(
        "unknown-key", "in: query\n", "in: query\n          «requierd: true\n", did("required"), always=True
    ),
    Slip(
        "newer-key",
        OLDER_NOTE,
        "note: {type: string, «const: a, description: A.}",
        "came with OpenAPI 3.1",
        EXAMPLE,
        base=OLDER,
        always=True,
    ),
    Slip(
        "newer-key",
        OLDER_NOTE,
        "note: {type: array, items: {}, «prefixItems: [], description: A.}",
        "3.1",
        base=OLDER,
        always=True,
    ),
    Slip(
        "newer-key",
        OLDER_NOTE,
        "note: {«if: {}, description: A.}",
        "came with OpenAPI 3.1",
        base=OLDER,
        always=True,
    ),
    Slip(
        "wrong-type",
        OLDER_NOTE,
        'note: {type: «[string, "null"], description: A.}',
        "must be a string",
        base=OLDER,
        always=True,
    ),
    Slip("wrong-value", COUNT, "count: {type: «int, description: How many.}", did("integer"), always=True),
    Slip("wrong-value", COUNT, "count: {type: «float, description: How many.}", did("number"), always=True),
    Slip(
        "wrong-type",
        COUNT,
        "count: {type: integer, readOnly: «'true', description: A.}",
        "did you mean true?",
        always=True,
    ),
    Slip(
        "wrong-type",
        COUNT,
        "count: {type: integer, minimum: 1, exclusiveMinimum: «true, description: A.}",
        "must be a number",
        always=True,
    ),
    Slip(
        "nullable",
        'schema: {$ref: "#/components/schemas/Order"}',
        'schema: {$ref: "#/components/schemas/Order", «nullable: true}',
        "put the reference into an 'allOf'",
        base=OLDER,
        always=True,
    ),
    Slip(
        "ignored-key",
        'schema: {$ref: "#/components/schemas/Order"}',
        'schema: {$ref: "#/components/schemas/Order", «deprecated: true}',
        "put the reference into an 'allOf'",
        base=OLDER,
    ),
    # Keywords that say nothing of this type
    Slip(
        "inapplicable-keyword",
        COUNT,
        "count: {type: integer, «maxLength: 3, description: A.}",
        "of type 'string'",
    ),
    Slip(
        "inapplicable-keyword", NOTE, "note: {type: string, «maximum: 3, description: A.}", "of type 'number'"
    ),
    Slip(
        "inapplicable-keyword", NOTE, "note: {type: string, «items: {}, description: A.}", "of type 'array'"
    ),
    Slip(
        "inapplicable-keyword",
        NOTE,
        "note: {type: string, «properties: {}, description: A.}",
        "of type 'object'",
    ),
    Slip(
        "inapplicable-keyword",
        NOTE,
        "note: {type: string, format: «int64, description: A.}",
        "of 'integer' or",
    ),
    Slip(
        "inapplicable-keyword", COUNT, "count: {type: integer, format: «date, description: A.}", "of 'string'"
    ),
    Slip(
        "inapplicable-keyword",
        COUNT,
        "count: {type: integer, format: «double, description: A.}",
        "of 'number'",
    ),
    Slip("inapplicable-keyword", NOTE, "note: {type: string, «then: {}, description: A.}", "without 'if'"),
    Slip(
        "inapplicable-keyword",
        "minimum: 0, exclusiveMinimum: true",
        "«exclusiveMinimum: true",
        "without 'minimum'",
        base=OLDER,
    ),
    Slip("missing-type", ORDER_ID, "id: {«format: uuid, description: Its ID.}", "type: string"),
    Slip("missing-type", COUNT, "count: {«minimum: 1, maximum: 99, description: How many.}", "type: number"),
    Slip("missing-type", "type: array\n          items:", "«items:", "type: array"),
    Slip(
        "missing-items",
        ITEMS,
        ITEMS.replace("        items:", "        «items:", 1).removesuffix(OF_ITEMS),
        "'items: {}'",
    ),
    Slip("missing-type", NOTE, "«note: {example: Fragile., description: A.}", "write 'type: string'"),
    Slip("missing-type", LIMIT, "«schema: {default: 20}", "the parameter 'limit' allows any value"),
    Slip("missing-type", "name: {type: string, d", "«name: {d", "write 'type: string', as in its example"),
]
