"""A document with text in every place, and hostile text."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

TEXT = {"type": "string"}


NOTES = {"summary": "Text", "description": "Text", "x-note": {"deep": ["Text"]}}


DOCS = {"externalDocs": {"url": "Text", "description": "Text", "x-note": "Text"}}


def _json(schema: object, **more: object) -> dict[str, object]:
    return {"application/json": {"schema": schema, "x-note": "Text", **more}}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _example(value: object) -> dict[str, object]:
    return {"one": {**NOTES, "value": value}}


_PROBLEM = {"description": "Text", "x-note": "Text", "content": _json(_ref("Problem"))}


_CAT = {"kind": "cat", "name": "Text"}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "x-note": "Text",
    "info": {
        "title": "Things",
        "version": "1.0",
        **NOTES,
        "termsOfService": "Text",
        "contact": {"name": "Text", "email": "Text", "url": "Text", "x-note": "Text"},
        "license": {"name": "Text", "x-note": "Text"},
    },
    "servers": [
        {
            "url": "https://{region}.example.com",
            "description": "Text",
            "x-note": "Text",
            "variables": {
                "region": {"default": "eu", "enum": ["eu", "us"], "description": "Text", "x-note": "Text"}
            },
        }
    ],
    "security": [{"key": []}],
    "tags": [{"name": "Things", "description": "Text", "x-note": "Text", **DOCS}],
    **DOCS,
    "paths": {
        "x-note": "Text",
        "/things/{thing}": {
            **NOTES,
            "parameters": [
                {"name": "thing", "in": "path", "required": True, "schema": TEXT, "x-note": "Text"}
            ],
            "put": {
                "operationId": "replaceThing",
                "tags": ["Things"],
                **NOTES,
                **DOCS,
                "security": [{"login": ["write"]}],
                "parameters": [
                    {
                        "name": "word",
                        "in": "query",
                        "description": "Text",
                        "example": "Text",
                        "x-note": "Text",
                        "schema": {"type": "string", "default": "Text", "description": "Text"},
                    },
                    {
                        "name": "X-Trace",
                        "in": "header",
                        "description": "Text",
                        "examples": _example("Text"),
                        "schema": TEXT,
                    },
                ],
                "requestBody": {
                    "description": "Text",
                    "required": True,
                    "x-note": "Text",
                    "content": _json(_ref("Thing"), examples=_example({"name": "Text"})),
                },
                "responses": {
                    "x-note": "Text",
                    "200": {
                        "description": "Text",
                        "x-note": "Text",
                        "headers": {
                            "X-Rate": {
                                "description": "Text",
                                "example": "Text",
                                "schema": TEXT,
                                "x-note": "Text",
                            }
                        },
                        "content": _json(_ref("Thing"), example={"name": "Text", "pet": _CAT}),
                        "links": {
                            "again": {
                                "operationId": "replaceThing",
                                "description": "Text",
                                "parameters": {"thing": "Text"},
                                "requestBody": "Text",
                                "x-note": "Text",
                                "server": {"url": "https://example.com", "description": "Text"},
                            }
                        },
                    },
                    "4XX": _PROBLEM,
                },
                "callbacks": {
                    "done": {
                        "x-note": "Text",
                        "{$request.body#/name}": {
                            "post": {"summary": "Text", "responses": {"204": {"description": "Text"}}}
                        },
                    }
                },
            },
            "post": {
                "operationId": "uploadThing",
                "tags": ["Uploads"],
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": {"type": "object", "properties": {"file": TEXT, "note": TEXT}},
                            "encoding": {"file": {"contentType": "image/png", "x-note": "Text"}},
                        }
                    }
                },
                "responses": {"204": {"description": "Text"}},
            },
        },
    },
    "webhooks": {
        "thingChanged": {
            "post": {
                **NOTES,
                "requestBody": {"description": "Text", "content": _json(_ref("Thing"))},
                "responses": {"204": {"description": "Text"}},
            }
        }
    },
    "components": {
        "x-note": "Text",
        "schemas": {
            "Thing": {
                "type": "object",
                "title": "Text",
                "description": "Text",
                "x-note": {"deep": "Text"},
                "xml": {"name": "thing", "namespace": "Text", "x-note": "Text"},
                **DOCS,
                "properties": {
                    "name": {
                        "type": "string",
                        "title": "Text",
                        "description": "Text",
                        "default": "Text",
                        "example": "Text",
                        "examples": ["Text"],
                        "$comment": "Text",
                        "x-note": "Text",
                    },
                    "code": {"type": "string", "pattern": "^[a-z]+$", "contentMediaType": "Text"},
                    "fixed": {"const": "always"},
                    "any": {"description": "Text", "default": {"deep": ["Text"]}},
                    "size": _ref("Size"),
                    "pet": _ref("Pet"),
                    "pets": {"type": "array", "items": _ref("Pet"), "description": "Text"},
                },
            },
            "Problem": {
                "type": "object",
                "properties": {"message": {"type": "string", "description": "Text"}},
                "required": ["message"],
            },
            "Size": {"type": "string", "enum": ["small", "large"], "description": "Text", "default": "small"},
            "Pet": {
                "oneOf": [_ref("Cat"), _ref("Dog")],
                "description": "Text",
                "discriminator": {"propertyName": "kind", "mapping": {"cat": "Cat", "dog": "Dog"}},
            },
            "Cat": {
                "type": "object",
                "properties": {"kind": TEXT, "name": {**TEXT, "description": "Text"}},
                "required": ["kind"],
            },
            "Dog": {
                "type": "object",
                "properties": {"kind": TEXT, "age": {"type": "integer"}},
                "required": ["kind"],
            },
        },
        "securitySchemes": {
            "key": {
                "type": "apiKey",
                "in": "header",
                "name": "X-Key",
                "description": "Text",
                "x-note": "Text",
            },
            "login": {
                "type": "oauth2",
                "description": "Text",
                "flows": {
                    "x-note": "Text",
                    "clientCredentials": {
                        "tokenUrl": "Text",
                        "scopes": {"write": "Text"},
                        "x-note": "Text",
                    },
                },
            },
        },
    },
}
"""Every kind of object there is, with "Text" wherever a text means nothing to the generator."""


FREE = "Text"


LONG = "x" * 5000


NASTY = [
    '"', "'", '"""', "'''", "\\", "\\N", '\\"""', "<p>", "</p>", "<br>", "<pre>", "</pre>", "<!--", "-->",
    "&quot;&quot;&quot;", "&#92;", "&#10;", "&#x202e;", "\n> ", "\n| ", "\n-|-\n", "  \n", "\n```\n",
    "\n", "\r", "\r\n", "\t", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029", "\n\n    import os\n",
    "{{ 7 }}", "{% raw %}", "{#", "#}", "{0}", "{x!r}", "}", "{", "%s", "%(x)s", "$x", "`", "```\n", "#",
    "# fmt: off", "\0", "\x1b[31m", "\u202e", "\u2066", "\u200b", "\ufeff", "\U0001f642", "::error::",
    "\n::error file=a::b", "##[error]", "<script>", "-->", "]]>", "[x](y)", "|", "- ", "  ",
    "__import__('os')", "None", "Args:\n", ">>> 1 / 0", "type: ignore", "noqa", "2026-01-31", "word",
    LONG,
]  # fmt: skip


TEXTS = st.lists(st.sampled_from(NASTY), min_size=1, max_size=6).map(lambda parts: "x" + "".join(parts))
