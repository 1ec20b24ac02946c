"""Compares the schemas of two simplified documents, starting from where they are used.

Components are compared where operations lead to the old and the new one, not where their keys are equal. So a
renamed component is compared with what it became, and each difference has a direction.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from codegen.document.node import Node, Pointer
from codegen.document.pointers import value_at
from codegen.drift.changes.differences import Where, code
from codegen.drift.changes.keywords import compare_conditions, compare_keywords
from codegen.drift.changes.likeness import Pairing
from codegen.drift.changes.properties import compare_properties, renames
from codegen.model.schemas import (
    AnyValue,
    Array,
    Enumeration,
    Map,
    NamedUnion,
    Object,
    Primitive,
    Reference,
    Schema,
    Simplified,
    Union,
)


class Side(Struct, frozen=True):
    """One of the two documents."""

    root: Node
    simplified: Simplified
    classes: Mapping[str, str]
    """The classes of components in the client."""

    def at(self, place: Pointer) -> Node:
        """The mapping at a place of the document, or an empty one."""
        part = value_at(self.root, place)
        return part if isinstance(part, Node) else Node()

    def name(self, schema: Schema) -> str:  # noqa: PLR0911 - one for each form
        """A short name for a schema."""
        match schema:
            case Reference(key=key):
                return code(self.classes.get(key, key))
            case Primitive(type=type_):
                format_ = schema.constraints.get("format")
                article = "an" if type_ == "integer" else "a"
                said = type_ if type_ == "null" else f"{article} {type_}"
                return f"{said} with the format {code(format_)}" if isinstance(format_, str) else said
            case Array():
                return f"a list with items that are each {self.name(schema.items)}"
            case Map():
                return "a mapping"
            case Object():
                return "an object"
            case NamedUnion():
                return f"one of {len(schema.members)} types"
            case Enumeration():
                return f"one of {len(schema.values)} {schema.type} values"
            case Union():
                members = " or ".join(map(self.name, schema.members))
                return f"{members} or null" if schema.nullable else members
            case _:
                return "any value"


class Schemas(Struct):
    """Compares schemas, and remembers which components it has compared."""

    old: Side
    new: Side
    pairs: dict[str, dict[str, None]] = field(default_factory=dict)
    """The keys of new components by the keys of the old ones that they replace."""
    _seen: set[tuple[str, str, str]] = field(default_factory=set)
    _renames: dict[tuple[Pointer, Pointer], Pairing] = field(default_factory=dict)

    def compare(self, old: Schema, new: Schema, where: Where) -> None:
        """Compare two schemas and everything in them."""
        if isinstance(old, Reference) and isinstance(new, Reference):
            self._components(old, new, where)
            return
        if old is new:
            return
        was, now = self._members(old), self._members(new)
        if isinstance(old, Union) or isinstance(new, Union):
            self._unions(old, new, was, now, where)
            return
        self._single(old, new, where)

    def _components(self, old: Reference, new: Reference, where: Where) -> None:
        if old.constraints or new.constraints:
            compare_keywords(old.constraints, new.constraints, (old.pointer, new.pointer), where)
        self.pairs.setdefault(old.key, {})[new.key] = None
        if (old.key, new.key, where.direction) in self._seen:
            return
        self._seen.add((old.key, new.key, where.direction))
        was, now = self.old.simplified.components[old.key], self.new.simplified.components[new.key]
        if (old.key in self.old.classes) is not (new.key in self.new.classes):
            self._single(was, now, where)
            return
        if old.key in self.old.classes:
            names = [code(side.classes[key]) for side, key in ((self.old, old.key), (self.new, new.key))]
            name = names[0] if names[0] == names[1] else f"{names[0]} (now {names[1]})"
            where = replace(where.at(name, was.pointer, now.pointer), is_shared=True)
        self.compare(was, now, where)

    def _members(self, schema: Schema) -> list[Schema]:
        return [*schema.members] if isinstance(schema, Union) else [schema]

    def renames(self, old: Object, new: Object) -> Pairing:
        """The properties of two objects that were renamed."""
        key = (old.pointer, new.pointer)
        if key not in self._renames:
            self._renames[key] = renames(old, new, self.old.simplified, self.new.simplified)
        return self._renames[key]

    def _unions(self, old: Schema, new: Schema, was: list[Schema], now: list[Schema], where: Where) -> None:
        where = where.schema(old.pointer, new.pointer)
        was_null, now_null = (isinstance(one, Union) and one.nullable for one in (old, new))
        if was_null is not now_null:
            was_any, now_any = (isinstance(self._only(one), AnyValue) for one in (was, now))
            if not (was_any if now_null else now_any):
                where.add("null-added" if now_null else "null-removed")
        if len(was) == len(now) == 1:
            self.compare(was[0], now[0], where)
            return
        self._alternatives(was, now, where, "union-member-added")

    def _only(self, members: list[Schema]) -> Schema | None:
        return members[0] if len(members) == 1 else None

    def _alternatives(self, was: list[Schema], now: list[Schema], where: Where, added: str) -> None:
        """Compare the members of unions: those with the same name, else with the same form."""
        rest = list(now)
        lonely: list[Schema] = []
        for one in was:
            other = next((two for two in rest if self._is_same(one, two)), None)
            if other is None:
                lonely.append(one)
            else:
                rest.remove(other)
                self.compare(one, other, where)
        if len(lonely) == len(rest) == 1 and type(lonely[0]) is type(rest[0]) is Reference:
            self.compare(lonely[0], rest[0], where)
            return
        for one in lonely:
            if not self._is_covered(one, self.old, now, self.new, where):
                where.add("union-member-removed", was=self.old.name(one))
        for one in rest:
            if not self._is_covered(one, self.new, was, self.old, where):
                where.add(added, now=self.new.name(one), places=(None, one.pointer))

    def _is_covered(self, one: Schema, side: Side, others: list[Schema], other: Side, where: Where) -> bool:
        """Whether a member of the union on the other side allows all values of this one."""
        narrow = side.simplified.resolved(one)
        return any(self._is_wider(other.simplified.resolved(wide), narrow, where) for wide in others)

    def _is_same(self, old: Schema, new: Schema) -> bool:
        if isinstance(old, Reference) and isinstance(new, Reference):
            return self.old.classes.get(old.key, old.key) == self.new.classes.get(new.key, new.key)
        if isinstance(old, Primitive) and isinstance(new, Primitive):
            same = old.type == new.type
            return same and old.constraints.get("format") == new.constraints.get("format")
        return type(old) is type(new) and not isinstance(old, Reference)

    def _is_wider(self, wide: Schema, narrow: Schema, where: Where) -> bool:
        """Whether a schema allows all values of another schema with another form."""
        match wide, narrow:
            case AnyValue(), _:
                return not wide.constraints
            case Primitive(type="number"), Primitive(type="integer"):
                return True
            case Primitive(), Primitive():
                same = wide.type == narrow.type or (where.is_text and wide.type == "string")
                return same and not wide.constraints
            case Primitive(), Enumeration():
                return wide.type == narrow.type
            case Map(), Object():
                return isinstance(wide.values, AnyValue)
            case _:
                return False

    def _single(self, old: Schema, new: Schema, where: Where) -> None:  # noqa: C901 - one case for each form
        """Compare two schemas that are not unions."""
        places = (old.pointer, new.pointer)
        was, now = self.old.simplified.resolved(old), self.new.simplified.resolved(new)
        if places[0] and places[1]:
            compare_conditions(self.old.at(was.pointer), self.new.at(now.pointer), places, where)
        match was, now:
            case Enumeration(), Enumeration() if was.type == now.type:
                self._enumerations(was, now, where)
            case Object(), Object():
                compare_properties(was, now, self.renames(was, now).names, self.compare, where)
            case NamedUnion(), NamedUnion():
                open_ = any(isinstance(self.old.simplified.resolved(one), Object) for one in was.members)
                rule = "open-union-member-added" if open_ else "union-member-added"
                here = where.schema(was.pointer, now.pointer)
                self._alternatives([*was.members], [*now.members], here, rule)
                self._discriminators(was, now, where)
            case Array(), Array():
                compare_keywords(was.constraints, now.constraints, places, where)
                self.compare(was.items, now.items, where.within("each item"))
            case Map(), Map():
                compare_keywords(was.constraints, now.constraints, places, where)
                self.compare(was.values, now.values, where.within("each value"))
            case (Primitive(), Primitive()) if was.type == now.type:
                compare_keywords(was.constraints, now.constraints, places, where)
            case AnyValue(), AnyValue():
                compare_keywords(was.constraints, now.constraints, places, where)
            case (Primitive(), Enumeration()) if was.type == now.type:
                listed = ", ".join(code(value) for value in now.values[:_MOST])
                where.schema(*places).add(
                    "became-enum", now=listed + (", …" if len(now.values) > _MOST else "")
                )
            case (Enumeration(), Primitive()) if was.type == now.type:
                where.schema(*places).add("enum-lifted")
            case _:
                names = (self.old.name(old), self.new.name(new))
                where.schema(*places).add(self._shift(was, now, where), was=names[0], now=names[1])

    def _shift(self, was: Schema, now: Schema, where: Where) -> str:
        if self._is_wider(now, was, where):
            return "type-generalized"
        return "type-specialized" if self._is_wider(was, now, where) else "type-changed"

    def _enumerations(self, old: Enumeration, new: Enumeration, where: Where) -> None:
        """Compare the values. Each is a member of a class, so each is a part of its own."""
        where = where.schema(old.pointer, new.pointer)
        for index, value in enumerate(old.values):
            if value not in new.values:
                part, place = (*old.pointer, str(value)), (*old.pointer, "enum", index)
                where.add("enum-value-removed", was=code(value), places=(place, None), part=(part, None))
        for index, value in enumerate(new.values):
            if value not in old.values:
                part, place = (*new.pointer, str(value)), (*new.pointer, "enum", index)
                where.add("enum-value-added", now=code(value), places=(None, place), part=(None, part))

    def _discriminators(self, old: NamedUnion, new: NamedUnion, where: Where) -> None:
        was, now = (one.discriminator.text("propertyName") for one in (old, new))
        if was and now and was != now:
            where.schema(old.pointer, new.pointer).add("discriminator-changed", was=code(was), now=code(now))


_MOST = 8
"""The most values of an enumeration to list."""
