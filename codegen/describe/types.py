"""The types of values, read from simplified schemas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from codegen.document.node import Json
from codegen.model.schemas import Array, ClassSchema, Map, Primitive, Reference, Schema, Union
from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, UnionOf, union
from codegen.standard.media_types import Codec, codec

_SCALARS: Mapping[str, Scalar] = {
    "boolean": Scalar.BOOLEAN,
    "integer": Scalar.INTEGER,
    "null": Scalar.NULL,
    "number": Scalar.NUMBER,
    "string": Scalar.STRING,
}

_FORMATS: Mapping[str, Scalar] = {
    "binary": Scalar.FILE,
    "date": Scalar.DATE,
    "date-time": Scalar.DATETIME,
    "uuid": Scalar.UUID,
}
"""The formats of strings that have a type of their own."""


class Types:
    """Reads the types of a simplified document's schemas."""

    def __init__(self, components: Mapping[str, Schema]) -> None:
        """Read types; `components` are the schemas that references lead to, by their keys."""
        self._components = components

    def of(self, schema: Schema) -> Type:
        """The type of a schema; a reference to a component without a class has the type of the component."""
        match schema:
            case Reference(key):
                target = self._components[key]
                return Named(key) if isinstance(target, ClassSchema) else self.of(target)
            case Union(members, nullable):
                return union([*map(self.of, members), *([Scalar.NULL] if nullable else [])])
            case Array(items):
                return ListOf(self.of(items))
            case Map(values):
                return MapOf(self.of(values))
            case Primitive():
                return _scalar(schema)
            case _:
                return Scalar.ANY

    def of_members(self, members: Iterable[Schema]) -> tuple[Type, ...]:
        """The types of the members of a union."""
        type_ = union(map(self.of, members))
        return type_.members if isinstance(type_, UnionOf) else (type_,)

    def of_parameter(self, schema: Schema) -> Type:
        """The type of a parameter's schema: a file is text there."""
        return _without_files(self.of(schema))


def _scalar(schema: Primitive) -> Scalar:
    if schema.type == "string":
        format_ = schema.constraints.get("format")
        if isinstance(format_, str) and format_ in _FORMATS:
            return _FORMATS[format_]
        if _holds_bytes(schema.constraints):
            return Scalar.FILE
    return _SCALARS[schema.type]


def _holds_bytes(constraints: Mapping[str, Json]) -> bool:
    """Whether a string is content of another media type, not encoded (OpenAPI 3.1.1, 4.8.14.4)."""
    media_type = constraints.get("contentMediaType")
    if not isinstance(media_type, str) or "contentEncoding" in constraints:
        return False
    return codec(media_type) is Codec.BYTES


def _without_files(type_: Type) -> Type:
    match type_:
        case Scalar.FILE:
            return Scalar.STRING
        case ListOf(item):
            return ListOf(_without_files(item))
        case MapOf(value):
            return MapOf(_without_files(value))
        case UnionOf(members):
            return union(map(_without_files, members))
        case _:
            return type_
