"""The former names in the surface of a client: those that it keeps as aliases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from codegen.drift.changes.call_arguments import Argument, FormerNames
from codegen.drift.changes.counterparts import key_of
from codegen.drift.changes.surface import Attribute, Call, Class, Surface
from codegen.naming.former import Former
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.naming.resources import Resource


def keeping(surface: Surface, names: Names) -> Surface:
    """A surface with the former names of a client whose other names are the same."""
    methods = {
        key_of(method.operation): (resource, method)
        for resource in names.all_resources
        for method in resource.methods
    }
    return replace(
        surface,
        calls={key: _call(call, *methods[key]) for key, call in surface.calls.items()},
        classes={name: _class(one, names) for name, one in surface.classes.items()},
    )


def _call(call: Call, resource: Resource, method: Method) -> Call:
    former: dict[str, list[Former]] = {}
    for now, before in method.former_arguments:
        former.setdefault(now, []).append(before)

    def argument(one: Argument) -> Argument:
        return replace(one, former=_until(former.get(one.name, ())))

    return replace(
        call,
        former=_paths(resource, method),
        arguments={key: argument(one) for key, one in call.arguments.items()},
    )


def _paths(resource: Resource, method: Method) -> FormerNames:
    """The former names of a method, also those after a former name of its resource."""
    around = "".join(f"{name}." for name in resource.path[:-1])
    return {
        f"{around}{owner.name}.{one.name}": one.until or owner.until
        for owner in (Former(resource.attribute, ""), *resource.former)
        for one in (Former(method.name, ""), *method.former)
        if (owner.name, one.name) != (resource.attribute, method.name)
    }


def _class(one: Class, names: Names) -> Class:
    fields = names.models[one.key].fields if one.key in names.models else ()
    members = names.enums[one.key].members if one.key in names.enums else ()
    attributes = {
        field.field.wire_name: (_until(field.former), _until(field.former_keys)) for field in fields
    }
    return replace(
        one,
        former=_until(names.components.former.get(one.key, ())),
        attributes=_attributes(one.attributes, attributes),
        former_members=_until(former for member in members for former in member.former),
    )


def _attributes(
    several: Mapping[str, Attribute], former: Mapping[str, tuple[FormerNames, FormerNames]]
) -> dict[str, Attribute]:
    return {
        name: replace(one, former=former[name][0], former_keys=former[name][1]) if name in former else one
        for name, one in several.items()
    }


def _until(several: Iterable[Former]) -> FormerNames:
    return {one.name: one.until for one in several}
