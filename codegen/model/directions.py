"""The directions of values: in requests, in responses, or both.

``required`` counts in responses for a read-only property, and in requests for a write-only one (OpenAPI
3.0.3, 4.7.24.2). One class serves both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from codegen.model.api import Api
from codegen.model.classes import Field, Model
from codegen.model.former_names import former_names
from codegen.model.notes import Absent
from codegen.model.operations import Operation
from codegen.model.types import Type, has_literals, named


def sent(api: Api) -> frozenset[str]:
    """The components that requests contain, directly or indirectly."""
    return _within((type_ for operation in api.operations for type_ in _taken(operation)), api)


def received_components(api: Api) -> frozenset[str]:
    """The components that responses and inbound requests contain, directly or indirectly."""
    media = [media for operation in api.operations for one in operation.responses for media in one.media]
    inbound = [one.operation for one in api.received]
    bodies = [media for one in inbound if one.body is not None for media in one.body.media]
    return _within((one.type for one in (*media, *bodies)), api)


def sends_back(types: Iterable[Type], api: Api) -> bool:
    """Whether values of these types may hold read-only properties, which are not sent."""
    models = (api.models[component] for component in _within(types, api) if component in api.models)
    return any(field.read_only for model in models for field in model.fields)


def has_sent_back(api: Api) -> bool:
    """Whether the body of a request may hold read-only properties."""
    bodies = (operation.body for operation in api.operations if operation.body is not None)
    return sends_back((media.type for body in bodies for media in body.media), api)


def has_models(type_: Type, api: Api) -> bool:
    """Whether a value can contain a model, for which a caller can pass a dict."""
    pending, seen = [*named([type_])], set[str]()
    while pending:
        if (component := pending.pop()) in api.models:
            return True
        if component in api.unions and component not in seen:
            seen.add(component)
            pending += named(api.unions[component].members)
    return False


def is_needed(field: Field) -> bool:
    """Whether a caller must pass a value to send an object with this property."""
    return field.required and not field.read_only and field.constant is Absent.ABSENT


def is_optional(field: Field) -> bool:
    """Whether a response may lack the property."""
    return not field.required or field.write_only


def is_one_way(field: Field) -> bool:
    """Whether the property makes requests and responses differ."""
    return field.read_only or (field.required and field.write_only)


def is_two_way(model: Model, requested: frozenset[str], written: frozenset[str], api: Api) -> bool:
    """Whether the constructor of a model differs from its decoder.

    Its constructor takes fields by their former names, too.

    `requested` are the components of `sent`, `written` those of `written_by_callers`.
    """
    is_sent = model.name in requested
    return takes_literals(model, written) or any(
        field.constant is not Absent.ABSENT
        or (is_sent and is_one_way(field))
        or former_names(field.notes.extensions, api)
        for field in model.fields
    )


def takes_literals(model: Model, written: frozenset[str]) -> bool:
    """Whether the constructor of a model takes other types than its fields have."""
    fields = (field for field in model.fields if not field.read_only)
    return model.name in written and (
        model.extra is not None or any(has_literals(field.type) for field in fields)
    )


def written_by_callers(api: Api) -> frozenset[str]:
    """The components in requests, except those only in read-only properties."""
    return given((type_ for operation in api.operations for type_ in _taken(operation)), api)


def given(types: Iterable[Type], api: Api) -> frozenset[str]:
    """The components in values of these types that a caller passes, without read-only properties."""
    return _within(types, api, lambda field: not field.read_only)


def has_two_ways(api: Api) -> bool:
    """Whether there is such a model."""
    requested, written = sent(api), written_by_callers(api)
    return any(is_two_way(model, requested, written, api) for model in api.models.values())


def _within(
    types: Iterable[Type], api: Api, counts: Callable[[Field], bool] = lambda _: True
) -> frozenset[str]:
    waiting = [*named(types)]
    found: set[str] = set()
    while waiting:
        if (component := waiting.pop()) not in found:
            found.add(component)
            waiting += named(_parts(component, api, counts))
    return frozenset(found)


def _taken(operation: Operation) -> list[Type]:
    body = () if operation.body is None else operation.body.media
    return [*(parameter.type for parameter in operation.parameters), *(media.type for media in body)]


def _parts(component: str, api: Api, counts: Callable[[Field], bool]) -> list[Type]:
    if component in api.models:
        model = api.models[component]
        fields = (field.type for field in model.fields if counts(field))
        return [*fields, *(() if model.extra is None else (model.extra,))]
    return [*api.unions[component].members] if component in api.unions else []
