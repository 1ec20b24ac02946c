"""Makes JSON values of a type: from examples of the document if it has some, else invented ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import ceil, isfinite
from typing import TypeAlias

from jsonschema_rs import validator_for
from msgspec import Struct, field

from codegen.document.node import Json
from codegen.model.api import Api
from codegen.model.classes import Field, UnionClass
from codegen.model.notes import Absent, Notes
from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, UnionOf
from codegen.standard.patterns import matching_texts

Example: TypeAlias = "Mapping[str, Example] | Sequence[Example] | str | int | float | bool | None"
"""A value of JSON: one of the document, which has places, or one that is made here."""

_SCALARS: Mapping[Scalar, Example] = {
    Scalar.ANY: {},
    Scalar.NULL: None,
    Scalar.BOOLEAN: True,
    Scalar.INTEGER: 1,
    Scalar.NUMBER: 1.5,
    Scalar.STRING: "example",
    Scalar.UUID: "2f1c7a52-8d0e-4b6f-9a3c-5e7d1b204c68",
    Scalar.DATE: "2026-01-31",
    Scalar.DATETIME: "2026-01-31T09:30:00Z",
    Scalar.FILE: "example",
    Scalar.BYTES: "example",
}

_FORMATS: Mapping[str, str] = {
    "email": "ada@example.com",
    "hostname": "host.example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com",
    "url": "https://example.com",
    "time": "09:30:00Z",
    "duration": "PT1H",
    "byte": "ZXhhbXBsZQ==",
}

_LIMITS = ("pattern", "minLength", "maxLength")
_SHALLOW = 2
"""To this depth, an object has simple optional properties, too. The outermost object has all."""
_LONGEST = 256
"""The maximum length of an invented text."""
_MOST = 20_000
"""About how many characters the example of a value has that a program shows."""
_TOO_DEEP = 12
"""At this depth, an object has only properties with known values."""


class Made(Struct):
    """Makes a value of a type."""

    api: Api
    is_sent: bool = False
    """Whether a caller passes it, so that it has only required properties."""
    is_documented: bool = False
    """Whether the whole value is an example of the document."""
    within: list[str] = field(default_factory=list[str])
    """The components that the value is in."""

    def of(  # noqa: PLR0911 - one for each kind of type
        self, type_: Type, notes: Notes | None = None, *, tag: tuple[str, str] | None = None
    ) -> Example:
        """A value, or the example of its notes; `tag` is the discriminator of a union around it."""
        if notes is not None and (documented := self._known(notes)):
            self.is_documented = self.is_documented or not self.within
            return documented[0]
        match type_:
            case Scalar.STRING:
                return _text(notes)
            case Scalar.INTEGER | Scalar.NUMBER:
                return _number(type_, notes)
            case Scalar():
                return _SCALARS[type_]
            case ListOf(item):
                made = self.of(item)
                return [made] if self._ends(item) or made not in ({}, None) else []
            case MapOf(value):
                return {"key": self.of(value)} if self.is_sent and self._ends(value) else {}
            case UnionOf(members):
                return self.of(self._simplest(members), notes)
            case Named(name):
                return self._component(name, tag)

    def _known(self, notes: Notes) -> Sequence[Example]:
        return [*filter(is_short, documented_values(notes))] if self.is_sent else documented_values(notes)

    def _component(self, name: str, tag: tuple[str, str] | None) -> Example:
        if name in self.api.enums:
            enum = self.api.enums[name]
            documented = self._known(enum.notes)
            return documented[0] if documented else enum.members[0].value
        if name in self.api.unions:
            return self._union(name, self.api.unions[name])
        model = self.api.models[name]
        if documented := self._known(model.notes):
            self.is_documented = self.is_documented or not self.within
            return documented[0]
        if name in self.within or len(self.within) > _TOO_DEEP:
            return {}
        self.within.append(name)
        shown = [one for one in model.fields if self._has(one)]
        if self.is_sent and not shown:  # an object without properties says nothing
            shown = [one for one in model.fields if isinstance(one.type, Scalar) and not one.read_only][:1]
        fields = {one.wire_name: self._field(one) for one in shown}
        self.within.pop()
        if tag is not None and any(
            one.wire_name == tag[0] and self._takes(one, tag[1]) for one in model.fields
        ):
            fields[tag[0]] = tag[1]
        return dict(fields)

    def _union(self, name: str, union: UnionClass) -> Example:
        if documented := self._known(union.notes):
            return documented[0]
        if name in self.within:
            return {}
        self.within.append(name)
        member = self._simplest(union.members)
        values = (value for value, one in union.mapping.items() if one == member)
        value = next(values, None)
        tag = (union.discriminator, value) if union.discriminator and value is not None else None
        made = self.of(member, tag=tag)
        self.within.pop()
        return made

    def _field(self, one: Field) -> Example:
        return self.of(one.type, one.notes) if one.constant is Absent.ABSENT else one.constant

    def _takes(self, one: Field, value: str) -> bool:
        """Whether a discriminator may have a value. The constant of the property takes precedence."""
        if isinstance(one.type, Named) and one.type.name in self.api.enums:
            return any(member.value == value for member in self.api.enums[one.type.name].members)
        return one.constant is Absent.ABSENT

    def _has(self, one: Field) -> bool:
        """Whether a made object has a property."""
        if self.is_sent:
            return one.required and not one.read_only
        if one.write_only:
            return False
        if one.required or len(self.within) <= 1:
            return True
        return len(self.within) <= _SHALLOW and (
            bool(documented_values(one.notes)) or isinstance(one.type, Scalar)
        )

    def _ends(self, type_: Type) -> bool:
        """Whether a value of a type is not within one of the same component."""
        return not (isinstance(type_, Named) and type_.name in self.within)

    def _simplest(self, members: tuple[Type, ...]) -> Type:
        """The simplest member: preferably not an object, and null only if there is no other."""
        possible = [one for one in members if one is not Scalar.NULL and self._ends(one)]
        if not possible:
            return Scalar.NULL if Scalar.NULL in members else members[0]
        return possible[0]


def is_short(value: Example) -> bool:
    """Whether a value is short enough for a program. A long one is not read to its end: it can have 50 MB."""
    left, rest = _MOST, [value]
    while rest and left >= 0:
        match one := rest.pop():
            case str():
                left -= len(one)
            case Mapping() if len(one) <= left:
                left -= sum(map(len, one))
                rest += one.values()
            case Sequence() if len(one) <= left:
                left -= len(one)
                rest += one
            case Mapping() | Sequence():
                return False
            case _:
                pass
    return left >= 0


def documented_values(notes: Notes) -> tuple[Example, ...]:
    """The examples that describe a value, else its default."""
    default = notes.default
    # The default of an object or a list often lacks what its schema requires.
    is_simple = isinstance(default, (str, int, float))
    return notes.examples or ((default,) if is_simple and not isinstance(default, Absent) else ())


def _text(notes: Notes | None) -> Example:
    if notes is None:
        return _SCALARS[Scalar.STRING]
    text = _FORMATS.get(notes.format or "", "example")
    limits = {key: notes.constraints[key] for key in _LIMITS if key in notes.constraints}
    shortest, longest = limits.get("minLength"), limits.get("maxLength")
    if isinstance(shortest, int) and len(text) < shortest <= _LONGEST:
        text = (text * shortest)[:shortest]
    text = text[:longest] if isinstance(longest, int) else text
    pattern = limits.get("pattern")
    if not isinstance(pattern, str):
        return text
    least = shortest if isinstance(shortest, int) and shortest <= _LONGEST else 0
    return _matching(text, pattern, least, longest if isinstance(longest, int) else _LONGEST)


@lru_cache(maxsize=4096)
def _matching(text: str, pattern: str, shortest: int, longest: int) -> str:
    """A text that matches a pattern: the usual one if it does, or if there is no other."""
    try:
        validator = validator_for({"pattern": pattern})
        fitting = (one for one in matching_texts(pattern, shortest) if shortest <= len(one) <= longest)
        return next((one for one in (text, *fitting) if validator.is_valid(one)), text)
    except ValueError:  # the pattern is in Python's dialect, or matches half of a character
        return text


def _number(type_: Scalar, notes: Notes | None) -> Example:
    """A number within its limits: the usual one, or one at or beside a limit."""
    usual = _SCALARS[type_]
    limits = {} if notes is None else _bounds(notes.constraints)
    if not limits or not isinstance(usual, (int, float)):
        return usual
    beside = [limit + more for limit in limits.values() for more in (0, 1, -1)]
    step = limits.get("multipleOf", 0)
    multiples = [ceil(limit / step) * step for limit in beside] if step > 0 else []
    validator = validator_for(limits)
    found = (one for one in (usual, *beside, *multiples) if type_ is Scalar.NUMBER or one == int(one))
    fitting = next((one for one in found if validator.is_valid(one)), usual)
    return int(fitting) if type_ is Scalar.INTEGER else fitting


def _bounds(constraints: Mapping[str, Json]) -> dict[str, int | float]:
    """The limits of a number; in OpenAPI 3.0, ``exclusiveMinimum: true`` applies to ``minimum``."""
    found: dict[str, int | float] = {}
    for key in ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"):
        value = constraints.get(key)
        if value is True:
            value = constraints.get(key.replace("exclusiveM", "m"))
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value):
            continue
        if key != "multipleOf" or value > 0:
            found[key] = value
    return found
