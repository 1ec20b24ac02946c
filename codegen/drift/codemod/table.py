"""The table of names that a codemod applies: the names of the old client with the new ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from codegen.drift.changes.clients import Clients
from codegen.drift.changes.surface import Call, Class


def table(clients: Clients) -> dict[str, Any]:
    """The names of the old client, including its former names, each with the new name."""
    old, new = clients.old, clients.new
    methods: dict[str, Any] = {}
    for call in old.calls.values():
        other = clients.new_call(call)
        method = _method(call, other, clients)
        methods |= dict.fromkeys((call.path, *call.former), method)
        for path, now in _waiters(call, other):
            methods[path] = {**method, "now": now}
    return {
        "package": old.package,
        "new_package": new.package,
        "clients": {f"{kind}{old.client}": f"{kind}{new.client}" for kind in ("", "Async", "Fake")},
        "methods": methods,
        "resources": _resources(methods),
        "classes": {
            name: _class(one, clients) for one in old.classes.values() for name in (one.name, *one.former)
        },
    }


def _method(was: Call, now: Call | None, clients: Clients) -> dict[str, Any]:
    arguments: dict[str, str] = {}
    for key, one in was.arguments.items():
        if other := now and clients.new_argument(key, was, now):
            arguments |= {name: other.name for name in (one.name, *one.former) if name != other.name}
    return {
        "now": "" if now is None else now.path,
        "arguments": arguments,
        "takes": {one.name: one.annotation for one in was.arguments.values()},
        "returns": was.returns if not was.overloads else "Any",
    }


def _waiters(was: Call, now: Call | None) -> Iterator[tuple[str, str]]:
    """The methods that wait with a method, each with its new path; an empty one if it is gone."""
    names = {} if now is None else {path.rpartition(".")[2]: path for path in now.waiters}
    for path in was.waiters:
        yield path, names.get(path.rpartition(".")[2], "")


def _resources(methods: Mapping[str, Any]) -> dict[str, str]:
    """The new attributes of resources, by their old paths, if all their methods went to one resource."""
    targets: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for path, method in methods.items():
        if method["now"]:
            before, after = path.split(".")[:-1], method["now"].split(".")[:-1]
            for size in range(1, len(before) + 1):
                targets[".".join(before[:size])].add(tuple(after[:size]) if len(after) == len(before) else ())
    found: dict[str, str] = {}
    for path, others in targets.items():
        if len(others) == 1 and (other := others.pop()) and other[-1] != path.rpartition(".")[2]:
            found[path] = other[-1]
    return found


def _class(was: Class, clients: Clients) -> dict[str, Any]:
    now, values = clients.new_class(was.name), clients.matches.values
    fields: dict[str, Any] = {}
    for wire, one in was.attributes.items():
        new_wire = clients.new_wire_name(was, wire)
        other = now.attributes.get(new_wire) if now else None
        for name in (one.name, *one.former):
            fields[name] = {
                "now": other.name if other else one.name,
                "type": one.annotation,
                "wire": wire,
                "new_wire": new_wire if other else wire,
            }
    members: dict[str, str] = {}
    if now is not None:
        by_value = {str(value): name for value, name in now.members.items()}
        for value, name in was.members.items():
            members[name] = by_value.get(values.get((was.name, str(value)), str(value)), name)
    return {
        "now": now.name if now else was.name,
        "kind": was.kind,
        "fields": fields,
        "members": members,
        "values": {value: other for (name, value), other in values.items() if name == was.name},
        "alias": was.alias,
    }
