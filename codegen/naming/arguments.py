"""Names the arguments of methods: parameters, and the fields of a body that is spread into keywords."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from codegen.model.api import Api
from codegen.model.former_names import RENAMED
from codegen.model.operations import Body, Operation, Parameter
from codegen.model.types import Named
from codegen.model.wire import by_preference, sent_as, sent_type
from codegen.naming import reserved, strategies
from codegen.naming.components import NamedField, NamedModel
from codegen.naming.former_names import Former, NamedPart, former_in
from codegen.naming.hints import hinted_name
from codegen.naming.scopes import NameRequest, Scope, override_in


class NamedParameter(Struct, frozen=True):
    """A parameter and its argument."""

    parameter: Parameter
    name: str
    former: tuple[Former, ...] = ()


_PARAMETERS = Scope(
    what="parameter",
    strategies=(
        strategies.snake_name,
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
        NamedPart(parameter.notes.extensions, (*parameter.origins[0], RENAMED), name, _PARAMETERS.alone)
        for parameter, name in zip(operation.parameters, names, strict=True)
    ]
    return tuple(map(NamedParameter, operation.parameters, names, former_in(_PARAMETERS, parts, api)))


class Alternative(Struct, frozen=True):
    """One of several media types of a body, which has arguments of its own."""

    body: Body
    """The body with this media type alone."""
    keywords: tuple[NamedField, ...] | None
    """See `Method.keywords`."""


def alternatives_of_body(
    operation: Operation, parameters: tuple[NamedParameter, ...], models: Mapping[str, NamedModel], api: Api
) -> Iterator[Alternative]:
    """Yield the media types of a body that have different schemas, the preferred one first."""
    body = operation.body
    if body is None or not body.media or sent_as(body, api) is not None:
        return
    taken = {"content_type", *(parameter.name for parameter in parameters)}
    for media in by_preference(body, api):
        alone = replace(body, media=(media,))
        yield Alternative(alone, _keywords(alone, taken, models, api))


def keywords_of_body(
    operation: Operation, parameters: tuple[NamedParameter, ...], models: Mapping[str, NamedModel], api: Api
) -> tuple[NamedField, ...] | None:
    """The fields of the body if they are keyword arguments; None if the body is one argument, ``body``.

    The fields are keywords if the body is always sent as the same object, that object has no further
    properties, and no field has the name of a parameter.
    """
    taken = {parameter.name for parameter in parameters}
    return _keywords(operation.body, taken, models, api) if operation.body else None


def _keywords(
    body: Body, parameters: Collection[str], models: Mapping[str, NamedModel], api: Api
) -> tuple[NamedField, ...] | None:
    media = sent_as(body, api)
    if media is None or not isinstance(type_ := sent_type(media, api), Named) or type_.name not in models:
        return None
    named = models[type_.name]
    taken = reserved.ARGUMENTS.union(parameters)
    if named.model.extra is not None or any(field.name in taken for field in named.fields):
        return None
    return named.fields
