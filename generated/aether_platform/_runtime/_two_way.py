"""Models that are built in another way than they are decoded.

A response has its read-only properties, and a request has none (OpenAPI 3.0.3 section 4.7.24.2). A
constant has to be in a response, and need not be passed to build a model. msgspec has one rule for
both: that of decoding. So these models have a constructor of their own. Decoding does not call it.

The constructor also takes dicts for models, texts for enums and any sequence for a list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform

import msgspec
from msgspec import NODEFAULT, UNSET, Struct, StructMeta

from ._coerce import coerced_fields

T = TypeVar("T")

SIGNATURE = "__init__"
"""What a model declares for type checkers alone: the types that its constructor takes."""


class TwoWayField(Struct, frozen=True):
    """A field before its class exists."""

    built: object
    """Its value if the constructor gets none; `NODEFAULT` if the constructor needs one."""
    default: object
    """Its value if a response lacks it; `NODEFAULT` if a response needs one."""
    name: str | None
    """Its JSON name, if that differs."""
    is_read_only: bool = False


def constant_field(value: T, *, default: Any = NODEFAULT, name: str | None = None) -> T:
    """Define a field with one documented value, which need not be passed.

    It is required in responses without a `default`.
    """
    return cast("T", TwoWayField(value, default, name))


def read_only_field(default: Any = NODEFAULT, *, name: str | None = None) -> Any:
    """Define a field that is in responses only, and required there without a `default`."""
    return TwoWayField(UNSET, default, name, is_read_only=True)


def write_only_field(*, default: Any = NODEFAULT, name: str | None = None) -> Any:
    """Define a field that is in requests only, and required there without a `default`."""
    return TwoWayField(default, UNSET, name)


def construction(model: type) -> Construction:
    """How the constructor of a model completes its arguments."""
    found: Construction = getattr(model, "__construction__", _USUAL)
    return found


class Construction(Struct, frozen=True):
    """How the constructor of a model completes its arguments."""

    defaults: Mapping[str, object]
    needed: tuple[str, ...]
    """The fields that only the constructor needs."""
    read_only: tuple[str, ...]
    renamed: Callable[[dict[str, Any]], dict[str, Any]]
    """Returns arguments under their current names."""

    @classmethod
    def of(cls, namespace: Mapping[str, object]) -> Construction:
        """The construction of a class with these attributes."""
        marked = {
            name: field for name, field in namespace.items() if isinstance(field, TwoWayField)
        }
        return cls(
            {name: one.built for name, one in marked.items() if one.built is not NODEFAULT},
            tuple(name for name, one in marked.items() if one.built is NODEFAULT),
            tuple(name for name, one in marked.items() if one.is_read_only),
            getattr(namespace.get(SIGNATURE), "__renamed__", _as_given),
        )

    def completed(self, values: dict[str, Any]) -> dict[str, Any]:
        """The arguments under their current names, with defaults for missing ones.

        Raises:
            TypeError: A required one is missing, or one is given under two names.
        """
        values = self.renamed(values)
        for name in self.needed:
            if name not in values:
                raise TypeError(f"Missing required argument {name!r}")
        return {**self.defaults, **values}

    def signature(self, decoding: Signature) -> Signature:
        """The signature of the constructor, from that of msgspec."""

        def corrected(one: Parameter) -> Parameter:
            if one.name in self.needed:
                return one.replace(default=Parameter.empty)
            return one.replace(default=self.defaults.get(one.name, one.default))

        return decoding.replace(parameters=[*map(corrected, decoding.parameters.values())])


def _as_given(values: dict[str, Any]) -> dict[str, Any]:
    return values


_USUAL = Construction({}, (), (), _as_given)


class _TwoWay(StructMeta):
    """The metaclass of models with a constructor of their own."""

    __construction__: Construction

    def __new__(
        cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **settings: Any
    ) -> _TwoWay:
        fields = {
            key: msgspec.field(default=value.default, name=value.name)
            for key, value in namespace.items()
            if isinstance(value, TwoWayField)
        }
        own = {key: value for key, value in namespace.items() if key != SIGNATURE}
        model = super().__new__(cls, name, bases, {**own, **fields}, **settings)
        model.__construction__ = Construction.of(namespace)
        return model

    if not TYPE_CHECKING:  # or it would hide the fields from type checkers

        def __call__(self, /, *positional: Any, **values: Any) -> Any:
            completed = self.__construction__.completed(values)
            return super().__call__(*positional, **coerced_fields(self, completed))

        @property
        def __signature__(self) -> Signature:
            return self.__construction__.signature(super().__signature__)


@dataclass_transform(
    kw_only_default=True, frozen_default=True, field_specifiers=(msgspec.field, write_only_field)
)
class TwoWayStruct(Struct, metaclass=_TwoWay, frozen=True):
    """A model that is built in another way than it is decoded."""

    if not TYPE_CHECKING:

        def __replace__(self, /, **changes: Any) -> Any:
            """A copy with other values, which are taken as the constructor takes them."""
            model = type(self)
            renamed = model.__construction__.renamed(changes)
            return super().__replace__(**coerced_fields(model, renamed))
