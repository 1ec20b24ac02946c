"""Matches the parts of two versions that are the same under other names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from msgspec import Struct, field

from codegen.drift.changes.counterparts import ArgumentKey, key_of
from codegen.drift.changes.differences import Part, code
from codegen.drift.changes.likeness import Doubt, Likeness, Trait, alike, matched, renamed
from codegen.drift.changes.operations import Operations
from codegen.drift.changes.properties import declared
from codegen.drift.changes.schemas import Schemas
from codegen.drift.changes.surface import Call, Class, Surface
from codegen.model.former_names import declared_names, of_value
from codegen.model.schemas import Enumeration, Object


class Matches(Struct, frozen=True):
    """The new names or keys of parts, by the old ones."""

    operations: Mapping[tuple[str, str], tuple[str, str]]
    """By method and path, including operations whose method and path did not change."""
    arguments: Mapping[tuple[str, str], Mapping[ArgumentKey, ArgumentKey]]
    """Parameters, by the old operation."""
    classes: Mapping[str, str]
    fields: Mapping[tuple[str, str], str]
    """Properties on the wire, by the old class and the old name."""
    values: Mapping[tuple[str, str], str]
    """Values of enums, by the old class and the old value."""
    likeness: Mapping[Part, Likeness] = field(default_factory=dict)
    """The evidence where it is none of a declaration, of a method and path, or of a place.

    By the places of both parts; a value of an enum is a part of its schema.
    """
    doubts: tuple[tuple[str, Doubt], ...] = ()
    """Parts that may have been renamed, each with its owner."""

    def argument(self, key: ArgumentKey, old: Call, new: Call) -> ArgumentKey | None:
        """The new argument for one of a method; None if it was removed."""
        renamed = self.arguments.get(key_of(old.operation), {})
        if key in renamed:
            return renamed[key]
        if key in new.arguments:
            return key
        if key[0] == "property":
            for (_, name), now in self.fields.items():
                other = ("property", now)
                if name == key[1] and other in new.arguments and other not in old.arguments:
                    return other
        was = old.arguments[key].name
        return next((other for other, one in new.arguments.items() if was in one.former), None)


def all_matches(old: Surface, new: Surface, operations: Operations, schemas: Schemas) -> Matches:
    """Collect the matches of a finished comparison."""
    likeness: dict[Part, Likeness] = dict(operations.likeness)
    doubts = [*operations.doubts]
    classes = _classes(old, new, schemas, likeness, doubts)
    return Matches(
        operations={key_of(one): key_of(other) for one, other in operations.pairs},
        arguments=operations.arguments,
        classes=classes,
        fields=_fields(schemas, likeness, doubts),
        values=_values(schemas, likeness, doubts),
        likeness=likeness,
        doubts=tuple(doubts),
    )


def _classes(
    old: Surface,
    new: Surface,
    schemas: Schemas,
    likeness: dict[Part, Likeness],
    doubts: list[tuple[str, Doubt]],
) -> dict[str, str]:
    """The renamed classes: those that replace a removed one."""
    gone = [one for name, one in old.classes.items() if name not in new.classes]
    added = [one for name, one in new.classes.items() if name not in old.classes]
    found: dict[str, str] = {}
    for one in added:
        for former in declared_names(schemas.new.simplified.components[one.key].notes):
            was = old.classes.get(old.keys.get(former.name, former.python_name or former.name))
            if was in gone and was.name not in found:
                found[was.name] = one.name
                break
    gone = [one for one in gone if one.name not in found]
    added = [one for one in added if one.name not in found.values()]

    def like(was: Class, now: Class) -> Likeness | None:
        if was.kind != now.kind:
            return None
        placed = now.key in schemas.pairs.get(was.key, ())
        before, after = ({*one.attributes, *map(str, one.members)} for one in (was, now))
        both = len(before & after) / len(before | after) if before | after else float(placed)
        if not placed and both < _SAME_STRUCTURE:
            return None
        reasons = ["the same place"] if placed else []
        reasons += ["the same structure"] if before == after else ["a similar structure"] if both else []
        points = (50 if placed else 0) + round(50 * both) + round(20 * alike(was.name, now.name))
        return Likeness(points, tuple(reasons))

    pairs, unsure = matched(gone, added, like, lambda one: one.name)
    doubts += [("models", one) for one in unsure]
    for was, now, evidence in pairs:
        found[was.name] = now.name
        likeness[was.origin, now.origin] = evidence
    return found


_SAME_STRUCTURE = 0.8
"""The share of common properties from which two schemas match, if their places do not match."""


_S = TypeVar("_S", Object, Enumeration)


def _compared(schemas: Schemas, kind: type[_S]) -> Iterator[tuple[str, _S, _S]]:
    """The schemas of a kind that were compared, with the class of the old one."""
    for key, others in schemas.pairs.items():
        for other in others:
            was, now = schemas.old.simplified.components[key], schemas.new.simplified.components[other]
            if isinstance(was, kind) and isinstance(now, kind):
                yield schemas.old.classes.get(key, key), was, now


def _fields(
    schemas: Schemas, likeness: dict[Part, Likeness], doubts: list[tuple[str, Doubt]]
) -> dict[tuple[str, str], str]:
    """The properties that were renamed."""
    found: dict[tuple[str, str], str] = {}
    for name, was, now in _compared(schemas, Object):
        pairing = schemas.renames(was, now)
        found |= {(name, before): after for before, after in pairing.names.items()}
        doubts += [(code(name), one) for one in pairing.doubts]
        for before, evidence in pairing.why.items():
            after = pairing.names[before]
            likeness[was.properties[before].pointer, now.properties[after].pointer] = evidence
    return found


def _values(
    schemas: Schemas, likeness: dict[Part, Likeness], doubts: list[tuple[str, Doubt]]
) -> dict[tuple[str, str], str]:
    """The values of enums that were renamed."""
    found: dict[tuple[str, str], str] = {}
    for name, was, now in _compared(schemas, Enumeration):
        former = {str(value): declared_names(of_value(now.notes, value)) for value in now.values}
        pairing = renamed(_value_traits(was), _value_traits(now), declared(former))
        found |= {(name, before): after for before, after in pairing.names.items()}
        doubts += [(code(name), one) for one in pairing.doubts]
        for before, evidence in pairing.why.items():
            likeness[(*was.pointer, before), (*now.pointer, pairing.names[before])] = evidence
    return found


def _value_traits(enum: Enumeration) -> list[Trait]:
    described = enum.notes.get("x-enum-descriptions")
    texts = [str(one) for one in described] if isinstance(described, list) else []
    texts += [""] * (len(enum.values) - len(texts))
    return [
        Trait(name=str(value), text=text, form=enum.type, limits=None)
        for value, text in zip(enum.values, texts, strict=False)
    ]
