"""Converts arguments of callers to the documented types: dicts to models, texts to enums.

A dict has the names of JSON. Values that are of the documented type already are not changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from enum import Enum
from functools import cache, partial
from inspect import Parameter, signature
from typing import Any, TypeAlias, TypeVar, cast, get_args, get_origin
from uuid import UUID

import msgspec
from msgspec import UNSET

from ._content import encoded_json
from ._fit import flattened
from ._hooks import Asked, is_union
from ._parameters import is_list
from ._shapes import Fields, as_enum, fields, is_one_of_several, kinds

T = TypeVar("T")

_Coercion: TypeAlias = Callable[[Any, str], Any]
"""Converts a value at a place. Returns the value itself if nothing changes."""


def coerced(value: Any, kind: Any, place: str) -> Any:
    """The value as the type, such as `list[models.Message]`.

    Raises:
        TypeError: A dict in it lacks a property or has an unknown one, or matches no member of a
            union.
        ValueError: A text in it is not a UUID.
    """
    coercion = _coercion(kind)
    return value if coercion is None else coercion(value, place)


def coerced_fields(model: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a model's constructor as the types of its fields.

    Raises:
        TypeError, ValueError: See `coerced`.
    """
    coercions = _coercions(model)
    return {
        name: coercions[name](value, name)
        if name in coercions and value is not None and value is not UNSET
        else value
        for name, value in values.items()
    }


@cache
def _coercions(model: Any) -> Mapping[str, _Coercion]:
    """The coercions of the fields that need one, by their names in Python."""
    known = fields(model)
    if known is None:
        return {}
    several = [*known.named.values(), *([known.further] if known.further else [])]
    found = {field.attribute: _coercion(field.type) for field in several}
    return {name: coercion for name, coercion in found.items() if coercion is not None}


@cache
def _coercion(kind: Any) -> _Coercion | None:
    """The coercion to a type; None if values of it are passed in one form only.

    What it contains is looked up when a value is coerced, since models may contain themselves.
    """
    container, parts = get_origin(kind), get_args(kind)
    if is_one_of_several(kind):
        several = [(part, found) for part in parts if (found := _coercion(part)) is not None]
        if not several:
            return None
        # Text is not a list, although it is a `Sequence[str]` to type checkers.
        is_text = not kinds(kind).isdisjoint({str, object})
        of_text = [one for part, one in several if not (is_text and get_origin(part) is list)]
        return partial(_as_part, [one for _, one in several], of_text)
    if container is list:
        return partial(_as_list, _coercion(parts[0]))
    if container is dict:
        return partial(_as_dict, _coercion(parts[1]))
    return _as_uuid if kind is UUID else _of_class(kind)


def _of_class(kind: Any) -> _Coercion | None:
    if is_union(kind):
        return partial(_as_member, kind)
    if (enum := as_enum(kind)) is not None:
        return partial(_as_enum, enum)
    return partial(_as_model, kind) if fields(kind) is not None else None


def _as_part(parts: list[_Coercion], parts_of_text: list[_Coercion], value: Any, place: str) -> Any:
    """Members of a Python union have different JSON types, so at most one changes the value."""
    for coercion in parts_of_text if isinstance(value, str) else parts:
        if (made := coercion(value, place)) is not value:
            return made
    return value


def _as_enum(enum: type[Enum], value: Any, place: str) -> Any:
    del place
    wanted = str if issubclass(enum, str) else int
    is_plain = isinstance(value, wanted) and not isinstance(value, Enum | bool)
    return enum(value) if is_plain else value


def _as_uuid(value: Any, place: str) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return UUID(value)
    except ValueError:
        raise ValueError(f"{place} must be a UUID, not {value!r}") from None


def _as_list(item: _Coercion | None, value: Any, place: str) -> Any:
    if isinstance(value, str):
        raise TypeError(f"{place} must be a list, not a str")
    if not is_list(value):
        return value
    if item is None:
        return value if isinstance(value, list) else [*value]
    return [item(one, f"{place}[{index}]") for index, one in enumerate(value)]


def _as_dict(item: _Coercion | None, value: Any, place: str) -> Any:
    if not isinstance(value, Mapping):
        return value
    items = cast("Mapping[str, Any]", value)
    if item is None:
        return items if isinstance(items, dict) else {**items}
    return {key: item(one, f"{place}.{key}") for key, one in items.items()}


def _as_model(model: Any, value: Any, place: str) -> Any:
    if not isinstance(value, Mapping):
        return value
    known = cast("Fields", fields(model))
    coercions = _coercions(model)
    given: dict[str, Any] = {}
    further: dict[str, Any] = {}
    for key, item in _under_new_keys(model, cast("Mapping[str, Any]", value)).items():
        if (field := known.named.get(key)) is not None:
            coercion = coercions.get(field.attribute)
            given[field.attribute] = item if coercion is None else coercion(item, f"{place}.{key}")
        elif known.further is not None:
            further[key] = item
        else:
            raise TypeError(f"{place}: {_name(model)} has no {_unknown(key, known)}")
    if known.further is not None and further:
        given[known.further.attribute] = coerced(further, known.further.type, place)
    _refuse_incomplete(model, known, given, place)
    return model(**given)


def _former_keys(model: Any) -> Any:
    """The former names of keys, which `_former.py` keeps; None without them."""
    return getattr(model, "__former_keys__", None)


def _under_new_keys(model: Any, value: Mapping[str, Any]) -> Mapping[str, Any]:
    former = _former_keys(model)
    return value if former is None else cast("Mapping[str, Any]", former.renamed(value))


def _unknown(key: object, known: Fields) -> str:
    """An unknown key, and the one that was probably meant."""
    attributes = {field.attribute: name for name, field in known.named.items()}
    meant = attributes.get(str(key))
    if meant is not None:
        return f"property {key!r}; in a dict, its name is {meant!r}"
    close = get_close_matches(str(key), known.names, n=1)
    return f"property {key!r}" + (f"; did you mean {close[0]!r}?" if close else "")


def _refuse_incomplete(model: Any, known: Fields, given: Mapping[str, Any], place: str) -> None:
    missing = [
        key
        for key, field in known.named.items()
        if field.attribute not in given and field.attribute in _needed(model)
    ]
    if missing:
        listed = ", ".join(map(repr, missing))
        raise TypeError(f"{place}: {_name(model)} needs the property {listed}")


@cache
def _needed(model: Any) -> frozenset[str]:
    """The arguments that the constructor needs."""
    found = signature(model).parameters.values()
    return frozenset(one.name for one in found if one.default is Parameter.empty)


def _as_member(union: Asked, value: Any, place: str) -> Any:
    members = [*flattened(union.members() or ())]
    if isinstance(value, Mapping) or (is_list(value) and _has_several_lists(members)):
        plain = msgspec.json.decode(encoded_json(cast("object", value)))
        if (member := _member(union, members, plain)) is not None:
            return coerced(value, member, place)
        unknown = union.undocumented(plain)
        hint = f"; its {unknown[0]!r} is {unknown[1]!r}" if unknown else ""
        raise TypeError(f"{place} matches no member of {_name(union)}{hint}")
    found = [_coercion(one) for one in members if _may_be(one, value)]
    coercions = [one for one in found if one is not None]
    return _as_part(coercions, coercions, value, place)


def _member(union: Asked, members: list[Any], plain: object) -> Any:
    """The member that a dict or a list stands for, possibly with former keys."""
    found = union.member(plain)
    if not isinstance(plain, dict):
        return found
    items = cast("dict[str, Any]", plain)
    known = fields(found)
    if known is not None and known.names.issuperset(items):
        return found
    for one in members:
        former = _former_keys(one)
        if former is not None and not items.keys().isdisjoint(former.names):
            meant = union.member(former.quietly(items))
            if meant is one or is_union(meant):
                return meant
    return found


def _may_be(member: Any, value: object) -> bool:
    """Whether a member without properties is meant: a text may also be that of another member."""
    enum = as_enum(member)
    if enum is not None:
        return any(value == one.value for one in enum)
    return member is not UUID and not (isinstance(value, str) and get_origin(member) is list)


def _has_several_lists(members: list[Any]) -> bool:
    return sum(get_origin(member) is list for member in members) > 1


def _name(kind: Any) -> str:
    return str(kind.__name__)
