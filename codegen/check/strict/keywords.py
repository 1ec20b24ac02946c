"""Keywords of schemas without effect in this version of the standard, for this type, or at this place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from codegen.check.strict.composition import Composition
from codegen.check.strict.mistake import mistake, suggestion
from codegen.check.survey import Survey
from codegen.check.synonyms import meant_key
from codegen.document.node import Json, Node
from codegen.document.problems import Problem
from codegen.standard.formats import FORMATS
from codegen.standard.keywords import KEYWORDS, Role, playing
from codegen.standard.objects import OF_JSON_SCHEMA, is_reference

_INSTEAD = {
    "nullable": "it is OpenAPI 3.0's; remove it",
    "dependencies": "it is of an older JSON Schema; write 'dependentRequired' or 'dependentSchemas' instead",
    "additionalItems": "it is of an older JSON Schema; write 'prefixItems', and 'items' for the others",
    "definitions": "it is of an older JSON Schema; write '$defs' instead",
    "id": "it is of an older JSON Schema; write '$id' instead",
    "$recursiveRef": "it is of an older JSON Schema; write '$dynamicRef' instead",
    "$recursiveAnchor": "it is of an older JSON Schema; write '$dynamicAnchor' instead",
}
"""Keywords without effect in 3.1, and their replacements."""


def known_keywords(survey: Survey) -> Iterator[Problem]:
    """A keyword exists in this version of the standard, or begins with ``x-``.

    In 3.1 any other is allowed and has no effect (JSON Schema 2020-12 core, 6.5). 3.0 always refuses it.
    """
    if survey.version == "3.0":
        return
    kind = survey.kind("schema")
    for schema in survey.of("schema"):
        for key in schema:
            if key == "nullable" and schema[key] is True:
                continue  # this is a rule of its own
            if key in _INSTEAD:
                message = f"{key!r} says nothing in OpenAPI 3.1: {_INSTEAD[key]}"
                yield mistake(message, "keyword", (*schema.pointer, key), "key")
            elif key not in kind.keys and not key.startswith("x-"):
                belongs = (
                    "it belongs in 'properties'"
                    if isinstance(schema[key], Node)
                    else "an extension begins with 'x-'"
                )
                hint = suggestion(meant_key(key, kind.keys)) or f"; {belongs}"
                message = f"{key!r} is not a keyword of a schema{hint}"
                yield mistake(message, "keyword", (*schema.pointer, key), "key")


_ABOUT: Mapping[str, str] = {
    **{name: keyword.about for name, keyword in KEYWORDS.items() if keyword.about},
    "discriminator": "object",
}
"""The type of value that a keyword applies to."""

_NEEDED = {
    "then": "if",
    "else": "if",
    "minContains": "contains",
    "maxContains": "contains",
    "contentSchema": "contentMediaType",
}
"""Keywords without effect unless another is present."""


def applicable(survey: Survey) -> Iterator[Problem]:
    """A keyword or a ``format`` applies to the schema's ``type``."""
    for schema in survey.of("schema"):
        types = types_of(schema)
        for key in schema if types else ():
            about = _ABOUT.get(key)
            if about is not None and types.isdisjoint({about, "integer"} if about == "number" else {about}):
                message = f"{key!r} says nothing of a value of type {_listed(types)}, only of type {about!r}"
                yield mistake(message, "inapplicable-keyword", (*schema.pointer, key), "key")
        name = schema.text("format")
        if types and name in FORMATS and types.isdisjoint(FORMATS[name]):
            of = " or ".join(sorted(map(repr, FORMATS[name])))
            message = f"{name!r} is not a format of type {_listed(types)}, but of {of}"
            yield mistake(message, "inapplicable-keyword", (*schema.pointer, "format"))
        for key, needed in _NEEDED.items():
            if key in schema and needed not in schema:
                message = f"{key!r} says nothing without {needed!r}"
                yield mistake(message, "inapplicable-keyword", (*schema.pointer, key), "key")
        if "if" in schema and "then" not in schema and "else" not in schema:
            message = "'if' says nothing without 'then' or 'else'"
            yield mistake(message, "inapplicable-keyword", (*schema.pointer, "if"), "key")
        for key, needed in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
            if isinstance(schema.get(key), bool) and needed not in schema:
                message = f"{key!r} says nothing without {needed!r}"
                yield mistake(message, "inapplicable-keyword", (*schema.pointer, key), "key")


def types_of(schema: Node) -> set[str]:
    """The types that a schema states."""
    value = schema.get("type")
    return {one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)}


def _listed(types: set[str]) -> str:
    return " or ".join(sorted(map(repr, types - {"null"} or types)))


_WEAK = frozenset({"properties", "required", "additionalProperties", "discriminator"})
"""Everybody understands an object by these."""

_SAYING_MORE = frozenset({"enum", "const", "$ref", "$dynamicRef", "not", "if", "allOf", "anyOf", "oneOf"})


def typed_keywords(survey: Survey) -> Iterator[Problem]:
    """A schema with keywords for one type has that type, and an array has items.

    Without ``type``, a value of any other type is valid (JSON Schema 2020-12 validation, 6 and 7).
    """
    composition = Composition(survey)
    for schema in survey.of("schema"):
        if schema.get("type") == "array" and not _has_any(composition.beside(schema), _HOLDING_ITEMS):
            message = "an array needs 'items', which say what is in it; 'items: {}' is anything"
            yield mistake(message, "missing-items", schema.pointer, "key")
        if "type" in schema or not _SAYING_MORE.isdisjoint(schema):
            continue
        about = {key: _meant_type(key, schema[key]) for key in schema}
        key = next((key for key, type_ in about.items() if type_), None)
        if key is not None and not _has_any(composition.beside(schema), {"type", "enum", "const"}):
            shown = f"'format: {schema['format']}'" if key == "format" else repr(key)
            message = f"{shown} allows any value of another type; write 'type: {about[key]}' beside it"
            yield mistake(message, "missing-type", (*schema.pointer, key), "key")


_ANNOTATIONS = playing(Role.TEXT) | playing(Role.USE) | {"nullable", "xml"}


def valued(survey: Survey) -> Iterator[Problem]:
    """A schema with an example or a default, and a parameter, has a type. Any other may allow any value."""
    composition = Composition(survey)
    for owner in survey.of("schema"):
        for name, schema in owner.entries("properties"):
            shown = _shown(schema)
            if shown is not None and only_annotates(schema) and not _is_valued(composition, owner, name):
                message = f"the property {name!r} allows any value; write 'type: {type_of(shown)}'"
                yield mistake(message, "missing-type", schema.pointer, "key")
    for parameter in survey.of("parameter"):
        schema = parameter.mapping("schema")
        if only_annotates(schema):
            message = (
                f"the parameter {parameter.text('name')!r} allows any value; write the 'type' of its schema"
            )
            yield mistake(message, "missing-type", schema.pointer, "key")


def only_annotates(schema: Node) -> bool:
    """Whether a schema that is not empty does not restrict its values."""
    return bool(schema) and all(key in _ANNOTATIONS or key.startswith("x-") for key in schema)


def _shown(schema: Node) -> Json:
    """An example or a default of the schema; None if it has neither."""
    examples = schema.values_of("examples")
    return next(
        (one for one in (schema.get("example"), schema.get("default"), *examples) if one is not None), None
    )


def type_of(value: Json) -> str:
    """The type of a value that is not null."""
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case _:
            return "array" if isinstance(value, list) else "object"


def _is_valued(composition: Composition, owner: Node, name: str) -> bool:
    """Whether another schema of the same value gives the property a type."""
    others = (one.mapping("properties").get(name) for one in composition.beside(owner))
    return any(isinstance(one, Node) and one and not only_annotates(one) for one in others)


_HOLDING_ITEMS = frozenset({"items", "prefixItems", "$dynamicRef"})


def _has_any(schemas: list[Node], keywords: Collection[str]) -> bool:
    return any(not schema.keys().isdisjoint(keywords) for schema in schemas)


def _meant_type(key: str, value: Json) -> str | None:
    if key == "format":
        known = FORMATS.get(value, frozenset()) if isinstance(value, str) else frozenset()
        return "integer" if "integer" in known else min(known, default=None)
    return None if key in _WEAK else _ABOUT.get(key)


def beside_references(survey: Survey) -> Iterator[Problem]:
    """No key beside a ``$ref`` is ignored (OpenAPI 3.0.4, 4.7.23; 3.1.1, 4.8.23).

    In 3.1 a schema's other keywords count, and a reference may override ``summary`` and ``description``.
    """
    for name, node in survey.visits:
        kind = survey.kind(name)
        if not is_reference(kind, node) or not isinstance(node.get("$ref"), str):
            continue
        for key in node:
            is_null = name == "schema" and key == "nullable" and node[key] is True  # a rule of its own
            if key == "$ref" or key.startswith("x-") or is_null:
                continue
            overrides = survey.version in OF_JSON_SCHEMA and key in {"summary", "description"}
            if not (overrides and key in kind.keys):
                instead = "; put the reference into an 'allOf'" if name == "schema" else ""
                message = f"{key!r} beside '$ref' is ignored{instead}"
                yield mistake(message, "ignored-key", (*node.pointer, key), "key")


KEYWORD_RULES = (known_keywords, applicable, typed_keywords, valued, beside_references)
