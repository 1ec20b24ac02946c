"""Runs openapi-python-client: it takes a piece of the plain document, and returns its reading as our values.

The only module that imports it. Neither its parser nor its classes are public, so it is pinned exactly, and
none of its objects leaves this module.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from pathlib import Path
from typing import Any

from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import openapi
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint, GeneratorData
from openapi_python_client.parser.properties import EnumProperty, LiteralEnumProperty, ModelProperty
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
from openapi_python_client.parser.responses import NONE_SOURCE, Response

from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, union
from codegen.verify.second_reader.plain import Piece
from codegen.verify.second_reader.second_reading import (
    ReadEnum,
    ReadObject,
    ReadOperation,
    ReadValue,
    SecondReading,
)

openapi.deepcopy = copy  # type: ignore[assignment, attr-defined]
"""Its parser copies each operation three times with all that it contains, and then drops the original. That
took two fifths of its time. Copies of the operation alone give the same reading."""

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


def read_piece(piece: Piece) -> SecondReading:
    """Let openapi-python-client read a piece."""
    config = Config.from_sources(
        ConfigFile(), MetaType.NONE, Path(), "utf-8", overwrite=False, output_path=None
    )
    data = GeneratorData.from_dict({**piece.document}, config=config)
    if isinstance(data, GeneratorError):
        return SecondReading(objects={}, enums={}, operations={}, complaints=(_said(data),))
    return _PieceReader(piece, data).reading()


class _PieceReader:
    def __init__(self, piece: Piece, data: GeneratorData) -> None:
        self._about = piece.about
        self._components: Mapping[str, Any] = piece.document["components"]["schemas"]
        self._data = data
        self._models = {_name(model): model for model in data.models}

    def reading(self) -> SecondReading:
        """The objects and enumerations that the piece is about, and its operations."""
        collections = self._data.endpoint_collections_by_tag.values()
        errors = [
            *self._data.errors,
            *(error for collection in collections for error in collection.parse_errors),
        ]
        return SecondReading(
            objects={name: self._object(self._models[name]) for name in self._about & self._models.keys()},
            enums={_name(enum): _enum(enum) for enum in self._data.enums if _name(enum) in self._about},
            operations={
                str(endpoint.name): self._operation(endpoint)
                for collection in collections
                for endpoint in collection.endpoints
            },
            complaints=tuple(dict.fromkeys(map(_said, errors))),
        )

    def _object(self, model: ModelProperty) -> ReadObject:
        properties = (*(model.required_properties or ()), *(model.optional_properties or ()))
        further = model.additional_properties
        return ReadObject(
            {one.name.get_untrusted_value(): self._value(one) for one in properties},
            None if further is None else self._type(further),
        )

    def _operation(self, endpoint: Endpoint) -> ReadOperation:
        bodies = [self._value(body.prop) for body in endpoint.bodies]
        return ReadOperation(
            parameters={
                (str(location), one.name.get_untrusted_value()): self._value(one)
                for location, one in endpoint.iter_all_parameters()
            },
            body=bodies[0] if bodies else None,
            responses={
                response.status_code.pattern: self._content(response) for response in _responses(endpoint)
            },
        )

    def _content(self, response: Response) -> Type | None:
        return None if response.source == NONE_SOURCE else self._type(response.prop)

    def _value(self, read: PropertyProtocol) -> ReadValue:
        return ReadValue(self._type(read), read.required)

    def _type(self, read: PropertyProtocol) -> Type:
        if (scalar := _SCALARS.get(type(read))) is not None:
            return scalar
        match read:
            case ListProperty():
                return ListOf(self._type(read.inner_property))
            case UnionProperty():
                return union(map(self._type, read.inner_properties))
            case EnumProperty():
                return Named(_name(read))
            case ModelProperty():
                return self._class(_name(read))
        raise TypeError(type(read))

    def _class(self, name: str) -> Type:
        """A component; or a map, which is an object of its own to the parser."""
        component = self._components.get(name)
        if component is not None and ("properties" in component or "additionalProperties" not in component):
            return Named(name)
        further = self._models[name].additional_properties
        return MapOf(Scalar.ANY if further is None else self._type(further))


def _responses(endpoint: Endpoint) -> Iterator[Response]:
    yield from endpoint.responses.patterns
    if endpoint.responses.default is not None:
        yield endpoint.responses.default


def _said(error: GeneratorError) -> str:
    return " ".join(f"{error.header} {error.detail or ''}".split())


def _name(read: ModelProperty | EnumProperty | LiteralEnumProperty) -> str:
    return str(read.class_info.name)


def _enum(read: EnumProperty | LiteralEnumProperty) -> ReadEnum:
    return ReadEnum(read.value_type is int, len(read.values))
