"""Compares the properties of two objects, and recognises those that were renamed."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from codegen.document.node import Pointer
from codegen.drift.changes.keywords import compare_keywords
from codegen.drift.changes.likeness import Pairing, Trait, renamed
from codegen.drift.changes.where import Where, code, definite
from codegen.model.former import declared_names
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
        where: Where they are.
    """
    places = (old.pointer, new.pointer)
    if old.closed is not new.closed:
        where.add("object-closed" if new.closed else "object-opened", *places)
    for name, was in old.properties.items():
        name_now = names.get(name, name)
        now = new.properties.get(name_now)
        if now is None:
            _removed(name, was, old, new, where)
            continue
        here = where.at(f"property {code(name)} of {definite(where.subject)}", (was.pointer, now.pointer))
        if not _is_there(was, here) and not _is_there(now, here):
            continue
        if name_now != name:
            here.add("property-renamed", was.pointer, now.pointer, was=code(name), now=code(name_now))
        _directions(was, now, here, is_needed=name in old.required)
        _required(name in old.required, name_now in new.required, (was.pointer, now.pointer), here)
        _notes(was, now, here)
        compare(was, now, here)
    for name, now in new.properties.items():
        if name not in old.properties and name not in names.values():
            here = where.at(f"property {code(name)} of {definite(where.subject)}", (None, now.pointer))
            if _is_there(now, here):
                required = "required" if name in new.required else "optional"
                here.add(f"{required}-property-added", places[0], now.pointer)
    compare_keywords(old.constraints, new.constraints, places, where)
    if not old.closed and not new.closed:
        anything = AnyValue(origins=(old.pointer,))
        compare(old.further or anything, new.further or anything, where.within("each further property"))


def _removed(name: str, was: Schema, old: Object, new: Object, where: Where) -> None:
    here = where.at(f"property {code(name)} of {definite(where.subject)}", (was.pointer, None))
    if not _is_there(was, here):
        return
    rule = "required-property-removed" if name in old.required else "property-removed"
    if where.direction == "request" and new.closed:
        rule = "property-refused"
    here.add(rule, was.pointer, new.pointer)


def _is_there(schema: Schema, where: Where) -> bool:
    """Whether a property goes this way: a read-only one is in no request."""
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
    where.add(rule, was.pointer, now.pointer)


def _required(was: bool, now: bool, places: tuple[Pointer, Pointer], where: Where) -> None:  # noqa: FBT001
    if was is not now:
        where.add("property-required" if now else "property-optional", *places)


def _notes(was: Schema, now: Schema, where: Where) -> None:
    places = (was.pointer, now.pointer)
    before, after = (one.notes.get("deprecated") is True for one in (was, now))
    if before is not after:
        where.add("property-deprecated" if after else "property-reactivated", *places)
    if was.notes.get("default") != now.notes.get("default"):
        where.add(
            "default-changed",
            (*places[0], "default"),
            (*places[1], "default"),
            was=said(was.notes, "default"),
            now=said(now.notes, "default"),
        )


def said(notes: object, key: str) -> str:
    """The value of a keyword as a text."""
    value = notes.get(key) if isinstance(notes, dict) else None
    return "nothing" if value is None else code(value)


def renames(old: Object, new: Object, forms: Forms) -> Pairing:
    """The properties that were renamed: those that say so, or that are alike (`likeness`)."""
    declared = {
        former.name: name
        for name, schema in new.properties.items()
        if name not in old.properties
        for former in declared_names(schema.notes)
        if former.name not in new.properties
    }
    return renamed(_traits(old, forms.old), _traits(new, forms.new), declared)


def _traits(owner: Object, components: Simplified) -> list[Trait]:
    return [
        Trait(
            name=name,
            text=schema.text("description"),
            form=form(schema, components),
            key=schema.key if isinstance(schema, Reference) else "",
            required=name in owner.required,
            limits=limits(schema),
        )
        for name, schema in owner.properties.items()
    ]


def limits(schema: Schema) -> str:
    """What a schema says of its values besides its form; empty if it says nothing."""
    said = {key: value for key, value in schema.constraints.items() if key != "format"}
    said |= {key: value for key, value in schema.notes.items() if key in _TELLING}
    return json.dumps(said, sort_keys=True) if said else ""


_TELLING = {"default", "example", "examples"}


@dataclass(frozen=True, slots=True)
class Forms:
    """The components of both documents."""

    old: Simplified
    new: Simplified


def form(schema: Schema, components: Simplified) -> Hashable:  # noqa: PLR0911 - one for each form
    """The form of a schema, for comparisons: its type, and what makes it unlike others of the type."""
    match components.resolved(schema):
        case Primitive(type=type_) as one:
            return type_, str(one.constraints.get("format", ""))
        case Array(items=items):
            return "array", form(items, components)
        case Map(values=values):
            return "map", form(values, components)
        case Union(members=members, nullable=nullable):
            return nullable, tuple(form(one, components) for one in members)
        case Object(properties=properties):
            return "object", *sorted(properties)
        case Enumeration(values=values):
            return "enum", *values
        case NamedUnion(members=members):
            return "union", len(members)
        case _:
            return "any"
