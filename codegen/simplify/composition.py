"""Merges each ``allOf`` into one equivalent schema (JSON Schema 2020-12 core, 10.2.1.1)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from msgspec.structs import replace

from codegen.document.limits import MOST_MEMBERS
from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Problem, Refused, gathering
from codegen.simplify.canonical import (
    annotations_of,
    assertions_of,
    flat_union,
    is_any,
    or_null,
    schema_without_null,
)
from codegen.simplify.size_limit import affordable, too_much
from codegen.standard.keywords import KEYWORDS
from codegen.standard.positions import Document, Position, rewrite_schemas
from codegen.standard.schemas import component, rewrite_subschemas


def merge_all_of(document: Document) -> Document:
    """Replace each ``allOf`` by one equivalent schema.

    One member, with annotations beside or in other members, is that member under those annotations. Several
    objects are one object: the properties of all, in order, required where any requires it; a property of
    several members is the ``allOf`` of its schemas. Null is allowed where all members allow it, and where one
    is there to say just that. Where members contradict each other, nothing is valid: the author has redefined
    what it is, and it is one or the other. So it is with properties, and with the items of arrays.

    Raises:
        Refused: A schema is part of itself (rule ``contradiction``), or all that has to be merged comes to
            very much (rule ``too-many``).
    """
    problems: list[Problem] = []
    merging = _Merging(document)

    def change(schema: Node, position: Position) -> Node:
        with gathering(problems):
            return (
                merging.component(position.component)
                if position.component is not None
                else merging.merged(schema)
            )
        return schema

    try:
        document = rewrite_schemas(document, change)
    except _TooManyError as error:
        raise Refused([error.problem]) from error
    if problems:
        raise Refused(list(dict.fromkeys(problems)))
    return replace(document, extended=merging.extended)


_DEEPEST = 100
"""The most levels of nested merges."""


class _Merging:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._components = document.schemas
        self.extended: dict[Pointer, str] = {}
        self._merged = 0
        self._depth = 0
        self._done: dict[str, Node] = {}
        self._refused: dict[str, Refused] = {}
        self._open: set[str] = set()
        self._intersecting: set[frozenset[str]] = set()

    @cached_property
    def most(self) -> int:
        """The most merges. Few documents come near it."""
        return affordable(self._document)

    def component(self, name: str) -> Node:
        """The component of this name without any ``allOf``."""
        if name in self._refused:
            raise self._refused[name]
        if name not in self._done:
            schema = self._components.mapping(name)
            if name in self._open:
                raise Refused([_problem(schema, f"the schema {name!r} is composed of itself")])
            self._open.add(name)
            try:
                self._done[name] = self.merged(schema)
            except Refused as refused:
                self._refused[name] = refused
                raise
            finally:
                self._open.discard(name)
        return self._done[name]

    def merged(self, schema: Node) -> Node:
        """The schema without any ``allOf``, in it or below."""
        if "allOf" not in schema:
            return rewrite_subschemas(schema, self.merged)
        own = assertions_of(schema.without("allOf"))
        members = [self.merged(member) for member in (*schema.mappings("allOf"), own)]
        constraining = [member for member in members if not is_any(member)]
        said = Node(pointer=schema.pointer, also=schema.also)
        for member in members:
            if "$ref" not in member or len(constraining) == 1:
                said = said.with_items(**annotations_of(member))
            said = said.standing_for(*member.origins)
        said = said.with_items(**annotations_of(schema))
        if not constraining:
            return said
        whole = constraining[0]
        for member in constraining[1:]:
            try:
                whole = self._both(whole, member, schema)
            except _Contradiction:  # the author has redefined it
                whole = _either(whole, member)
        said = said.standing_for(*whole.origins)
        return Node({**assertions_of(whole), **said}, pointer=said.pointer, also=said.also)

    def _both(self, one: Node, other: Node, place: Node) -> Node:
        """A schema for the values that both allow. A contradiction is reported at `place`."""
        if self._depth > _DEEPEST:
            raise Refused([_problem(place, "this schema contains itself without end")])
        self._depth += 1
        try:
            return self._what_both_allow(one, other, place)
        finally:
            self._depth -= 1

    def _what_both_allow(self, one: Node, other: Node, place: Node) -> Node:
        as_written = self._one_of_them(one, other, place)
        if as_written is not None:
            return as_written
        meant = self._resolved(one), self._resolved(other)
        names = frozenset(name for name in (component(one), component(other)) if name)
        if len(names) < 2:
            return self._intersection(*meant, place)
        if names in self._intersecting:  # they contain each other infinitely
            return _either(one, other)
        self._intersecting.add(names)
        try:
            return self._intersection(*meant, place)
        finally:
            self._intersecting.discard(names)

    def _one_of_them(self, one: Node, other: Node, place: Node) -> Node | None:
        """The schema that implies the other, so that a reference remains one; None if neither does."""
        if is_any(one):
            return other.standing_for(*one.origins)
        if is_any(other) or self._same_reference(one, other):
            return one.standing_for(*other.origins)
        for schema, rest in (one, other), (other, one):
            alone, nullable = schema_without_null(rest)
            if nullable and assertions_of(alone).keys() <= {"type"}:  # it only allows null
                return or_null(self._both(schema, assertions_of(alone), place))
            idle = assertions_of(self._resolved(rest))
            if idle.keys() <= {"type"} and idle.get("type") in (None, self._resolved(schema).get("type")):
                return schema.standing_for(*rest.origins)
        return None

    def _both_or_either(self, one: Node, other: Node, place: Node) -> Node:
        """A schema for the values that both allow, or if they contradict each other, that either allows."""
        try:
            return self._both(one, other, place)
        except Refused:
            return _either(one, other)

    def _same_reference(self, one: Node, other: Node) -> bool:
        return "$ref" in one and one["$ref"] == other.get("$ref")

    def _resolved(self, schema: Node) -> Node:
        """The target of a reference, at the place of the reference, because the component stays a class."""
        meant = schema
        while (name := component(meant)) is not None:
            meant = self.component(name)
        return Node(meant, pointer=schema.pointer, also=schema.also)

    def _intersection(self, one: Node, other: Node, place: Node) -> Node:
        (one, one_null), (other, other_null) = schema_without_null(one), schema_without_null(other)
        if one_null or other_null:
            return or_null(self._both(one, other, place), nullable=one_null and other_null)
        if (common := _common(one, other)) is not None:
            return common
        for several, rest in ((one, other), (other, one)):
            if "anyOf" in several:
                return self._distributed(several, rest, place)
        types = {schema.text("type") for schema in (one, other)} - {""}
        if types == {"number", "integer"}:
            one, other = one.with_items(type="integer"), other.with_items(type="integer")
        elif len(types) > 1:
            said = " and ".join(sorted(types))
            raise _contradiction(place, f"the members of this allOf contradict each other: {said}")
        return self._same_type(one, other, place)

    def _distributed(self, several: Node, rest: Node, place: Node) -> Node:
        """Merge each member of a union with the rest, without the members that contradict it.

        A component that became another class is remembered as what that class extends: the union may name and
        tell its members by it.
        """
        allowed: list[Node] = []
        problems: list[Problem] = []
        members = several.mappings("anyOf")
        if len(members) * max(1, len(rest.values_of("anyOf"))) > MOST_MEMBERS:
            message = f"this 'allOf' comes to a union of more than {MOST_MEMBERS:,} members"
            raise _TooManyError(Problem(message, "too-many", place.pointer, "key"))
        for member in members:
            with gathering(problems):
                both = self._both(member, rest, place)
                if (name := component(member)) is not None and "$ref" not in both:
                    self.extended[member.pointer] = name
                allowed.append(both)
        if not allowed:
            raise _Contradiction(problems)
        places = (one for part in (several, *members) for one in part.origins)
        return flat_union(allowed, Node(pointer=place.pointer).standing_for(*places))

    def _same_type(self, one: Node, other: Node, place: Node) -> Node:
        self._merged += 1 + len(one.mapping("properties")) + len(other.mapping("properties"))
        if self._merged > self.most:
            raise _TooManyError(too_much(place.pointer, self.most))
        joined = Node({**one, **other}, pointer=place.pointer)
        changes: dict[str, Json] = {
            keyword: choose([one[keyword], other[keyword]])
            for keyword, choose in _STRICTER.items()
            if keyword in one and keyword in other
        }
        if "properties" in one or "properties" in other:
            changes["properties"] = self._properties(one, other)
        if "required" in one or "required" in other:
            required = [*one.values_of("required"), *other.values_of("required")]
            changes["required"] = [*dict.fromkeys(name for name in required if isinstance(name, str))]
        if "items" in one and "items" in other:
            changes["items"] = self._both_or_either(one.mapping("items"), other.mapping("items"), place)
        if "additionalProperties" in joined:
            extra = _additional(one, other)
            changes["additionalProperties"] = (
                self._both_or_either(*extra, place) if isinstance(extra, tuple) else extra
            )
        if "enum" in one and "enum" in other:
            allowed = other.values_of("enum")
            changes["enum"] = [value for value in one.values_of("enum") if value in allowed]
            if not changes["enum"]:
                raise _contradiction(
                    place, "the members of this allOf have no value of their enums in common"
                )
        joined = joined.with_items(**changes).standing_for(*one.origins, *other.origins)
        return (
            joined.without("additionalProperties") if joined.get("additionalProperties") is None else joined
        )

    def _properties(self, one: Node, other: Node) -> Node:
        properties = dict(one.entries("properties"))
        for name, schema in other.entries("properties"):
            known = properties.get(name)
            if known is None:
                properties[name] = schema
            else:
                both = self._both_or_either(assertions_of(known), assertions_of(schema), schema)
                said = {**annotations_of(known), **annotations_of(schema)}
                merged = Node({**said, **both}, pointer=schema.pointer)
                properties[name] = merged.standing_for(*both.origins, *schema.also, *known.origins)
        owner = one if "properties" in one else other
        return Node({**properties}, pointer=owner.mapping("properties").pointer)


def _common(one: Node, other: Node) -> Node | None:
    """The smaller of two unions, if its references are among those of the other; None if they are not.

    A value might be of two members at once, but who lists the same classes twice does not mean that.
    """
    first, second = ({component(part) for part in schema.mappings("anyOf")} for schema in (one, other))
    if not first or not second or None in first | second:
        return None
    if not (first <= second or second <= first):
        return None
    smaller, larger = (one, other) if first <= second else (other, one)
    members = (place for part in larger.mappings("anyOf") for place in part.origins)
    return smaller.standing_for(*larger.origins, *members)


def _either(one: Node, other: Node) -> Node:
    return flat_union([one, other], Node(pointer=other.pointer).standing_for(*one.origins))


def _additional(one: Node, other: Node) -> Json | tuple[Node, Node]:
    """The additional properties of the composed object.

    By the letter, a member that forbids further properties forbids those of the other members as well, and
    nothing satisfies both; authors mean that the whole forbids them if every member does.
    """
    first, second = one.get("additionalProperties"), other.get("additionalProperties")
    if isinstance(first, Node) and isinstance(second, Node):
        return first, second
    if first is False and second is False:
        return False
    for said in (first, second):
        if isinstance(said, Node):
            return said
    return None


def _strictest(choose: Callable[[list[float]], float]) -> Callable[[list[Json]], Json]:
    def chosen(values: list[Json]) -> Json:
        return choose([value for value in values if isinstance(value, (int, float))])

    return chosen


_STRICTER = {
    keyword.name: _strictest(max if keyword.lower else min)
    for keyword in KEYWORDS.values()
    if keyword.lower is not None
}


class _TooManyError(Exception):
    """There are too many merges. Unlike a contradiction, this always stops the run."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Contradiction(Refused):
    """No value can satisfy two schemas."""


def _contradiction(schema: Node, message: str) -> _Contradiction:
    return _Contradiction([_problem(schema, message)])


def _problem(schema: Node, message: str) -> Problem:
    return Problem(message, "contradiction", schema.pointer)
