"""What openapi-python-client understands of the document: references, types, parameters, responses.

The only module that imports it. Neither its parser nor its classes are public, so it is pinned exactly, and
what it understood leaves here as values of ours, under the document's own names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

from codegen.document import Node, Pointer
from codegen.model import ListOf, MapOf, Named, Scalar, Type, UnionOf
from codegen.problems import Problem, Refused
from codegen.simplify.classes import is_class
from codegen.skeleton import OperationNames, Piece, Skeleton, skeleton
from codegen.standins import standing_in

# The package imports a downloader, and a YAML reader beside ours, which its parser never uses: half of the
# time that importing it takes.
with standing_in(
    {
        "httpcore": (),
        "httpx": (),
        "ruamel": (),
        "ruamel.yaml": ("YAML",),
        "ruamel.yaml.error": ("YAMLError",),
    }
):
    from openapi_python_client.config import Config, ConfigFile, MetaType
    from openapi_python_client.parser.errors import GeneratorError
    from openapi_python_client.parser.openapi import Endpoint, GeneratorData
    from openapi_python_client.parser.properties import EnumProperty, ModelProperty
    from openapi_python_client.parser.properties.any import AnyProperty
    from openapi_python_client.parser.properties.boolean import BooleanProperty
    from openapi_python_client.parser.properties.date import DateProperty
    from openapi_python_client.parser.properties.datetime import DateTimeProperty
    from openapi_python_client.parser.properties.file import FileProperty
    from openapi_python_client.parser.properties.float import FloatProperty
    from openapi_python_client.parser.properties.int import IntProperty
    from openapi_python_client.parser.properties.list_property import ListProperty
    from openapi_python_client.parser.properties.none import NoneProperty
    from openapi_python_client.parser.properties.protocol import PropertyProtocol
    from openapi_python_client.parser.properties.string import StringProperty
    from openapi_python_client.parser.properties.union import UnionProperty
    from openapi_python_client.parser.properties.uuid import UuidProperty

_Key = TypeVar("_Key")

Call: TypeAlias = tuple[str, str]
"""A path and a method, lower case."""

_SCALARS: Mapping[type[PropertyProtocol], Scalar] = {
    AnyProperty: Scalar.ANY,
    NoneProperty: Scalar.NULL,
    BooleanProperty: Scalar.BOOLEAN,
    IntProperty: Scalar.INTEGER,
    FloatProperty: Scalar.NUMBER,
    StringProperty: Scalar.STRING,
    UuidProperty: Scalar.UUID,
    DateProperty: Scalar.DATE,
    DateTimeProperty: Scalar.DATETIME,
    FileProperty: Scalar.FILE,
}


@dataclass(frozen=True, slots=True)
class Value:
    """What is known of a property or of a parameter."""

    type: Type
    required: bool


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


def parse(simplified: Node) -> Parsed:
    """Let openapi-python-client read the skeleton of a simplified document.

    Raises:
        Refused: It does not read all of it: a defect of `codegen.simplify`, shown where the thing stands.
    """
    shown = skeleton(simplified)
    schemas = ((piece.names, _read(piece, shown, simplified)) for piece in shown.schemas)
    operations = ((piece.names, _read(piece, shown, simplified)) for piece in shown.operations)
    return _Understanding(simplified, shown, schemas).parsed(operations)


def _read(piece: Piece, shown: Skeleton, root: Node) -> GeneratorData:
    config = Config.from_sources(
        ConfigFile(), MetaType.NONE, Path(), "utf-8", overwrite=False, output_path=None
    )
    data = GeneratorData.from_dict({**piece.document}, config=config)
    if isinstance(data, GeneratorError):
        raise Refused([_problem(data, shown, root)])
    errors = [*data.errors]
    for collection in data.endpoint_collections_by_tag.values():
        errors += collection.parse_errors
    if errors:
        raise Refused(list(dict.fromkeys(_problem(error, shown, root) for error in errors)))
    return data


def _problem(error: GeneratorError, shown: Skeleton, root: Node) -> Problem:
    said = f"{error.header} {error.detail or ''}"
    schemas = root.mapping("components").mapping("schemas")
    places = [
        *(call.operation.pointer for name, call in shown.calls.items() if re.search(rf"\b{name}\b", said)),
        *(
            schemas.mapping(key).pointer
            for name, key in shown.components.items()
            if re.search(rf"\b{name}\b", said)
        ),
    ]
    message = f"openapi-python-client cannot read this: {' '.join(said.split())}"
    return Problem(message, "unreadable", places[0] if places else root.pointer)


class _Understanding:
    """The way back from the canonical names."""

    def __init__(
        self, root: Node, shown: Skeleton, schemas: Iterable[tuple[tuple[str, ...], GeneratorData]]
    ) -> None:
        self._schemas = root.mapping("components").mapping("schemas")
        self._shown = shown
        self._models: dict[str, ModelProperty] = {}
        self._enums: set[str] = set()
        for names, data in schemas:
            models = {str(model.class_info.name): model for model in data.models}
            self._models |= {name: models[name] for name in names if name in models}
            self._enums |= {str(enum.class_info.name) for enum in data.enums}
        self._types: Mapping[str, Type] = {}
        self._problems: list[Problem] = []

    def parsed(self, operations: Iterable[tuple[tuple[str, ...], GeneratorData]]) -> Parsed:
        """All of it; of the operations, one piece after the other, since what is read takes much memory."""
        self._types = {
            name: value.type
            for other in self._shown.others
            if other in self._models
            for name, value in self._properties(self._models[other])
        }
        parsed = Parsed(
            models=dict(self._parsed_models()),
            enums=frozenset(key for name, key in self._shown.components.items() if name in self._enums),
            aliases=self._known(self._shown.aliases),
            extras=self._known(self._shown.extras),
            headers=self._known(self._shown.headers),
            operations=dict(pair for names, data in operations for pair in self._operations(names, data)),
        )
        if self._problems:
            raise Refused(self._problems)
        return parsed

    def _known(self, names: Mapping[_Key, str]) -> dict[_Key, Type]:
        return {key: self._types[name] for key, name in names.items() if name in self._types}

    def _parsed_models(self) -> Iterator[tuple[str, Mapping[str, Value]]]:
        for name, key in self._shown.components.items():
            schema = self._schemas.mapping(key)
            if "properties" not in schema and schema.get("additionalProperties") is not False:
                continue
            if self._found(name, self._models, schema):
                values = dict(self._properties(self._models[name]))
                wire_names = self._shown.properties[key]
                yield (
                    key,
                    {
                        wire_name: values[f"p{number}"]
                        for number, wire_name in enumerate(wire_names, 1)
                        if self._found(f"p{number}", values, schema.mapping("properties").mapping(wire_name))
                    },
                )

    def _properties(self, model: ModelProperty) -> Iterator[tuple[str, Value]]:
        for one in (*(model.required_properties or ()), *(model.optional_properties or ())):
            yield one.name.get_untrusted_value(), Value(self._type(one), one.required)

    def _operations(
        self, names: Iterable[str], data: GeneratorData
    ) -> Iterator[tuple[Call, ParsedOperation]]:
        endpoints = {
            str(endpoint.name): endpoint
            for collection in data.endpoint_collections_by_tag.values()
            for endpoint in collection.endpoints
        }
        for name in names:
            call = self._shown.calls[name]
            if self._found(name, endpoints, call.operation):
                yield (call.path, call.method), self._operation(name, call, endpoints)

    def _operation(
        self, name: str, call: OperationNames, endpoints: Mapping[str, Endpoint]
    ) -> ParsedOperation:
        endpoint = endpoints[name]
        required = {one.name.get_untrusted_value(): one.required for one in endpoint.query_parameters}
        bodies = {body.content_type.get_untrusted_value() for body in endpoint.bodies}
        return ParsedOperation(
            parameters={
                (parameter.text("in"), parameter.text("name")): Value(self._types[type_], required[canonical])
                for canonical, (parameter, type_) in call.parameters.items()
                if self._found(canonical, required, parameter) and self._found(type_, self._types, parameter)
            },
            body={
                media_type: self._types[type_]
                for canonical, (media_type, type_) in call.body.items()
                if self._found(canonical, bodies, body := call.operation.mapping("requestBody"))
                and self._found(type_, self._types, body)
            },
            responses=self._responses(name, call, endpoints),
        )

    def _responses(
        self, name: str, call: OperationNames, endpoints: Mapping[str, Endpoint]
    ) -> dict[str, dict[str, Type]]:
        responses: dict[str, dict[str, Type]] = {}
        for number, shown in enumerate(call.answers):
            own = name if number == 0 else f"{name}x{number}"
            if not self._found(own, endpoints, call.operation):
                continue
            read = {response.status_code.pattern for response in endpoints[own].responses}
            for status, (media_type, type_) in shown.items():
                answer = call.operation.mapping("responses").mapping(status)
                if self._found(status, read, answer):
                    content = responses.setdefault(status, {})
                    if media_type and self._found(type_, self._types, answer):
                        content[media_type] = self._types[type_]
        return responses

    def _found(self, name: str, among: Iterable[str], part: Node) -> bool:
        if name in among:
            return True
        self._problems.append(Problem("openapi-python-client passed over this", "unreadable", part.pointer))
        return False

    def _type(self, read: PropertyProtocol) -> Type:
        if (scalar := _SCALARS.get(type(read))) is not None:
            return scalar
        match read:
            case ListProperty():
                return ListOf(self._type(read.inner_property))
            case UnionProperty():
                return union(self._type(member) for member in read.inner_properties)
            case EnumProperty():
                return Named(self._shown.components[read.class_info.name])
            case ModelProperty():
                return self._model(str(read.class_info.name))
        raise TypeError(type(read))

    def _model(self, name: str) -> Type:
        key = self._shown.components.get(name)
        if key is not None and is_class(self._schemas.mapping(key)):
            return Named(key)
        values = self._models[name].additional_properties
        return MapOf(Scalar.ANY if values is None else self._type(values))


def union(members: Iterable[Type]) -> Type:
    """One of several types: flat, without repetition, null last; the type itself if it is only one."""
    flat = [
        part for member in members for part in (member.members if isinstance(member, UnionOf) else (member,))
    ]
    distinct = sorted(dict.fromkeys(flat), key=lambda part: part is Scalar.NULL)
    if Scalar.ANY in distinct:
        return Scalar.ANY
    return distinct[0] if len(distinct) == 1 else UnionOf(tuple(distinct))
