"""Decodes a JSON value leniently and lists where it differs from its type.

msgspec stops at the first error and ignores unknown fields. This module decodes plain JSON part by
part: a missing field is `UNSET`, a value of another type is kept unchanged, and everything else has
the type that msgspec would give it.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import suppress
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias, cast, get_args, get_origin

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._drift import DriftKind
from ._hooks import ATTEMPTS, Asked, decoded, is_union
from ._shapes import Fields, fields, is_of_kind, is_one_of_several, json_type, may_be
from ._where import Place

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | None"

_LIKE_A_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _.:/-]{0,31}", re.ASCII)
_PLAIN = frozenset({str, int, bool, float})


class Difference(Struct, frozen=True):
    """A difference between a value and its type."""

    kind: DriftKind
    place: Place
    message: str
    expected: str
    is_bent: bool = False
    """Whether strict decoding fails because of it."""
    got: str = ""
    """The JSON type of the received value; empty if there is none."""
    value: str | float | None = None
    """An undocumented value, if it may be shown."""


class Walked(Struct, frozen=True):
    """The decoded value and its differences."""

    value: object
    differences: list[Difference]


_Steps: TypeAlias = "Generator[_Steps, object, object]"
"""Decodes a value. It yields the steps for a part and receives the decoded part."""


def walked(value: Json, kind: Any) -> Walked:
    """Decode a value as a type; values of other types are kept unchanged.

    The time is linear in the size of the value, at any depth.

    Raises:
        RecursionError: A recursive union is nested too deeply.
    """
    walk = _Walk()
    meant = _meant(value, kind)
    if meant is not value:
        message = f"Expected `{_called(kind)}`, got `{json_type(value, 0)}`"
        walk.mistyped(value, Place(), message, _called(kind))
        value = meant
    ATTEMPTS.remembered = {}
    try:
        return Walked(_run(walk.read(value, kind, Place())), walk.differences)
    finally:
        ATTEMPTS.remembered = None


def is_alike(value: Json, kind: Any) -> bool:
    """Whether a value has the JSON kind of a type, or stands for one that has it."""
    if isinstance(value, Decimal):  # a number that no float can hold
        return is_of_kind(0.0, kind)
    return is_of_kind(_meant(value, kind), kind)


def _meant(value: Json, kind: Any) -> Json:
    """The body that a server means by one of the wrong kind; the value itself if that is unclear.

    Some servers send null for a list without items or an object without properties, an empty list
    for an empty map, an object for a list of one, and a string that contains the JSON.
    """
    if is_of_kind(value, kind):
        return value
    kinds = get_args(kind) if is_one_of_several(kind) else (kind,)
    match value:
        case None | []:
            return _empty(value, kinds)
        case dict() if any(get_origin(one) is list and _is_item(value, one) for one in kinds):
            return [value]
        case str():
            with suppress(msgspec.MsgspecError, ValueError, RecursionError):
                inner: Json = msgspec.json.decode(value)
                return _meant(inner, kind) if isinstance(inner, dict | list) else value
        case _:
            pass
    return value


def _empty(value: list[Json] | None, kinds: tuple[Any, ...]) -> Json:
    """The empty object or list that null or an empty list stands for; the value itself if none."""
    if any(_may_be_empty(one) if value is None else get_origin(one) is dict for one in kinds):
        return {}
    return [] if any(get_origin(one) is list for one in kinds) else value


def _is_item(value: dict[str, Json], kind: Any) -> bool:
    """Whether an object is an item of a list: it has more of the item's properties than it lacks.

    The body of an error, sent as a success, is none.
    """
    (item,) = get_args(kind)
    model = fields(item.member(value) if is_union(item) else item)
    if model is None:
        return False
    lacking = sum(one.required for name, one in model.named.items() if name not in value)
    return len(model.names.intersection(value)) > lacking


def _may_be_empty(kind: Any) -> bool:
    """Whether a type is an object without required properties."""
    model = fields(kind)
    if model is None:
        return get_origin(kind) is dict
    return not any(field.required for field in model.named.values())


class _Kept(Struct, frozen=True):
    """A value that is kept unchanged."""

    value: object


class _Walk:
    """Collects differences while a value is decoded."""

    def __init__(self) -> None:
        self.differences: list[Difference] = []

    def read(self, value: Any, kind: Any, place: Place) -> object:
        """The decoded value, or the steps that decode its parts."""
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
            if name not in value:
                given[field.attribute] = UNSET
                if field.required:
                    missing = Place(place, name, is_field=True, model=kind)
                    what = "the field is required, and missing"
                    found = Difference(
                        "missing_field", missing, what, _called(field.type), is_bent=True
                    )
                    self.differences.append(found)
        rest = {name: item for name, item in value.items() if name not in model.named}
        if model.further is None:
            for name, item in rest.items():
                unknown = Place(place, name, is_field=True, model=kind)
                what = "the field is not documented"
                found = Difference("unknown_field", unknown, what, "nothing", got=json_type(item))
                self.differences.append(found)
        for name, field in model.named.items():
            if name in value:
                inner = Place(place, name, is_field=True, model=kind)
                part = self.read(value[name], field.type, inner)
                given[field.attribute] = (yield part) if isinstance(part, Generator) else part
        if model.further is not None:
            further = get_args(model.further.type)[1]
            given[model.further.attribute] = yield self._map(rest, further, place)
        return _built(kind, given)

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
        """Decode a value or a type without parts."""
        if kind is Any or (type(value) is kind and kind in _PLAIN):
            return value
        if isinstance(value, Decimal):  # msgspec would make it an infinity
            self.mistyped(value, place, "Number out of range", _called(kind))
            return value
        try:
            made = msgspec.convert(value, kind, dec_hook=decoded)
        except msgspec.ValidationError as error:
            if isinstance(value, float) and value.is_integer():
                # A number without a fraction is an integer (JSON Schema 2020-12 section 4.2.3).
                return self._whole(int(value), kind, place)
            self.mistyped(value, place, str(error), _called(kind))
            return value
        if isinstance(made, Enum) and made.name not in type(made).__members__:
            self._unknown_value(place, made.value, kind, is_bent=False)
        return made

    def _member(self, value: Any, kind: Any, place: Place) -> Any:
        """The member of a union to decode a value as; the union itself if msgspec decides.

        An object that fits no member is decoded as the member that is an object, and a list as the
        one that is a list: the difference is inside.
        """
        while True:
            if is_union(kind):
                kind = self._named(value, kind, place)
            elif is_one_of_several(kind):
                alike = [one for one in get_args(kind) if may_be(one, value)]
                if len(alike) != 1:
                    return kind
                kind = alike[0]
            else:
                return kind

    def _named(self, value: Any, union: Asked, place: Place) -> Any:
        if value is None:
            message = f"Expected `{union.__name__}`, got `null`"
            self.mistyped(value, place, message, union.__name__)
            return _Kept(None)
        member = union.member(value)
        if (undocumented := union.undocumented(value)) is not None:
            key, said = undocumented
            self._unknown_value(
                Place(place, key, is_field=True), said, union, is_bent=member is None
            )
        elif member is None:
            self.mistyped(value, place, f"No member of {union.__name__} fits", union.__name__)
        return _Kept(union.unknown(value)) if member is None else member

    def mistyped(self, value: object, place: Place, message: str, expected: str) -> None:
        """Note a value of another type."""
        got = json_type(value)
        found = Difference("wrong_type", place, message, expected, is_bent=True, got=got)
        self.differences.append(found)

    def _unknown_value(self, place: Place, value: object, kind: Any, *, is_bent: bool) -> None:
        found = Difference(
            "unknown_value",
            place,
            f"{_shown(value)} is not a documented value",
            _called(kind),
            is_bent,
            json_type(value),
            value if isinstance(value, str | int | float) and _is_shown(value) else None,
        )
        self.differences.append(found)


def _built(model: Any, values: dict[str, object]) -> object:
    """A model of values that may deviate. Its constructor would refuse some, and change others."""
    if isinstance(model, Asked):
        return model.holding(values)
    return msgspec.StructMeta.__call__(model, **values)


def _run(part: object) -> object:
    """Run steps and their inner steps without recursion."""
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
    """A type as written in annotations, without modules."""
    if is_one_of_several(kind):
        return " | ".join(_called(one) for one in get_args(kind) if one is not UnsetType)
    if arguments := get_args(kind):
        return f"{_called(get_origin(kind))}[{', '.join(map(_called, arguments))}]"
    return "None" if kind is type(None) else str(getattr(kind, "__name__", kind))


def _shown(value: object) -> str:
    """An undocumented value if it looks like an identifier; otherwise only its length.

    A new enum value looks like an identifier. Any other text may be personal data.
    """
    if isinstance(value, str) and not _is_shown(value):
        return f"a string of {len(value)} characters"
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    return "null" if value is None else repr(value)


def _is_shown(value: object) -> bool:
    return not isinstance(value, str) or _LIKE_A_NAME.fullmatch(value) is not None
