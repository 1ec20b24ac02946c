"""Mistakes in schemas: names without properties, contradictory bounds, invalid patterns, duplicates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from codegen.check.dialect import is_readable_pattern
from codegen.check.strict.composition import Composition
from codegen.check.strict.mistake import mistake, suggestion
from codegen.check.survey import Survey
from codegen.document.node import Json, Node, Pointer, number
from codegen.document.places import On
from codegen.document.problems import Problem
from codegen.document.spelling import nearest


def required_properties(survey: Survey) -> Iterator[Problem]:
    """A name in ``required`` is a property of the schema, or of one that it is composed with.

    If additional properties are allowed explicitly, only a near miss of a property is a mistake.
    """
    composition = Composition(survey)
    for schema in survey.of("schema"):
        named = [*_required(schema)] if "required" in schema or "dependentRequired" in schema else []
        if not named:
            continue
        own = schema.mapping("properties")
        if all(name in own for name, _ in named):
            continue
        others = composition.beside(schema)
        known = {name: None for one in others for name in one.mapping("properties")}
        is_open = any(map(_is_open, others))
        taken = {name for name, _ in named}
        for name, where in named:
            near = nearest(name, known.keys() - taken)
            if name not in known and (near or not is_open):
                message = f"{name!r} is required, and there is no such property{suggestion(near)}"
                yield mistake(message, "required-property", where)


def _required(schema: Node) -> Iterator[tuple[str, Pointer]]:
    """The names that a schema requires, with their places."""
    lists: dict[Pointer, list[Json]] = {("required",): schema.values_of("required")}
    if isinstance(dependent := schema.get("dependentRequired"), Node):
        lists.update({("dependentRequired", key): dependent.values_of(key) for key in dependent})
    for place, names in lists.items():
        for index, name in enumerate(names):
            if isinstance(name, str):
                yield name, (*schema.pointer, *place, index)


def _is_open(schema: Node) -> bool:
    further = schema.get("additionalProperties", schema.get("unevaluatedProperties", False))
    return further is True or isinstance(further, Node) or "patternProperties" in schema


_BOUNDS = (
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minContains", "maxContains"),
)


def satisfiable(survey: Survey) -> Iterator[Problem]:
    """A value can be valid: a lower bound is not above the upper one, and an ``enum`` has a member."""
    for schema in survey.of("schema"):
        where = schema.pointer
        if schema.get("enum") == []:
            yield mistake("no value fits an empty 'enum'", "unsatisfiable", (*where, "enum"))
        if schema.get("readOnly") is True and schema.get("writeOnly") is True:
            message = "what is 'readOnly' is never sent, and what is 'writeOnly' never received: choose one"
            yield mistake(message, "unsatisfiable", (*where, "writeOnly"))
        for low, high in [*_BOUNDS, *_bounds_of_numbers(schema)]:
            least, most = number(schema.get(low)), number(schema.get(high))
            if least is None or most is None:
                continue
            if least > most or (least == most and _excludes(schema, low, high)):
                message = f"no value fits: {low!r} is {least}, and {high!r} is {most}"
                yield mistake(message, "unsatisfiable", (*where, low))


def _bounds_of_numbers(schema: Node) -> Iterator[tuple[str, str]]:
    for low in ("minimum", "exclusiveMinimum"):
        for high in ("maximum", "exclusiveMaximum"):
            if low in schema and high in schema:
                yield low, high


def _excludes(schema: Node, low: str, high: str) -> bool:
    """Whether one of two equal bounds is exclusive."""
    is_flagged = schema.get("exclusiveMinimum") is True or schema.get("exclusiveMaximum") is True
    return low in {"minimum", "exclusiveMinimum"} and (is_flagged or "exclusive" in f"{low}{high}")


_DELIMITED = re.compile(r"/\^.*/[a-z]*|/.*\$/[a-z]*", re.DOTALL)
"""Slashes around an expression, as in JavaScript and Perl: no text has one before ``^`` or after ``$``."""


def readable_patterns(survey: Survey) -> Iterator[Problem]:
    """A ``pattern`` is a regular expression (ECMA-262), without slashes around it."""
    for pattern, where, on in _patterns(survey):
        if _DELIMITED.fullmatch(pattern):
            inner = pattern[1 : pattern.rindex("/")]
            message = f"the slashes are part of the pattern, so that nothing matches{suggestion(inner)}"
            yield mistake(message, "pattern", where, on)
        elif (fault := _fault(pattern)) is not None:
            yield mistake(f"this pattern is no regular expression: {fault}", "pattern", where, on)


def _patterns(survey: Survey) -> Iterator[tuple[str, Pointer, On]]:
    for schema in survey.of("schema"):
        if isinstance(schema.get("pattern"), str):
            yield schema.text("pattern"), (*schema.pointer, "pattern"), "value"
        for pattern in schema.mapping("patternProperties"):
            yield pattern, (*schema.pointer, "patternProperties", pattern), "key"


def _fault(pattern: str) -> str | None:
    """What is wrong with an expression. None if one engine accepts it: each lacks some of ECMA-262."""
    if is_readable_pattern(pattern):
        return None
    try:
        re.compile(_as_python(pattern))
    except (re.error, OverflowError) as error:
        return str(error)
    return "a brace that repeats nothing is written with a backslash" if _BRACE.search(pattern) else None


_BRACE = re.compile(r"(?<!\\)(?<!\\[pPuxk])\{(?!\d+(,\d*)?\})")


def _as_python(pattern: str) -> str:
    """Translate names of groups to those of Python, and character properties to any class."""
    named = re.sub(r"\(\?<(?=[A-Za-z_$])", "(?P<", pattern)
    named = re.sub(r"(\\[wdsWDS])-(?!\])", r"\1\-", named)  # this hyphen is no range
    return re.sub(r"\\[pP]\{[^{}]*\}", r"\\w", named).replace("[^]", r"[\s\S]").replace(r"\k<", r"(?P=")


def without_doubles(survey: Survey) -> Iterator[Problem]:
    """No list of values, union members, tags, servers or requirements repeats an item."""
    lists: list[tuple[str, list[Json], Pointer]] = []
    for kind, keys in _LISTS.items():
        for owner in survey.of(kind):
            lists.extend((key, owner.values_of(key), (*owner.pointer, key)) for key in keys)
    for key, items, where in lists:
        seen: dict[str, int] = {}
        for index, item in enumerate(items):
            first = seen.setdefault(json.dumps(item, sort_keys=True), index)
            if first != index:
                what = f"{item!r} is" if isinstance(item, str) else "this is"
                message = f"{what} in {key!r} a second time, like item {first + 1}"
                yield mistake(message, "duplicate-item", (*where, index))


_LISTS = {
    "openapi": ("servers", "security"),
    "pathItem": ("servers",),
    "operation": ("tags", "servers", "security"),
    "schema": ("enum", "oneOf", "anyOf", "allOf"),
    "serverVariable": ("enum",),
}


def named_members(survey: Survey) -> Iterator[Problem]:
    """``x-enum-varnames`` and ``x-enum-descriptions`` have an item for each value."""
    for schema in survey.of("schema"):
        for key in ("x-enum-varnames", "x-enum-descriptions"):
            if isinstance(names := schema.get(key), list) and isinstance(schema.get("enum"), list):
                count = len(schema.values_of("enum"))
                if len(names) != count:
                    message = f"{key!r} has {len(names)} items, and 'enum' {count}: it would be ignored"
                    yield mistake(message, "enum-names", (*schema.pointer, key), "key")


SCHEMA_RULES = (
    required_properties,
    satisfiable,
    readable_patterns,
    without_doubles,
    named_members,
)
