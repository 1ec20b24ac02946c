"""Examples and defaults: values that the author wrote, and that the schemas beside them must allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from jsonschema_rs import Draft202012Validator, ValidationError, ValidationErrorKind

from codegen.check.survey import Survey
from codegen.check.verdicts import causes, sentence
from codegen.dialect import as_json_schema
from codegen.document import Json, Node, Pointer, json_pointer
from codegen.problems import Problem

_JSON = re.compile(r"(?:application/(?:[\w.+-]+\+)?json|text/json)\s*(?:;.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Value:
    """A value, where it stands, and the schema that it must fit."""

    what: Literal["example", "default"]
    value: Json
    where: Pointer
    schema: Pointer
    may_be_serialised: bool = False
    """Whether a string may show how a list or a mapping is sent."""


def values(survey: Survey) -> Iterator[Problem]:
    """Each example and each default fits its schema (OpenAPI 3.1.1, 4.8.12, 4.8.14, 4.8.24).

    All are validated in one go, as the properties of one object, so that each schema is compiled once.
    """
    found = [*_values(survey)]
    if not found:
        return
    properties: dict[str, Json] = {
        str(index): {"$ref": "#" + quote(json_pointer(value.schema))} for index, value in enumerate(found)
    }
    schema = {**as_json_schema(survey.root, survey.version), "properties": properties}
    try:
        validator = Draft202012Validator(schema, validate_formats=True)
    except (ValidationError, ValueError):
        return  # A schema or a reference is wrong, which other rules tell.
    for error in validator.iter_errors({str(index): value.value for index, value in enumerate(found)}):
        value = found[int(error.instance_path[0])]
        if value.may_be_serialised and len(error.instance_path) == 1 and isinstance(value.value, str):
            continue
        for cause in causes(error):
            yield _problem(value, cause)


def _problem(value: _Value, error: ValidationError) -> Problem:
    inner = _pointer(value.value, error.instance_path[1:])
    subject = f"the {value.what}" if not inner else f"{_subject(inner)} of the {value.what}"
    message = f"{sentence(error, subject)}, as its schema says"
    return Problem(message, value.what, (*value.where, *inner))


def _subject(inner: Pointer) -> str:
    return repr(inner[-1]) if isinstance(inner[-1], str) else f"item {inner[-1] + 1}"


def _pointer(value: Json, tokens: list[str | int]) -> Pointer:
    """The place of an error: the validator takes the key '200' for an index."""
    pointer: list[str | int] = []
    for token in tokens:
        if isinstance(value, Node):
            pointer.append(str(token))
            value = value.get(str(token))
        elif isinstance(value, list):
            pointer.append(int(token))
            value = value[int(token)]
    return tuple(pointer)


def _values(survey: Survey) -> Iterator[_Value]:
    for schema in survey.of("schema"):
        if "default" in schema:
            yield _Value("default", schema["default"], (*schema.pointer, "default"), schema.pointer)
        if "example" in schema:
            yield _Value("example", schema["example"], (*schema.pointer, "example"), schema.pointer)
        if survey.version == "3.1":
            for index, example in enumerate(schema.values_of("examples")):
                yield _Value("example", example, (*schema.pointer, "examples", index), schema.pointer)
    for kind in ("parameter", "header"):
        for owner in survey.of(kind):
            yield from _examples(survey, owner, may_be_serialised=True)
            yield from _of_content(survey, owner)
    for kind in ("requestBody", "response"):
        for owner in survey.of(kind):
            yield from _of_content(survey, owner)


def _of_content(survey: Survey, owner: Node) -> Iterator[_Value]:
    for media_type, media in owner.entries("content"):
        if _JSON.fullmatch(media_type):
            yield from _examples(survey, media, may_be_serialised=False)


def _examples(survey: Survey, owner: Node, *, may_be_serialised: bool) -> Iterator[_Value]:
    if not isinstance(owner.get("schema"), Node):
        return
    schema = owner.mapping("schema").pointer
    if "example" in owner:
        yield _Value("example", owner["example"], (*owner.pointer, "example"), schema, may_be_serialised)
    for _, reference in owner.entries("examples"):
        example = survey.resolved(reference)
        if example is not None and "value" in example:
            yield _Value("example", example["value"], (*example.pointer, "value"), schema, may_be_serialised)
