"""Checks examples and defaults against their schemas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, cast

from jsonschema_rs import Draft202012Validator, ValidationError, ValidationErrorKind
from msgspec import Struct

from codegen.check.conversions import converted_to, shown
from codegen.check.dialect import ASSERTED_FORMATS, FORMAT_CHECKS, STRICT_FORMATS, Definitions
from codegen.check.effort import MOST, Effort
from codegen.check.enum_values import chosen, is_mistyped, meant_value
from codegen.check.survey import Survey
from codegen.check.validation_errors import causes, fault_sentence, place_in, subject_at, without_consequences
from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Problem, leaving_out
from codegen.standard.media_types import is_json
from codegen.standard.objects import OF_JSON_SCHEMA

_UNDECIDED = (ValidationErrorKind.BacktrackLimitExceeded, ValidationErrorKind.RegexEngineFailure)
"""The errors for a pattern that would take too long to match."""


class CheckedValue(Struct, frozen=True):
    """A value, where it stands, and the schema that it must fit."""

    what: Literal["example", "default", "enum", "const"]
    value: Json
    where: Pointer
    schema: Node
    may_be_serialised: bool = False
    """Whether it may be shown as it is sent: the example of a parameter or a header."""


def fitting_values(survey: Survey, *, strict: bool = False) -> Iterator[Problem]:
    """Each example and each default fits its schema (OpenAPI 3.1.1, 4.8.12, 4.8.14, 4.8.24).

    So does each value of an ``enum`` and a ``const``. Unless `strict`, these need only have the right type,
    and fewer formats are looked at.

    All are validated in one go, as the properties of one object, so that each schema is compiled once. What
    would take forever to decide is not reported, as with patterns.
    """
    effort = Effort(survey.target)
    values = [*_values(survey), *_chosen(survey, only_mistyped=not strict)]
    found = [value for value in values if effort.of(value.schema, value.value, value.where) <= MOST]
    if not found:
        return
    formats = STRICT_FORMATS if strict else ASSERTED_FORMATS
    definitions = Definitions(survey.version, survey.target, formats)
    schema = definitions.schema({str(index): value.schema for index, value in enumerate(found)})
    try:
        validator = Draft202012Validator(schema, validate_formats=True, formats={**FORMAT_CHECKS})
    except ValueError:  # which `ValidationError` is
        return  # A schema is not one, which `codegen.check.structure` reports.
    errors = validator.iter_errors({str(index): value.value for index, value in enumerate(found)})
    for cause in without_consequences([cause for error in errors for cause in causes(error)]):
        value = found[int(cause.instance_path[0])]
        is_decided = not isinstance(cause.kind, _UNDECIDED)
        if is_decided and not (value.may_be_serialised and _is_serialised(cause)):
            yield _problem(value, cause)


def _is_serialised(error: ValidationError) -> bool:
    """Whether a string may show how a list or a mapping is sent (OpenAPI 3.0.4, 4.7.12.2)."""
    is_whole = len(error.instance_path) == 1 and isinstance(error.instance, str)
    return is_whole and error.kind.name == "type" and not {"array", "object"}.isdisjoint(error.kind.value)


def _problem(value: CheckedValue, error: ValidationError) -> Problem:
    inner = place_in(value.value, error, skipped=1)
    what = "value of the enum" if value.what == "enum" else value.what
    subject = f"{subject_at(inner)} in the {what}" if inner else f"the {what}"
    message = f"by its schema, {fault_sentence(error, subject)}{_in_quotes(error)}"
    where = (*value.where, *inner)
    if value.what in {"example", "default"}:
        message = message if message.endswith("?") else message + _converted(error)
        return Problem(message, value.what, where, past=leaving_out(value.where))
    if inner or not is_mistyped(value.schema, value.value):
        return Problem(message, value.what, where, past=())
    read = meant_value(value.schema, value.value, value.where)
    return Problem(message, value.what, where, past=read.edits, reading=read.text)


def _in_quotes(error: ValidationError) -> str:
    """What to write where a text was meant, and YAML reads a number or a truth value."""
    is_scalar = isinstance(error.instance, (bool, int, float))
    if is_scalar and error.kind.name == "type" and "string" in error.kind.value:
        return f"; did you mean '{str(error.instance).lower()}', in quotes?"
    return ""


def _converted(error: ValidationError) -> str:
    """The value of the right type that a value of another type was probably meant to be."""
    if error.kind.name != "type":
        return ""
    meant = next(converted_to(cast("Json", error.instance), error.kind.value), None)
    return "" if meant is None else f"; did you mean {shown(meant)}?"


def _chosen(survey: Survey, *, only_mistyped: bool) -> Iterator[CheckedValue]:
    for schema in survey.of("schema"):
        if "const" not in schema and ("enum" not in schema or (only_mistyped and _are_texts(schema))):
            continue
        for keyword, value, where in chosen(schema):
            if not only_mistyped or is_mistyped(schema, value):
                yield CheckedValue(keyword, value, where, schema)


def _are_texts(schema: Node) -> bool:
    """Whether all values of an enum are of the type that most are."""
    return schema.get("type") == "string" and all(isinstance(one, str) for one in schema.values_of("enum"))


def shown_values(survey: Survey) -> Iterator[CheckedValue]:
    """The examples of a document, each with its schema."""
    return (value for value in _values(survey) if value.what == "example" and not value.may_be_serialised)


def _values(survey: Survey) -> Iterator[CheckedValue]:
    for schema in survey.of("schema"):
        if "default" in schema:
            yield CheckedValue("default", schema["default"], (*schema.pointer, "default"), schema)
        if "example" in schema:
            yield CheckedValue("example", schema["example"], (*schema.pointer, "example"), schema)
        if survey.version in OF_JSON_SCHEMA:
            for index, example in enumerate(schema.values_of("examples")):
                yield CheckedValue("example", example, (*schema.pointer, "examples", index), schema)
    for kind in ("parameter", "header"):
        for owner in survey.of(kind):
            yield from _examples(survey, owner, may_be_serialised=True)
            yield from _of_content(survey, owner)
    for kind in ("requestBody", "response"):
        for owner in survey.of(kind):
            yield from _of_content(survey, owner)


def _of_content(survey: Survey, owner: Node) -> Iterator[CheckedValue]:
    for media_type, media in owner.entries("content"):
        if is_json(media_type):
            yield from _examples(survey, media, may_be_serialised=False)


def _examples(survey: Survey, owner: Node, *, may_be_serialised: bool) -> Iterator[CheckedValue]:
    if not isinstance(owner.get("schema"), Node):
        return
    schema = owner.mapping("schema")
    if "example" in owner:
        yield CheckedValue(
            "example", owner["example"], (*owner.pointer, "example"), schema, may_be_serialised
        )
    for _, reference in owner.entries("examples"):
        example = survey.resolved(reference)
        if example is not None and "value" in example:
            yield CheckedValue(
                "example", example["value"], (*example.pointer, "value"), schema, may_be_serialised
            )
