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
    ValidationErrorKind,
)

from codegen.check.survey import Survey
from codegen.check.verdicts import causes, sentence
from codegen.document import Json, Node, Pointer
from codegen.problems import Problem, Unusable
from codegen.standard import Version

_UNEXPECTED = (ValidationErrorKind.AdditionalProperties, ValidationErrorKind.UnevaluatedProperties)

_HAS_CONTENT = frozenset({"parameter", "header"})


def structure(survey: Survey) -> Iterator[Problem]:
    """Each object has the keys it must have, and values of the right type under each of its keys."""
    found: list[tuple[Pointer, ValidationError]] = []
    for error in _validator(survey.version).iter_errors(survey.root):
        found += [(_pointer(survey.root, one), one) for one in _relevant(survey, error)]
    broken = {where for where, error in found if not isinstance(error.kind, _UNEXPECTED)}
    for where, error in found:
        if isinstance(error.kind, _UNEXPECTED):
            # Keys are only evaluated by what holds: where anything else is wrong, these follow from it.
            if not any(other[: len(where)] == where for other in broken):
                yield from _misplaced(survey, where, error.kind.unexpected)
        else:
            yield _problem(survey, where, error)


def _relevant(survey: Survey, error: ValidationError) -> Iterator[ValidationError]:
    """The causes of an error, but for what excludes one another, which is told as a whole."""
    if _exclusion(survey, _pointer(survey.root, error), error) is None:
        for cause in causes(error):
            if cause is error:
                yield error
            else:
                yield from _relevant(survey, cause)
    else:
        yield error


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


def _pointer(root: Node, error: ValidationError) -> Pointer:
    """The place of an error: the validator takes the key '200' for an index."""
    pointer: list[str | int] = []
    value: Json = root
    for token in error.instance_path:
        if isinstance(value, Node):
            pointer.append(str(token))
            value = value.get(str(token))
        elif isinstance(value, list):
            pointer.append(int(token))
            value = value[int(token)]
    return tuple(pointer)


def _problem(survey: Survey, where: Pointer, error: ValidationError) -> Problem:
    kind = survey.kind_at(where)
    exclusion = _exclusion(survey, where, error)
    if exclusion is not None:
        return Problem(exclusion, "structure", where, "key")
    if isinstance(error.kind, ValidationErrorKind.Required):
        subject = survey.kind(kind).title if kind else _subject(where)
        return Problem(sentence(error, subject), "missing-key", where, "key")
    if isinstance(error.kind, ValidationErrorKind.AnyOf) and not where:
        message = "the document must have at least one of 'paths', 'components' and 'webhooks'"
        return Problem(message, "missing-key", where, "key")
    rule = "wrong-type" if isinstance(error.kind, ValidationErrorKind.Type) else "wrong-value"
    return Problem(sentence(error, _subject(where)), rule, where)


def _subject(where: Pointer) -> str:
    """How a sentence calls what stands at a place."""
    if not where:
        return "the document"
    return repr(where[-1]) if isinstance(where[-1], str) else f"item {where[-1] + 1} of {where[-2]!r}"


def _exclusion(survey: Survey, where: Pointer, error: ValidationError) -> str | None:
    """What is wrong if keys that exclude one another stand side by side, or one of them ought to be there."""
    node = _at(survey.root, where)
    if not isinstance(node, Node) or not isinstance(
        error.kind,
        ValidationErrorKind.Not | ValidationErrorKind.OneOfNotValid | ValidationErrorKind.OneOfMultipleValid,
    ):
        return None
    name = survey.kind_at(where)
    if name is None or "$ref" in node:
        return None
    title = survey.kind(name).title
    if name in _HAS_CONTENT and "schema" in node and "content" in node:
        return f"{title} has either a 'schema' or a 'content', not both"
    if name in _HAS_CONTENT and "schema" not in node and "content" not in node:
        return f"{title} must have a 'schema' or a 'content'"
    if "example" in node and "examples" in node and name in {*_HAS_CONTENT, "mediaType"}:
        return f"{title} has either an 'example' or 'examples', not both"
    return None


def _misplaced(survey: Survey, where: Pointer, keys: list[str]) -> Iterator[Problem]:
    """Keys that the kind of object has, but not in this case: beside a ``$ref``, in a header parameter."""
    name = survey.kind_at(where)
    if name is None:
        return
    kind = survey.kind(name)
    node = _at(survey.root, where)
    is_reference = isinstance(node, Node) and "$ref" in node
    for key in keys:
        if is_reference:
            message = f"{key!r} beside '$ref' would be ignored"
            yield Problem(message, "misplaced-key", (*where, key), "key")
        elif key in kind.keys:
            message = f"{key!r} does not apply to this kind of {kind.title.partition(' ')[2]}"
            yield Problem(message, "misplaced-key", (*where, key), "key")


def _at(root: Node, where: Pointer) -> Json:
    found: Json = root
    for token in where:
        if isinstance(found, Node):
            found = found.get(str(token))
        elif isinstance(found, list) and isinstance(token, int):
            found = found[token]
    return found
