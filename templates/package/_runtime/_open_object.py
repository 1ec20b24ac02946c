"""Models of objects with additional properties.

msgspec ignores keys that are not fields of a `Struct`. So these models are not Structs, although
they behave like them; each keeps its values in one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast, dataclass_transform

import msgspec
from msgspec import NODEFAULT, UNSET, Struct

from ._coerce import coerced_fields
from ._hooks import Asked, Layout, decoded
from ._two_way import SIGNATURE, Construction, write_only_field

_FURTHER = "additional_properties"
"""The field for additional properties."""
_MISSING = "Object missing required field `"


@dataclass_transform(
    kw_only_default=True, frozen_default=True, field_specifiers=(msgspec.field, write_only_field)
)
class _Open(Asked):
    """The metaclass of open models."""

    _struct: type[Struct]
    """The struct for the values of an instance, by Python name."""
    _wire_names: Mapping[str, str]
    """The JSON names by Python name, without `additional_properties`.

    The underscore avoids a clash with a field: Python finds class attributes first.
    """
    __construction__: Construction

    def define(self, wire_names: Mapping[str, str], fields: list[tuple[str, Any, Any]]) -> None:
        """Define the struct from fields with their types and defaults."""
        self._wire_names = wire_names
        self._struct = msgspec.defstruct(
            self.__name__, fields, module=self.__module__, frozen=True, kw_only=True
        )

    def holding(self, values: Mapping[str, Any]) -> object:
        return _holding(cast("type[OpenObject]", self), self.struct_of(values))

    def struct_of(self, values: Mapping[str, Any]) -> Struct:
        """The struct for values by Python name."""
        return self._struct(**values)

    def from_json(self, value: object) -> object:
        """Decode an object as a model, with additional properties in their own field.

        Raises:
            TypeError: The value is not an object.
            ValueError: A property has the wrong type.
        """
        if not isinstance(value, dict):
            raise TypeError(f"Expected `object`, got `{type(value).__name__}`")
        rest = {**cast("dict[str, object]", value)}
        named = {name: rest.pop(key) for name, key in self._wire_names.items() if key in rest}
        try:
            values = msgspec.convert({**named, _FURTHER: rest}, self._struct, dec_hook=decoded)
        except msgspec.ValidationError as error:
            raise ValueError(self._on_the_wire(str(error))) from error
        return _holding(cast("type[OpenObject]", self), values)

    def _on_the_wire(self, message: str) -> str:
        """The message of an error of the struct, with wire names, and a place within the object."""
        what, _, place = message.partition(" - at `$")
        missing = what.removeprefix(_MISSING).removesuffix("`")
        if what.startswith(_MISSING) and missing in self._wire_names and not place:
            return f"{_MISSING}{self._wire_names[missing]}`"
        name = place.removeprefix(".").split(".")[0].split("[")[0].rstrip("`")
        rest = place.removeprefix(f".{name}")
        step = "" if name == _FURTHER else f".{self._wire_names.get(name, name)}"
        return f"{what} - at `{step}{rest}" if place else what

    def to_json(self, value: object) -> dict[str, object]:
        named = {key: getattr(value, name) for name, key in self._wire_names.items()}
        known = {key: item for key, item in named.items() if item is not UNSET}
        return {**getattr(value, _FURTHER), **known}

    def layout(self) -> Layout | None:
        # `OpenObject` itself has no struct.
        return (self._struct, self._wire_names) if "_struct" in vars(self) else None


class OpenObject(metaclass=_Open):
    """A model that keeps undeclared properties in `additional_properties`.

    It is frozen and compares by value, like other models.
    """

    def __init_subclass__(cls) -> None:
        cls.__construction__ = Construction.of(vars(cls))
        if SIGNATURE in vars(cls):
            delattr(cls, SIGNATURE)
        fields: list[tuple[str, Any, Any]] = []
        keys: dict[str, str] = {}
        for name, annotation in cls.__annotations__.items():
            given: Any = cls.__dict__.get(name, NODEFAULT)
            if given is not NODEFAULT:
                delattr(cls, name)  # it would be found before the value of an instance
            keys[name] = getattr(given, "name", None) or name
            fields.append((name, annotation, getattr(given, "default", given)))
        del keys[_FURTHER]
        cls.define(keys, fields)

    def __init__(self, /, **values: Any) -> None:
        """Create a model from its fields."""
        kind = type(self)
        completed = coerced_fields(kind, kind.__construction__.completed(values))
        object.__setattr__(self, "_values", kind.struct_of(completed))

    if not TYPE_CHECKING:  # or any name would be taken for that of a field

        def __getattr__(self, name: str) -> Any:
            if name == "_values":
                raise AttributeError(name)
            return getattr(self._values, name)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"immutable type: '{type(self).__name__}'")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and _values(other) == _values(self)

    def __hash__(self) -> int:
        return hash(_values(self))

    def __repr__(self) -> str:
        return repr(_values(self))

    def __reduce__(self) -> tuple[Any, ...]:
        # The struct has the model's name, so that pickle would find the model in its place.
        return _restored, (type(self), _by_name(self))

    def __replace__(self, /, **changes: Any) -> Self:
        """A copy with other values, for `copy.replace` (Python 3.13)."""
        kind = type(self)
        return kind(**{**_by_name(self), **kind.__construction__.renamed(changes)})


def _holding(model: type[OpenObject], values: Struct) -> OpenObject:
    """A model with decoded values, which are not coerced again."""
    made = object.__new__(model)
    object.__setattr__(made, "_values", values)
    return made


def _restored(model: type[OpenObject], values: dict[str, Any]) -> OpenObject:
    return model(**values)


def _by_name(model: OpenObject) -> dict[str, Any]:
    return msgspec.structs.asdict(cast("Struct", _values(model)))


def _values(model: object) -> object:
    return getattr(model, "_values", None)
