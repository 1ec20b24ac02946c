"""Names that look alike, and keys of examples."""

from __future__ import annotations

from tests.check.strict.documents import NOTE, SERVER
from tests.check.strict.slip import Slip, did

SLIPS = [
    Slip(
        "similar-name",
        "  /buyers:\n    post:",
        "  /buyers: {}\n  «/buyers/:\n    post:",
        "hard to tell from '/buyers'",
    ),
    Slip(
        "similar-name",
        NOTE,
        f"{NOTE}\n        «Note: {{type: string, description: A.}}",
        "hard to tell from 'note'",
    ),
    Slip(
        "similar-name",
        "    description: Who buys.\n",
        "    description: Who buys.\n  - name: «buyers\n    description: B.\n",
        "'Buyers'",
        ("unused-tag",),
    ),
    Slip("unknown-property", "state: open}", "state: open, «nte: fragile}", did("note")),
    Slip(
        "unknown-property", "example: {name: Ada}", "example: {«nmae: Ada, name: Ada}", "no property 'nmae'"
    ),
    Slip(
        "misspelt-license", "  contact:", "  license: {name: MIT, identifier: «MTI}\n  contact:", did("MIT")
    ),
    Slip(
        "misspelt-license",
        "  contact:",
        "  license: {name: A, identifier: «Apache 2.0}\n  contact:",
        did("Apache-2.0"),
    ),
    Slip("no-version", "version: 1.2.0\n  contact", "version: «1.2.O\n  contact", "is no version"),
    Slip("unreachable-server", SERVER, '- url: «"https://shop,example.com"\n', "is not the name of a host"),
    Slip(
        "keyword",
        "description: What has a name.",
        "description: A.\n      «size: {type: string, description: A.}",
        "it belongs in 'properties'",
    ),
    Slip(
        "dangling-reference",
        'payment: {$ref: "#/components/schemas/Payment"}',
        "payment: {$ref: «Payment}",
        did("#/components/schemas/Payment"),
        always=True,
    ),
    Slip(
        "dangling-reference",
        'payment: {$ref: "#/components/schemas/Payment"}',
        "payment: {$ref: «components/schemas/Payment}",
        did("#/components/schemas/Payment"),
        always=True,
    ),
    Slip(
        "inapplicable-style",
        "- name: limit\n",
        "- name: limit\n          style: «deepObject\n",
        "but of 'object'",
    ),
    Slip(
        "runtime-expression",
        "description: Added.",
        "description: Added.\n          links: {a: {operationId: getOrder, requestBody: «$respons.body#/id}}",
        "no runtime expression",
    ),
    Slip(
        "runtime-expression",
        "      summary: Add a buyer",
        "      summary: Add a buyer\n      callbacks: {added: {«'{$request.bdy#/url}': {}}}",
        "no runtime expression",
    ),
    Slip(
        "missing-example",
        "examples: {small: {value: ",
        "examples: {«small: {summary: A.}, big: {value: ",
        "no 'value'",
    ),
    Slip(
        "missing-schema",
        """          application/json:
            schema: {$ref: "#/components/schemas/Buyer"}
""",
        "          «application/json:\n",
        "has no 'schema'",
        ("unused-component",),
    ),
]
