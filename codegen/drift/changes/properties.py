"""Compares the properties of two objects, and recognises those that were renamed."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import TypeAlias

from codegen.drift.changes.differences import Where, code, definite
from codegen.drift.changes.keywords import compare_keywords
from codegen.drift.changes.likeness import Pairing, Trait, renamed
from codegen.model.former_names import FormerName, declared_names
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

Compare: TypeAlias = Callable[[Schema, Schema, Where], None]


def compare_properties(
    old: Object, new: Object, names: Mapping[str, str], compare: Compare, where: Where
) -> None:
    """Compare two objects.

    Args:
        old: The old one.
        new: The new one.
        names: The new names of renamed properties.
        compare: Compares the schemas of a property.
        where: Their place.
    """
    where = where.schema(old.pointer, new.pointer)
    if old.closed is not new.closed:
        where.add("object-closed" if new.closed else "object-opened")
    for name, was in old.properties.items():
        now = new.properties.get(names.get(name, name))
        here = where.at(_property(name, where), was.pointer, now.pointer if now else None)
        if now is None and _is_there(was, here):
            here.add(_removal(is_required=name in old.required, is_refused=new.closed, where=where))
        elif now is not None and (_is_there(was, here) or _is_there(now, here)):
            if name in names:
                here.add("property-renamed", was=code(name), now=code(names[name]))
            _pair(was, now, name in old.required, names.get(name, name) in new.required, here)
            compare(was, now, here)
    for name, now in new.properties.items():
        here = where.at(_property(name, where), None, now.pointer)
        if name not in old.properties and name not in names.values() and _is_there(now, here):
            here.add(f"{'required' if name in new.required else 'optional'}-property-added")
    compare_keywords(old.constraints, new.constraints, (old.pointer, new.pointer), where)
    if not old.closed and not new.closed:
        anything = AnyValue(origins=(old.pointer,))
        compare(old.further or anything, new.further or anything, where.within("each further property"))


def _pair(was: Schema, now: Schema, needed: bool, needs: bool, where: Where) -> None:  # noqa: FBT001
    """Compare a property apart from its type. `needed` and `needs` say if it is required."""
    _directions(was, now, where, is_needed=needed)
    if needed is not needs:
        where.add("property-required" if needs else "property-optional")
    _notes(was, now, where)


def _property(name: str, where: Where) -> str:
    return f"property {code(name)} of {definite(where.subject)}"


def _removal(*, is_required: bool, is_refused: bool, where: Where) -> str:
    """The rule for a removed property."""
    if where.direction == "request" and is_refused:
        return "property-refused"
    return "required-property-removed" if is_required else "property-removed"


def _is_there(schema: Schema, where: Where) -> bool:
    """Whether a property is sent in a direction. A read-only one is in no request."""
    absent = "readOnly" if where.direction == "request" else "writeOnly"
    return schema.notes.get(absent) is not True


def _directions(was: Schema, now: Schema, where: Where, *, is_needed: bool) -> None:
    before, after = _is_there(was, where), _is_there(now, where)
    if before is after:
        return
    if where.direction == "request":
        rule = "became-writable" if after else "became-read-only"
    else:
        rule = (
            "became-readable" if after else "became-write-only" if is_needed else "optional-became-write-only"
        )
    where.add(rule)


def _notes(was: Schema, now: Schema, where: Where) -> None:
    before, after = (one.notes.get("deprecated") is True for one in (was, now))
    if before is not after:
        where.add("property-deprecated" if after else "property-reactivated")
    if was.notes.get("default") != now.notes.get("default"):
        first, second = (said(one.notes, "default") for one in (was, now))
        places = ((*was.pointer, "default"), (*now.pointer, "default"))
        where.add("default-changed", was=first, now=second, places=places)


def said(notes: object, key: str) -> str:
    """The value of a keyword as a text."""
    value = notes.get(key) if isinstance(notes, dict) else None
    return "nothing" if value is None else code(value)


def renames(old: Object, new: Object, was: Simplified, now: Simplified) -> Pairing:
    """The renamed properties: those with a declaration, or enough similarity (`likeness`)."""
    former = {name: declared_names(one.notes) for name, one in new.properties.items()}
    added = {name: names for name, names in former.items() if name not in old.properties}
    return renamed(_traits(old, was), _traits(new, now), declared(added, new.properties))


def declared(former: Mapping[str, Iterable[FormerName]], taken: Collection[str] = ()) -> dict[str, str]:
    """The names of parts by their former names, except former names that are in use again."""
    return {one.name: name for name, names in former.items() for one in names if one.name not in taken}


def _traits(owner: Object, components: Simplified) -> list[Trait]:
    return [
        trait(name, one, components, text=one.text("description"), required=name in owner.required)
        for name, one in owner.properties.items()
    ]


def trait(name: str, schema: Schema, components: Simplified, *, text: str, required: bool) -> Trait:
    """The traits of a property or a parameter by which a rename is recognised."""
    return Trait(
        name=name,
        text=text,
        form=_form(schema, components),
        key=schema.key if isinstance(schema, Reference) else "",
        required=required,
        limits=_limits(schema),
    )


def _limits(schema: Schema) -> str:
    """The limits of a schema besides its form; empty if there are none."""
    said = {key: value for key, value in schema.constraints.items() if key != "format"}
    said |= {key: value for key, value in schema.notes.items() if key in _TELLING}
    return json.dumps(said, sort_keys=True) if said else ""


_TELLING = {"default", "example", "examples"}


def _form(schema: Schema, components: Simplified) -> Hashable:  # noqa: PLR0911 - one for each form
    """The form of a schema for comparisons: its type, and the details that distinguish it."""
    match components.resolved(schema):
        case Primitive(type=type_) as one:
            return type_, str(one.constraints.get("format", ""))
        case Array(items=items):
            return "array", _form(items, components)
        case Map(values=values):
            return "map", _form(values, components)
        case Union(members=members, nullable=nullable):
            return nullable, tuple(_form(one, components) for one in members)
        case Object(properties=properties):
            return "object", *sorted(properties)
        case Enumeration(values=values):
            return "enum", *values
        case NamedUnion(members=members):
            return "union", len(members)
        case _:
            return "any"
