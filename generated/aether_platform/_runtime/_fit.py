"""How well a value fits a member of a union."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Any, TypeAlias, cast, get_args, get_origin
from uuid import UUID

from msgspec import Struct

from ._hooks import ATTEMPTS, is_union, open_items
from ._shapes import fields, is_of_kind, is_one_of_several, may_be

Misfit: TypeAlias = tuple[int, int, int]
"""How badly a decoded value fits the original; less is better.

In order: constants with another value; known keys, negative; unknown keys and unknown values.
"""

_DEEPEST_LIKENESS = 4


def flattened(members: Iterable[object]) -> Iterator[object]:
    """The members, with inner unions replaced by their members."""
    seen = dict.fromkeys(members)
    pending = [*seen]
    while pending:
        member = pending.pop(0)
        if is_union(member):
            further = [one for one in member.members() or () if one not in seen]
            seen |= dict.fromkeys(further)
            pending += further
        else:
            yield member


def lists(member: object, key: str, value: object) -> bool:
    """Whether a member has an enumeration for a key that contains the value."""
    model = fields(member)
    field = None if model is None else model.named.get(key)
    if field is None or not (isinstance(field.type, type) and issubclass(field.type, Enum)):
        return False
    # To Python, True is 1.
    return any(
        value == one.value and (type(value) is bool) == (type(one.value) is bool)
        for one in field.type
    )


def takes(member: object, kind: type) -> bool:
    """Whether a member is of a JSON kind, `dict` or `list`."""
    if is_union(member):
        return any(takes(one, kind) for one in member.members() or ())
    return get_origin(member) is kind or (kind is dict and fields(member) is not None)


def likeness(value: dict[str, object], kind: object, depth: int = 0) -> tuple[int, int]:
    """How many keys of an object a model knows, and how many of its own are missing or wrong.

    Inner objects count if only one model is possible. If a constant differs, every key is wrong. A
    value of another kind, such as null, is not another constant.
    """
    known = bent = 0
    model = fields(kind)
    if model is None:
        return known, bent
    for name, field in model.named.items():
        if name not in value:
            bent += field.required
            continue
        item = value[name]
        known += 1
        if not is_of_kind(item, field.type):
            bent += 1
        elif _is_constant(field.type) and item != next(iter(field.type)).value:
            return 0, len(value) + 1
        elif isinstance(item, dict) and depth < _DEEPEST_LIKENESS:
            inner = cast("dict[str, object]", item)
            more, worse = likeness(inner, _only_model(field.type, inner), depth + 1)
            known, bent = known + more, bent + worse
    return known if model.further is None else max(known, len(value)), bent


def _only_model(kind: Any, value: object) -> object:
    """The type that a value is decoded as; None if there are several."""
    parts = get_args(kind) if is_one_of_several(kind) else (kind,)
    alike = [one for one in parts if may_be(one, value)]
    return alike[0] if len(alike) == 1 else None


def _is_constant(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum) and len(kind) == 1


def misfit(sent: Any, made: Any) -> Misfit:
    """How badly a decoded value fits the JSON value that was sent."""
    attempts = ATTEMPTS.remembered
    if attempts is None or not isinstance(sent, dict | list):
        return _misfit_of(sent, made)
    key = (misfit, id(made))
    if key not in attempts:
        attempts[key] = made, _misfit_of(sent, made)
    found: Misfit = attempts[key][1]
    return found


def _misfit_of(sent: Any, made: Any) -> Misfit:
    if isinstance(made, Struct):
        keys = zip(made.__struct_fields__, made.__struct_encode_fields__, strict=True)
        parts = [(sent[key], getattr(made, name)) for name, key in keys if key in sent]
        return _together(parts, known=len(parts), strange=len(sent) - len(parts))
    if (known := open_items(made)) is not None:
        return _together([(sent[key], value) for key, value in known.items()], known=len(known))
    if isinstance(made, dict):
        items = cast("dict[str, object]", made)
        return _together([(sent[key], value) for key, value in items.items()])
    if isinstance(made, list):
        return _together([*zip(sent, cast("list[object]", made), strict=True)])
    if isinstance(made, Enum) and _is_unknown(made):
        return (1, 0, 0) if len(type(made)) == 1 else (0, 0, 1)
    # A text that would not be sent back unchanged is not a UUID.
    return (0, 0, int(isinstance(made, UUID) and str(made) != str(sent).lower()))


def _together(
    parts: Sequence[tuple[object, object]], *, known: int = 0, strange: int = 0
) -> Misfit:
    wrong = 0
    for sent, made in parts:
        other = misfit(sent, made)
        wrong, known, strange = wrong + other[0], known - other[1], strange + other[2]
    return wrong, -known, strange


def _is_unknown(value: object) -> bool:
    return isinstance(value, Enum) and value.name not in type(value).__members__
