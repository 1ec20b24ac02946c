"""The arguments of the methods of a client."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct, field

from codegen.document.node import Pointer
from codegen.drift.changes.counterparts import ArgumentKey, parameter_key
from codegen.model.directions import is_needed
from codegen.naming.methods import Method
from codegen.views.arguments import ArgumentView
from codegen.views.methods import MethodView

FormerNames: TypeAlias = Mapping[str, str]
"""Former names that the client keeps, each with the version that drops it; empty if none does."""


class Argument(Struct, frozen=True, kw_only=True):
    """An argument of a method."""

    name: str
    annotation: str
    required: bool
    positional: bool
    origin: Pointer
    taken: frozenset[str] = frozenset()
    """The media types of the body that have it, if each has arguments of its own."""
    needed: frozenset[str] = frozenset()
    """The media types that require it."""
    former: FormerNames = field(default_factory=dict)
    chosen: str = ""
    """The name that this generator chooses, if the version that made the client chose another."""


def plain(annotation: str) -> str:
    """An annotation without prefixes that only avoid names of methods: ``builtins.list``, ``datetime_.date``.

    ``params.Pet`` is ``models.Pet`` or what stands for one: what it takes changes with the class.
    """
    plain = _AVOIDING.sub(lambda match: f"{match[1]}." if match[1] else "", annotation)
    return _NUMBER.sub("float", _PARAMS.sub("models.", plain))


_NUMBER = re.compile(r"\bJsonNumber\b")
"""A type of the runtime that is `float` for type checkers."""

_PARAMS = re.compile(r"\b_?params\.")

_AVOIDING = re.compile(r"\bbuiltins\.|\b(datetime|models|msgspec)_\.")


def arguments_of(method: Method, view: MethodView) -> Iterator[tuple[ArgumentKey, Argument]]:
    """Yield the arguments of a method, each with its key on the wire."""
    operation = method.operation
    keys: dict[str, tuple[ArgumentKey, Pointer]] = {
        one.name: (parameter_key(one.parameter, operation), one.parameter.origins[0])
        for one in method.parameters
    }
    fields = {one.name: one.field for one in method.fields}
    body = operation.body
    whole = body.media[0].origins[0] if body and len(body.media) == 1 else operation.origins[0]
    alternatives = {
        media.media_type: {one.name: is_needed(one.field) for one in each.keywords or ()}
        for each in method.alternatives
        for media in each.body.media
    }
    for several in (view.positional, view.keywords):
        for one in several:
            if one.name in keys:
                key, origin = keys[one.name]
            elif one.name in fields:
                key, origin = ("property", fields[one.name].wire_name), fields[one.name].origins[0]
            else:
                key, origin = ("body", str(one.name)), whole
            yield (
                key,
                Argument(
                    name=str(one.name),
                    annotation=plain(one.annotation),
                    required=_is_required(one, view),
                    positional=several is view.positional,
                    origin=origin,
                    taken=frozenset(key for key, taken in alternatives.items() if one.name in taken),
                    needed=frozenset(key for key, taken in alternatives.items() if taken.get(one.name)),
                ),
            )


def _is_required(argument: ArgumentView, view: MethodView) -> bool:
    """Whether every way to call a method needs an argument."""
    several = [one.keywords for one in view.overloads if argument in view.keywords]
    if not several:
        return not argument.default
    return all(any(one.name == argument.name and not one.default for one in some) for some in several)
