"""The extensions that the generator reads (OpenAPI 3.1.1, 4.9)."""

from __future__ import annotations

import keyword
from collections.abc import Mapping

from codegen.document.node import Node

EXTENSIONS: Mapping[str, tuple[str, ...]] = {
    "x-generate": ("openapi", "operation", "parameter", "schema"),
    "x-python": ("info",),
    "x-python-group": ("operation",),
    "x-python-name": ("operation", "parameter", "schema", "securityScheme", "tag"),
    "x-enum-varnames": ("schema",),
    "x-enum-descriptions": ("schema",),
    "x-enum-renamed-from": ("schema",),
    "x-ms-long-running-operation": ("operation",),
    "x-ms-long-running-operation-options": ("operation",),
    "x-ms-discriminator-value": ("schema",),
    "x-ms-skip-url-encoding": ("parameter",),
    "x-pagination": ("openapi", "operation"),
    "x-fern-pagination": ("openapi", "operation"),
    "x-rate-limit": ("openapi",),
    "x-renamed-from": ("operation", "parameter", "schema", "tag"),
    "x-speakeasy-pagination": ("operation",),
    "x-waiter": ("operation",),
    "x-webhook-signature": ("openapi",),
}
"""The extensions that the generator reads, each with the kinds of objects that it applies to."""


WEBHOOK_SIGNATURE = "x-webhook-signature"


def is_waived(part: Node) -> bool:
    """Whether the author skips a part: ``x-generate: {skip: "reason"}``."""
    return "x-generate" in part and "skip" in part.mapping("x-generate")


def is_public_name(text: str) -> bool:
    """Whether a text can be an ``x-python-name``: an ASCII identifier without a leading underscore."""
    return text.isascii() and text.isidentifier() and not keyword.iskeyword(text) and not text.startswith("_")
