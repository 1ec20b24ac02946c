"""The name candidates for the class of one place: by its kind, then by its place.

They depend only on the place and its schema.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from itertools import count, pairwise

from msgspec import Struct

from codegen.model.schemas import Enumeration, NamedUnion, Schema
from codegen.naming.inline.assignment import suffixed
from codegen.naming.inline.candidates import (
    InlinePlace,
    PlaceKind,
    ends,
    held,
    is_envelope,
    of_constant,
    of_only_property,
    one_of_siblings,
)
from codegen.naming.inline.holders import ERROR_RESPONSES
from codegen.naming.inline.place_names import is_act, joined_name, said_before, thing_of
from codegen.naming.words import written_words

_LONG = 40
"""The number of characters from which a name is shortened to one of its ends."""

_WORDS = 3
"""The least number of words of such an end, so that it is specific: not ``Environment``."""


class OwnNames(Struct, frozen=True):
    """Names a class by itself."""

    title: Callable[[Schema], str | None]
    """The title of a schema, if it is a name."""
    is_free: Callable[[str, Schema], bool]
    """Whether a class may have a name."""
    of_properties: Collection[str]
    """Names that properties of components have by themselves."""
    votes: Counter[str]
    """The number of places that could have each name; only for classes outside of operations."""
    is_declared: bool
    """Whether the classes are outside of operations, where several places have already agreed on names."""

    def of(self, place: InlinePlace, *, has_siblings: bool) -> Iterator[str]:
        """The names for the class of a place, the best first."""
        title = self.title(place.schema)
        if title is not None:
            yield title
        if said_before(place.full):
            yield place.full[-1]
        if place.source is PlaceKind.RESPONSE and place.is_whole:
            yield from self._of_response(place)
        if not self.is_declared:
            yield from _of_what_it_is(place, has_siblings=has_siblings)
        yield from self._of_place(place)
        yield suffixed(joined_name((place.path, *place.longer)[-1]), kind(place.schema))

    def _of_place(self, place: InlinePlace) -> Iterator[str]:
        """The names with outer parts: few first, then more."""
        name = joined_name(place.path)
        if len(name) > _LONG:
            for end in ends(place, whole_parts=True):
                if len(end) <= _LONG and end not in self.of_properties and self._is_enough(end):
                    yield end
        for path in dict.fromkeys((place.path, *place.longer)):
            name = joined_name(path)
            is_free = not is_act(path) and self.is_free(name, place.schema)
            if is_free or place.is_whole or place.source is PlaceKind.COMPONENT:
                yield name
        yield from _whole(place, name)

    def _is_enough(self, end: str) -> bool:
        """Whether the end of a long name is a name: no other place has it or, in operations, it is not short.

        Another operation could have it too, so there it cannot count that none does today.
        """
        return self.votes[end] == 1 if self.is_declared else len(written_words(end)) >= _WORDS

    def _of_response(self, place: InlinePlace) -> Iterator[str]:
        """``ActionResponse`` for an act that returns an action; errors are named after their status."""
        thing, role = thing_of(place.full[0]), place.full[-1]
        said = [*held(place)]
        if is_act((thing,)) or (is_envelope(place) and not self.is_declared):
            yield from said
        yield from (one for one in said if one == joined_name((thing, "Response")))
        if self.is_declared:
            return
        if not said and (is_act((thing,)) or role != "Response"):
            yield from of_only_property(place)
        if role in ERROR_RESPONSES:
            yield "ErrorResponse"
        if role != "Response":
            yield role


def _of_what_it_is(place: InlinePlace, *, has_siblings: bool) -> Iterator[str]:
    """``Link`` for each of ``Links``, ``ListObject`` for a constant."""
    if has_siblings:
        yield from [*one_of_siblings(place.path)][:1]
    if place.source is PlaceKind.RESPONSE:
        yield from of_constant(place)


def numbered(place: InlinePlace, taken: Collection[str]) -> str:
    """The numbered name of a class, if nothing else distinguishes it."""
    name = suffixed(joined_name(place.full), kind(place.schema))
    return next(one for number in count(2) if (one := f"{name}{number}") not in taken)


def kind(schema: Schema) -> str:
    """The suffix for a name that another class has."""
    match schema:
        case NamedUnion():
            return "Variant"
        case Enumeration():
            return "Kind"
        case _:
            return "Model"


def _whole(place: InlinePlace, name: str) -> list[str]:
    """The name with all outer parts, without repeated words such as ``MetaMeta``."""
    whole = f"{name}Parameter" if place.is_parameter else "".join(place.full)
    return [] if any(one == other for one, other in pairwise(written_words(whole))) else [whole]
