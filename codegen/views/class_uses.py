"""Where classes are used, for the docstrings of classes that the document does not describe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from posixpath import commonprefix

from msgspec import Struct
from msgspec.structs import replace

from codegen.model.api import Api
from codegen.model.classes import EnumClass, Model, UnionClass
from codegen.model.notes import Absent, Notes
from codegen.model.operations import Operation
from codegen.model.types import Named, Scalar, Type, UnionOf, named
from codegen.naming.names import Names
from codegen.naming.resources import Resource, with_children
from codegen.views.prose import in_series, opening, see, sentence, summary

_MOST_CALLS = 3
"""The maximum number of calls in the docstring of a class."""


class Usage(Struct, frozen=True):
    """A use of a class: a part of a call or of another class."""

    part: str
    owner: str

    def __str__(self) -> str:
        return f"{self.part} of {self.owner}"


def uses(api: Api, names: Names) -> Mapping[str, str]:
    """A sentence on the uses of models, enumerations and unions, by key: ``Body of `issues.set_labels`.``.

    It names the calls that use a class directly. A class that is used only by other classes has a sentence if
    there is a single use. Several would say nothing to a reader.
    """
    calls = _grouped(_in_calls(api, names))
    classes = _grouped(_in_classes(api, names))
    found = {key: f"{usages[0]}." for key, usages in classes.items() if len(usages) == 1}
    return found | {key: _of_calls(usages) for key, usages in calls.items()}


def _grouped(usages: Iterator[tuple[Type, Usage]]) -> dict[str, list[Usage]]:
    """The usages of each component, without duplicates."""
    found: dict[str, dict[Usage, None]] = {}
    for type_, usage in usages:
        for component in named([type_]):
            found.setdefault(component, {})[usage] = None
    return {component: [*distinct] for component, distinct in found.items()}


def _of_calls(usages: list[Usage]) -> str:
    if len(usages) == 1:
        return f"{usages[0]}."
    calls = list(dict.fromkeys(usage.owner for usage in usages))
    if len(calls) > _MOST_CALLS:
        calls = [*calls[: _MOST_CALLS - 1], f"{len(calls) - _MOST_CALLS + 1} others"]
    return f"Used by {in_series(calls)}."


def described(type_: Type, api: Api) -> str:
    """The first sentence of the description of a value's class; empty if there is no single class."""
    component = _component(type_, api)
    return "" if component is None else opening(sentence(component.notes.description))[0]


def with_default(notes: Notes, type_: Type, api: Api) -> Notes:
    """The notes on a value, with the default of its class unless they have their own."""
    component = _component(type_, api)
    if component is None or notes.default is not Absent.ABSENT:
        return notes
    return replace(notes, default=component.notes.default)


def _component(type_: Type, api: Api) -> Model | EnumClass | UnionClass | None:
    """The component that a type consists of, besides null; None if there is no single one."""
    members = type_.members if isinstance(type_, UnionOf) else (type_,)
    named_ = [member.name for member in members if isinstance(member, Named)]
    if len(named_) != 1 or len(members) > 1 + (Scalar.NULL in members):
        return None
    return api.models.get(named_[0]) or api.enums.get(named_[0]) or api.unions.get(named_[0])


def about_resource(resource: Resource) -> str:
    """The description of a tag, or else the common path of its operations."""
    methods = (method for one in with_children([resource]) for method in one.methods)
    shared = commonprefix([method.operation.path.split("/") for method in methods])
    common = "/".join(takewhile(lambda segment: "{" not in segment, shared))
    below = f", under `{common}`" if common.strip("/") else ""
    usual = sentence(resource.tag.summary) or f"The operations of `{resource.tag.name}`{below}."
    return summary(resource.tag.description, see(resource.tag.docs), otherwise=usual)


def _in_calls(api: Api, names: Names) -> Iterator[tuple[Type, Usage]]:
    for resource in names.all_resources:
        for method in resource.methods:
            call = f"`{resource.dotted}.{method.name}`"
            for one in method.parameters:
                yield one.parameter.type, Usage(f"Argument `{one.name}`", call)
            yield from _of_request(method.operation, call)
    for received in api.received:
        yield from _of_request(received.operation, f"`{received.name}`")


def _in_classes(api: Api, names: Names) -> Iterator[tuple[Type, Usage]]:
    for named_model in names.models.values():
        owner = f"`{named_model.class_name}`"
        for named_field in named_model.fields:
            yield named_field.field.type, Usage(f"Field `{named_field.name}`", owner)
        if named_model.model.extra is not None:
            yield named_model.model.extra, Usage("Additional property", owner)
    for key, union in api.unions.items():
        for member in union.members:
            yield member, Usage("Member", f"the union `{names.classes[key]}`")


def _of_request(operation: Operation, call: str) -> Iterator[tuple[Type, Usage]]:
    for media in () if operation.body is None else operation.body.media:
        yield media.type, Usage("Body", call)
    for response in operation.responses:
        what = "Response" if response.status.startswith("2") else "Error response"
        for media in response.media:
            yield media.type, Usage(what, call)
