"""The surface of a client as the generator named it that made it, according to its record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from codegen.drift.changes.call_arguments import Argument
from codegen.drift.changes.counterparts import ArgumentKey, parameter_key
from codegen.drift.changes.surface import Call, Class, Surface
from codegen.naming.recorded import key_within, operation_key, plain_snake, schema_key


def as_recorded(surface: Surface, names: Mapping[str, str]) -> Surface:
    """The surface with the names of a record. What it does not have keeps its name."""
    new_names = {one.name: names.get(schema_key(one.key), one.name) for one in surface.classes.values()}
    changed = {now: was for now, was in new_names.items() if now != was}
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, changed))})\b")

    def typed(annotation: str) -> str:
        return pattern.sub(lambda match: changed[match[0]], annotation) if changed else annotation

    classes = [_class(one, new_names[one.name], names, typed) for one in surface.classes.values()]
    return replace(
        surface,
        calls={key: _call(one, names, typed) for key, one in surface.calls.items()},
        classes={one.name: one for one in classes},
        errors=replace(surface.errors, body=typed(surface.errors.body), detail=typed(surface.errors.detail)),
        keys={key: new_names.get(name, name) for key, name in surface.keys.items()},
    )


def _call(call: Call, names: Mapping[str, str], typed: Callable[[str], str]) -> Call:
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


def _class(one: Class, name: str, names: Mapping[str, str], typed: Callable[[str], str]) -> Class:
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
