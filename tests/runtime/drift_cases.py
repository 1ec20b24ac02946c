"""Responses that differ from the document, and what is reported about each."""

from __future__ import annotations

from fault_server import raw, reply

GET = "#/paths/~1v1~1things~1{thingId}/get/responses"
PROPERTIES = "#/components/schemas/Thing/properties"
THING = {"id": "a", "size": 1}
ENVELOPE = {"code": "conflict", "message": "The name is taken"}
NEW = {**THING, "beta": 1}

SERVED = {
    "a status of success": (
        reply(202, THING),
        ("undocumented_status", "$", GET, "the status is not documented"),
    ),
    "an unknown value": (
        reply(200, {**THING, "colour": "dark blue"}),
        ("unknown_value", "$.colour", f"{PROPERTIES}/colour", "'dark blue' is not a documented value"),
    ),
    "an unknown number": (
        reply(200, {**THING, "fits": 7}),
        ("unknown_value", "$.fits", f"{PROPERTIES}/fits", "7 is not a documented value"),
    ),
    "an unknown value in a map": (
        reply(200, {**THING, "colours": {"secret": "red", "key": "blue"}}),
        ("unknown_value", "$.colours[*]", f"{PROPERTIES}/colours", "'blue' is not a documented value"),
    ),
    "an unknown value that is no name": (
        reply(200, {**THING, "colour": "Anna <anna@example.com>"}),
        (
            "unknown_value",
            "$.colour",
            f"{PROPERTIES}/colour",
            "a string of 23 characters is not a documented value",
        ),
    ),
    "an unknown field": (
        reply(200, NEW),
        ("unknown_field", "$.beta", "#/components/schemas/Thing", "the field is not documented"),
    ),
    "an unknown field of an item": (
        reply(200, {**THING, "parts": [THING, {**THING, "parts": [NEW]}]}),
        (
            "unknown_field",
            "$.parts[*].parts[*].beta",
            "#/components/schemas/Thing",
            "the field is not documented",
        ),
    ),
    "an unknown field of a member of a union": (
        reply(200, {**THING, "owner": {"name": "Anna", "full/name": "Anna B", "we-ird'": 1}}),
        (
            "unknown_field",
            """$.owner["we-ird'"]""",
            "#/components/schemas/Thing/properties/owner/anyOf/0",
            "the field is not documented",
        ),
    ),
    "an unknown field with a long name": (
        reply(200, {**THING, "x" * 100: 1}),
        (
            "unknown_field",
            f"$['{'x' * 64}...']",
            "#/components/schemas/Thing",
            "the field is not documented",
        ),
    ),
}

RAISED = {
    "an error's status": (
        reply(418),
        ("undocumented_status", "$", GET, "the status is not documented"),
    ),
    "a missing field": (
        reply(200, {"id": "a"}),
        ("missing_field", "$.size", f"{PROPERTIES}/size", "the field is required, and missing"),
    ),
    "a missing field of a member of a union": (
        reply(200, {**THING, "owner": {}}),
        (
            "missing_field",
            "$.owner.name",
            "#/components/schemas/Thing/properties/owner/anyOf/0/properties/name",
            "the field is required, and missing",
        ),
    ),
    "a wrong type": (
        reply(200, {**THING, "id": 7}),
        ("wrong_type", "$.id", f"{PROPERTIES}/id", "Expected `str`, got `int`"),
    ),
    "null": (
        reply(200, {**THING, "colour": None}),
        ("wrong_type", "$.colour", f"{PROPERTIES}/colour", "Expected `str`, got `null`"),
    ),
    "a wrong type in a list of lists": (
        reply(200, {**THING, "grid": [[1], [2, "secret"]]}),
        ("wrong_type", "$.grid[*][*]", f"{PROPERTIES}/grid", "Expected `int`, got `str`"),
    ),
    "a wrong type in a map": (
        reply(200, {**THING, "colours": {"secret": 5}}),
        ("wrong_type", "$.colours[*]", f"{PROPERTIES}/colours", "Expected `str`, got `int`"),
    ),
    "an object for a list": (
        reply(200, {**THING, "parts": {"secret": 1}}),
        ("wrong_type", "$.parts", f"{PROPERTIES}/parts", "Expected `array`, got `object`"),
    ),
    "no member of a union": (
        reply(200, {**THING, "owner": 7}),
        ("wrong_type", "$.owner", f"{PROPERTIES}/owner", "Expected `str | object | null`, got `int`"),
    ),
    "a field whose name a pointer escapes": (
        reply(200, {**THING, "owner": {"name": "Anna", "full/name": 5}}),
        (
            "wrong_type",
            "$.owner['full/name']",
            "#/components/schemas/Thing/properties/owner/anyOf/0/properties/full~1name",
            "Expected `str`, got `int`",
        ),
    ),
    "no time": (
        reply(200, {**THING, "made": "secret"}),
        ("wrong_type", "$.made", f"{PROPERTIES}/made", "Invalid RFC3339 encoded datetime"),
    ),
    "a field that `allOf` took from elsewhere": (
        reply(200, {**THING, "note": []}),
        (
            "wrong_type",
            "$.note",
            "#/components/schemas/Noted/properties/note",
            "Expected `str | null`, got `array`",
        ),
    ),
    "a whole body": (
        reply(200, ["secret"]),
        ("wrong_type", "$", f"{GET}/200", "Expected `object`, got `array`"),
    ),
    "no body": (
        raw("HTTP/1.1 200 OK\nContent-Length: 0"),
        ("wrong_type", "$", f"{GET}/200", "Expected JSON, got no body"),
    ),
    "bad JSON": (
        reply(200, b'{"id": secret'),
        ("wrong_type", "$", f"{GET}/200", "Expected JSON, got what is not JSON"),
    ),
    "an unknown field of an error": (
        reply(409, {"error": {**ENVELOPE, "trace": "secret"}}),
        ("unknown_field", "$.error.trace", "#/components/schemas/Error", "the field is not documented"),
    ),
    "a missing field of an error": (
        reply(409, {"error": {"code": "conflict"}}),
        (
            "missing_field",
            "$.error.message",
            "#/components/schemas/Error/properties/message",
            "the field is required, and missing",
        ),
    ),
    "an error's page": (
        reply(404, b"<h1>secret", content_type="text/html"),
        ("wrong_type", "$", f"{GET}/404", "Expected JSON, got another media type"),
    ),
}
