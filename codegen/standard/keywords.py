"""The keywords of JSON Schema as a table: what each holds, what it does, and which values it is about.

`KEYWORDS` has those of the OpenAPI 3.0 dialect (3.0.4, section 4.7.24) and those of JSON Schema 2020-12 with
OpenAPI's additions (3.1.1, section 4.8.24). Every walk over schemas is derived from it.
The recipe in CONTRIBUTING.md lists the modules that have tables of certain keywords beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct


class Shape(Enum):
    """How the objects under a key are held."""

    ONE = "one"
    LIST = "list"
    MAP = "map"


class Role(Enum):
    """What a keyword does."""

    ASSERTION = "restricts the values"
    REFERENCE = "refers to another schema"
    CONDITION = "restricts the values in a way that no type can express"
    USE = "describes the place that uses the schema, not its values"
    TEXT = "informs readers"
    ANNOTATION = "anything else, such as the identity of the schema"


class Applied(Enum):
    """The purpose of the schemas under a keyword (JSON Schema 2020-12 core, section 10)."""

    DESCRIBING = "they describe the value or a part of it"
    CONDITIONAL = "they describe the value under a condition"
    CONSTRAINING = "they only restrict what is valid"
    DEFINING = "they are definitions for references"


class Keyword(Struct, frozen=True):
    """A keyword."""

    name: str
    role: Role
    about: str = ""
    """The type of the values that it is about; empty for values of any type.

    ``"number"`` stands for both numbers and integers.
    """
    holds: Shape | None = None
    """How it holds schemas; None if it holds none.

    In 3.1 each of them may be a boolean (core, section 4.3.2).
    """
    applied: Applied = Applied.DESCRIBING
    """The purpose of its schemas. It has no meaning for a keyword without schemas."""
    in_place: bool = False
    """Whether its schemas apply to the same value (core, section 10.2), not to parts of it (10.3)."""
    lower: bool | None = None
    """Whether it is a lower bound (True) or an upper bound (False); None for other keywords."""
    is_widened: bool = False
    """Whether a simplified document has something less exact instead, or nothing."""
    in_30: bool = True
    in_31: bool = True


def _asserting(*names: str, about: str = "", in_30: bool = True) -> list[Keyword]:
    return [Keyword(name, Role.ASSERTION, about, in_30=in_30) for name in names]


def _bounds(about: str, lower: tuple[str, ...], upper: tuple[str, ...]) -> list[Keyword]:
    return [
        *(Keyword(name, Role.ASSERTION, about, lower=True) for name in lower),
        *(Keyword(name, Role.ASSERTION, about, lower=False) for name in upper),
    ]


def _saying(role: Role, *names: str, about: str = "", in_30: bool = True) -> list[Keyword]:
    return [Keyword(name, role, about, in_30=in_30) for name in names]


_TABLE = (
    # References (core, section 8.2.3); in OpenAPI 3.0, a reference is an object of its own.
    *_saying(Role.REFERENCE, "$ref", "$dynamicRef", in_30=False),
    # Any type (validation, section 6.1)
    *_asserting("type", "enum", "format"),
    *_asserting("const", in_30=False),
    Keyword("nullable", Role.ASSERTION, in_31=False),
    # Composition (core, section 10.2.1)
    *(Keyword(name, Role.ASSERTION, holds=Shape.LIST, in_place=True) for name in ("allOf", "anyOf", "oneOf")),
    Keyword("not", Role.CONDITION, holds=Shape.ONE, applied=Applied.CONSTRAINING, in_place=True),
    Keyword("if", Role.CONDITION, "", Shape.ONE, Applied.CONSTRAINING, in_place=True, in_30=False),
    Keyword("then", Role.CONDITION, "", Shape.ONE, Applied.CONDITIONAL, in_place=True, in_30=False),
    Keyword("else", Role.CONDITION, "", Shape.ONE, Applied.CONDITIONAL, in_place=True, in_30=False),
    # Numbers (validation, section 6.2)
    *_bounds("number", lower=("minimum", "exclusiveMinimum"), upper=("maximum", "exclusiveMaximum")),
    *_asserting("multipleOf", about="number"),
    # Strings (validation, sections 6.3 and 8)
    *_bounds("string", lower=("minLength",), upper=("maxLength",)),
    *_asserting("pattern", about="string"),
    Keyword("contentEncoding", Role.ANNOTATION, "string", is_widened=True, in_30=False),
    Keyword("contentMediaType", Role.ANNOTATION, "string", is_widened=True, in_30=False),
    Keyword("contentSchema", Role.ANNOTATION, "string", Shape.ONE, is_widened=True, in_30=False),
    # Arrays (core, sections 10.3.1 and 11.2; validation, section 6.4)
    *_bounds("array", lower=("minItems",), upper=("maxItems",)),
    *_asserting("uniqueItems", about="array"),
    *_asserting("minContains", "maxContains", about="array", in_30=False),
    Keyword("items", Role.ASSERTION, "array", Shape.ONE),
    Keyword("prefixItems", Role.ASSERTION, "array", Shape.LIST, is_widened=True, in_30=False),
    Keyword("contains", Role.ASSERTION, "array", Shape.ONE, Applied.CONSTRAINING, in_30=False),
    Keyword("unevaluatedItems", Role.ASSERTION, "array", Shape.ONE, Applied.CONSTRAINING, in_30=False),
    # Objects (core, sections 10.2.2.4, 10.3.2 and 11.3; validation, section 6.5)
    *_bounds("object", lower=("minProperties",), upper=("maxProperties",)),
    *_asserting("required", about="object"),
    Keyword("dependentRequired", Role.ASSERTION, "object", is_widened=True, in_30=False),
    Keyword("properties", Role.ASSERTION, "object", Shape.MAP),
    Keyword("patternProperties", Role.ASSERTION, "object", Shape.MAP, is_widened=True, in_30=False),
    Keyword("additionalProperties", Role.ASSERTION, "object", Shape.ONE),
    Keyword("unevaluatedProperties", Role.ASSERTION, "object", Shape.ONE, is_widened=True, in_30=False),
    Keyword("propertyNames", Role.ASSERTION, "object", Shape.ONE, Applied.CONSTRAINING, in_30=False),
    Keyword(
        "dependentSchemas",
        Role.ASSERTION,
        "object",
        Shape.MAP,
        Applied.CONDITIONAL,
        in_place=True,
        in_30=False,
    ),
    # Annotations (validation, section 9; OpenAPI 3.1.1, section 4.8.24)
    *_saying(Role.USE, "default", "deprecated", "readOnly", "writeOnly"),
    *_saying(Role.TEXT, "title", "description", "example", "externalDocs"),
    *_saying(Role.TEXT, "examples", "$comment", in_30=False),
    *_saying(Role.ANNOTATION, "discriminator", "xml"),
    # Identification and definitions (core, section 8); `definitions` is the former name of `$defs`.
    *_saying(Role.ANNOTATION, "$id", "$schema", "$anchor", "$dynamicAnchor", "$vocabulary", in_30=False),
    Keyword("$defs", Role.ANNOTATION, "", Shape.MAP, Applied.DEFINING, in_30=False),
    Keyword("definitions", Role.ANNOTATION, "", Shape.MAP, Applied.DEFINING, in_30=False),
)

KEYWORDS: Mapping[str, Keyword] = {keyword.name: keyword for keyword in _TABLE}
"""The keywords by their names."""


def keywords_about(type_: str) -> frozenset[str]:
    """The keywords about values of one type alone: ``"integer"``, ``"object"``..."""
    type_ = "number" if type_ == "integer" else type_
    return frozenset(keyword.name for keyword in _OF_31 if keyword.about == type_)


_OF_31 = [keyword for keyword in _TABLE if keyword.in_31]

ASSERTIONS = frozenset(
    keyword.name for keyword in _OF_31 if keyword.role in {Role.ASSERTION, Role.REFERENCE} or keyword.about
)
"""The keywords that decide the type of a value. All others are kept as annotations, including ``not``."""

PLAIN_ASSERTIONS = frozenset(
    keyword.name for keyword in _OF_31 if keyword.role is Role.ASSERTION and keyword.holds is None
)
"""The keywords without schemas that a validator asserts."""

VALIDATING: Mapping[str, Shape] = {
    keyword.name: keyword.holds
    for keyword in _OF_31
    if keyword.holds is not None and keyword.role in {Role.ASSERTION, Role.CONDITION}
}
"""The keywords whose schemas a validator applies, by how they hold them."""

DESCRIBING: Mapping[str, Shape] = {
    keyword.name: keyword.holds
    for keyword in _OF_31
    if keyword.holds is not None and keyword.applied in {Applied.DESCRIBING, Applied.CONDITIONAL}
}
"""The keywords whose schemas describe a value or its parts, by how they hold them.

The schemas under all other keywords are kept as written.
"""

IN_PLACE: Mapping[str, Shape] = {
    keyword.name: keyword.holds for keyword in _OF_31 if keyword.holds is not None and keyword.in_place
}
"""The keywords whose schemas apply to the same value, by how they hold them."""

CLOSING = frozenset(
    keyword.name
    for keyword in _OF_31
    if keyword.holds is Shape.ONE and keyword.applied is Applied.DESCRIBING and not keyword.in_place
)
"""The keywords that close an object or an array with ``false``."""


WIDENED = frozenset(
    keyword.name
    for keyword in _OF_31
    if keyword.is_widened or keyword.applied in {Applied.CONDITIONAL, Applied.CONSTRAINING}
)
"""The keywords that no type expresses exactly: their conditions, and what a pass makes wider."""


def applied(*purposes: Applied) -> Mapping[str, Shape]:
    """The keywords whose schemas have one of the purposes, by how they hold them."""
    return {
        keyword.name: keyword.holds
        for keyword in _OF_31
        if keyword.holds is not None and keyword.applied in purposes
    }


def playing(role: Role) -> frozenset[str]:
    """The keywords with a role."""
    return frozenset(keyword.name for keyword in _OF_31 if keyword.role is role)
