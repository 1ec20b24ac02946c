"""The classes of a document: which inline schemas share a class, and the name of each class.

An author may write the ``address`` of an invoice and that of a person inline, with the same properties, and
mean one thing. Places with the same structure, whatever their descriptions, share a class if

- a component of the document has the same structure and the same name or end of a name: they are that
  component; or
- several of them have a name candidate in common (`codegen.naming.inline.candidates`). The candidate that
  most of them have is assigned, and the longest of those (`codegen.naming.inline.assignment`). If several
  classes have one candidate, the class with the most places gets it. On a tie, none does.

Any other place has a class of its own, named after the place. Outer classes are named before the classes in
them, so the classes in a shared class are named once. The order of the document changes nothing, except for
members of one union that nothing distinguishes: they are numbered.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count, pairwise

from msgspec import Struct
from msgspec.structs import replace

from codegen.document.node import Pointer
from codegen.model.schemas import (
    OF_THE_USE,
    ClassSchema,
    Enumeration,
    NamedUnion,
    Schema,
    Simplified,
)
from codegen.naming.inline.assignment import Assignment, Voter, suffixed
from codegen.naming.inline.candidates import (
    TITLE,
    InlinePlace,
    Source,
    ends,
    held,
    informative_title,
    name_candidates,
    says_something,
    sort_order,
    title_as_name,
)
from codegen.naming.inline.holders import Holders
from codegen.naming.inline.inside import path_of, places_in
from codegen.naming.inline.place_names import Path, is_act, joined, said_before, thing_of
from codegen.naming.inline.structures import Structures, merged
from codegen.naming.strategies import classes_of_last
from codegen.naming.words import written_words
from codegen.standard.positions import Position

_LONG = 40
"""Characters of a name that is shortened if its end is enough."""


class Class(Struct, frozen=True):
    """A class for inline schemas, or for a component and equal inline schemas."""

    name: str
    """The key of the component that it is or becomes."""
    schema: Schema
    """Standing for all of its places."""
    is_authored: bool = False


class _Unit(Struct, frozen=True):
    """The places of one schema. It has several if ``allOf`` has merged it."""

    places: Sequence[InlinePlace]
    place: InlinePlace
    """The one that it is named after: the author's."""


class Classes:
    """The classes of a document."""

    def __init__(self, structures: Structures, components: Mapping[str, Schema]) -> None:
        self._structures = structures
        self._classes: dict[tuple[int, Pointer], Class] = {}
        self.components = components
        """The author's components that are classes of inline schemas too, standing for the places of all."""

    def of(self, schema: Schema) -> Class:
        """The class of an inline schema."""
        return self._classes[self._key(schema)]

    def add(self, schemas: Iterable[Schema], made: Class) -> None:
        """Give some inline schemas a class."""
        for schema in schemas:
            self._classes[self._key(schema)] = made

    def _key(self, schema: Schema) -> tuple[int, Pointer]:
        """Its structure and its place, which a schema that `allOf` has merged in several places has once."""
        return self._structures.of_class(schema), schema.pointer


def classes_of(simplified: Simplified) -> Classes:
    """The class of each inline schema."""
    sharing = _Sharing(simplified)
    sharing.name_all()
    return sharing.classes


class _Sharing:
    def __init__(self, simplified: Simplified) -> None:
        self._schemas = simplified.components
        self._named = classes_of_last({key: one.text("title") for key, one in self._schemas.items()})
        self._holders = Holders(simplified.document, self._named)
        self._structures = Structures()
        self._taken = {*self._named.values()}
        self._inline: dict[int, dict[int, list[InlinePlace]]] = defaultdict(lambda: defaultdict(list))
        self._authored: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._of_properties: dict[str, set[int]] = defaultdict(set)
        """The structures that properties of components have, by the name they have by themselves."""
        self._components: dict[str, Schema] = {}
        self.classes = Classes(self._structures, self._components)
        for key, schema in self._schemas.items():
            self._look_at_component(key, schema)
        for content in simplified.contents.values():
            for position in content.positions:
                self._look_at(content.schema, position)
        self._titles = _titles(self._structures.titled, self._schemas)

    def _look_at(self, schema: Schema, position: Position) -> None:
        """Collect the inline schemas in a schema of an operation, and itself."""
        full, written = self._holders.path(position), position.is_parameter
        whole = len(full) > 1 and not written
        of_response = any(holder.kind == "response" for holder in position.holders)
        place = InlinePlace(
            (thing_of(full[0]), *full[1:]) if len(full) > 1 and written else full,
            schema,
            is_whole=whole,
            is_parameter=written,
            longer=(full,),
            source=Source.RESPONSE if of_response else Source.REQUEST,
        )
        self._wait([place] if isinstance(schema, ClassSchema) else places_in(place))

    def _look_at_component(self, key: str, schema: Schema) -> None:
        path = (self._named[key],)
        within = places_in(InlinePlace(path, schema))
        for place in within:
            self._of_properties[joined(place.path)].add(self._structures.of_class(place.schema))
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
            units = {number: _units(places, self._named) for number, places in waiting.items()}
            for number, keys in self._authored.pop(height, {}).items():
                units[number] = self._join_components(keys, units.get(number, []))
            self._name(units)

    def _join_components(self, keys: Sequence[str], units: Sequence[_Unit]) -> list[_Unit]:
        """Units that are a component of the same structure; returns the others."""
        joining: dict[str, list[_Unit]] = {key: [] for key in keys}
        left: list[_Unit] = []
        for unit, candidates in zip(units, self._candidates_of(units), strict=True):
            key = _component_for(unit.place, candidates, {key: self._named[key] for key in keys})
            (left if key is None else joining[key]).append(unit)
        for key, joining_it in joining.items():
            schema = self._schemas[key]
            if joining_it:
                schema = self._components[key] = merged([schema, *_schemas_of(joining_it)], authored=True)
            self._make(Class(key, schema, is_authored=True), joining_it, (self._named[key],))
        return left

    def _make(self, made: Class, units: Sequence[_Unit], path: Path, full: Path = ()) -> None:
        self.classes.add(_schemas_of(units), made)
        whole = InlinePlace(
            path,
            made.schema,
            is_whole=any(unit.place.is_whole for unit in units) and not made.is_authored,
            longer=(full,) if full else (),
            source=min((unit.place.source for unit in units), default=Source.COMPONENT),
            times=max(1, sum(unit.place.times for unit in units)),
        )
        self._wait(places_in(whole))

    def _new(self, name: str, units: Sequence[_Unit], path: Path, full: Path = ()) -> None:
        self._taken.add(name)
        schema = merged(_schemas_of(units))
        if any(place.is_property for unit in units for place in unit.places):
            kept = {key: value for key, value in schema.notes.items() if key not in OF_THE_USE}
            schema = replace(schema, notes=kept)
        self._make(Class(name, schema), units, path, full)

    def _name(self, units: Mapping[int, Sequence[_Unit]]) -> None:
        assignment = Assignment(
            {number: self._voters(several) for number, several in units.items()},
            {number: _kind(several[0].place.schema) for number, several in units.items() if several},
            self._is_free,
        )
        votes = assignment.votes()
        alone = {number: dict(enumerate(several)) for number, several in units.items()}
        for number, name, indices in assignment.names():
            self._new(name, [alone[number].pop(index) for index in indices], (name,))
        self._name_alone([unit for several in alone.values() for unit in several.values()], votes)

    def _is_free(self, name: str, structure: int) -> bool:
        """Whether a name that a class of this structure wants is free."""
        return name not in self._taken and self._of_properties.get(name, {structure}) <= {structure}

    def _voters(self, units: Sequence[_Unit]) -> list[Voter]:
        candidates = self._candidates_of(units)
        return [Voter(own, unit.place.times) for unit, own in zip(units, candidates, strict=True)]

    def _candidates_of(self, units: Sequence[_Unit]) -> list[dict[str, int]]:
        """The name candidates of each unit of a structure; only the title, if no other structure has it."""
        siblings: dict[Path, set[str]] = defaultdict(set)
        for unit in units:
            if unit.place.is_property:
                siblings[unit.place.full[:-1]].add(unit.place.full[-1])
        return [
            name_candidates(unit.place, has_siblings=len(siblings[unit.place.full[:-1]]) > 1)
            if (title := self._own_title(unit.place.schema)) is None
            else {title: TITLE}
            for unit in units
        ]

    def _own_title(self, schema: Schema) -> str | None:
        """The title that no other class has, or the name of an order."""
        title = informative_title(schema)
        is_own = title is not None and self._titles[title] <= {*schema.origins}
        return title if is_own else sort_order(schema)

    def _name_alone(self, units: Sequence[_Unit], votes: Counter[str]) -> None:
        """Name the units that share no class. Of those that want a name, the first by `_rank` gets it."""
        styles = [(unit, self._alone(unit.place, votes)) for unit in sorted(units, key=_rank)]
        while styles:
            asked = [(unit, names, next(names, None)) for unit, names in styles]
            styles = []
            for unit, names, name in asked:
                full = unit.place.full
                if name is None:
                    self._new(self._numbered(unit.place), [unit], full, full)
                elif name in self._taken:
                    styles.append((unit, names))
                else:
                    self._new(name, [unit], path_of(unit.place, name), full)

    def _alone(self, place: InlinePlace, votes: Counter[str]) -> Iterator[str]:
        """The names for a class of one place, the best first."""
        title = self._own_title(place.schema)
        if title is not None:
            yield title
        if said_before(place.full):
            yield place.full[-1]
        if place.source is Source.RESPONSE and place.is_whole:
            thing = thing_of(place.full[0])
            yield from (one for one in held(place) if is_act((thing,)) or one == joined((thing, "Response")))
        name = joined(place.path)
        if len(name) > _LONG:
            for end in ends(place, whole_parts=True):
                if len(end) <= _LONG and votes[end] == 1 and end not in self._of_properties:
                    yield end
        number = self._structures.of_class(place.schema)
        for path in dict.fromkeys((place.path, *place.longer)):
            name = joined(path)
            is_free = not is_act(path) and self._is_free(name, number)
            if is_free or place.is_whole or place.source is Source.COMPONENT:
                yield name
        yield from _whole(place, name)
        yield suffixed(name, _kind(place.schema))

    def _numbered(self, place: InlinePlace) -> str:
        name = suffixed(joined(place.full), _kind(place.schema))
        return next(numbered for number in count(2) if (numbered := f"{name}{number}") not in self._taken)


def _rank(unit: _Unit) -> tuple[int, int, Sequence[str]]:
    """Components come before responses, these before requests, and short paths before long ones."""
    pointer = [str(part) for part in unit.place.schema.pointer]
    return unit.place.source, pointer[1].count("/") if len(pointer) > 1 else 0, pointer


def _kind(schema: Schema) -> str:
    match schema:
        case NamedUnion():
            return "Variant"
        case Enumeration():
            return "Kind"
        case _:
            return "Model"


def _whole(place: InlinePlace, name: str) -> list[str]:
    """The name with all that is around the place, unless a word follows itself in it: ``MetaMeta``."""
    whole = f"{name}Parameter" if place.is_parameter else "".join(place.full)
    return [] if any(one == other for one, other in pairwise(written_words(whole))) else [whole]


def _units(places: Iterable[InlinePlace], named: Mapping[str, str]) -> list[_Unit]:
    by_pointer: dict[Pointer, list[InlinePlace]] = defaultdict(list)
    for place in places:
        by_pointer[place.schema.pointer].append(place)
    return [_Unit(several, _authors(several, named)) for several in by_pointer.values()]


def _authors(places: Sequence[InlinePlace], named: Mapping[str, str]) -> InlinePlace:
    """The place of the component among those of one schema; else the one with the shortest name."""
    match places[0].schema.pointer:
        case ("components", "schemas", str(owner), *_):
            places = [one for one in places if one.path[0] == named.get(owner)][:1] or places
    return min(places, key=lambda place: (len(joined(place.path)), place.path))


def _schemas_of(units: Iterable[_Unit]) -> list[Schema]:
    """The schemas of some units. One that `allOf` has merged in several places counts once."""
    return [*{place.schema.origins: place.schema for unit in units for place in unit.places}.values()]


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
