"""Validates the structure of the document with the JSON Schemas of the OpenAPI Initiative."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jsonschema_rs import (
    Draft4Validator,
    Draft202012Validator,
    ValidationError,
)

from codegen.check.keys import is_misspelt
from codegen.check.missing_keys import filled_in
from codegen.check.newer import add_to_30
from codegen.check.readings import LENIENT
from codegen.check.readings import reading as reading_of
from codegen.check.survey import Survey
from codegen.check.validation_errors import causes, fault_sentence, place_in, subject_at, without_consequences
from codegen.document.failures import Unusable
from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Edit, Problem, leaving_out
from codegen.standard.objects import OF_JSON_SCHEMA, Version
from codegen.standard.styles import TABS

_UNEXPECTED = frozenset({"additionalProperties", "unevaluatedProperties"})

_REPORTED_ELSEWHERE = frozenset(
    {(None, "propertyNames"), ("responses", "required"), ("responses", "minProperties")}
)
"""`codegen.check.operations` has rules for the names of components and for status codes."""

_ADDRESSES = frozenset({(("host",), "pattern"), (("basePath",), "pattern")})
"""`codegen.check.swagger` has a rule for these of Swagger 2.0."""

_QUERYSTRINGS = frozenset({(("parameters",), kind) for kind in ("not", "contains", "maxContains")})
"""`codegen.check.operations` has a rule for parameters that are whole queries."""

_ALTERNATIVES = (
    ({"parameter", "header"}, "schema", "content"),
    ({"link"}, "operationId", "operationRef"),
    ({"parameter", "header", "mediaType"}, "example", "examples"),
    ({"example"}, "value", "externalValue"),
    ({"example"}, "value", "dataValue"),
    ({"example"}, "value", "serializedValue"),
    ({"example"}, "serializedValue", "externalValue"),
    ({"license"}, "url", "identifier"),
    ({"xml"}, "nodeType", "attribute"),
    ({"xml"}, "nodeType", "wrapped"),
)
"""Kinds of objects with two keys that exclude each other."""

_NEEDED = frozenset({"schema", "operationId"})
"""An object must have one key of these pairs, which are listed by their first key."""


def well_structured(survey: Survey) -> Iterator[Problem]:
    """Each object has its required keys, and each value has the right type."""
    whole: list[ValidationError] = []
    parts: list[ValidationError] = []
    for error in _validator(survey.version).iter_errors(survey.root):
        for cause in causes(error, is_whole=lambda one: _exclusion(survey, one) is not None):
            (parts if _exclusion(survey, cause) is None else whole).append(cause)
    found = [
        (where, error)
        for error in [*whole, *without_consequences(parts)]
        for where in [_loaded(survey.root, place_in(survey.root, error))]
        if (survey.kind_at(where), error.kind.name) not in _REPORTED_ELSEWHERE
        and (where, error.kind.name) not in _ADDRESSES
        and (where[-1:], error.kind.name) not in _QUERYSTRINGS
        and not (where[-1:] == ("style",) and error.instance == TABS)
        and not _follows_from_no_choice(survey.kind_at(where), error)
        and not (error.kind.name == "required" and is_misspelt(survey, where, str(error.kind.value)))
    ]
    broken = {
        where[:length]
        for where, error in found
        for length in range(len(where) + (error.kind.name not in _UNEXPECTED))
    }
    for where, error in found:
        if error.kind.name not in _UNEXPECTED:
            yield _problem(survey, where, error)
        elif where not in broken:
            # Only what holds evaluates keys: where anything else is wrong, these would follow from it.
            yield from _misplaced(survey, where, error)


_CHOICES: Mapping[str | None, tuple[str, ...]] = {"parameter": ("in", "name"), "securityScheme": ("type",)}
"""The key that decides what an object needs, first, and the others that it always needs."""


def _follows_from_no_choice(kind: str | None, error: ValidationError) -> bool:
    """Whether a key is missing for each choice only because the object makes none: it lacks its ``type``."""
    always = _CHOICES.get(kind, ())
    return (
        error.kind.name == "required"
        and bool(always)
        and isinstance(error.instance, dict)
        and always[0] not in error.instance
        and error.kind.value not in always
    )


_TEXT, _TRUTH = {"type": "string"}, {"type": "boolean"}

_OF_SCHEMAS: Mapping[str, object] = {
    "discriminator": {
        "type": "object",
        "properties": {
            "propertyName": _TEXT,
            "mapping": {"type": "object", "additionalProperties": _TEXT},
            "defaultMapping": _TEXT,
        },
        "required": ["propertyName"],
    },
    "externalDocs": {
        "type": "object",
        "properties": dict.fromkeys(("description", "url"), _TEXT),
        "required": ["url"],
    },
    "xml": {
        "type": "object",
        "properties": {
            "nodeType": {"enum": ["element", "attribute", "text", "cdata", "none"]},
            **dict.fromkeys(("name", "namespace", "prefix"), _TEXT),
            **dict.fromkeys(("attribute", "wrapped"), _TRUTH),
        },
        "allOf": [{"not": {"required": ["nodeType", key]}} for key in ("attribute", "wrapped")],
    },
}
"""OpenAPI's own keywords in a schema (OpenAPI 3.2.0, 4.24.2)."""


@cache
def _validator(version: Version) -> Draft4Validator | Draft202012Validator:
    """The official schema of a version; formats are not asserted, since that is left to tools (core, 7.2)."""
    schema = _official(version)
    if version == "3.0":
        add_to_30(schema)
    if version not in OF_JSON_SCHEMA:
        return Draft4Validator(schema, validate_formats=False)
    kinds = schema["$defs"]
    # As the Initiative's ``schema-base`` does, ask of each schema that it be one of JSON Schema 2020-12.
    dialect = {"$ref": "https://json-schema.org/draft/2020-12/schema", "properties": _OF_SCHEMAS}
    kinds["schema"] = {"$dynamicAnchor": "meta", **dialect}
    # Mistakes of these editions: a link has a ``server`` (OpenAPI 3.1.1, 4.8.20), a path item may have other
    # keys beside its ``$ref`` (4.8.9), and callbacks may be extended (4.8.18).
    kinds["link"]["properties"]["server"] = {"$ref": "#/$defs/server"}
    kinds["path-item"]["properties"]["$ref"] = {"type": "string"}
    kinds["path-item-or-reference"] = {"$ref": "#/$defs/path-item"}
    kinds["callbacks"]["patternProperties"] = {"^x-": True}
    # That of 3.1 lacks what the text says: an example excludes examples (4.8.12, 4.8.14, 4.8.21).
    kinds["examples"]["not"] = {"required": ["example", "examples"]}
    if version == "3.1":
        _add_newer_keys(schema, _official("3.2"))
    return Draft202012Validator(schema, validate_formats=False)


def _loaded(root: Node, path: Pointer) -> Pointer:
    """The place in the document as loaded of what is at a path now: parts may have been fixed or removed."""
    place: Pointer = ()
    found: Json = root
    for token in path:
        if isinstance(found, list):
            found = found[int(token)]
        elif isinstance(found, Node):
            found = found.get(str(token))
        place = found.pointer if isinstance(found, Node) else (*place, token)
    return place


def _add_newer_keys(schema: Any, newer: Any) -> None:
    """Let the schema of 3.1 allow the keys that 3.2 has added, which `codegen.check.keys` reports."""
    kinds, newer_kinds = schema["$defs"], newer["$defs"]
    in_oauth2 = [one["security-scheme"]["$defs"]["type-oauth2"]["then"] for one in (kinds, newer_kinds)]
    pairs = [(schema, newer), (kinds["oauth-flows"], newer_kinds["oauth-flows"]), tuple(in_oauth2)]
    pairs += [(kinds[name], newer_kinds[name]) for name in kinds.keys() & newer_kinds.keys()]
    for old, new in pairs:
        for part in ("$defs", "properties"):
            if part in new:
                old[part] = {**new[part], **old.get(part, {})}
    for name in ("content", "parameter"):  # a parameter may be ``in: querystring``
        schema["$defs"][name] = newer_kinds[name]


def _official(version: Version) -> Any:
    package = find_spec("openapi_spec_validator")  # which takes long to import, and only its files are needed
    if package is None or not package.submodule_search_locations:
        raise Unusable("the package openapi-spec-validator is not installed")
    folder = Path(package.submodule_search_locations[0]) / "resources/schemas"
    return json.loads((folder / f"v{version}/schema.json").read_text(encoding="utf-8"))


def _problem(survey: Survey, where: Pointer, error: ValidationError) -> Problem:
    kind = survey.kind_at(where)
    if (exclusion := _exclusion(survey, error)) is not None:
        past, reading = _without_one(kind, where, error)
        rule = "alternatives" if where else "missing-key"
        return Problem(exclusion, rule, where, "key", past, reading)
    if error.kind.name == "required":
        subject = survey.kind(kind).title if kind else subject_at(where)
        missing = str(error.kind.value)
        past, reading = filled_in(kind, (*where, missing), error.instance)
        message = fault_sentence(error, subject)
        if (kind, missing) == ("parameter", "required"):
            message = "a path parameter must have 'required: true'"
        return Problem(message, "missing-key", where, "key", past, reading)
    rule = "wrong-type" if error.kind.name == "type" else "wrong-value"
    message = f"{fault_sentence(error, subject_at(where))}{_hint(where, error)}"
    if (meant := reading_of(survey, where, error)) is not None:
        return Problem(message, rule, where, past=meant.edits, reading=meant.text)
    return Problem(message, rule, where, past=leaving_out(where) if where else None)


def _hint(where: Pointer, error: ValidationError) -> str:
    """What to write instead of a value of the wrong type."""
    if error.kind.name != "type":
        return ""
    if where[-1:] == ("required",) and isinstance(error.instance, bool):
        return "; name the property in the 'required' of its object"
    return _mistake_of_yaml(error.instance, error.kind.value)


def _mistake_of_yaml(value: object, types: Collection[str]) -> str:
    """What to write where YAML reads something else than was meant."""
    if isinstance(value, str) and (match := re.match(r"([\w$-]+):(?=\S)(?!//)", value)) and "object" in types:
        return f"; write a space after the colon of {match[1]!r}"
    if isinstance(value, str) and (match := re.match(r"([a-z]\w+) +\S", value)) and "object" in types:
        return f"; is a colon missing after {match[1]!r}?"
    if isinstance(value, dict) and "array" in types and any(re.match(r"-\S", key) for key in value):
        return "; write a space after each dash"
    if isinstance(value, dict) and "string" in types and value and all(one is None for one in value.values()):
        return "; put a text that begins with '{' in quotes"
    return ""


def _without_one(
    kind: str | None, where: Pointer, error: ValidationError
) -> tuple[tuple[Edit, ...] | None, str]:
    """The edits that remove the first of two exclusive keys, or allow any value if both are missing."""
    node = error.instance
    for names, one, other in _ALTERNATIVES:
        if kind in names and isinstance(node, dict):
            if one in node and other in node:
                reading = f"{one!r} is ignored" if kind in LENIENT else ""
                return leaving_out((*where, one)), reading
            if one == "schema" and other not in node and one not in node:
                edit = Edit((*where, "schema"), Node(pointer=(*where, "schema")))
                return (edit,), "it may have any value"
    return None, ""


def _exclusion(survey: Survey, error: ValidationError) -> str | None:
    """What is wrong if keys that exclude one another stand side by side, or one of them ought to be there."""
    node = error.instance
    if error.kind.name == "anyOf" and not error.instance_path:
        return "the document must have at least one of 'paths', 'components' and 'webhooks'"
    name = survey.kind_at(place_in(survey.root, error)) if error.kind.name in {"not", "oneOf"} else None
    if name is None or survey.version == "2.0" or not isinstance(node, dict) or "$ref" in node:
        return None
    title = survey.kind(name).title
    for names, one, other in _ALTERNATIVES:
        if name in names and one in node and other in node:
            return f"{title} has either {one!r} or {other!r}, not both"
        if name in names and one in _NEEDED and one not in node and other not in node:
            return f"{title} must have {one!r} or {other!r}"
    return None


def _misplaced(survey: Survey, where: Pointer, error: ValidationError) -> Iterator[Problem]:
    """Keys that the kind of object has, but not in this case: beside a ``$ref``, in a header parameter."""
    kind = survey.kind(survey.kind_at(where) or "openapi")
    for key in error.kind.value:
        beside = kind.is_referable and isinstance(error.instance, dict) and "$ref" in error.instance
        if beside:
            message = f"{key!r} beside '$ref' would be ignored"
        elif key in kind.keys:
            message = f"{key!r} does not apply to this {kind.title.split(' ', 1)[1]}"
        else:
            continue  # which `codegen.check.keys` and the rules of paths and status codes report
        place = (*where, key)
        yield Problem(message, "misplaced-key", place, "key", leaving_out(place), "the key is ignored")
