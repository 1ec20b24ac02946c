"""Arguments of methods and constructors."""

from __future__ import annotations

from dataclasses import dataclass

from codegen.model.api import Api
from codegen.model.directions import has_models, is_needed, takes_literals
from codegen.model.types import MapOf, Type
from codegen.naming.components import FURTHER_PROPERTIES, NamedField, NamedModel
from codegen.text.quoting import EMPTY, Code, literal, name, splice
from codegen.views.annotations import Annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentView:
    """An argument of a method or a constructor. `default` includes the equals sign."""

    name: Code
    annotation: Code
    default: Code


def coerced(value: Code, type_: Type, place: str, api: Api, annotations: Annotations) -> Code:
    """The expression that makes models of the dicts in a value."""
    if not has_models(type_, api):
        return value
    function = annotations.imports.use("coerced")
    return splice("{}({}, {}, {})", function, value, annotations.of(type_), literal(place))


def constructor(
    model: NamedModel, written: frozenset[str], annotations: Annotations
) -> tuple[ArgumentView, ...]:
    """The arguments of a model's constructor; empty if type checkers derive them from the fields."""
    if not takes_literals(model.model, written):
        return ()
    arguments = [_argument(field, annotations) for field in model.fields]
    if model.model.extra is not None:
        further = annotations.given(MapOf(model.model.extra))
        arguments.append(
            ArgumentView(name=name(FURTHER_PROPERTIES), annotation=further, default=Code(" = ..."))
        )
    return tuple(sorted(arguments, key=lambda one: bool(one.default)))


def _argument(named: NamedField, annotations: Annotations) -> ArgumentView:
    """The argument for a field. A read-only one is that of a response."""
    field = named.field
    write = annotations.of if field.read_only else annotations.given
    default = annotations.constant(field.type, field.constant)
    if default is None and not is_needed(field):
        default = annotations.imports.use("UNSET")
    return ArgumentView(
        name=name(named.name),
        annotation=write(field.type, optional=field.read_only or not field.required),
        default=splice(" = {}", default) if default is not None else EMPTY,
    )
