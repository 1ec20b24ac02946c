"""Nasty text in every place of a document that holds text: none of it becomes code.

The places are found by walking a document that has every kind of object, by the tables of
`codegen.standard.objects` alone. What those tables take for a value without objects in it is tried without
being named here.
"""

from __future__ import annotations

import ast
import copy
import json
import re
import warnings
from collections.abc import Iterator, Mapping
from functools import cache, reduce
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegen.check import check
from codegen.describe import describe
from codegen.document import json_text
from codegen.document.load import Loaded
from codegen.document.node import Json, Pointer, placed
from codegen.document.problems import Refused
from codegen.document.source import Source
from codegen.document.source_map import SourceMap
from codegen.output import report
from codegen.output.render import render
from codegen.prepare.bundle import bundle
from codegen.simplify import simplify
from codegen.standard.objects import KINDS, walk
from codegen.standard.rules import STRICT_RULES
from codegen.verify.ledger import reconcile

pytestmark = pytest.mark.slow

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


def _strings(value: Json, pointer: Pointer) -> Iterator[Pointer]:
    if isinstance(value, str):
        yield pointer
    elif isinstance(value, (dict, list)):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _strings(item, (*pointer, key))


def _value(pointer: Pointer, document: Any = DOCUMENT) -> Any:
    return reduce(lambda around, token: around[token], pointer, document)


PLACES = [
    place
    for kind, node in walk(placed(DOCUMENT), "3.1")
    for key, value in node.items()
    if KINDS["3.1"][kind].content(key) is None
    for place in _strings(value, (*node.pointer, key))
]
"""Every string that is not a key."""

FREE_PLACES = [place for place in PLACES if _value(place) == FREE]

MEANT_PLACES = [
    place
    for place in PLACES
    if _value(place) != FREE and place[-2:-1] != ("required",) and place != ("servers", 0, "url")
]
"""Where a text says what something is or is called; without those that say what there is: which fields are
required, and which variables a server has."""


def filled(places: list[Pointer], text: str) -> dict[str, Any]:
    """The document with a text in some places."""
    document = copy.deepcopy(DOCUMENT)
    for place in places:
        _value(place[:-1], document)[place[-1]] = text
    return document


def read(document: dict[str, Any]) -> Source:
    """The document as if from a file."""
    return Source("fuzz.json", json.dumps(document, indent=1), is_json=True)


def emitted(source: Source) -> Mapping[str, str]:
    """The Python files made of a document.

    Raises:
        Refused: The document has problems.
    """
    document = bundle(Loaded(json_text.parse_json(source), source))
    root = check(document.root, STRICT_RULES, strict=True, faults=document.faults).root
    simplified = simplify(root)
    api = describe(simplified)
    reconcile(root, api)
    return {path: text for path, text in render(api).made.items() if path.endswith(".py")}


def tell(refused: Refused, source: Source) -> list[str]:
    """The lines that are printed of a refusal."""
    return report.text(refused.problems, SourceMap(source)).removesuffix("\n").split("\n")


class _Blank(ast.NodeTransformer):
    """Takes the content of strings out of a tree."""

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant("" if isinstance(node.value, str) else node.value)


class _Nameless(_Blank):
    """Takes names out as well."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        for key, value in ast.iter_fields(node):
            if isinstance(value, str):
                setattr(node, key, "")
        return super().generic_visit(node)


@cache
def shape(source: str, blank: type[_Blank] = _Blank) -> str:
    """A file's syntax tree without what its strings say; where Python warns of it, no tree."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return ast.dump(blank().visit(ast.parse(source)))


def shapes(files: Mapping[str, str], blank: type[_Blank] = _Blank) -> dict[str, str]:
    return {path: shape(source, blank) for path, source in files.items()}


@cache
def expected(blank: type[_Blank] = _Blank) -> dict[str, str]:
    """The shapes of what is made of the document as it stands."""
    return shapes(emitted(read(DOCUMENT)), blank)


def test_the_document_has_every_kind_of_object() -> None:
    assert {kind for kind, _ in walk(placed(DOCUMENT), "3.1")} == set(KINDS["3.1"])


@settings(max_examples=60, derandomize=True)
@given(TEXTS)
def test_free_text_is_never_code(text: str) -> None:
    assert shapes(emitted(read(filled(FREE_PLACES, text)))) == expected()


@settings(max_examples=160, derandomize=True)
@given(st.sampled_from(MEANT_PLACES), TEXTS)
def test_text_that_means_something_is_at_most_a_name(place: Pointer, text: str) -> None:
    source = read(filled([place], text))
    try:
        found = shapes(emitted(source), _Nameless)
    except Refused as refused:
        lines = tell(refused, source)
    else:
        assert sorted(found.values()) == sorted(expected(_Nameless).values())
        return
    assert re.match(r"fuzz\.json:[0-9]+:[0-9]+: error: ", lines[0])
    assert all(line.isprintable() and not line.startswith(("::", "##[")) for line in lines)
