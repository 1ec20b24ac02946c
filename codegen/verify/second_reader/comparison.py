"""Compares the model with the reading of openapi-python-client."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence

from msgspec import Struct

from codegen.document.node import Pointer
from codegen.document.problems import Problem
from codegen.model.api import Api
from codegen.model.classes import Alias, EnumClass, Model, UnionClass
from codegen.model.operations import Operation, Parameter
from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, UnionOf
from codegen.standard.inbound import PathKey
from codegen.verify.second_reader.plain import Plain, ShownOperation, holder_of
from codegen.verify.second_reader.second_reading import (
    ReadEnum,
    ReadObject,
    ReadOperation,
    ReadValue,
    SecondReading,
)


def differences(api: Api, shown: Plain, readings: Sequence[SecondReading]) -> list[Problem]:
    """The places where the model and the reading differ, and the complaints of openapi-python-client.

    An empty list says that both readings agree. The rule of each problem is ``second-reading``.
    """
    return [*_Comparison(api, shown, readings).problems()]


class _Thing(Struct, frozen=True):
    """A named thing: its name in messages, its place, and its value in the model."""

    words: str
    place: Pointer
    value: ReadValue
    group: Hashable
    """The group of the thing. Both readers list a group in the same order."""


class _Comparison:
    def __init__(self, api: Api, shown: Plain, readings: Sequence[SecondReading]) -> None:
        self._api = api
        self._shown = shown
        self._complaints = dict.fromkeys(said for reading in readings for said in reading.complaints)
        parts: dict[str, list[ReadObject]] = {}
        for name, part in ((name, part) for reading in readings for name, part in reading.objects.items()):
            parts.setdefault(name, []).append(part)
        self._objects = {name: ReadObject.of(of_it) for name, of_it in parts.items()}
        self._enums = {name: one for reading in readings for name, one in reading.enums.items()}
        self._operations = {name: one for reading in readings for name, one in reading.operations.items()}

    def problems(self) -> Iterator[Problem]:
        """All differences, those of components first."""
        for said in self._complaints:
            yield Problem(
                f"openapi-python-client cannot read this: {said}", "second-reading", self._place_of(said)
            )
        for name, key in self._shown.components.items():
            yield from self._component(name, key)
        described: dict[tuple[PathKey, str], Operation] = {
            **{(one.path, one.method): one for one in self._api.operations},
            **{(one.key, one.operation.method): one.operation for one in self._api.received},
        }
        for (path, method), names in self._shown.operations.items():
            operation, read = described.get((path, method)), self._operations.get(names.name)
            if operation is None or read is None:
                what = f"{path if isinstance(path, str) else path.name} {method}"
                yield _differ(what, operation or "nothing", read or "nothing", names.place)
            else:
                yield from self._operation(operation, names, read)

    def _component(self, name: str, key: str) -> Iterator[Problem]:
        place = ("components", "schemas", key)
        known = (self._api.models, self._api.enums, self._api.unions, self._api.aliases)
        match next((kind[key] for kind in known if key in kind), None), self._read_as(name):
            case Model() as model, ReadObject() as read:
                yield from self._object(model, read)
            case EnumClass() as enum, ReadEnum() as read:
                said = ReadEnum(enum.base == "integer", len(enum.members))
                if said != read:
                    yield _differ(key, said, read, place)
            case (UnionClass() | Alias()) as one, ReadValue(type=type_):
                said_type = one.type if isinstance(one, Alias) else UnionOf(one.members)
                yield from self._type(f"the schema {key}", said_type, type_, place)
            case said, read:
                yield _differ(f"the schema {key}", said, read, place)

    def _read_as(self, name: str) -> ReadObject | ReadEnum | ReadValue | None:
        holder = self._objects.get(holder_of(name))
        if holder is not None:
            return holder.properties.get("p1")
        return self._objects.get(name) or self._enums.get(name)

    def _object(self, model: Model, read: ReadObject) -> Iterator[Problem]:
        names = self._shown.properties.get(model.name, {})
        fields = {
            names.get(one.wire_name, one.wire_name): _Thing(
                f"property {one.wire_name}",
                one.origins[0],
                ReadValue(one.type, one.required),
                one.required,
            )
            for one in model.fields
        }
        words = {name: f"property {wire_name}" for wire_name, name in names.items()}
        yield from self._things(model.name, fields, read.properties, words, model.origins[0])
        further = None if model.closed else Scalar.ANY if model.extra is None else model.extra
        yield from self._maybe(f"further properties of {model.name}", further, read.further, model.origins[0])

    def _operation(
        self, operation: Operation, names: ShownOperation, read: ReadOperation
    ) -> Iterator[Problem]:
        what, place = f"{operation.method} {operation.path}", operation.origins[0]
        parameters = dict(_parameters(operation.parameters, names))
        words = {name: f"{one.location} parameter {one.wire_name}" for name, one in names.parameters.items()}
        read_parameters = {name: value for (_, name), value in read.parameters.items()}
        yield from self._things(what, parameters, read_parameters, words, place)
        body = operation.body
        if body is not None and body.media and read.body is not None:
            said = ReadValue(body.media[0].type, body.required)
            thing = _Thing("the body", body.origins[0], said, None)
            yield from self._things(what, {"body": thing}, {"body": read.body}, {}, place)
        elif (body is not None and bool(body.media)) != (read.body is not None):
            yield _differ(f"the body of {what}", body, read.body, place)
        responses = {one.status: one for one in operation.responses}
        if responses.keys() != read.responses.keys():
            yield _differ(f"the responses of {what}", [*responses], [*read.responses], place)
        for status in responses.keys() & read.responses.keys():
            media = responses[status].media
            yield from self._maybe(
                f"response {status} of {what}",
                media[0].type if media else None,
                read.responses[status],
                responses[status].origins[0],
            )

    def _things(
        self,
        what: str,
        said: Mapping[str, _Thing],
        read: Mapping[str, ReadValue],
        words: Mapping[str, str],
        place: Pointer,
    ) -> Iterator[Problem]:
        """Differences between things that have names; `words` is what messages call those that were shown."""
        if said.keys() != read.keys():
            more = [one.words for name, one in said.items() if name not in read]
            lacking = [words.get(name, name) for name in read if name not in said]
            yield _differ(what, more, lacking, place)
        common = dict.fromkeys(name for name in said if name in read)
        for name in common:
            thing, value = said[name], read[name]
            if thing.value.required != value.required:
                states = {True: "required", False: "optional"}
                pair = states[thing.value.required], states[value.required]
                yield _differ(f"{thing.words} of {what}", *pair, thing.place)
            yield from self._type(f"{thing.words} of {what}", thing.value.type, value.type, thing.place)
        for group in dict.fromkeys(said[name].group for name in common):
            orders = [
                [name for name in side if name in common and said[name].group == group]
                for side in (said, read)
            ]
            if orders[0] != orders[1]:
                here, there = ([said[name].words for name in order] for order in orders)
                yield _differ(f"the order in {what}", here, there, place)

    def _maybe(self, what: str, said: Type | None, read: Type | None, place: Pointer) -> Iterator[Problem]:
        if said is not None and read is not None:
            yield from self._type(what, said, read, place)
        elif said is not read:
            yield _differ(what, said or "none", read or "none", place)

    def _type(self, what: str, said: Type, read: Type, place: Pointer) -> Iterator[Problem]:
        keyed = self._keyed(read)
        if _comparable(said) != _comparable(keyed):
            yield _differ(what, said, keyed, place)

    def _keyed(self, read: Type) -> Type:
        """A type under the keys of the document."""
        match read:
            case Named(name):
                return Named(self._shown.components[name])
            case ListOf(item):
                return ListOf(self._keyed(item))
            case MapOf(value):
                return MapOf(self._keyed(value))
            case UnionOf(members):
                return UnionOf(tuple(map(self._keyed, members)))
            case _:
                return read

    def _place_of(self, complaint: str) -> Pointer:
        """The place of the first component or operation that a complaint names."""
        places: dict[str, Pointer] = {one.name: one.place for one in self._shown.operations.values()}
        for name, key in self._shown.components.items():
            places[name] = places[holder_of(name)] = ("components", "schemas", key)
        return next((places[word] for word in re.findall(r"\w+", complaint) if word in places), ())


def _parameters(parameters: Sequence[Parameter], names: ShownOperation) -> Iterator[tuple[str, _Thing]]:
    known = {(one.location, one.wire_name): (name, one) for name, one in names.parameters.items()}
    for one in parameters:
        name, shown = known.get((one.location, one.wire_name), (one.wire_name, None))
        type_ = Scalar.STRING if shown is not None and not shown.has_type else one.type
        words = f"{one.location} parameter {one.wire_name}"
        yield name, _Thing(words, one.origins[0], ReadValue(type_, one.required), one.location)


def _comparable(type_: Type) -> object:
    """A key that is equal for equal types, regardless of the order of members of unions."""
    match type_:
        case ListOf(item):
            return ("list", _comparable(item))
        case MapOf(value):
            return ("map", _comparable(value))
        case UnionOf((member,)):
            return _comparable(member)
        case UnionOf(members):
            return frozenset(map(_comparable, members))
        case _:
            return type_


def _differ(what: str, said: object, read: object, place: Pointer) -> Problem:
    message = f"{what}: the model has {_in_words(said)}, openapi-python-client reads {_in_words(read)}"
    return Problem(f"the two readings differ: {message}", "second-reading", place)


def _in_words(said: object) -> str:
    match said:
        case str():
            return said
        case list():
            return ", ".join(map(str, said)) or "nothing more"
        case Scalar() | Named() | ListOf() | MapOf() | UnionOf():
            return _type_in_words(said)
        case ReadEnum(is_integer, members):
            return f"{members} {'integers' if is_integer else 'strings'}"
        case None:
            return "nothing"
        case _:
            return f"a {type(said).__name__.removeprefix('Read').lower()}"


def _type_in_words(type_: Type) -> str:
    match type_:
        case Scalar():
            return type_.value
        case Named(name):
            return name
        case ListOf(item):
            return f"list[{_type_in_words(item)}]"
        case MapOf(value):
            return f"map[{_type_in_words(value)}]"
        case UnionOf(members):
            return " | ".join(map(_type_in_words, members))
