"""Allows keys and values of later versions of OpenAPI in documents of earlier ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from codegen.check.survey import Survey
from codegen.document.node import Json
from codegen.document.problems import Problem
from codegen.standard.keywords import Shape
from codegen.standard.openapi import NEWER_KEYWORDS


def _map(name: str) -> dict[str, object]:
    return {"type": "object", "additionalProperties": _one(name)}


def _one(name: str) -> dict[str, object]:
    return {"$ref": f"#/definitions/{name}"}


_TEXT: Mapping[str, object] = {"type": "string"}
_FLOW: Mapping[str, object] = {
    "type": "object",
    "properties": {
        **dict.fromkeys(("deviceAuthorizationUrl", "tokenUrl", "refreshUrl"), _TEXT),
        "scopes": {"type": "object", "additionalProperties": _TEXT},
    },
    "required": ["deviceAuthorizationUrl", "tokenUrl", "scopes"],
}

_SCHEMA: Mapping[str, object] = {"anyOf": [_one("Schema"), _one("Reference"), {"type": "boolean"}]}
_LIST: Mapping[str, object] = {"type": "array"}
_HOLDING: Mapping[Shape, Mapping[str, object]] = {
    Shape.ONE: _SCHEMA,
    Shape.LIST: {**_LIST, "items": _SCHEMA},
    Shape.MAP: {"type": "object", "additionalProperties": _SCHEMA},
}
_KEYWORDS: Mapping[str, Mapping[str, object]] = {
    **dict.fromkeys(("$comment", "contentEncoding", "contentMediaType"), _TEXT),
    **{key: {"type": "integer", "minimum": 0} for key in ("minContains", "maxContains")},
    "dependentRequired": {"type": "object", "additionalProperties": {**_LIST, "items": _TEXT}},
    "examples": _LIST,
}

_OF_30: Mapping[str, Mapping[str, object]] = {
    "": {"webhooks": _map("PathItem"), **dict.fromkeys(("jsonSchemaDialect", "$self"), _TEXT)},
    "Components": {"pathItems": _map("PathItem"), "mediaTypes": _map("MediaType")},
    "Encoding": {"encoding": _map("Encoding")},
    "Info": {"summary": _TEXT},
    "MediaType": {
        "itemSchema": {"oneOf": [_one("Schema"), _one("Reference")]},
        "prefixEncoding": {"type": "array", "items": _one("Encoding")},
        "itemEncoding": _one("Encoding"),
    },
    "OAuthFlows": {"deviceAuthorization": _FLOW},
    "PathItem": {"query": _one("Operation"), "additionalOperations": _map("Operation")},
    "Response": {"summary": _TEXT},
    "Schema": {
        one.name: _KEYWORDS.get(one.name, {}) if one.holds is None else _HOLDING[one.holds]
        for one in NEWER_KEYWORDS
    },
    "Server": {"name": _TEXT},
    "Tag": dict.fromkeys(("summary", "parent", "kind"), _TEXT),
}
"""The keys of later versions, by the definition in the official schema of 3.0 that they are added to."""


def add_to_30(schema: Any) -> None:
    """Let the official schema of OpenAPI 3.0 check the keys of later versions."""
    kinds = schema["definitions"]
    for name, keys in _OF_30.items():
        (kinds[name] if name else schema)["properties"].update(keys)
    locations = kinds["ParameterLocation"]["oneOf"]
    locations[-1]["properties"]["style"]["enum"].append("cookie")
    locations.append({"properties": {"in": {"enum": ["querystring"]}}, "required": ["content"]})


_VALUES: Mapping[str, tuple[str, ...]] = {"in": ("querystring",), "style": ("cookie",)}


def newer_values(survey: Survey) -> Iterator[Problem]:
    """The locations and styles of parameters that came with OpenAPI 3.2."""
    if survey.version not in {"3.0", "3.1"}:
        return
    for parameter in survey.of("parameter"):
        for key, values in _VALUES.items():
            value: Json = parameter.get(key)
            if value in values:
                where, reading = (*parameter.pointer, key), "read as OpenAPI 3.2 means it"
                yield Problem(
                    f"{value!r} came with OpenAPI 3.2", "newer-key", where, past=(), reading=reading
                )


def newer_places(survey: Survey) -> Iterator[Problem]:
    """Report ``allowReserved`` of path and cookie parameters: before 3.2, it was for the query (4.12).

    In 3.0, where the official schema allows it anywhere, only a value that has an effect is reported.
    """
    if survey.version not in {"3.0", "3.1"}:
        return
    for parameter in survey.of("parameter"):
        place, allowed = parameter.text("in"), parameter.get("allowReserved")
        if place in {"path", "cookie"} and (
            allowed is True or (allowed is False and survey.version == "3.1")
        ):
            message = f"'allowReserved' of a {place} parameter came with OpenAPI 3.2"
            where, reading = (*parameter.pointer, "allowReserved"), "read as OpenAPI 3.2 means it"
            yield Problem(message, "newer-key", where, "key", past=(), reading=reading)
