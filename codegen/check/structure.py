"""The structure of the document by the OpenAPI Initiative's own JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from jsonschema_rs import (
    Draft4Validator,
    Draft202012Validator,
    ValidationError,
)

from codegen.check.survey import Survey
from codegen.check.verdicts import causes, place_in, sentence, subject_at, telling
from codegen.document import Pointer
from codegen.problems import Problem, Unusable
from codegen.standard import Version

_UNEXPECTED = frozenset({"additionalProperties", "unevaluatedProperties"})

_TOLD_ELSEWHERE = frozenset(
    {(None, "propertyNames"), ("responses", "required"), ("responses", "minProperties")}
)
"""`codegen.check.operations` has rules for the names of components and for status codes."""

_ALTERNATIVES = (
    (frozenset({"parameter", "header"}), "schema", "content"),
    (frozenset({"parameter", "header", "mediaType"}), "example", "examples"),
)
"""Kinds of objects, and two keys that exclude one another in them."""


def well_structured(survey: Survey) -> Iterator[Problem]:
    """Each object has the keys it must have, and values of the right type under each of its keys."""
    errors = [
        cause
        for error in _validator(survey.version).iter_errors(survey.root)
        for cause in causes(error, is_whole=lambda one: _exclusion(survey, one) is not None)
    ]
    found = [
        (where, error)
        for error in telling(errors)
        for where in [place_in(survey.root, error)]
        if (survey.kind_at(where), error.kind.name) not in _TOLD_ELSEWHERE
    ]
    broken = {
        where[:length]
        for where, error in found
        if error.kind.name not in _UNEXPECTED
        for length in range(len(where) + 1)
    }
    for where, error in found:
        if error.kind.name not in _UNEXPECTED:
            yield _problem(survey, where, error)
        elif where not in broken:
            # Only what holds evaluates keys: where anything else is wrong, these would follow from it.
            yield from _misplaced(survey, where, error)


@cache
def _validator(version: Version) -> Draft4Validator | Draft202012Validator:
    """The official schema of a version; formats are not asserted, since that is left to tools (core, 7.2)."""
    package = find_spec("openapi_spec_validator")  # which takes long to import, and only its files are needed
    if package is None or not package.submodule_search_locations:
        raise Unusable("the package openapi-spec-validator is not installed")
    folder = Path(package.submodule_search_locations[0]) / "resources/schemas"
    schema = json.loads((folder / f"v{version}/schema.json").read_text(encoding="utf-8"))
    if version == "3.0":
        return Draft4Validator(schema, validate_formats=False)
    # As the Initiative's ``schema-base`` does, ask of each schema that it be one of JSON Schema 2020-12.
    schema["$defs"]["schema"] = {
        "$dynamicAnchor": "meta",
        "$ref": "https://json-schema.org/draft/2020-12/schema",
    }
    return Draft202012Validator(schema, validate_formats=False)


def _problem(survey: Survey, where: Pointer, error: ValidationError) -> Problem:
    kind = survey.kind_at(where)
    if (exclusion := _exclusion(survey, error)) is not None:
        return Problem(exclusion, "alternatives", where, "key")
    if error.kind.name == "required":
        subject = survey.kind(kind).title if kind else subject_at(where)
        if (kind, error.kind.value) == ("parameter", "required"):
            return Problem("a path parameter must have 'required: true'", "missing-key", where, "key")
        return Problem(sentence(error, subject), "missing-key", where, "key")
    if not where:
        message = "the document must have at least one of 'paths', 'components' and 'webhooks'"
        return Problem(message, "missing-key", where, "key")
    rule = "wrong-type" if error.kind.name == "type" else "wrong-value"
    return Problem(sentence(error, subject_at(where)), rule, where)


def _exclusion(survey: Survey, error: ValidationError) -> str | None:
    """What is wrong if keys that exclude one another stand side by side, or one of them ought to be there."""
    node = error.instance
    name = survey.kind_at(place_in(survey.root, error))
    if (
        error.kind.name not in {"not", "oneOf"}
        or not isinstance(node, dict)
        or name is None
        or "$ref" in node
    ):
        return None
    title = survey.kind(name).title
    for names, one, other in _ALTERNATIVES:
        if name in names and one in node and other in node:
            return f"{title} has either {one!r} or {other!r}, not both"
    if name in _ALTERNATIVES[0][0] and node.keys().isdisjoint(_ALTERNATIVES[0][1:]):
        return f"{title} must have a 'schema' or a 'content'"
    return None


def _misplaced(survey: Survey, where: Pointer, error: ValidationError) -> Iterator[Problem]:
    """Keys that the kind of object has, but not in this case: beside a ``$ref``, in a header parameter."""
    kind = survey.kind(survey.kind_at(where) or "openapi")
    for key in error.kind.value:
        if isinstance(error.instance, dict) and "$ref" in error.instance:
            message = f"{key!r} beside '$ref' would be ignored"
        elif key in kind.keys:
            message = f"{key!r} does not apply to this {kind.title.split(' ', 1)[1]}"
        else:
            continue  # which `codegen.check.keys` and the rules of paths and status codes tell
        yield Problem(message, "misplaced-key", (*where, key), "key")
