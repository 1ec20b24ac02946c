"""Components that nothing uses."""

from __future__ import annotations

from tests.check.strict.slip import Slip

SLIPS = [
    Slip("unused-component", "    Cash:\n", "    «Old:\n      description: Nobody's.\n    Cash:\n", "'Old'"),
    Slip(
        "unused-component",
        '"404":\n          $ref: "#/components/responses/Missing"',
        '"404":\n          description: No order.',
        "'Missing'",
        ("unused-component",),
    ),
    Slip(
        "unused-component",
        "  responses:\n    Missing:",
        "  headers:\n    «Cost: {description: A., schema: {type: string}}\n  responses:\n    Missing:",
        "headers",
    ),
    Slip(
        "unused-component",
        "  securitySchemes:\n    login:",
        "  securitySchemes:\n    «other: {type: http, scheme: basic}\n    login:",
        "securitySchemes",
    ),
]
