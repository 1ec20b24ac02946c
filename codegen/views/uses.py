"""Where classes are used: what there is to say of those of which the document says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from posixpath import commonprefix

from codegen.model.api import Api, Operation
from codegen.model.types import Named, Scalar, Type, UnionOf, named
from codegen.naming.names import Names
from codegen.naming.resources import Resource
from codegen.views.prose import opening, see, sentence, summary


def uses(api: Api, names: Names) -> Mapping[str, str]:
    """A sentence for each model, enumeration and union that is used: ``Body of `issues.set_labels`.``."""
    found: dict[str, dict[str, None]] = {}
    for type_, place in _places(api, names):
        for component in named([type_]):
            found.setdefault(component, {})[place] = None
    return {
        component: f"{next(iter(places))}{', among others' if len(places) > 1 else ''}."
        for component, places in found.items()
    }


def described(type_: Type, api: Api) -> str:
    """What the class of a value says of itself, in a sentence; nothing if it is not of one class."""
    members = type_.members if isinstance(type_, UnionOf) else (type_,)
    named_ = [member.name for member in members if isinstance(member, Named)]
    if len(named_) != 1 or len(members) > 1 + (Scalar.NULL in members):
        return ""
    component = api.models.get(named_[0]) or api.enums.get(named_[0]) or api.unions.get(named_[0])
    return "" if component is None else opening(sentence(component.notes.description))[0]


def about_resource(resource: Resource) -> str:
    """What the document says of a tag; else to which paths its operations belong."""
    shared = commonprefix([method.operation.path.split("/") for method in resource.methods])
    common = "/".join(takewhile(lambda segment: "{" not in segment, shared))
    below = f", below `{common}`" if common.strip("/") else ""
    usual = f"The operations of `{resource.tag.name}`{below}."
    return summary(resource.tag.description, see(resource.tag.docs), otherwise=usual)


def sent(api: Api) -> frozenset[str]:
    """The components that requests have, or that are in what they have."""
    waiting = [component for operation in api.operations for component in named(_taken(operation))]
    found: set[str] = set()
    while waiting:
        if (component := waiting.pop()) not in found:
            found.add(component)
            waiting += named(_within(component, api))
    return frozenset(found)


def _taken(operation: Operation) -> list[Type]:
    body = () if operation.body is None else operation.body.media
    return [*(parameter.type for parameter in operation.parameters), *(media.type for media in body)]


def _within(component: str, api: Api) -> list[Type]:
    if component in api.models:
        model = api.models[component]
        return [*(field.type for field in model.fields), *(() if model.extra is None else (model.extra,))]
    return [*api.unions[component].members] if component in api.unions else []


def _places(api: Api, names: Names) -> Iterator[tuple[Type, str]]:
    for resource in names.resources:
        for method in resource.methods:
            call = f"`{resource.module}.{method.name}`"
            for one in method.parameters:
                yield one.parameter.type, f"Argument `{one.name}` of {call}"
            yield from _of_request(method.operation, call)
    for received in api.received:
        yield from _of_request(received.operation, f"`{received.name}`")
    for named_model in names.models.values():
        for named_field in named_model.fields:
            yield named_field.field.type, f"Field `{named_field.name}` of `{named_model.class_name}`"
        if named_model.model.extra is not None:
            yield named_model.model.extra, f"Further property of `{named_model.class_name}`"
    for key, union in api.unions.items():
        for member in union.members:
            yield member, f"Kind of `{names.classes[key]}`"


def _of_request(operation: Operation, call: str) -> Iterator[tuple[Type, str]]:
    for media in () if operation.body is None else operation.body.media:
        yield media.type, f"Body of {call}"
    for response in operation.responses:
        what = "Answer" if response.status.startswith("2") else "Error"
        for media in response.media:
            yield media.type, f"{what} of {call}"
