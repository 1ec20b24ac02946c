"""What openapi-python-client reads in a piece of the skeleton, as values of ours, under canonical names.

The only module that imports it. Neither its parser nor its classes are public, so it is pinned exactly, and
none of its objects leaves this module.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from codegen.model.types import ListOf, Named, Scalar, Type, union
from codegen.second_reader.readings import Reading, ReadObject, ReadOperation, Value
from codegen.second_reader.skeleton import Piece
from codegen.second_reader.standins import standing_in

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
    from openapi_python_client.parser.openapi import GeneratorData
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


def read(piece: Piece) -> Reading:
    """Let openapi-python-client read a piece."""
    config = Config.from_sources(
        ConfigFile(), MetaType.NONE, Path(), "utf-8", overwrite=False, output_path=None
    )
    data = GeneratorData.from_dict({**piece.document}, config=config)
    if isinstance(data, GeneratorError):
        return Reading({}, frozenset(), {}, (_said(data),))
    collections = data.endpoint_collections_by_tag.values()
    errors = [*data.errors, *(error for collection in collections for error in collection.parse_errors)]
    about = frozenset(piece.names)
    return Reading(
        objects={name: _object(model) for model in data.models if (name := _name(model)) in about},
        enums=frozenset(_name(enum) for enum in data.enums) & about,
        operations={
            str(endpoint.name): ReadOperation(
                {one.name.get_untrusted_value(): one.required for one in endpoint.query_parameters},
                frozenset(body.content_type.get_untrusted_value() for body in endpoint.bodies),
                frozenset(response.status_code.pattern for response in endpoint.responses),
            )
            for collection in collections
            for endpoint in collection.endpoints
        },
        complaints=tuple(dict.fromkeys(map(_said, errors))),
    )


def _said(error: GeneratorError) -> str:
    return " ".join(f"{error.header} {error.detail or ''}".split())


def _name(read: ModelProperty | EnumProperty | LiteralEnumProperty) -> str:
    return str(read.class_info.name)


def _object(model: ModelProperty) -> ReadObject:
    further = model.additional_properties
    return ReadObject(dict(_properties(model)), Scalar.ANY if further is None else _type(further))


def _properties(model: ModelProperty) -> Iterator[tuple[str, Value]]:
    for one in (*(model.required_properties or ()), *(model.optional_properties or ())):
        yield one.name.get_untrusted_value(), Value(_type(one), one.required)


def _type(read: PropertyProtocol) -> Type:
    if (scalar := _SCALARS.get(type(read))) is not None:
        return scalar
    match read:
        case ListProperty():
            return ListOf(_type(read.inner_property))
        case UnionProperty():
            return union(_type(member) for member in read.inner_properties)
        case EnumProperty() | ModelProperty():
            return Named(_name(read))
    raise TypeError(type(read))
