"""Values of JSON as the Python values that the client's annotations ask for."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Union, get_args, get_origin

import msgspec

from corpus.comparison import difference, same
from corpus.package import Package
from corpus.schemas import Json


class Unfit(Exception):
    """A valid value cannot be given to the client as the type that it asks for."""


class Arguments:
    """Turns values into arguments of one package."""

    def __init__(self, package: Package) -> None:
        self._package = package

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
            decoder = self._package.decoder(annotation)
        except TypeError as error:  # it has a union that cannot be read: it may be meant to be sent alone
            if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
                return self._constructed(annotation, value)
            raise Unfit(f"{annotation}: {error}") from error
        try:
            decoded = decoder.decode(msgspec.json.encode(value))
        except (msgspec.MsgspecError, AttributeError, TypeError, ValueError, RecursionError) as error:
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
        return model(**given)


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
