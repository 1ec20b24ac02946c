"""Former names: the names of parts of the document in earlier versions, by ``x-renamed-from``.

The client keeps them as deprecated names, until the version that the declaration states.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct

from codegen.document.node import Json, Node, Pointer
from codegen.model.api import Api
from codegen.model.classes import Field
from codegen.model.operations import Parameter

RENAMED = "x-renamed-from"
VALUES_RENAMED = "x-enum-renamed-from"


class FormerName(Struct, frozen=True, kw_only=True):
    """A former name of a part of the document."""

    name: str = ""
    """In the document; empty if the part only had another name in Python."""
    python_name: str = ""
    """In Python; empty if it follows from `name`, as that of a part with this name would."""
    until: str = ""
    """The version of the API that drops it; empty to keep it."""


def former_names(extensions: Mapping[str, Json], api: Api) -> tuple[FormerName, ...]:
    """The former names that a client of this version of the API keeps."""
    if RENAMED not in extensions:
        return ()
    declared = declared_names(extensions)
    return tuple(one for one in declared if not one.until or not has_reached(api.version, one.until))


def declared_names(extensions: Mapping[str, Json]) -> tuple[FormerName, ...]:
    """All declared former names, also those that no client of this version keeps."""
    return tuple(_declared(extensions.get(RENAMED)))


def _declared(said: Json) -> Iterator[FormerName]:
    for one in said if isinstance(said, list) else [said]:
        match one:
            case str():
                yield FormerName(name=one)
            case Node():
                yield FormerName(
                    name=one.text("name"), python_name=one.text("python-name"), until=one.text("until")
                )
            case _:
                pass


def has_reached(version: str, until: str) -> bool:
    """Whether a version is another one or a later one, by their numbers: ``3.0.0-rc.1`` has reached ``3``."""
    return _numbers(version) >= _numbers(until)


def _numbers(version: str) -> list[int]:
    numbers = [int(number) for number in re.findall(r"[0-9]{1,9}", version)]
    while numbers and not numbers[-1]:
        del numbers[-1]
    return numbers


def has_former_methods(api: Api) -> bool:
    """Whether a method keeps a former name."""
    return any(former_names(operation.extensions, api) for operation in api.operations)


def has_former_classes(api: Api) -> bool:
    """Whether a class keeps a former name, its own or that of an outer part."""
    renamed = renamed_parts(api)
    return any(renamed_around(one.origins, renamed) for one in api.classes)


Renamed: TypeAlias = Mapping[Pointer, tuple[str, tuple[FormerName, ...]]]
"""Parts with former names, by their pointers: the names of today in the document, and the former ones."""


def renamed_parts(api: Api) -> Renamed:
    """The renamed parts after which inline classes may be named."""
    inner: list[Field | Parameter] = [one for model in api.models.values() for one in model.fields]
    inner += [one for operation in api.operations for one in operation.parameters]
    named: list[tuple[Pointer, str, Mapping[str, Json]]] = [
        *((one.origins[0], one.name, one.notes.extensions) for one in api.classes),
        *((one.origins[0], one.wire_name, one.notes.extensions) for one in inner),
        *((one.origins[0], one.id or "", one.extensions) for one in api.operations),
    ]
    return {where: (name, former) for where, name, said in named if (former := former_names(said, api))}


def renamed_around(origins: Iterable[Pointer], renamed: Renamed) -> list[Pointer]:
    """The pointers of renamed parts that are a class, or around its places, the outer ones first."""
    if not renamed:
        return []
    found = {place[:size]: None for place in origins for size in range(1, len(place) + 1)}
    return [one for one in found if one in renamed]


def has_former_arguments(api: Api) -> bool:
    """Whether an argument of a method keeps a former name."""
    notes = (one.notes for operation in api.operations for one in operation.parameters)
    return has_former_fields(api) or any(former_names(one.extensions, api) for one in notes)


def has_former_fields(api: Api) -> bool:
    """Whether an attribute of a model keeps a former name."""
    notes = (field.notes for model in api.models.values() for field in model.fields)
    return any(former_names(one.extensions, api) for one in notes)


def of_value(extensions: Mapping[str, Json], value: str | int) -> Mapping[str, Json]:
    """The declaration of former names of a value in an enum, in the form of other parts."""
    said = extensions.get(VALUES_RENAMED)
    return {RENAMED: said[str(value)]} if isinstance(said, Node) and str(value) in said else {}


def has_former_members(api: Api) -> bool:
    """Whether a member of an enum keeps a former name."""
    return any(
        former_names(of_value(enum.notes.extensions, member.value), api)
        for enum in api.enums.values()
        if VALUES_RENAMED in enum.notes.extensions
        for member in enum.members
    )


def has_former_resources(api: Api) -> bool:
    """Whether a resource keeps a former name."""
    return any(former_names(tag.extensions, api) for tag in api.tags)
