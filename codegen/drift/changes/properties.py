"""Compares the properties of two objects, and recognises those that were renamed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from codegen.document.node import Pointer
from codegen.drift.changes.keywords import compare_keywords
from codegen.drift.changes.where import Where, code
from codegen.model.former import declared_names
from codegen.model.schemas import AnyValue, Array, Map, Object, Reference, Scalar, Schema, Union

Compare: TypeAlias = Callable[[Schema, Schema, Where], None]


def compare_properties(old: Object, new: Object, compare: Compare, where: Where) -> None:
    """Compare two objects. `compare` compares the schemas of a property."""
    renamed = renames(old, new)
    places = (old.pointer, new.pointer)
    if old.closed is not new.closed:
        where.add("object-closed" if new.closed else "object-opened", *places)
    for name, was in old.properties.items():
        name_now = renamed.get(name, name)
        now = new.properties.get(name_now)
        if now is None:
            _removed(name, was, old, new, where)
            continue
        here = where.at(f"property {code(name)} of {where.subject}", (was.pointer, now.pointer))
        if not _is_there(was, here) and not _is_there(now, here):
            continue
        if name_now != name:
            here.add("property-renamed", was.pointer, now.pointer, was=code(name), now=code(name_now))
        _directions(was, now, here)
        _required(name in old.required, name_now in new.required, (was.pointer, now.pointer), here)
        _notes(was, now, here)
        compare(was, now, here)
    for name, now in new.properties.items():
        if name not in old.properties and name not in renamed.values():
            here = where.at(f"property {code(name)} of {where.subject}", (None, now.pointer))
            if _is_there(now, here):
                required = "required" if name in new.required else "optional"
                here.add(f"{required}-property-added", places[0], now.pointer)
    compare_keywords(old.constraints, new.constraints, places, where)
    if not old.closed and not new.closed:
        anything = AnyValue(origins=(old.pointer,))
        compare(old.further or anything, new.further or anything, where.within("further properties"))


def _removed(name: str, was: Schema, old: Object, new: Object, where: Where) -> None:
    here = where.at(f"property {code(name)} of {where.subject}", (was.pointer, None))
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


def _directions(was: Schema, now: Schema, where: Where) -> None:
    before, after = _is_there(was, where), _is_there(now, where)
    if before is after:
        return
    if where.direction == "request":
        rule = "became-writable" if after else "became-read-only"
    else:
        rule = "became-readable" if after else "became-write-only"
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


def renames(old: Object, new: Object) -> dict[str, str]:
    """The properties that were renamed: those that say so, or that differ only in their name.

    `x-renamed-from` names the old one. Else a property that is gone and one that is new are the same if they
    have the same type, and the same description or the same neighbours, and no other one does.
    """
    gone = [name for name in old.properties if name not in new.properties]
    added = [name for name in new.properties if name not in old.properties]
    found: dict[str, str] = {}
    for name in added:
        for former in declared_names(new.properties[name].notes):
            if former.name in gone:
                found[former.name] = name
    for name in gone:
        fitting = [one for one in added if _is_alike(name, one, old, new)]
        if name not in found and len(fitting) == 1 and fitting[0] not in found.values():
            rivals = [one for one in gone if _is_alike(one, fitting[0], old, new)]
            if rivals == [name]:
                found[name] = fitting[0]
    return found


def _is_alike(name: str, other: str, old: Object, new: Object) -> bool:
    was, now = old.properties[name], new.properties[other]
    if (name in old.required) is not (other in new.required) or _form(was) != _form(now):
        return False
    described = was.text("description")
    if described or now.text("description"):
        return described == now.text("description")
    return _neighbours(name, old) == _neighbours(other, new)


def _neighbours(name: str, owner: Object) -> tuple[str, str]:
    names = ["", *owner.properties, ""]
    at = names.index(name, 1)
    return names[at - 1], names[at + 1]


def _form(schema: Schema) -> object:
    """The form of a schema, for comparisons."""
    match schema:
        case Reference(key=key):
            return key
        case Scalar(type=type_):
            return type_, sorted((key, repr(value)) for key, value in schema.constraints.items())
        case Array():
            return "array", _form(schema.items)
        case Map():
            return "map", _form(schema.values)
        case Union():
            return schema.nullable, tuple(map(_form, schema.members))
        case _:
            return type(schema).__name__
