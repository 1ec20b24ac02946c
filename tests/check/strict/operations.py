"""Operations: parts that are ignored, or that are missing."""

from __future__ import annotations

from tests.check.strict.documents import BASE, FIELD, OLDER
from tests.check.strict.slip import Slip, did

SLIPS = [
    Slip("status-code", '"201":', '«"20O":', did("200"), always=True),
    Slip("status-code", '"201":', '«"2004":', "did you mean '200' or '204'?", always=True),
    Slip("status-code", '"404":', '«"40A":', "did you mean '400', '404' or '401'?", always=True),
    Slip("status-code", '"404":', "«Not Found:", did("404"), always=True),
    Slip("status-code", '"404":', "«404 Error:", did("404"), always=True),
    Slip("status-code", '"404":', '«"400-499":', did("4XX"), always=True),
    Slip("path-parameter", "name: id\n", "name: idd\n", "", ("path-parameter",), always=True),
    Slip("operation-id", "operationId: addBuyer", "operationId: «add buyer", did("add_buyer")),
    Slip("operation-id", "operationId: addBuyer", "operationId: «Add-Buyer!", did("Add_Buyer")),
    Slip("operation-id", "operationId: addBuyer", "operationId: «get_order", "'getOrder'"),
    Slip("reserved-header", FIELD, "- name: «Authorization", "'security'"),
    Slip("reserved-header", FIELD, "- name: «accept", "media types of the responses"),
    Slip("reserved-header", FIELD, "- name: «Content-Type", "media type of the body"),
    Slip("reserved-header", "Retry-After:", "«Content-Type:", "the key of its content"),
    Slip(
        "body-without-meaning",
        "      summary: Read an order",
        "      summary: Read an order\n      «requestBody: {content: {text/plain: {schema: {type: string}}}}",
        "GET",
    ),
    Slip(
        "body-without-meaning",
        "description: It is gone.",
        "description: It is gone.\n          «content: {text/plain: {schema: {type: string}}}",
        "204",
    ),
    Slip(
        "no-success",
        '"204":\n          description: It is gone.',
        '"404":\n          description: There is none.',
        "no response",
    ),
    Slip(
        "default-of-required",
        "schema: {type: string, format: uuid}\n",
        "schema: {type: string, «default: a}\n",
        "'id' is required",
    ),
    Slip("path-template", "  /buyers:", "  «/buyers/:id:", did("/buyers/{id}")),
    Slip("path-template", "  /buyers:", "  «/buyers/<int:id>:", did("/buyers/{id}")),
    Slip("path-template", "  /buyers:", "  «/buy ers:", "no spaces"),
    Slip("path-template", "  /orders/{id}:", "  «/orders/{id}/{id}:", "{id} is in the path twice"),
    Slip(
        "alternatives",
        "          description: How many items.",
        "          description: How many items.\n          example: 1\n          examples: {a: {value: 1}}",
        "not both",
        always=True,
    ),
    Slip("encoding", "photo: {contentType", "«phto: {contentType", did("photo")),
    Slip("unknown-scope", "login: [read]", "login: [«raed]", did("read"), always=True),
    Slip(
        "unknown-scope",
        "security: [{key: []}]",
        "security: [{key: [«read]}]",
        "write []",
        base=OLDER,
        always=True,
    ),
    Slip("unknown-security-scheme", "- login: [read]", "- «logn: [read]", did("login"), always=True),
    Slip(
        "missing-key",
        "          description: Added.\n",
        "          headers: {}\n",
        "must have 'description'",
        base=BASE,
        always=True,
    ),
    Slip(
        "missing-key",
        "          scopes: {read: Reading., write: Writing.}\n",
        "",
        "",
        ("unknown-scope",),
        always=True,
    ),
]
