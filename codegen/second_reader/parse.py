"""What openapi-python-client understands of the document: references, types, parameters, responses.

The document is cut into pieces under canonical names (`codegen.second_reader.skeleton`), each is read
(`codegen.second_reader.reader`), and what was read comes back here under the names of the
simplified document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from codegen.document.node import Node, Pointer
from codegen.document.problems import Problem, Refused
from codegen.model.types import ListOf, MapOf, Named, Type, UnionOf, union
from codegen.second_reader.reader import read
from codegen.second_reader.readings import Reading, ReadObject, ReadOperation, Value
from codegen.second_reader.skeleton import ObjectNames, OperationNames, Skeleton, skeleton
from codegen.simplify.classes import is_class

_Key = TypeVar("_Key")

Call: TypeAlias = tuple[str, str]
"""A path and a method, lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedOperation:
    """An operation: parameters by place and name in the order to call them, content by media type."""

    parameters: Mapping[tuple[str, str], Value]
    body: Mapping[str, Type]
    responses: Mapping[str, Mapping[str, Type]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """The document as openapi-python-client understood it, under the names of the simplified document."""

    models: Mapping[str, Mapping[str, Value]]
    """The properties of each component that is an object with properties."""
    enums: frozenset[str]
    """The components that are enumerations."""
    aliases: Mapping[str, Type]
    """The types of the components that are neither; of named unions, which are among them, the members."""
    extras: Mapping[str, Type]
    """The types of the further properties of components that have named ones too."""
    headers: Mapping[Pointer, Type]
    """The types of response headers, by the header's place."""
    operations: Mapping[Call, ParsedOperation]


def parse(simplified: Node, meanwhile: Callable[[], None] = lambda: None) -> Parsed:
    """Let openapi-python-client read the skeleton of a simplified document.

    Args:
        simplified: The document.
        meanwhile: What to do while another process reads, if one does.

    Raises:
        Refused: It does not read all of it: a defect of `codegen.simplify`, shown where the thing stands.
    """
    shown = skeleton(simplified)
    readings = read(shown.pieces, meanwhile)
    if complaints := dict.fromkeys(said for reading in readings for said in reading.complaints):
        raise Refused([_problem(said, shown, simplified) for said in complaints])
    return _Understanding(simplified, shown, readings).parsed()


def _problem(said: str, shown: Skeleton, root: Node) -> Problem:
    schemas = root.mapping("components").mapping("schemas")
    named = {*re.findall(r"\w+", said)}
    places = [
        *(call.operation.pointer for call in shown.calls if not named.isdisjoint(_shown(call))),
        *(schemas.mapping(key).pointer for key, one in shown.objects.items() if one.shown in named),
        *(schemas.mapping(key).pointer for name, key in shown.components.items() if name in named),
    ]
    message = f"openapi-python-client cannot read this: {said}"
    return Problem(message, "unreadable", places[0] if places else root.pointer)


def _shown(call: OperationNames) -> Iterator[str]:
    yield call.shown
    yield from (answer.shown for answer in call.answers.values())


class _Understanding:
    """The way back from the canonical names."""

    def __init__(self, root: Node, shown: Skeleton, readings: Sequence[Reading]) -> None:
        self._schemas = root.mapping("components").mapping("schemas")
        self._shown = shown
        self._objects: dict[str, ReadObject] = {}
        self._operations: dict[str, ReadOperation] = {}
        for reading in readings:
            self._objects.update(reading.objects)
            self._operations.update(reading.operations)
        self._enums = frozenset().union(*(reading.enums for reading in readings))
        self._types = {
            name: self._type(value.type)
            for some in shown.types
            if some in self._objects
            for name, value in self._objects[some].properties.items()
        }
        self._problems: list[Problem] = []

    def parsed(self) -> Parsed:
        """All of it, under the document's names."""
        parsed = Parsed(
            models=dict(self._parsed_models()),
            enums=frozenset(key for name, key in self._shown.components.items() if name in self._enums),
            aliases=self._known(self._shown.aliases),
            extras=self._known(self._shown.extras),
            headers=self._known(self._shown.headers),
            operations={
                (call.path, call.method): self._operation(call)
                for call in self._shown.calls
                if self._found(call.shown, self._operations, call.operation)
            },
        )
        if self._problems:
            raise Refused(self._problems)
        return parsed

    def _known(self, names: Mapping[_Key, str]) -> dict[_Key, Type]:
        return {key: self._types[name] for key, name in names.items() if name in self._types}

    def _parsed_models(self) -> Iterator[tuple[str, Mapping[str, Value]]]:
        for key, names in self._shown.objects.items():
            if self._found(names.shown, self._objects, self._schemas.mapping(key)):
                yield key, dict(self._properties(key, names))

    def _properties(self, key: str, names: ObjectNames) -> Iterator[tuple[str, Value]]:
        declared = self._schemas.mapping(key).mapping("properties")
        read = self._objects[names.shown].properties
        for number, (wire_name, type_) in enumerate(names.properties, 1):
            schema = declared.mapping(wire_name)
            if self._found(f"p{number}", read, schema) and self._found(type_, self._types, schema):
                yield wire_name, Value(self._types[type_], read[f"p{number}"].required)

    def _operation(self, call: OperationNames) -> ParsedOperation:
        read = self._operations[call.shown]
        return ParsedOperation(
            parameters={
                (parameter.text("in"), parameter.text("name")): Value(
                    self._types[type_], read.required[canonical]
                )
                for canonical, (parameter, type_) in call.parameters.items()
                if self._found(canonical, read.required, parameter)
                and self._found(type_, self._types, parameter)
            },
            body={
                media_type: self._types[type_]
                for canonical, (media_type, type_) in call.body.items()
                if self._found(canonical, read.media_types, body := call.operation.mapping("requestBody"))
                and self._found(type_, self._types, body)
            },
            responses=dict(self._responses(call)),
        )

    def _responses(self, call: OperationNames) -> Iterator[tuple[str, Mapping[str, Type]]]:
        for status, names in call.answers.items():
            answer = call.operation.mapping("responses").mapping(status)
            if (
                self._found(names.shown, self._operations, answer)
                and self._found(status, self._operations[names.shown].statuses, answer)
                and all(self._found(type_, self._types, answer) for type_ in names.content.values())
            ):
                yield status, {key: self._types[type_] for key, type_ in names.content.items()}

    def _found(self, name: str, among: Container[str], part: Node) -> bool:
        if name in among:
            return True
        self._problems.append(Problem("openapi-python-client passed over this", "unreadable", part.pointer))
        return False

    def _type(self, type_: Type) -> Type:
        """A type under the document's names."""
        match type_:
            case Named(name):
                return self._named(name)
            case ListOf(item):
                return ListOf(self._type(item))
            case UnionOf(members):
                return union(map(self._type, members))
            case _:
                return type_

    def _named(self, name: str) -> Type:
        """A class; or a map, which is an object of its own to the parser."""
        key = self._shown.components.get(name)
        if key is not None and is_class(self._schemas.mapping(key)):
            return Named(key)
        return MapOf(self._type(self._objects[name].further))
