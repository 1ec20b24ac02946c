"""Renames a client's surface: to the former names that it keeps, or to the names in its record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from codegen.drift.changes.call_arguments import Argument, FormerNames
from codegen.drift.changes.counterparts import ArgumentKey, key_of, parameter_key
from codegen.drift.changes.surface import Attribute, Call, Class, Surface
from codegen.naming.former_names import Former
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.naming.recorded import key_within, operation_key, plain_snake, schema_key
from codegen.naming.resources import Resource


def keeping(surface: Surface, names: Names) -> Surface:
    """Add the former names that a client keeps to its surface."""
    methods = {
        key_of(method.operation): (resource, method)
        for resource in names.all_resources
        for method in resource.methods
    }
    return replace(
        surface,
        calls={key: _keeping_call(call, *methods[key]) for key, call in surface.calls.items()},
        classes={name: _keeping_class(one, names) for name, one in surface.classes.items()},
    )


def _keeping_call(call: Call, resource: Resource, method: Method) -> Call:
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
    """The former paths of a method: with its own former names, and with those of its resource."""
    around = "".join(f"{name}." for name in resource.path[:-1])
    return {
        f"{around}{owner.name}.{one.name}": one.until or owner.until
        for owner in (Former(resource.attribute, ""), *resource.former)
        for one in (Former(method.name, ""), *method.former)
        if (owner.name, one.name) != (resource.attribute, method.name)
    }


def _keeping_class(one: Class, names: Names) -> Class:
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


def as_recorded(surface: Surface, names: Mapping[str, str]) -> Surface:
    """The surface with the names of a record. Parts that are not in the record keep their names."""
    new_names = {one.name: names.get(schema_key(one.key), one.name) for one in surface.classes.values()}
    changed = {now: was for now, was in new_names.items() if now != was}
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, changed))})\b")

    def typed(annotation: str) -> str:
        return pattern.sub(lambda match: changed[match[0]], annotation) if changed else annotation

    classes = [_recorded_class(one, new_names[one.name], names, typed) for one in surface.classes.values()]
    return replace(
        surface,
        calls={key: _recorded_call(one, names, typed) for key, one in surface.calls.items()},
        classes={one.name: one for one in classes},
        errors=replace(surface.errors, body=typed(surface.errors.body), detail=typed(surface.errors.detail)),
        keys={key: new_names.get(name, name) for key, name in surface.keys.items()},
    )


def _recorded_call(call: Call, names: Mapping[str, str], typed: Callable[[str], str]) -> Call:
    owner = operation_key(call.operation)
    path = names.get(owner, call.path)
    wire = {parameter_key(one, call.operation): one.wire_name for one in call.operation.parameters}

    def argument(key: ArgumentKey, one: Argument) -> Argument:
        kind, name = key
        name = wire.get(key, str(name))
        is_known = owner in names and kind != "body"
        was = names.get(key_within(owner, kind, name), plain_snake(name)) if is_known else one.name
        return replace(
            one, name=was, annotation=typed(one.annotation), chosen=one.name if was != one.name else ""
        )

    return replace(
        call,
        path=path,
        chosen=call.path if path != call.path else "",
        arguments={key: argument(key, one) for key, one in call.arguments.items()},
        returns=typed(call.returns),
        overloads=tuple(map(typed, call.overloads)),
    )


def _recorded_class(one: Class, name: str, names: Mapping[str, str], typed: Callable[[str], str]) -> Class:
    owner = schema_key(one.key)
    attributes = {}
    for wire_name, field in one.attributes.items():
        is_known = owner in names and field.is_property
        was = names.get(key_within(owner, wire_name), plain_snake(wire_name)) if is_known else field.name
        attributes[wire_name] = replace(
            field,
            name=was,
            annotation=typed(field.annotation),
            accepted=typed(field.accepted),
            chosen=field.name if was != field.name else "",
        )
    members = {
        value: names.get(key_within(owner, str(value)), plain_snake(str(value)).upper())
        if owner in names
        else member
        for value, member in one.members.items()
    }
    return replace(
        one,
        name=name,
        chosen=one.name if name != one.name else "",
        attributes=attributes,
        members=members,
        alias=typed(one.alias),
    )
