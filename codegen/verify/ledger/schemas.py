"""The ledger for schemas: properties, enum values and alternatives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from codegen.document.node import Json, Node, Pointer
from codegen.model.api import Api
from codegen.model.classes import EnumClass, UnionClass
from codegen.model.types import named
from codegen.standard.extensions import is_waived
from codegen.standard.keywords import ASSERTIONS, DESCRIBING, Applied, applied, keywords_about
from codegen.standard.objects import version_of
from codegen.standard.schemas import subschemas
from codegen.verify.ledger.entries import Entries

_CONSTRAINING = applied(Applied.CONSTRAINING)
"""Keywords whose schemas only constrain values. The model has them as constraints."""

_CONDITIONAL = applied(Applied.CONDITIONAL)

_HELD = applied(Applied.DESCRIBING, Applied.DEFINING)
"""Keywords whose schemas are each in the model."""

_OF_ONE_TYPE: Mapping[str, frozenset[str]] = {
    type_: keywords_about(type_) & DESCRIBING.keys() for type_ in ("object", "array")
}
"""Keywords with schemas that apply to values of only one type."""

_UNITING = ("anyOf", "oneOf")

_ABOUT_TYPES = frozenset(_UNITING).union(*_OF_ONE_TYPE.values())

_LISTING_NOTHING = _ABOUT_TYPES - _CONDITIONAL.keys()
"""Keywords with schemas that can only exclude some values of an ``enum``."""

_FURTHER = ("additionalProperties", "unevaluatedProperties")

_LISTING = frozenset({"enum", "const"})

_WITH_PARTS = frozenset(
    {*_CONSTRAINING, *_HELD, *_CONDITIONAL, *_UNITING, *_LISTING, "contentSchema", "$ref"}
)
"""Keywords beside which a schema has more to account for than itself."""


class _Properties(Struct, frozen=True):
    """The properties of a schema that a model made from it has."""

    names: frozenset[str]
    further: bool


class SchemaAccounts:
    """Accounts for schemas, using the models, enumerations and unions made from them."""

    def __init__(self, entries: Entries, api: Api) -> None:
        self._entries = entries
        self._version = version_of(entries.root)
        self._models: dict[Pointer, list[_Properties]] = defaultdict(list)
        self._enums: dict[Pointer, list[EnumClass]] = defaultdict(list)
        for model in api.models.values():
            properties = _Properties(
                frozenset(one.wire_name for one in model.fields), model.extra is not None
            )
            for place in model.origins:
                self._models[place].append(properties)
        for enum in api.enums.values():
            for place in enum.origins:
                self._enums[place].append(enum)
        self._unions: dict[Pointer, list[UnionClass]] = defaultdict(list)
        self._classes: dict[Pointer, set[str]] = defaultdict(set)
        for union in api.unions.values():
            for place in union.origins:
                self._unions[place].append(union)
        for one in api.classes:
            for place in one.origins:
                self._classes[place].add(one.name)
        self._in_schemas = {
            *self._classes,
            *(place for model in api.models.values() for place in model.extra_origins),
            *(place for alias in api.aliases.values() for place in alias.origins),
            *(place for model in api.models.values() for one in model.fields for place in one.origins),
        }
        self._widened = api.widened
        self._by_name = {union.name: union for union in api.unions.values()}

    def account(self, schema: Node, origins: frozenset[Pointer] = frozenset()) -> None:
        """Account for a schema and its subschemas. `origins` belong to the enclosing part."""
        if self._entries.is_waived(schema):
            return
        place = schema.pointer
        if not self._entries.is_there("schema", place, there=place in origins or place in self._in_schemas):
            return
        if _WITH_PARTS.isdisjoint(schema):
            return
        if not _CONSTRAINING.keys().isdisjoint(schema):
            self._entries.ignore((*place, keyword) for keyword in _CONSTRAINING if keyword in schema)
        if "contentSchema" in schema and (*place, "contentSchema") not in self._in_schemas:
            self._entries.ignore([(*place, "contentSchema")])  # of a text that stays text
            schema = schema.without("contentSchema")
        if place in self._widened:
            self._entries.ignore([place])
            return
        schema = self._without_idle_unions(self._about_its_types(self._by_itself(schema)))
        self._properties(schema)
        self._conditional(schema, origins)
        if not _LISTING.isdisjoint(schema):
            self._enum(schema)
        if "anyOf" in schema or "oneOf" in schema:
            self._alternatives(schema)
        for child, _, _ in subschemas(schema, _HELD):
            self.account(child, origins)

    def _by_itself(self, schema: Node) -> Node:
        """The schema without keywords that have no meaning here.

        These are: in OpenAPI 3.0, keywords next to a reference (3.0.4, 4.7.23); ``unevaluatedProperties``
        next to ``additionalProperties``; and next to an ``enum``, other keywords with schemas.
        """
        if "$ref" in schema and self._version == "3.0":
            return Node({"$ref": schema["$ref"]}, pointer=schema.pointer)
        if "additionalProperties" in schema and "unevaluatedProperties" in schema:
            self._entries.ignore([(*schema.pointer, "unevaluatedProperties")])
            schema = schema.without("unevaluatedProperties")
        if "enum" not in schema or schema.pointer not in self._enums:
            return schema
        idle = [keyword for keyword in _LISTING_NOTHING if keyword in schema]
        self._entries.ignore((*schema.pointer, keyword) for keyword in idle)
        return schema.without(*idle)

    def _without_idle_unions(self, schema: Node) -> Node:
        """The schema without unions with a member that allows any value: the others add nothing to it.

        This is so unless the schema has properties, which each member is then about.
        """
        if "properties" in schema:
            return schema
        for keyword in _UNITING:
            members = schema.mappings(keyword) if keyword in schema else ()
            if any(ASSERTIONS.isdisjoint(self._entries.resolved(member)[-1]) for member in members):
                self._entries.ignore(member.pointer for member in members)
                schema = schema.without(keyword)
        return schema

    def _about_its_types(self, schema: Node) -> Node:
        """The schema without keywords for other types than its own, which have no meaning."""
        types = schema.get("type")
        declared = [types] if isinstance(types, str) else types
        if not isinstance(declared, list) or _ABOUT_TYPES.isdisjoint(schema):
            return schema
        idle = [
            keyword
            for type_, keywords in _OF_ONE_TYPE.items()
            if type_ not in declared
            for keyword in keywords
            if keyword in schema
        ]
        self._entries.ignore((*schema.pointer, keyword) for keyword in idle)
        schema = schema.without(*idle) if idle else schema
        for keyword in _UNITING:
            excluded = [one for one in schema.mappings(keyword) if _is_excluded(one, declared)]
            if excluded and len(excluded) < len(schema.values_of(keyword)):
                self._entries.ignore(one.pointer for one in excluded)
                kept: list[Json] = [one for one in schema.values_of(keyword) if one not in excluded]
                schema = schema.with_items(**{keyword: kept})
        return schema

    def _properties(self, schema: Node) -> None:
        """Check that each model made from the schema has all its properties."""
        models = self._models.get(schema.pointer, [])
        if "properties" in schema:
            properties = schema.mapping("properties")
            for name, child in properties.items():
                if not (isinstance(child, Node) and self._entries.is_waived(child)):
                    place = (*properties.pointer, name)
                    self._entries.is_there("property", place, there=bool(models) and _have(models, name))
        further = next((key for key in _FURTHER if key in schema), None) if models else None
        if further is not None and not {"$ref", "type", "enum"}.isdisjoint(extra := schema.mapping(further)):
            there = all(model.further or not model.names for model in models)
            self._entries.is_there("type of further properties", extra.pointer, there=there)
        if "$ref" in schema and models:  # a member of an allOf
            lacking = [name for name in self._composed(schema, set()) if not _have(models, name)]
            if lacking:
                self._entries.is_there(f"schema's property {lacking[0]!r}", schema.pointer, there=False)

    def _conditional(self, schema: Node, origins: frozenset[Pointer]) -> None:
        """Each model has what ``then``, ``else`` and ``dependentSchemas`` may add; else they constrain."""
        if _CONDITIONAL.keys().isdisjoint(schema):
            return
        for branch, _, _ in subschemas(schema, _CONDITIONAL):
            self._entries.ignore([branch.pointer])
            models = self._models.get(schema.pointer, [])
            for name, child in branch.entries("properties"):
                self._entries.is_there("property", child.pointer, there=bool(models) and _have(models, name))
                if child.pointer in self._in_schemas:
                    self.account(child, origins)

    def _composed(self, schema: Node, visited: set[Pointer]) -> Iterator[str]:
        """The properties of a schema, including those from its ``allOf``."""
        schema = self._entries.resolved(schema)[-1]
        if schema.pointer in visited or is_waived(schema):
            return
        visited.add(schema.pointer)
        for name, child in schema.entries("properties"):
            if not is_waived(child):
                yield name
        for member in schema.mappings("allOf"):
            yield from self._composed(member, visited)

    def _alternatives(self, schema: Node) -> None:
        """Check that each union made from the schema has all classes that its members refer to."""
        for union in self._unions.get(schema.pointer, ()):
            has, merged = self._named_in(union), {*union.origins}
            seen = {schema.pointer}
            for member in _possible_members(schema):
                if not self._is_among(member, has, merged, seen):
                    self._entries.is_there("member of a union", member.pointer, there=False)

    def _is_among(
        self, member: Node, has: AbstractSet[str], merged: AbstractSet[Pointer], seen: set[Pointer]
    ) -> bool:
        """Whether a union has the class of a member, or all classes of a union that was merged into it.

        A union that was `seen` is skipped, because its members have been checked. So a union may be a member
        of itself.
        """
        pending = [member]
        while pending:
            one = pending.pop()
            meant = self._entries.resolved(one) if "$ref" in one else []
            classes = {name for part in meant for name in self._classes_of(part)}
            if not classes or not classes.isdisjoint(has):
                continue
            if one.pointer not in merged:
                return False
            whole = meant[-1]
            if whole.pointer not in seen:
                seen.add(whole.pointer)
                inner = _possible_members(whole)
                if not inner:
                    return False
                pending += inner
        return True

    def _named_in(self, union: UnionClass) -> set[str]:
        """The classes among the members of a union, and of the unions that are among them."""
        found: set[str] = set()
        pending = [*named(union.members)]
        while pending:
            name = pending.pop()
            if name not in found:
                found.add(name)
                inner = self._by_name.get(name)
                pending += named(inner.members) if inner else ()
        return found

    def _classes_of(self, part: Node) -> set[str]:
        """The classes made from a schema, without the unions that it is a member of."""
        unions = self._unions.get(part.pointer, ())
        others = {union.name for union in unions if union.origins[0] != part.pointer}
        members = part.mappings("allOf")
        if len(members) == 1:  # the same schema under another name
            return {
                name for one in self._entries.resolved(members[0]) for name in self._classes[one.pointer]
            } - others
        return self._classes[part.pointer] - others

    def _enum(self, schema: Node) -> None:
        """Check that each string and integer of an ``enum`` is a member of an enumeration.

        An ``enum`` with the empty string only may have become a string. It is then in the model as a schema.
        """
        values = [schema["const"]] if "const" in schema else schema.values_of("enum")
        listed = [value for value in values if value is not None and _is_allowed(value, schema)]
        texts = all(isinstance(value, str) for value in listed)
        integers = all(type(value) is int and -(2**63) <= value < 2**63 for value in listed)
        if not (texts or integers):
            return
        made = self._enums.get(schema.pointer, [])
        if listed == [""] and not made:  # an empty string, next to other types
            return
        known = set(listed)
        enums = [(enum, {member.value for member in enum.members}) for enum in made]
        for index, value in enumerate(values):
            if isinstance(value, (str, int)) and value in known:
                place = ("const",) if "const" in schema else ("enum", index)
                there = any(value in members or self._excludes(enum, value) for enum, members in enums)
                self._entries.is_there("enum member", (*schema.pointer, *place), there=there)

    def _excludes(self, enum: EnumClass, value: Json) -> bool:
        """Whether a value is excluded by another schema that the enumeration was composed of."""
        schemas = (self._entries.at(place) for place in enum.origins)
        return any("enum" in schema and value not in schema.values_of("enum") for schema in schemas)


def _possible_members(schema: Node) -> list[Node]:
    """The members of a union; of two unions of references that hold together, those of the smaller one."""
    several, other = schema.mappings("anyOf"), schema.mappings("oneOf")
    first, second = ({member.get("$ref") for member in members} for members in (several, other))
    if None in first | second or not (first <= second or second <= first) or not (first and second):
        return [*several, *other]
    return several if first <= second else other


def _is_excluded(member: Node, types: Sequence[Json]) -> bool:
    """Whether a member of a union has no type in common with the types declared next to the union."""
    declared = member.get("type")
    own = {declared} if isinstance(declared, str) else set(map(str, member.values_of("type")))
    allowed = {*map(str, types), *(["integer"] if "number" in types else [])}
    allowed |= {"number"} if "integer" in types else set()
    return bool(own) and own.isdisjoint(allowed)


def _is_allowed(value: Json, schema: Node) -> bool:
    """Whether a value of an ``enum`` has the type of the schema. Other values are never valid."""
    types = schema.get("type")
    allowed = [types] if isinstance(types, str) else types if isinstance(types, list) else []
    match value:
        case str():
            return not allowed or "string" in allowed
        case bool():
            return True
        case int():
            return not allowed or not {"integer", "number"}.isdisjoint(map(str, allowed))
        case _:
            return True


def _have(models: Iterable[_Properties], name: str) -> bool:
    return all(name in model.names for model in models)
