"""Converts JSON values to the Python values that the annotations of the client require."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any, Union, cast, get_args, get_origin

import msgspec

from corpus.comparison import difference, same
from corpus.package import Package
from corpus.schemas import Json


class Unfit(Exception):
    """A valid value cannot be passed to the client as the annotated type."""


class Arguments:
    """Converts values to arguments for one package.

    With `plain`, a dict stands for a model and a text for a member of an enum.
    """

    def __init__(self, package: Package, *, plain: bool = False) -> None:
        self._package = package
        self._plain = plain

    def given(self, annotation: Any, value: Json) -> Any:
        """Convert a value to the annotated type.

        Raises:
            Unfit: No type in the annotation accepts the value.
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
        decoded = self._decoded(annotation, value)
        return value if self._plain and _has_literal(annotation, value) else decoded

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
            decoder = self._package.decoder(annotation)
        except TypeError as error:  # it contains a union that cannot be decoded
            if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
                return self._constructed(annotation, value)
            raise Unfit(f"{annotation}: {error}") from error
        try:
            decoded = decoder.decode(msgspec.json.encode(value))
        except (msgspec.MsgspecError, AttributeError, TypeError, ValueError, RecursionError) as error:
            if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
                return self._constructed(annotation, value)  # a request lacks what only responses have
            raise Unfit(f"{value!r:.200} as {annotation}: {error}") from error
        again = self._package.plain(decoded)
        if not same(again, value):
            raise Unfit(f"as {annotation}: {difference(again, value)}")
        return decoded

    def _constructed(self, model: type[msgspec.Struct], value: Json) -> Any:
        if not isinstance(value, dict):
            raise Unfit(f"{value!r:.200} as {model}")
        fields = {field.encode_name: field for field in msgspec.structs.fields(model)}
        if unknown := value.keys() - fields.keys():
            raise Unfit(f"{model} has no {min(unknown)!r}")
        given = {fields[key].name: self.given(fields[key].type, item) for key, item in value.items()}
        try:
            return model(**given)
        except TypeError as error:
            raise Unfit(f"{value!r:.200} as {model}: {error}") from error


def _has_literal(annotation: Any, value: Json) -> bool:
    """Whether the value itself can be passed for a class."""
    if not isinstance(annotation, type):
        return False
    return isinstance(value, dict) or issubclass(cast("type[Any]", annotation), Enum)


def types_of(
    method: Callable[..., Any], modules: Sequence[types.ModuleType], lazy: Mapping[str, Any]
) -> dict[str, Any]:
    """The annotations of a method, by argument. `lazy` has what its module imports for type checkers alone.

    An alias may be a string that only its own module can evaluate. Its names are then looked up in `modules`.

    Raises:
        NameError: A name in an annotation is undefined.
    """
    known = dict(lazy)
    while True:
        try:
            return typing.get_type_hints(method, localns=known)
        except NameError as error:
            name = str(error.name)
            found = [vars(module)[name] for module in modules if name in vars(module)]
            if not found or name in known:
                raise
            known[name] = found[0]
