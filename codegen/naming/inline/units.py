"""The units that `codegen.naming.inline.classes` names: the places of one schema."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from codegen.document.node import Pointer
from codegen.model.schemas import Schema
from codegen.naming.inline.candidates import InlinePlace
from codegen.naming.inline.place_names import Path, joined_name


class Unit(Struct, frozen=True):
    """The places of one schema. It has several if ``allOf`` has merged it."""

    places: Sequence[InlinePlace]
    place: InlinePlace
    """The place that names it: the author's."""


def units_of(places: Iterable[InlinePlace], named: Mapping[str, str]) -> list[Unit]:
    """The units of places; `named` are the classes of the components by their keys."""
    by_pointer: dict[Pointer, list[InlinePlace]] = defaultdict(list)
    for place in places:
        by_pointer[place.schema.pointer].append(place)
    return [Unit(several, _author(several, named)) for several in by_pointer.values()]


def _author(places: Sequence[InlinePlace], named: Mapping[str, str]) -> InlinePlace:
    """The place of the component among those of one schema; else the one with the shortest name."""
    match places[0].schema.pointer:
        case ("components", "schemas", str(owner), *_):
            places = [one for one in places if one.path[0] == named.get(owner)][:1] or places
    return min(places, key=lambda place: (len(joined_name(place.path)), place.path))


def schemas_of(units: Iterable[Unit]) -> list[Schema]:
    """The schemas of some units. One that `allOf` has merged in several places counts once."""
    return [*{place.schema.origins: place.schema for unit in units for place in unit.places}.values()]


def have_siblings(units: Sequence[Unit]) -> list[bool]:
    """Whether each unit of a structure is a property of an object with another such property."""
    siblings: dict[Path, set[str]] = defaultdict(set)
    for unit in units:
        if unit.place.is_property:
            siblings[unit.place.full[:-1]].add(unit.place.full[-1])
    return [len(siblings[unit.place.full[:-1]]) > 1 for unit in units]


def rank(unit: Unit, *, is_declared: bool) -> tuple[int, int, int, Sequence[str]]:
    """Components come before responses, these before requests, and short paths before long ones.

    Within operations, a class with fewer others around it comes before one with more. On the path of one
    thing, POST comes last: it is named ``post file`` beside ``update file``.
    """
    pointer = [str(part) for part in unit.place.schema.pointer]
    slashes = pointer[1].count("/") if len(pointer) > 1 else 0
    if pointer[2:3] == ["post"] and pointer[1].endswith("}"):
        pointer[2] = "~post"
    return unit.place.source, 0 if is_declared else len(pointer), slashes, pointer
