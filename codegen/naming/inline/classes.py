"""The classes of a document: which inline schemas share a class, and the name of each class.

An author may write the ``address`` of an invoice and that of a person inline, with the same properties, and
mean one thing. Places with the same structure, whatever their descriptions, share a class if

- a component of the document has the same structure and the same name or end of a name: they are that
  component;
- they are outside of the operations, and several of them have a name candidate in common
  (`codegen.naming.inline.candidates`). The candidate that most of them have is assigned, and the longest of
  those (`codegen.naming.inline.assignment`). If several classes have one candidate, the class with the most
  places gets it. On a tie, none does; or
- they are in operations, and each has the same name by itself (`codegen.naming.inline.own_names`). Other
  operations have no vote on it, so a new operation renames no class of another.

Any other place has a class of its own, named after the place. Outer classes are named before the classes in
them, so the classes in a shared class are named once. The order of the document changes nothing, except for
members of one union that nothing distinguishes: they are numbered.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from codegen.document.node import Pointer
from codegen.model.schemas import (
    OF_THE_USE,
    ClassSchema,
    Schema,
    Simplified,
)
from codegen.naming.inline.assignment import Assignment, Voter
from codegen.naming.inline.candidates import (
    TITLE,
    InlinePlace,
    ends,
    informative_title,
    name_candidates,
    says_something,
    sort_order,
    title_as_name,
)
from codegen.naming.inline.class_map import Class, Classes
from codegen.naming.inline.class_places import end_of, is_thing, path_of, places_in
from codegen.naming.inline.holders import Holders
from codegen.naming.inline.own_names import OwnNames, kind, numbered
from codegen.naming.inline.place_names import Path, joined_name
from codegen.naming.inline.places import Places
from codegen.naming.inline.structures import Structures
from codegen.naming.inline.units import Unit, have_siblings, rank, schemas_of, units_of
from codegen.naming.strategies import classes_of_last
from codegen.naming.words import written_words


class _Asking(Struct):
    """A unit that is named without a vote."""

    unit: Unit
    number: int
    """Its structure."""
    names: Iterator[str]
    """Its names, the best first."""


def classes_of(simplified: Simplified) -> Classes:
    """The class of each inline schema.

    What is outside of the operations is named first and by itself, so no operation changes its name.
    """
    structures = Structures()
    named = _named(simplified.components)
    places = Places(simplified, Holders(simplified.document, named), named)
    outside = {place: one for place, one in simplified.contents.items() if place[:1] != ("paths",)}
    declared = _Sharing(replace(simplified, contents=outside), structures, places)
    declared.name_all()
    if len(outside) == len(simplified.contents):
        return declared.classes
    sharing = _Sharing(simplified, structures, places, declared.classes)
    sharing.name_all()
    return sharing.classes


def _named(components: Mapping[str, Schema]) -> dict[str, str]:
    return classes_of_last({key: one.text("title") for key, one in components.items()})


class _Sharing:
    def __init__(
        self,
        simplified: Simplified,
        structures: Structures,
        places: Places,
        declared: Classes | None = None,
    ) -> None:
        self._schemas = simplified.components
        self._declared = declared
        self._named = places.named
        self._places = places
        self._structures = structures
        self._taken = {*self._named.values()}
        if declared is not None:
            self._taken |= declared.names
        self._inline: dict[int, dict[int, list[InlinePlace]]] = defaultdict(lambda: defaultdict(list))
        self._authored: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._of_properties: dict[str, set[int]] = defaultdict(set)
        """The structures that properties of components have, by the name they have by themselves."""
        self._components: dict[str, Schema] = {}
        self.classes = Classes(self._structures, self._components)
        for key, schema in self._schemas.items():
            self._look_at_component(key, schema)
        for content in simplified.contents.values():
            self._wait(places.in_content(content))
        self._titles = _titles(self._structures.titled, self._schemas)

    def _look_at_component(self, key: str, schema: Schema) -> None:
        within = self._places.in_components[key]
        for place in within:
            self._of_properties[joined_name(place.path)].add(self._structures.of_class(place.schema))
        if isinstance(schema, ClassSchema):
            number = self._structures.of_class(schema)
            self._authored[self._structures.height(number)][number].append(key)
        else:
            self._wait(within)

    def _wait(self, places: Iterable[InlinePlace]) -> None:
        for place in places:
            number = self._structures.of_class(place.schema)
            self._inline[self._structures.height(number)][number].append(place)

    def name_all(self) -> None:
        """Give each inline schema its class, starting with those with the most levels of classes."""
        while self._inline or self._authored:
            height = max((*self._inline, *self._authored))
            waiting = self._inline.pop(height, {})
            units = {number: units_of(places, self._named) for number, places in waiting.items()}
            for number, keys in self._authored.pop(height, {}).items():
                units[number] = self._join_components(keys, units.get(number, []))
            self._name(units)

    def _join_components(self, keys: Sequence[str], units: Sequence[Unit]) -> list[Unit]:
        """Units that are a component of the same structure; returns the others."""
        joining: dict[str, list[Unit]] = {key: [] for key in keys}
        left: list[Unit] = []
        others: list[Unit] = []
        for unit in units:
            known = self._declared and self._declared.known(unit.place.schema)
            (joining[known.name] if known and known.is_authored else left if known else others).append(unit)
        named = {key: self._named[key] for key in keys}
        for unit, candidates in zip(others, self._candidates_of(others), strict=True):
            key = _component_for(unit.place, candidates, named)
            (left if key is None else joining[key]).append(unit)
        for key, joining_it in joining.items():
            if not joining_it:
                self._wait(self._places.in_components[key])
                continue
            schema = self._structures.merged([self._schemas[key], *schemas_of(joining_it)], authored=True)
            self._components[key] = schema
            self._make(Class(key, schema, is_authored=True), joining_it, (self._named[key],))
        return left

    def _make(self, made: Class, units: Sequence[Unit], path: Path, full: Path = ()) -> None:
        self.classes.add(schemas_of(units), made)
        whole = InlinePlace(
            path,
            made.schema,
            is_whole=any(unit.place.is_whole for unit in units) and not made.is_authored,
            longer=(full,) if full else (),
            source=min(unit.place.source for unit in units),
            times=sum(unit.place.times for unit in units),
        )
        self._wait(places_in(whole))

    def _new(self, name: str, units: Sequence[Unit], path: Path, full: Path = ()) -> None:
        self._taken.add(name)
        schema = self._structures.merged(schemas_of(units))
        if any(place.is_property for unit in units for place in unit.places):
            kept = {key: value for key, value in schema.notes.items() if key not in OF_THE_USE}
            schema = replace(schema, notes=kept)
        self._make(Class(name, schema), units, path, full)

    def _join_declared(self, units: Sequence[Unit], declared: Classes) -> list[Unit]:
        """Give units the classes of equal schemas outside of operations. Return the units that have none."""
        joining: dict[str, list[Unit]] = {}
        left: list[Unit] = []
        for unit in units:
            if known := declared.known(unit.place.schema):
                joining.setdefault(known.name, []).append(unit)
            else:
                left.append(unit)
        if not joining:
            return left
        others, left = left, []
        named = {name: name for name in joining}
        for unit, candidates in zip(others, self._candidates_of(others), strict=True):
            name = _component_for(unit.place, candidates, named)
            (left if name is None else joining[name]).append(unit)
        for name, several in joining.items():
            self._new(name, several, (name,))
        return left

    def _name(self, units: Mapping[int, Sequence[Unit]]) -> None:
        if (declared := self._declared) is not None:
            left = {number: self._join_declared(several, declared) for number, several in units.items()}
            self._name_alone(left, Counter())
            return
        assignment = Assignment(
            {number: self._voters(several) for number, several in units.items()},
            {number: kind(several[0].place.schema) for number, several in units.items() if several},
            self._is_free,
        )
        votes = assignment.votes()
        alone = {number: dict(enumerate(several)) for number, several in units.items()}
        for number, name, indices in assignment.names():
            self._new(name, [alone[number].pop(index) for index in indices], (name,))
        self._name_alone({number: [*several.values()] for number, several in alone.items()}, votes)

    def _is_free(self, name: str, structure: int) -> bool:
        """Whether a name that a class of this structure wants is free."""
        return name not in self._taken and self._of_properties.get(name, {structure}) <= {structure}

    def _may_have(self, name: str, schema: Schema) -> bool:
        return self._is_free(name, self._structures.of_class(schema))

    def _voters(self, units: Sequence[Unit]) -> list[Voter]:
        candidates = self._candidates_of(units)
        return [Voter(own, unit.place.times) for unit, own in zip(units, candidates, strict=True)]

    def _candidates_of(self, units: Sequence[Unit]) -> list[dict[str, int]]:
        """The name candidates of each unit of a structure; only the title, if no other structure has it."""
        return [
            name_candidates(unit.place, has_siblings=has_siblings)
            if (title := self._own_title(unit.place.schema)) is None
            else {title: TITLE}
            for unit, has_siblings in zip(units, have_siblings(units), strict=True)
        ]

    def _own_title(self, schema: Schema) -> str | None:
        """The title or the name of an order. Outside of operations, no other class may have the title."""
        title = informative_title(schema)
        is_own = title is not None and (
            self._declared is not None or self._titles[title] <= {*schema.origins}
        )
        return title if is_own else sort_order(schema)

    def _name_alone(self, units: Mapping[int, Sequence[Unit]], votes: Counter[str]) -> None:
        """Name units by themselves. Of those that want a name, the first by `rank` gets it.

        It is shared by all units of its structure that want it, or that have a longer name which ends so.
        """
        is_declared = self._declared is None
        own = OwnNames(self._own_title, self._may_have, self._of_properties, votes, is_declared)
        waiting = [
            _Asking(unit, number, own.of(unit.place, has_siblings=has_siblings))
            for number, several in units.items()
            for unit, has_siblings in zip(several, have_siblings(several), strict=True)
        ]
        waiting.sort(key=lambda one: rank(one.unit, is_declared=is_declared))
        while waiting:
            chosen: dict[tuple[str, int], list[_Asking]] = {}
            owners: dict[str, int] = {}
            left: list[_Asking] = []
            for one in waiting:
                name = next(one.names, None)
                if name is None:
                    full = one.unit.place.full
                    self._new(numbered(one.unit.place, self._taken), [one.unit], full, full)
                elif name in self._taken or owners.setdefault(name, one.number) != one.number:
                    left.append(one)
                else:
                    chosen.setdefault((name, one.number), []).append(one)
            for (name, _), several in self._joined(chosen).items():
                first = several[0].unit.place
                is_written_out = first.is_whole and name == joined_name(first.full)
                full = first.full if is_declared or is_written_out else ()
                path = path_of(first, name)
                if path == (name,) and not is_declared:
                    path = end_of(first, name)
                self._new(name, [one.unit for one in several], path, full)
            waiting = left

    def _joined(
        self, chosen: Mapping[tuple[str, int], list[_Asking]]
    ) -> Mapping[tuple[str, int], list[_Asking]]:
        """In operations, a longer name joins the name of a thing of the same structure that it ends with.

        ``ServerLocation`` joins ``Location``, if an operation is about locations.
        """
        if self._declared is None:
            return chosen
        things = {key for key, several in chosen.items() if is_thing(several[0].unit.place)}
        joined_by: dict[tuple[str, int], list[_Asking]] = {}
        for (name, number), several in chosen.items():
            place = several[0].unit.place
            found = [] if place.is_whole else [end for end in ends(place) if (end, number) in things]
            root = min((end for end in found if name.endswith(end)), key=len, default=name)
            joined_by.setdefault((root, number), []).extend(several)
        return joined_by


def _component_for(place: InlinePlace, candidates: Collection[str], keys: Mapping[str, str]) -> str | None:
    """The component whose name is a candidate of the place, or ends like it; the longest match wins."""
    last = written_words(place.path[-1])
    matching: dict[str, int] = {}
    for key, name in keys.items():
        if name in candidates:
            matching[key] = len(written_words(name))
        elif written_words(name)[-len(last) :] == last and says_something(place.path[-1]):
            matching[key] = len(last)
    most = max(matching.values(), default=0)
    longest = [key for key, length in matching.items() if length == most]
    return longest[0] if len(longest) == 1 else None


def _titles(schemas: Iterable[Schema], components: Mapping[str, Schema]) -> dict[str, set[Pointer]]:
    """The places of schemas with a title, by the title as a name, without components."""
    authored = {schema.pointer for schema in components.values()}
    found: dict[str, set[Pointer]] = defaultdict(set)
    for schema in schemas:
        title = title_as_name(schema)
        if title is not None and schema.pointer not in authored:
            found[title].add(schema.pointer)
    return found
