"""A value of JSON beside its type: what it becomes, and where it differs.

Decoding stops at the first thing that makes it impossible, and passes over what does not. So this
reads plain JSON part by part: a missing field is `UNSET`, a value of another type stays as it came,
and all else is typed as decoding would have it.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from enum import Enum
from typing import Any, TypeAlias, cast, get_args, get_origin

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._drift import DriftKind
from ._hooks import ATTEMPTS, Asked, decoded, is_union
from ._shapes import Fields, fields, is_of_kind, is_one_of_several, may_be

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | None"

_LIKE_A_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _.:/-]{0,31}", re.ASCII)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}", re.ASCII)
_LONGEST_NAME = 64
_PLAIN = frozenset({str, int, bool, float})


class Place(Struct, frozen=True):
    """A place in a response: the steps that lead to it."""

    outer: Place | None = None
    step: str | int = ""
    is_field: bool = False
    """Whether the step is a name that the document has, or might have; else that of an item."""
    model: Any = None
    """The model that has the field; None for an item, which is described with its list."""

    def steps(self) -> list[Place]:
        """The places from the outermost, which is not among them, to this one."""
        found: list[Place] = []
        place = self
        while place.outer is not None:
            found.append(place)
            place = place.outer
        return found[::-1]

    @property
    def pointer(self) -> str:
        """The place as a JSON Pointer (RFC 6901)."""
        return "".join(f"/{token(str(place.step))}" for place in self.steps())

    @property
    def path(self) -> str:
        """The place as a JSONPath (RFC 9535); of items it is that of any."""
        return "$" + "".join(
            step(str(place.step)) if place.is_field else "[*]" for place in self.steps()
        )


class Difference(Struct, frozen=True):
    """A way in which a value differs from its type."""

    kind: DriftKind
    place: Place
    message: str
    expected: str
    is_bent: bool = False
    """Whether decoding fails for it."""


class Walked(Struct, frozen=True):
    """What a value becomes, and where it differs."""

    value: object
    differences: list[Difference]


_Steps: TypeAlias = "Generator[_Steps, object, object]"
"""Reads a value; yields what reads a part of it, and is sent what that becomes."""


def walked(value: Json, kind: Any) -> Walked:
    """Read a value as a type; what is not of it is kept as it came.

    Null in place of the whole is an object without anything, if nothing is required of the object.
    Servers that have nothing to say send it, and callers are promised an object.

    It takes time in proportion to the size of the value, however deep that is.

    Raises:
        RecursionError: A union that contains itself is deeper than Python can read.
    """
    walk = _Walk()
    if value is None and _may_be_empty(kind):
        message = "Expected `object`, got `null`"
        walk.differ("wrong_type", Place(), message, _called(kind), is_bent=True)
        value = {}
    ATTEMPTS.remembered = {}
    try:
        return Walked(_run(walk.read(value, kind, Place())), walk.differences)
    finally:
        ATTEMPTS.remembered = None


def token(name: str) -> str:
    """A name as a token of a JSON Pointer (RFC 6901 section 3)."""
    return name.replace("~", "~0").replace("/", "~1")


def is_alike(value: Json, kind: Any) -> bool:
    """Whether a value is of a kind of JSON that a type has: an object, a list, a text..."""
    return is_of_kind(value, kind) or (value is None and _may_be_empty(kind))


def _may_be_empty(kind: Any) -> bool:
    """Whether a type is that of an object of which nothing is required."""
    model = fields(kind)
    if model is None:
        return get_origin(kind) is dict
    return not any(field.required for field in model.named.values())


class _Kept(Struct, frozen=True):
    """A value that is not read as any type."""

    value: object


class _Walk:
    """Gathers differences while a value is read."""

    def __init__(self) -> None:
        self.differences: list[Difference] = []

    def read(self, value: Any, kind: Any, place: Place) -> object:
        """What a value becomes, or the steps that read its parts."""
        kind = self._member(value, kind, place)
        if isinstance(kind, _Kept):
            return kind.value
        if isinstance(value, dict):
            if (model := fields(kind)) is not None:
                return self._model(cast("dict[str, Any]", value), kind, model, place)
            if get_origin(kind) is dict:
                return self._map(cast("dict[str, Any]", value), get_args(kind)[1], place)
        elif get_origin(kind) is list and may_be(kind, value):
            return self._list(value, get_args(kind)[0], place)
        return self._whole(value, kind, place)

    def _model(self, value: dict[str, Any], kind: Any, model: Fields, place: Place) -> _Steps:
        given: dict[str, object] = {}
        for name, field in model.named.items():
            if name not in value and field.required:
                missing = Place(place, name, is_field=True, model=kind)
                what = "the field is required, and missing"
                self.differ("missing_field", missing, what, _called(field.type), is_bent=True)
                given[field.attribute] = UNSET
        rest = {name: item for name, item in value.items() if name not in model.named}
        if model.further is None:
            for name in rest:
                unknown = Place(place, name, is_field=True, model=kind)
                self.differ("unknown_field", unknown, "the field is not documented", "nothing")
        for name, field in model.named.items():
            if name in value:
                inner = Place(place, name, is_field=True, model=kind)
                part = self.read(value[name], field.type, inner)
                given[field.attribute] = (yield part) if isinstance(part, Generator) else part
        if model.further is not None:
            further = get_args(model.further.type)[1]
            given[model.further.attribute] = yield self._map(rest, further, place)
        return kind(**given)

    def _map(self, value: dict[str, Any], kind: Any, place: Place) -> _Steps:
        read: dict[str, object] = {}
        for name, item in value.items():
            part = self.read(item, kind, Place(place, name))
            read[name] = (yield part) if isinstance(part, Generator) else part
        return read

    def _list(self, value: list[Any], kind: Any, place: Place) -> _Steps:
        read: list[object] = []
        for index, item in enumerate(value):
            part = self.read(item, kind, Place(place, index))
            read.append((yield part) if isinstance(part, Generator) else part)
        return read

    def _whole(self, value: Any, kind: Any, place: Place) -> object:
        """Read what has no parts, or is of a type that has none."""
        if kind is Any or (type(value) is kind and kind in _PLAIN):
            return value
        try:
            made = msgspec.convert(value, kind, dec_hook=decoded)
        except msgspec.ValidationError as error:
            if isinstance(value, float) and value.is_integer():
                # A number without a fraction is an integer (JSON Schema 2020-12 section 4.2.3).
                return self._whole(int(value), kind, place)
            self.differ("wrong_type", place, str(error), _called(kind), is_bent=True)
            return value
        if isinstance(made, Enum) and made.name not in type(made).__members__:
            self._unknown_value(place, made.value, kind, is_bent=False)
        return made

    def _member(self, value: Any, kind: Any, place: Place) -> Any:
        """The member of a union that a value is read as; the union itself where msgspec decides.

        An object that no member fits is read as one that is an object too, and so are lists: what
        keeps it from fitting is in there.
        """
        while True:
            if is_union(kind):
                kind = self._told(value, kind, place)
            elif is_one_of_several(kind):
                alike = [one for one in get_args(kind) if may_be(one, value)]
                if len(alike) != 1:
                    return kind
                kind = alike[0]
            else:
                return kind

    def _told(self, value: Any, union: Asked, place: Place) -> Any:
        if value is None:
            message = f"Expected `{union.__name__}`, got `null`"
            self.differ("wrong_type", place, message, union.__name__, is_bent=True)
            return _Kept(None)
        member = union.member(value)
        if (untold := union.untold(value)) is not None:
            key, said = untold
            self._unknown_value(
                Place(place, key, is_field=True), said, union, is_bent=member is None
            )
        elif member is None:
            message = f"No member of {union.__name__} fits"
            self.differ("wrong_type", place, message, union.__name__, is_bent=True)
        return _Kept(union.unknown(value)) if member is None else member

    def _unknown_value(self, place: Place, value: object, kind: Any, *, is_bent: bool) -> None:
        message = f"{_shown(value)} is not a documented value"
        self.differ("unknown_value", place, message, _called(kind), is_bent=is_bent)

    def differ(
        self, kind: DriftKind, place: Place, message: str, expected: str, *, is_bent: bool = False
    ) -> None:
        self.differences.append(Difference(kind, place, message, expected, is_bent))


def _run(part: object) -> object:
    """Take steps, and those within them, without recursion."""
    if not isinstance(part, Generator):
        return part
    stack = [cast("_Steps", part)]
    result: object = None
    while stack:
        try:
            stack.append(stack[-1].send(result))
            result = None
        except StopIteration as done:
            stack.pop()
            result = done.value
    return result


def _called(kind: Any) -> str:
    """A type as annotations have it, without the modules."""
    if is_one_of_several(kind):
        return " | ".join(_called(one) for one in get_args(kind) if one is not UnsetType)
    if arguments := get_args(kind):
        return f"{_called(get_origin(kind))}[{', '.join(map(_called, arguments))}]"
    return "None" if kind is type(None) else str(getattr(kind, "__name__", kind))


def _shown(value: object) -> str:
    """A value that is not documented, if it looks like one that may get so; else its length.

    Nothing else tells what has become of an enumeration; but what is no name may be anything.
    """
    if isinstance(value, str) and not _LIKE_A_NAME.fullmatch(value):
        return f"a string of {len(value)} characters"
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    return "null" if value is None else repr(value)


def step(name: str) -> str:
    """A field in a JSONPath (RFC 9535 section 2.5.1): `.name`, or `['any other']`."""
    if _NAME.fullmatch(name):
        return f".{name}"
    if len(name) > _LONGEST_NAME:
        name = f"{name[:_LONGEST_NAME]}..."
    return f"[{name!r}]"
