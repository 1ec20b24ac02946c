"""Near misses of names."""

from __future__ import annotations

from tests.check.strict.documents import FIELD, NOTE, OLDER, ORDER_ID
from tests.check.strict.slip import Slip, did

SLIPS = [
    Slip(
        "misspelt-media-type",
        '            application/json:\n              schema: {$ref: "#/components/schemas/Order"}',
        '            «aplication/json:\n              schema: {$ref: "#/components/schemas/Order"}',
        did("application/json"),
    ),
    Slip(
        "misspelt-media-type",
        "          multipart/form-data:",
        "          «multipart/formdata:",
        did("multipart/form-data"),
    ),
    Slip(
        "misspelt-media-type",
        "application/problem+json:",
        "«application/problem+jsn:",
        did("application/problem+json"),
    ),
    Slip(
        "misspelt-media-type",
        "application/problem+json:",
        "«application/vnd.acme.v2+jsno:",
        did("application/vnd.acme.v2+json"),
    ),
    Slip("misspelt-media-type", "application/problem+json:", "«json:", did("application/json")),
    Slip("misspelt-media-type", "application/problem+json:", "«application-json:", did("application/json")),
    Slip("misspelt-media-type", "contentType: image/png", "contentType: «image/jpg", did("image/jpeg")),
    Slip("misspelt-format", ORDER_ID, "id: {type: string, format: «uid, description: A.}", did("uuid")),
    Slip(
        "misspelt-format",
        ORDER_ID,
        "id: {type: string, format: «date-tme, description: A.}",
        did("date-time"),
    ),
    Slip(
        "misspelt-format",
        ORDER_ID,
        "id: {type: string, format: «datetime, description: A.}",
        did("date-time"),
    ),
    Slip("misspelt-format", ORDER_ID, "id: {type: string, format: «UUID, description: A.}", did("uuid")),
    Slip("misspelt-format", "format: int32", "format: «int23", did("int32")),
    Slip(
        "misspelt-encoding",
        NOTE,
        "note: {type: string, contentEncoding: «bas64, description: A.}",
        did("base64"),
    ),
    Slip(
        "misspelt-extension",
        ORDER_ID,
        "id: {type: string, «x-pyton-name: key, description: A.}",
        did("x-python-name"),
        always=True,
    ),
    Slip(
        "misspelt-extension",
        "tags: [Buyers]",
        'tags: [Buyers]\n      «x-genrate: {skip: "later"}',
        did("x-generate"),
        always=True,
    ),
    Slip(
        "misspelt-extension",
        "tags: [Buyers]",
        "tags: [Buyers]\n      «x-python_name: add",
        did("x-python-name"),
        always=True,
    ),
    Slip(
        "misplaced-extension",
        "tags: [Buyers]",
        "tags: [Buyers]\n      «x-python: {package: a}",
        "belongs to the info",
    ),
    Slip(
        "misplaced-extension",
        "description: Added.",
        "description: Added.\n          «x-generate: {skip: later}",
        "says nothing of a response",
    ),
    Slip("misspelt-header", "Retry-After:", "«Retry-Afer:", did("Retry-After")),
    Slip("misspelt-header", FIELD, "- name: «If-Non-Match", did("If-None-Match")),
    Slip("misspelt-header", "name: X-API-Key", "name: «X-API-Kye", did("X-API-Key"), base=OLDER),
    Slip(
        "misspelt-scheme",
        "key: {type: apiKey, in: header, name: X-API-Key}",
        "key: {type: http, scheme: «bearar}",
        did("bearer"),
        base=OLDER,
    ),
    Slip("undeclared-tag", "tags: [Buyers]", "tags: [«Buyer]", did("Buyers")),
    Slip("undeclared-tag", "tags: [Buyers]", "tags: [Buyers, «Internal]", "declare it in 'tags'"),
    Slip(
        "undeclared-tag",
        "tags: [{name: Orders, description: What people buy.}]\n",
        "",
        "not declared",
        base=OLDER,
    ),
    Slip(
        "unused-tag",
        "description: Who buys.\n",
        "description: Who buys.\n  - name: «Sellers\n    description: Who sells.\n",
        "no operation",
    ),
]
