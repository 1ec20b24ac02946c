"""When two schemas say the same, and what stands for both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from codegen.document.node import Json, Node
from codegen.model.classes import is_class
from codegen.standard.keywords import ASSERTIONS, DESCRIBING, Role, Shape, playing

_SAID = playing(Role.TEXT) | {"summary"}  # which a Reference Object has (OpenAPI 3.1.1, 4.8.23)
"""What is said of a schema, and changes nothing of what it is."""


@dataclass(slots=True)
class Structures:
    """Gives schemas that are the same, whatever is said of them, the same number."""

    titled: list[Node] = field(default_factory=list)
    """The classes among them that have a title."""
    _numbers: dict[object, int] = field(default_factory=dict)
    _heights: list[int] = field(default_factory=list)
    _schemas: dict[int, int] = field(default_factory=dict)
    _classes: dict[int, int] = field(default_factory=dict)

    def of_class(self, schema: Node) -> int:
        """The number of a class: of what it asserts; anything else belongs to the place that uses it."""
        if id(schema) not in self._classes:
            self._classes[id(schema)] = self._of(schema, [key for key in schema if _is_of_the_class(key)])
        return self._classes[id(schema)]

    def height(self, number: int) -> int:
        """How many classes are in one another at most, that of this number the outermost."""
        return self._heights[number]

    def _schema(self, schema: Node) -> int:
        number = self._schemas.get(id(schema))
        if number is None:
            number = self._of(schema, [key for key in schema if key not in _SAID])
            self._schemas[id(schema)] = number
        return number

    def _of(self, schema: Node, keywords: list[str]) -> int:
        height = 0
        parts: list[tuple[str, object]] = []
        for keyword in sorted(keywords):
            value = schema[keyword]
            if isinstance(value, str):
                parts.append((keyword, value))
            elif keyword in DESCRIBING and isinstance(value, (Node, list)):
                number = self._schemas_under(keyword, value)
                parts.append((keyword, number))
                height = max(height, self._heights[number])
            elif isinstance(value, list) and _is_set(keyword, schema):
                parts.append((keyword, (*sorted(map(repr, value)),)))
            else:
                parts.append((keyword, _plain(value)))
        has_class = is_class(schema)
        if has_class and "title" in schema:
            self.titled.append(schema)
        return self._number((*parts,), height + has_class)

    def _schemas_under(self, keyword: str, value: Node | list[Json]) -> int:
        if isinstance(value, Node) and DESCRIBING[keyword] is Shape.ONE:
            return self._schema(value)
        if isinstance(value, Node):
            names = sorted(value)
            members = [self._member(value[name]) for name in names]
            return self._all((keyword, *zip(names, members, strict=True)), members)
        members = [self._member(child) for child in value]
        return self._all((keyword, *members), members)

    def _member(self, value: Json) -> int:
        return self._schema(value) if isinstance(value, Node) else self._number(_plain(value), 0)

    def _all(self, key: object, members: Sequence[int]) -> int:
        return self._number(key, max((self._heights[member] for member in members), default=0))

    def _number(self, key: object, height: int) -> int:
        number = self._numbers.setdefault(key, len(self._numbers))
        if number == len(self._heights):
            self._heights.append(height)
        return number


def _is_of_the_class(key: str) -> bool:
    return key in ASSERTIONS or key in {"discriminator", "$extends"} or key.startswith("x-")


def _is_set(keyword: str, schema: Node) -> bool:
    """Whether the order of a list says nothing; names may be given to the values of an enum one by one."""
    return keyword == "required" or (keyword == "enum" and not any(key[:6] == "x-enum" for key in schema))


def _plain(value: Json) -> object:
    """What equals another if both are the same in JSON; a text is never what a number is."""
    if isinstance(value, Node):
        return ("mapping", *sorted((key, _plain(item)) for key, item in value.items()))
    if isinstance(value, list):
        return ("list", *map(_plain, value))
    return ("scalar", repr(value))


def merged(copies: Sequence[Node], *, authored: bool = False) -> Node:
    """One schema for several that are the same, standing for the places of all.

    Of what is said of them it keeps, at its top, what all say; within, what most say. If the first is
    `authored`, with a name of its own, it says what it says.
    """
    first = copies[0]
    if len(copies) == 1:
        return first
    made = _merged(copies, authored=authored)
    if authored:
        return made
    kept = [
        key
        for key in made
        if _is_of_the_class(key) or all(copy.get(key) == first.get(key) for copy in copies)
    ]
    return made.without(*(key for key in made if key not in kept))


def _merged(copies: Sequence[Node], *, authored: bool) -> Node:
    first = copies[0]
    items: dict[str, Json] = {}
    for keyword in first if authored else dict.fromkeys(key for copy in copies for key in copy):
        if keyword in _SAID and not authored:
            said = _said_by_most([copy.get(keyword) for copy in copies])
            if said is not None:
                items[keyword] = said
        elif keyword in first:
            items[keyword] = _value(keyword, [copy.get(keyword) for copy in copies], authored=authored)
    places = dict.fromkeys(place for copy in copies for place in copy.origins)
    places.pop(first.pointer)
    return Node(items, pointer=first.pointer, also=tuple(places))


def _value(keyword: str, values: Sequence[Json], *, authored: bool) -> Json:
    """What stands under a keyword: schemas are made one, all else is the same in all."""
    first = values[0]
    nodes = [value for value in values if isinstance(value, Node)]
    match DESCRIBING.get(keyword):
        case Shape.ONE if len(nodes) == len(values):
            return _merged(nodes, authored=authored)
        case Shape.MAP if isinstance(first, Node):
            schemas = {name: _member([node[name] for node in nodes], authored=authored) for name in first}
            return Node(schemas, pointer=first.pointer)
        case Shape.LIST if isinstance(first, list):
            lists = [value for value in values if isinstance(value, list)]
            return [_member(members, authored=authored) for members in zip(*lists, strict=True)]
        case _:
            return first


def _member(values: Sequence[Json], *, authored: bool) -> Json:
    nodes = [value for value in values if isinstance(value, Node)]
    return _merged(nodes, authored=authored) if nodes else values[0]


def _said_by_most(values: Sequence[Json]) -> Json:
    """What more than half say, if anything."""
    said, times = Counter(map(repr, values)).most_common(1)[0]
    return next(value for value in values if repr(value) == said) if 2 * times > len(values) else None
