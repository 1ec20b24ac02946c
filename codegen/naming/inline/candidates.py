"""The name candidates of a place for its class: ends of the name of the place, and the kind of the class.

Places that share a class get the candidate that most of them have (`codegen.naming.inline.assignment`). So
the class is named by what its places have in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from msgspec import Struct

from codegen.document.node import Node
from codegen.model.schemas import Array, Enumeration, NamedUnion, Object, Reference, Schema
from codegen.naming.inline.holders import ERROR_RESPONSES
from codegen.naming.inline.place_names import Path, joined_name, said_before
from codegen.naming.verbs import VERBS
from codegen.naming.words import class_name, pascal, singular, words, written_words

_EMPTY_ENDS = frozenset({
    "By", "Code", "Content", "Data", "Direction", "Entry", "Filter", "ID", "Id", "Include", "Info", "Item",
    "Kind", "Level", "Mode", "Model", "Name", "Object", "Option", "Order", "Param", "Params", "Per", "Reason",
    "Request", "Response", "Result", "Root", "Sort", "Specs", "State", "Status", "Type", "Value",
})  # fmt: skip
"""Ends that are not meaningful alone."""

_NO_BEGINNING = frozenset({
    "A", "An", "And", "As", "At", "By", "For", "From", "Has", "If", "In", "Is", "Not", "Of", "On", "Or",
    "Per", "Request", "Response", "The", "To", "Via", "With",
})  # fmt: skip
"""Words that no name begins with, because their owner precedes them."""

_VERBS = frozenset({
    "Add", "Create", "Delete", "Get", "List", "Patch", "Post", "Put", "Remove", "Set", "Show", "Update",
})  # fmt: skip
"""Verbs that no class ends with, as its name is a noun; ``SavedSearch`` and ``ReplicaView`` are nouns."""

_ROLES = ERROR_RESPONSES | {"Request", "Response"}
_NO_ENDING = _VERBS | _NO_BEGINNING

_TITLE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ _-][A-Za-z0-9]+){0,4}")

TITLE, HELD, END, KIND, BEGINNING, LAST = 5, 4, 3, 2, 1, 0
"""The ranks of candidates; of candidates with equally many votes, the higher rank wins."""


class PlaceKind(IntEnum):
    """The owner of a place. If several places want one name, the first kind gets it."""

    COMPONENT = 0
    RESPONSE = 1
    REQUEST = 2
    """A request or a parameter."""


class InlinePlace(Struct, frozen=True):
    """A place where a class is written inline."""

    path: Path
    schema: Schema
    is_property: bool = False
    is_whole: bool = False
    """Whether it is a whole body or response. Then its path is the operation's name, and which of the two."""
    is_parameter: bool = False
    longer: tuple[Path, ...] = ()
    """Longer paths, with more outer parts. `path` may begin with only the thing of an operation."""
    source: PlaceKind = PlaceKind.COMPONENT
    times: int = 1
    """The number of places in the document that this one represents: those of the class around it."""

    @property
    def full(self) -> Path:
        """The path with all outer parts."""
        return self.longer[-1] if self.longer else self.path


def title_as_name(schema: Schema) -> str | None:
    """The title of a schema if it is a name, not a sentence; ``x-ms-enum`` can have one, too."""
    named = schema.notes.get("x-ms-enum")
    title = (named.text("name") if isinstance(named, Node) else "") or schema.text("title")
    return class_name(title) if _TITLE.fullmatch(title) else None


def informative_title(schema: Schema) -> str | None:
    """The title of a schema as a name that is meaningful alone."""
    title = title_as_name(schema)
    return title if title is not None and says_something(title) else None


def sort_order(schema: Schema) -> str | None:
    """``SortOrder`` for ``asc`` and ``desc``."""
    values = {str(value).lower() for value in schema.values} if isinstance(schema, Enumeration) else set()
    return "SortOrder" if values in ({"asc", "desc"}, {"ascending", "descending"}) else None


def name_candidates(place: InlinePlace, *, has_siblings: bool) -> dict[str, int]:
    """Names for the class of a place, each with its rank.

    Siblings are properties of one object that have the same class.
    """
    candidates = dict.fromkeys(_beginnings_and_ends(place), BEGINNING)
    candidates |= dict.fromkeys(_of_what_it_is(place), KIND)
    if has_siblings:
        candidates |= dict.fromkeys(one_of_siblings(place.full), KIND)
    candidates |= dict.fromkeys(ends(place), END)
    if place.is_whole:
        candidates |= dict.fromkeys(held(place), HELD)
    title = informative_title(place.schema)
    if title is not None:
        candidates[title] = TITLE
    return candidates


def says_something(name: str) -> bool:
    """Whether a name is meaningful alone."""
    return name not in _EMPTY_ENDS


def ends(place: InlinePlace, *, whole_parts: bool = False) -> Iterator[str]:
    """The meaningful ends of the name of the place, longest first.

    An end consists of the last parts of the path, and the first of these may be shortened. It has at least
    two words of the last part. For a constant, it has more than the last part, because any property of that
    name may have the constant.
    """
    is_constant = _constant(place.schema) is not None
    for index, part in enumerate(place.path):
        after = place.path[index + 1 :]
        pieces = written_words(part)
        if after and said_before((part, after[0])):
            continue
        cuts = 1 if whole_parts or (after and after[0] in _ROLES and len(after) > 1) else len(pieces)
        for start in range(cuts):
            left = pieces[start:]
            if left[0] in _NO_BEGINNING or not left[0][0].isalpha():
                continue
            if start and (pieces[start - 1] in _NO_BEGINNING or left[0] in _EMPTY_ENDS):
                continue
            if not after and (is_constant or (start and len(left) == 1)):
                continue
            if place.is_whole and _VERBS.issuperset(left):
                continue
            name = joined_name(("".join(left), *after))
            if says_something(name):
                yield name
                if place.is_whole and start > 1 and pieces[0].lower() in VERBS:
                    yield f"{pieces[0]}{name}"


def _beginnings_and_ends(place: InlinePlace) -> Iterator[str]:
    """``WebhookAssignee`` for a schema in webhooks: some words of the owner, and the part of the place."""
    last = place.path[-1]
    if place.is_whole or len(place.path) < 2 or said_before(place.path) or not says_something(last):
        return
    pieces = written_words(place.path[0])
    for length in range(1, len(pieces)):
        if pieces[length - 1] not in _NO_ENDING:
            yield joined_name(("".join(pieces[:length]), last))


def one_of_siblings(path: Path) -> Iterator[str]:
    """``Link`` for each of ``Links``, which has several properties of this class."""
    owner = path[:-1]
    for index, part in enumerate(owner):
        *before, last = written_words("".join(owner[index:]))
        one = singular(last.lower())
        if one != last.lower() and part not in _NO_BEGINNING:
            name = "".join((*before, pascal([one])))
            if name not in _EMPTY_ENDS:
                yield name


def _of_what_it_is(place: InlinePlace) -> Iterator[str]:
    yield from of_constant(place)
    if isinstance(place.schema, NamedUnion) and says_something(place.path[-1]):
        yield f"Any{place.path[-1]}"
    if place.is_whole:
        yield from _of_a_body(place)


def of_constant(place: InlinePlace) -> Iterator[str]:
    """``ListObject`` for the constant ``list`` of a property ``object``."""
    constant = _constant(place.schema)
    if constant is not None:
        yield joined_name((constant, place.path[-1]))


def _constant(schema: Schema) -> str | None:
    """The only value of an enum as a part of a name, if possible."""
    values = schema.values if isinstance(schema, Enumeration) else ()
    if len(values) != 1 or not isinstance(values[0], str) or not values[0][:1].isalpha():
        return None
    said = words(values[0])
    return pascal(said) if len(said) <= 4 else None


def _of_a_body(place: InlinePlace) -> Iterator[str]:
    """``AccountsErrorResponse`` for equal errors; ``IdsRequest`` for an object with one property."""
    owner, role = place.path
    if role in ERROR_RESPONSES:
        role = "ErrorResponse"
        pieces = written_words(owner)
        for length in range(1, len(pieces)):
            if pieces[length - 1] not in _NO_ENDING:
                yield joined_name(("".join(pieces[:length]), role))
        yield role
    yield from of_only_property(place)


def of_only_property(place: InlinePlace) -> Iterator[str]:
    """``IdsRequest`` for an object with one property."""
    role = "ErrorResponse" if place.path[-1] in ERROR_RESPONSES else place.path[-1]
    properties = place.schema.properties if isinstance(place.schema, Object) else {}
    if len(properties) == 1:
        (name,) = properties
        if len(name) > 2 and says_something(pascal(words(name))):
            yield joined_name((pascal(words(name)), role))


def held(place: InlinePlace) -> Iterator[str]:
    """``ActionResponse`` for a response that contains an action and no other class."""
    if holding := _holding(place):
        (name, schema), role = holding, place.path[-1]
        held = pascal(words(name))
        if not says_something(held):
            many = "List" if isinstance(schema, Array) else ""
            inner = _held(schema)
            held = f"{class_name(inner.key)}{many}" if isinstance(inner, Reference) else ""
        if held[:1].isalpha():
            yield joined_name((held, role))


def is_envelope(place: InlinePlace) -> bool:
    """Whether a response does not say which one thing it contains: ``{"result": {}}``."""
    match _holding(place):
        case (name, schema):
            return not says_something(pascal(words(name))) and not isinstance(schema, Array)
        case _:
            return False


def _holding(place: InlinePlace) -> tuple[str, Schema] | None:
    """The only property of a response with another class."""
    is_error = place.path[-1] in ERROR_RESPONSES
    properties = place.schema.properties if isinstance(place.schema, Object) and not is_error else {}
    holding = [(name, schema) for name, schema in properties.items() if _is_composed(schema)]
    return holding[0] if len(holding) == 1 else None


def _is_composed(schema: Schema) -> bool:
    match _held(schema):
        case Reference() | NamedUnion():
            return True
        case Object(properties):
            return bool(properties)
        case _:
            return False


def _held(schema: Schema) -> Schema:
    while isinstance(schema, Array):
        schema = schema.items
    return schema
