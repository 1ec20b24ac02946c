"""Names the arguments of methods: parameters, and the fields of a body that is spread into keywords."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from codegen.model.api import Api
from codegen.model.former import RENAMED
from codegen.model.operations import Operation, Parameter
from codegen.model.types import Named
from codegen.model.wire import sent_as, sent_type
from codegen.naming import reserved, strategies
from codegen.naming.components import NamedField, NamedModel
from codegen.naming.former import Former, Part, former_in
from codegen.naming.hints import hinted_name
from codegen.naming.scopes import NameRequest, Scope, override_in


@dataclass(frozen=True, slots=True)
class NamedParameter:
    """A parameter and its argument."""

    parameter: Parameter
    name: str
    former: tuple[Former, ...] = ()


_PARAMETERS = Scope(
    what="parameter",
    strategies=(
        strategies.snake,
        strategies.snake_qualified,
        strategies.snake_as_written,
        strategies.snake_spelled,
    ),
    prefix="arg_",
    reserved=reserved.PARAMETERS,
)


def name_parameters(operation: Operation, api: Api) -> tuple[NamedParameter, ...]:
    """The parameters of an operation, in their order, with their arguments."""
    requests = [
        NameRequest(
            hinted_name(parameter.notes.extensions) or parameter.wire_name,
            parameter.origins[0],
            override_in(parameter.notes.extensions),
            qualifier="" if parameter.location == "path" else parameter.location,
        )
        for parameter in operation.parameters
    ]
    names = _PARAMETERS.choose(requests)
    parts = [
        Part(parameter.notes.extensions, (*parameter.origins[0], RENAMED), name, _PARAMETERS.alone)
        for parameter, name in zip(operation.parameters, names, strict=True)
    ]
    return tuple(map(NamedParameter, operation.parameters, names, former_in(_PARAMETERS, parts, api)))


def keywords_of_body(
    operation: Operation, parameters: tuple[NamedParameter, ...], models: Mapping[str, NamedModel], api: Api
) -> tuple[NamedField, ...] | None:
    """The fields of the body if they are keyword arguments; None if the body is one argument, ``body``.

    The fields are keywords if the body is always sent as the same object, that object has no further
    properties, and no field has the name of a parameter.
    """
    media = sent_as(operation.body, api) if operation.body else None
    if media is None or not isinstance(type_ := sent_type(media, api), Named) or type_.name not in models:
        return None
    named = models[type_.name]
    taken = {*reserved.ARGUMENTS, *(parameter.name for parameter in parameters)}
    if named.model.extra is not None or any(field.name in taken for field in named.fields):
        return None
    return named.fields
