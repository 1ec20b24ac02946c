"""Finds the places of classes in a schema, with the paths that can name each of them.

What is in a body or a response of an operation is named after the thing that the operation is about:
``RefundReason`` for the ``reason`` of ``CreateRefundRequest``.
"""

from __future__ import annotations

from msgspec.structs import replace

from codegen.model.schemas import Array, ClassSchema, Enumeration, Map, NamedUnion, Object, Union, parts
from codegen.naming.inline.candidates import InlinePlace, PlaceKind, says_something
from codegen.naming.inline.place_names import Path, is_act, joined_name, once, path_within, thing_of
from codegen.naming.listing import CONTENTS

_WITH_CLASSES = (Object, Enumeration, NamedUnion, Array, Map, Union)
"""The schemas that are classes or can have classes in them."""


def places_in(outer: InlinePlace) -> list[InlinePlace]:
    """The places of the classes directly in a schema."""
    found: list[InlinePlace] = []
    if not any(isinstance(part, _WITH_CLASSES) for part, _ in parts(outer.schema)):
        return found
    pending = [(outer.schema, _paths_inside(outer))]
    while pending:
        holder, paths = pending.pop()
        for part, name in parts(holder):
            if not isinstance(part, _WITH_CLASSES):
                continue
            inside = tuple(path_within(holder, part, name, path) for path in paths)
            if isinstance(part, ClassSchema):
                informative = (path for path in map(once, inside) if len(path) > 1 or says_something(path[0]))
                found.append(
                    replace(
                        outer,
                        path=next(informative, inside[-1]),
                        schema=part,
                        is_property=name is not None,
                        is_whole=False,
                        longer=inside,
                    )
                )
                continue
            if name in CONTENTS and isinstance(part, Array) and (operation := _operation(outer)):
                inside = ((thing_of(operation, is_one=False),), *inside)
            pending.append((part, inside))
    return found


def _paths_inside(outer: InlinePlace) -> tuple[Path, ...]:
    """The paths of a schema for the names of its parts.

    In a body or a response, the first is the thing that the operation is about: ``Refund``. The next is the
    operation: ``CreateRefund``. What an act such as ``StopServer`` returns is named by itself: ``Action``.
    """
    operation = _operation(outer)
    if operation and isinstance(outer.schema, Object):
        thing = (thing_of(operation),)
        is_without = is_act(thing) and outer.source is PlaceKind.RESPONSE and outer.schema.further is None
        return () if is_without else thing, (operation,), outer.full
    if operation and isinstance(outer.schema, Array):
        return (thing_of(operation, is_one=False),), outer.full
    return outer.path, *outer.longer


def _operation(place: InlinePlace) -> str:
    """The name of the operation with this body or response; empty for other schemas and for errors."""
    name = joined_name(place.full)
    role = next((role for role in _ROLES if name.endswith(role)), name)
    return name.removesuffix(role) if place.is_whole and not name.endswith("ErrorResponse") else ""


def is_thing(place: InlinePlace) -> bool:
    """Whether a class in a body or a response is the thing that the operation is about."""
    owner, *inner = place.full
    operation = next(
        (left for role in _ROLES if (left := owner.removesuffix(role)) not in ("", owner)), owner
    )
    return bool(inner) and joined_name(place.path) == thing_of(operation)


_ROLES = ("Request", "Response")


def path_of(place: InlinePlace, name: str) -> Path:
    """The path of a place that has this name, for the names of its parts."""
    paths = (place.path, *place.longer)
    exact = next((path for path in paths if joined_name(path) == name), None)
    return exact or (place.path if name.startswith(joined_name(place.path)) else (name,))


def end_of(place: InlinePlace, name: str) -> Path:
    """The end of a path of a place that has this name; the name if none has.

    The first place of a shared class is arbitrary, so only the parts of its path that are in the name count.
    """
    paths = (place.path, *place.longer)
    ends = (path[start:] for start in range(max(map(len, paths))) for path in paths)
    return next((path for path in ends if path and joined_name(path) == name), (name,))
