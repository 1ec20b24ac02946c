"""Compares the structures of schemas, and merges equal ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from codegen.document.node import Json, Node
from codegen.model.schemas import (
    ClassSchema,
    Enumeration,
    Object,
    Primitive,
    Reference,
    Schema,
    Union,
    parts,
    with_parts,
)
from codegen.standard.keywords import Role, playing

_SAID = playing(Role.TEXT) | {"summary"}  # keys of a Reference Object (OpenAPI 3.1.1, 4.8.23)
"""The annotations that do not change the meaning of a schema."""
_EXAMPLES = frozenset({"example", "examples"})


class Structures(Struct):
    """Gives equal schemas, apart from their annotations, the same number."""

    titled: list[Schema] = field(default_factory=list)
    """The classes among them that have a title."""
    _numbers: dict[object, int] = field(default_factory=dict)
    _heights: list[int] = field(default_factory=list)
    _schemas: dict[Schema, int] = field(default_factory=dict)
    _classes: dict[Schema, int] = field(default_factory=dict)
    _copies: dict[tuple[int, ...], tuple[Schema, Sequence[Schema]]] = field(default_factory=dict)
    """The schemas made of several ones, by the identities of these. Classes are merged twice, most alike."""

    def of_class(self, schema: Schema) -> int:
        """The number of a class, by its assertions. Everything else belongs to the place that uses it."""
        number = self._classes.get(schema)
        if number is None:
            number = self._classes[schema] = self._of(schema, [*filter(_is_of_the_class, schema.notes)])
        return number

    def height(self, number: int) -> int:
        """The maximum number of nested classes, including the class of this number."""
        return self._heights[number]

    def _schema(self, schema: Schema) -> int:
        is_plain = not schema.constraints and _SAID.issuperset(schema.notes)
        if is_plain and isinstance(schema, (Primitive, Reference)):  # as most are
            return self._numbered(_own(schema, ()), (), is_class=False)
        number = self._schemas.get(schema)
        if number is None:
            notes = () if is_plain else [key for key in schema.notes if key not in _SAID]
            number = self._schemas[schema] = self._of(schema, notes)
        return number

    def _of(self, schema: Schema, notes: Collection[str]) -> int:
        """The number of a schema, by its structure and some of its notes."""
        is_class = isinstance(schema, ClassSchema)
        if is_class and "title" in schema.notes:
            self.titled.append(schema)
        inner = [self._schema(part) for part, _ in parts(schema)]
        key = _own(schema, inner)
        if notes or schema.constraints:
            key = (*key, _said(schema.constraints, schema.constraints), _said(schema.notes, notes))
        return self._numbered(key, inner, is_class=is_class)

    def _numbered(self, key: tuple[object, ...], inner: Sequence[int], *, is_class: bool) -> int:
        number = self._numbers.setdefault(key, len(self._heights))
        if number == len(self._heights):
            self._heights.append(max((self._heights[one] for one in inner), default=0) + is_class)
        return number

    def merged(self, copies: Sequence[Schema], *, authored: bool = False) -> Schema:
        """One schema for several equal ones, with the origins of all.

        It keeps the annotations that all have at its top, and those that most have within it. If the first
        is `authored`, with a name of its own, its annotations are kept.
        """
        first = copies[0]
        if len(copies) == 1:
            return first
        key = (authored, *map(id, copies))
        if key in self._copies:
            return self._copies[key][0]
        made = self._merged(copies, authored=authored)
        if not authored:
            kept = {
                key: value
                for key, value in made.notes.items()
                if _is_of_the_class(key)
                or all(copy.notes.get(key) == first.notes.get(key) for copy in copies)
            }
            made = replace(made, notes=kept)
        self._classes[made] = self.of_class(first)
        self._copies[key] = made, copies
        return made

    def _merged(self, copies: Sequence[Schema], *, authored: bool) -> Schema:
        first = copies[0]
        made = first
        if parts(first):
            inner = iter(zip(*(_in_order(copy, first) for copy in copies), strict=True))
            made = with_parts(first, lambda _part, _name: self._merged(next(inner), authored=authored))
        notes = first.notes if authored else _notes_of([copy.notes for copy in copies])
        origins = dict.fromkeys(place for copy in copies for place in copy.origins)
        made = replace(made, notes=notes, origins=(*origins,))
        for numbers in (self._schemas, self._classes):
            if (number := numbers.get(first)) is not None:
                numbers[made] = number
        return made


def _said(keywords: Mapping[str, Json], chosen: Collection[str]) -> tuple[object, ...]:
    return tuple((keyword, _plain(keywords[keyword])) for keyword in sorted(chosen)) if chosen else ()


def _own(schema: Schema, inner: Sequence[int]) -> tuple[object, ...]:
    """The structure of a schema, with the numbers of the schemas in it."""
    own: tuple[object, ...]
    match schema:
        case Primitive():
            return Primitive, schema.type
        case Reference():
            return Reference, schema.key
        case Union(nullable=nullable):
            own = (nullable,)
        case Object(properties, required, further, closed, extends):
            named = (*sorted(zip(properties, inner, strict=False)),)
            others = None if further is None else inner[-1]
            return (Object, named, (*sorted(required),), others, closed, extends)
        case Enumeration(type_, values):
            # Each value may have a name.
            is_set = not any(key.startswith("x-enum") for key in schema.notes)
            own = (type_, *(sorted(map(repr, values)) if is_set else map(repr, values)))
        case _:
            own = ()
    return (type(schema), *own, *inner)


def _is_of_the_class(note: str) -> bool:
    return note == "discriminator" or note.startswith("x-")


def _plain(value: Json) -> object:
    """A value that equals another only if both are the same JSON. A string never equals a number."""
    if isinstance(value, Node):
        return ("mapping", *sorted((key, _plain(item)) for key, item in value.items()))
    if isinstance(value, list):
        return ("list", *map(_plain, value))
    return value if isinstance(value, str) else ("scalar", repr(value))


def _in_order(schema: Schema, first: Schema) -> list[Schema]:
    """The schemas directly in a schema, with properties in the order of an equal schema."""
    inner = [part for part, _ in parts(schema)]
    if isinstance(schema, Object) and isinstance(first, Object):
        further = inner[len(schema.properties) :]
        return [*(schema.properties[name] for name in first.properties), *further]
    return inner


def _notes_of(copies: Sequence[Mapping[str, Json]]) -> dict[str, Json]:
    first = copies[0]
    notes: dict[str, Json] = {}
    for key in dict.fromkeys(key for copy in copies for key in copy):
        if key in _EXAMPLES:  # unlike texts, these need not be the same in most places
            said = _usual([copy[key] for copy in copies if copy.get(key) is not None])
            if said is not None:
                notes[key] = said
        elif key in _SAID:
            said = _said_by_most([copy.get(key) for copy in copies])
            if said is not None:
                notes[key] = said
        elif key in first:
            notes[key] = first[key]
    return notes


def _usual(values: Sequence[Json]) -> Json:
    """The most frequent value, and the first of several."""
    times = Counter(map(repr, values))
    return max(values, key=lambda one: times[repr(one)], default=None)


def _said_by_most(values: Sequence[Json]) -> Json:
    """The annotation of more than half, if there is one."""
    said, times = Counter(map(repr, values)).most_common(1)[0]
    return next(value for value in values if repr(value) == said) if 2 * times > len(values) else None
