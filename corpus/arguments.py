"""Values of JSON as the Python values that the client's annotations ask for."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Union, get_args, get_origin

import msgspec

from corpus.schemas import Json
from corpus.styles import same


class Unfit(Exception):
    """A valid value cannot be given to the client as the type that it asks for."""


class Arguments:
    """Turns values into arguments of one package."""

    def __init__(self, decoder: Callable[[Any], Any]) -> None:
        """`decoder` makes the package's own decoder of a type."""
        self._decoder = decoder

    def given(self, annotation: Any, value: Json) -> Any:
        """The value as the annotation has it.

        Raises:
            Unfit: No type that the annotation allows takes the value.
        """
        if annotation is Any or annotation is object:
            return value
        origin = get_origin(annotation)
        if origin in {Union, types.UnionType}:
            return self._member(get_args(annotation), value)
        if annotation is msgspec.UnsetType:
            raise Unfit("a value is not UNSET")
        if annotation is types.NoneType:
            if value is not None:
                raise Unfit("a value is not None")
            return None
        if annotation is bytes and isinstance(value, str):
            return value.encode()
        if origin in {list, Sequence, tuple} and isinstance(value, list):
            return [self.given(get_args(annotation)[0], item) for item in value]
        if origin in {dict, Mapping} and isinstance(value, dict):
            return {key: self.given(get_args(annotation)[1], item) for key, item in value.items()}
        return self._decoded(annotation, value)

    def _member(self, members: Sequence[Any], value: Json) -> Any:
        reason = "it is UNSET or nothing"
        for member in sorted(members, key=lambda member: member in {str, bytes}):
            try:
                return self.given(member, value)
            except Unfit as error:
                if member not in {types.NoneType, msgspec.UnsetType}:
                    reason = str(error)
        raise Unfit(reason)

    def _decoded(self, annotation: Any, value: Json) -> Any:
        try:
            decoded = self._decoder(annotation).decode(msgspec.json.encode(value))
        except (msgspec.MsgspecError, AttributeError, TypeError, ValueError, RecursionError) as error:
            raise Unfit(f"{value!r:.200} as {annotation}: {error}") from error
        if not same(plain(decoded), value):
            raise Unfit(f"{value!r:.200} as {annotation} becomes {decoded!r:.200}")
        return decoded


def plain(value: Any) -> Any:
    """What the client made of JSON, as JSON again."""
    return msgspec.json.decode(msgspec.json.encode(value))


def types_of(method: Callable[..., Any], modules: Sequence[types.ModuleType]) -> dict[str, Any]:
    """What a method asks for, by argument.

    An alias may be text that only its own module can read; its names are then looked for in `modules`.

    Raises:
        NameError: An annotation means nothing.
    """
    known: dict[str, Any] = {}
    while True:
        try:
            return typing.get_type_hints(method, localns=known)
        except NameError as error:
            name = str(error.name)
            found = [vars(module)[name] for module in modules if name in vars(module)]
            if not found or name in known:
                raise
            known[name] = found[0]
