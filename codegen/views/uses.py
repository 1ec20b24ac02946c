"""Where classes are used: what there is to say of those of which the document says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from posixpath import commonprefix

from codegen.model.api import Api, Operation
from codegen.model.types import Named, Scalar, Type, UnionOf, named
from codegen.naming.client import Group, Names
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


def about_group(group: Group) -> str:
    """What the document says of a tag; else to which paths its operations belong."""
    shared = commonprefix([method.operation.path.split("/") for method in group.methods])
    common = "/".join(takewhile(lambda segment: "{" not in segment, shared))
    below = f", below `{common}`" if common.strip("/") else ""
    usual = f"The operations of `{group.tag.name}`{below}."
    return summary(group.tag.description, see(group.tag.docs), otherwise=usual)


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
    for group in names.groups:
        for method in group.methods:
            call = f"`{group.module}.{method.name}`"
            for parameter, argument in zip(method.operation.parameters, method.parameters, strict=True):
                yield parameter.type, f"Argument `{argument}` of {call}"
            yield from _of_request(method.operation, call)
    for received in api.received:
        yield from _of_request(received.operation, f"`{received.name}`")
    for key, model in api.models.items():
        for field, attribute in zip(model.fields, names.fields[key], strict=True):
            yield field.type, f"Field `{attribute}` of `{names.classes[key]}`"
        if model.extra is not None:
            yield model.extra, f"Further property of `{names.classes[key]}`"
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
