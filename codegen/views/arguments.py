"""Arguments of methods and constructors."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.directions import has_models, is_needed, is_optional, takes_literals
from codegen.model.types import MapOf, Type
from codegen.naming.components import FURTHER_PROPERTIES, NamedField, NamedModel
from codegen.views.annotations import Annotations
from codegen.views.text.quoting import EMPTY, Code, literal, name, splice


class ArgumentView(Struct, frozen=True, kw_only=True):
    """An argument of a method or a constructor. `default` includes the equals sign."""

    name: Code
    annotation: Code
    default: Code


class CallView(Struct, frozen=True, kw_only=True):
    """The arguments of a method."""

    positional: tuple[ArgumentView, ...]
    keywords: tuple[ArgumentView, ...]

    @property
    def has_keywords(self) -> bool:
        """Whether there are arguments that are passed by keyword alone."""
        return bool(self.keywords)


def coerced(value: Code, type_: Type, place: str, api: Api, annotations: Annotations) -> Code:
    """The expression that makes models of the dicts in a value."""
    if not has_models(type_, api):
        return value
    function = annotations.imports.use("coerced")
    return splice("{}({}, {}, {})", function, value, annotations.of(type_), literal(place))


def constructor(
    model: NamedModel, written: frozenset[str], annotations: Annotations, *, is_sent: bool
) -> tuple[ArgumentView, ...]:
    """The arguments of a model's constructor; empty if type checkers derive them from the fields."""
    is_wider = takes_literals(model.model, written)
    if not is_wider and not any(field.former for field in model.fields):
        return ()
    write = annotations.given if is_wider else annotations.of
    arguments = [_argument(field, annotations, write, is_sent=is_sent) for field in model.fields]
    if model.model.extra is not None:
        further = write(MapOf(model.model.extra))
        arguments.append(
            ArgumentView(name=name(FURTHER_PROPERTIES), annotation=further, default=Code(" = ..."))
        )
    return tuple(sorted(arguments, key=lambda one: bool(one.default)))


def _argument(
    named: NamedField, annotations: Annotations, write: Callable[..., Code], *, is_sent: bool
) -> ArgumentView:
    """The argument for a field. A read-only one of a model that is sent is that of a response."""
    field = named.field
    write = annotations.of if field.read_only else write
    optional = field.read_only or not field.required if is_sent else is_optional(field)
    default = annotations.constant(field.type, field.constant)
    if default is None and (optional or (is_sent and not is_needed(field))):
        default = annotations.imports.use("UNSET")
    return ArgumentView(
        name=name(named.name),
        annotation=write(field.type, optional=optional),
        default=splice(" = {}", default) if default is not None else EMPTY,
    )
