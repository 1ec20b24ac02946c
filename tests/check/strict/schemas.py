"""Schemas that no value fits, or whose values are wrong."""

from __future__ import annotations

from tests.check.strict.documents import COUNT, ENUM, LIMIT, OF_ITEMS, SKU
from tests.check.strict.slip import EXAMPLE, Slip, did

SLIPS = [
    # Names in `required`
    Slip("required-property", "[id, state]", "[id, «stat]", did("state"), EXAMPLE, always=True),
    Slip("required-property", "[id, state]", "[id, state, «nme]", "'nme' is required", EXAMPLE, always=True),
    Slip("required-property", "- required: [name]", "- required: [«nmae]", did("name"), EXAMPLE, always=True),
    Slip(
        "required-property",
        "name: {type: string, d",
        "full_name: {type: string, d",
        "'name' is required",
        ("unknown-property",),
        always=True,
    ),
    Slip(
        "required-property",
        "required: [id, state]",
        "additionalProperties: true\n      required: [id, «staet]",
        did("state"),
        EXAMPLE,
        always=True,
    ),
    Slip(
        "required-property",
        "required: [id, state]",
        "required: [id]\n      dependentRequired: {state: [«nota]}",
        did("note"),
        EXAMPLE,
        always=True,
    ),
    # Values of another type, or that the rest of the schema forbids
    Slip("enum", ENUM, "enum: [open, «5, paid]", "must be a string, not the number 5", always=True),
    Slip("enum", ENUM, "enum: [open, sent, «true]", "must be a string, not true", always=True),
    Slip("enum", ENUM, "enum: [open, sent, «null]", "must be a string, not null", always=True),
    Slip("enum", ENUM, "enum: [open, «unpaid]\n          maxLength: 4", "at most 4 characters", ("enum",)),
    Slip(
        "const",
        "kind: {type: string, const: card",
        "kind: {type: string, const: «1",
        "must be a string",
        always=True,
    ),
    Slip("default", "default: 20}", "default: «twenty}", "must be a whole number", always=True),
    Slip("example", "example: ABC-1", "example: «abc-1", "must match the pattern"),
    Slip("example", "example: ABC-1", "examples: [«1]", "must be a string"),
    Slip("example", "state: open}", "state: «opne}", did("open")),
    Slip("example", LIMIT, f"example: «0\n          {LIMIT}", "must be at least 1"),
    Slip("example", SKU, "sku: {type: string, format: email, example: «ABC-1, description: What.}", "e-mail"),
    Slip("example", SKU, "sku: {type: string, format: uri, example: «ABC-1, description: What.}", "URI"),
    Slip("example", SKU, "sku: {type: string, format: ipv4, example: «1.2.3, description: What.}", "IPv4"),
    Slip(
        "example",
        COUNT,
        "count: {type: integer, format: int32, example: «3000000000, description: How many.}",
    ),
    Slip("const", COUNT, "count: {type: integer, const: «'1', description: Many.}", "mean 1?", always=True),
    Slip(
        "default", COUNT, "count: {type: integer, default: «'1', description: Many.}", "mean 1?", always=True
    ),
    Slip("default", OF_ITEMS, OF_ITEMS + "\n          default: «a", "did you mean ['a']?", always=True),
    Slip(
        "example", SKU, "sku: {type: string, format: time, example: «'25:00', description: At.}", "12:30:00Z"
    ),
    Slip("example", SKU, "sku: {type: string, format: byte, example: «a b!, description: At.}", "base64"),
    # Nothing fits
    Slip("unsatisfiable", "minimum: 1, maximum: 99", "minimum: «100, maximum: 99", "'minimum' is 100"),
    Slip("unsatisfiable", "maxLength: 80", "minLength: «81, maxLength: 80", "'minLength' is 81"),
    Slip("unsatisfiable", "minimum: 1, maximum: 99", "exclusiveMinimum: «5, maximum: 5", "no value fits"),
    Slip("unsatisfiable", ENUM, "enum: «[]", "no value fits", EXAMPLE),
    Slip(
        "unsatisfiable",
        SKU,
        "sku: {type: string, readOnly: true, writeOnly: «true, description: A.}",
        "choose one",
    ),
    Slip(
        "pattern",
        SKU,
        'sku: {type: string, pattern: «"^[A-Z{3}-[0-9+$", description: A.}',
        "no regular expression",
    ),
    Slip("pattern", SKU, 'sku: {type: string, pattern: «"^(a|b$", description: A.}', "no regular expression"),
    Slip("pattern", SKU, 'sku: {type: string, pattern: «"*.txt", description: A.}', "no regular expression"),
    Slip("pattern", SKU, "sku: {type: string, pattern: «'/^[a-z]+$/', description: A.}", did("^[a-z]+$")),
    Slip("duplicate-item", ENUM, "enum: [open, sent, «open]", "like item 1"),
    Slip(
        "duplicate-item",
        '- $ref: "#/components/schemas/Cash"',
        '- $ref: "#/components/schemas/Cash"\n        - «$ref: "#/components/schemas/Card"',
        "a second time",
    ),
    Slip("duplicate-item", "tags: [Buyers]", "tags: [Buyers, «Buyers]", "'Buyers' is in 'tags'"),
    Slip("enum-names", ENUM, f"{ENUM}\n          «x-enum-varnames: [OPEN, SENT]", "has 2 items"),
    Slip(
        "discriminator",
        'card: "#/components/schemas/Card"',
        '«crad: "#/components/schemas/Card"',
        did("card"),
    ),
    Slip(
        "discriminator", "kind: {type: string, const: card", "kind: {type: string, const: crad", did("crad")
    ),
    Slip(
        "required-property",
        "kind: {type: string, const: card",
        "knid: {type: string, const: card",
        did("knid"),
        ("discriminator",),
        always=True,
    ),
    Slip("pattern", SKU, 'sku: {type: string, pattern: «"^[A-Z]{3-[0-9]+$", description: A.}', "a backslash"),
    Slip("discriminator", "propertyName: kind", "propertyName: «knid", did("kind"), always=True),
    Slip("discriminator", "cash: Cash\n", "cash: «Csah\n", did("Cash")),
    Slip(
        "dangling-reference",
        'card: "#/components/schemas/Card"',
        'card: «"#/components/schemas/Crad"',
        did("Card"),
        always=True,
    ),
]
