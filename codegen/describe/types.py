"""The types of values, read from simplified schemas."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.document.node import Node
from codegen.model.classes import is_class
from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, UnionOf, union
from codegen.standard.media_types import Codec, codec
from codegen.standard.schemas import component

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

    def __init__(self, components: Mapping[str, Node]) -> None:
        """Read types; `components` are the schemas that references lead to, by their keys."""
        self._components = components

    def of(self, schema: Node) -> Type:
        """The type of a schema; a reference to a component without a class has the type of the component."""
        if (key := component(schema)) is not None:
            target = self._components[key]
            return Named(key) if is_class(target) else self.of(target)
        if members := schema.mappings("anyOf") or schema.mappings("oneOf"):
            return union(map(self.of, members))
        match schema.get("type"):
            case "array":
                return ListOf(self.of(schema.mapping("items")))
            case "object":
                return MapOf(self.of(schema.mapping("additionalProperties")))
            case _:
                return _scalar(schema)

    def of_parameter(self, schema: Node) -> Type:
        """The type of a parameter's schema: a file has no place in a URL or a header, so it is text there."""
        return _without_files(self.of(schema))


def _scalar(schema: Node) -> Scalar:
    type_, format_ = schema.text("type"), schema.text("format")
    if type_ == "string" and format_ in _FORMATS:
        return _FORMATS[format_]
    if type_ == "string" and _holds_bytes(schema):
        return Scalar.FILE
    return _SCALARS[type_] if type_ else Scalar.ANY


def _holds_bytes(schema: Node) -> bool:
    """Whether a string is content of another media type, not encoded (OpenAPI 3.1.1, 4.8.14.4)."""
    media_type = schema.text("contentMediaType")
    return codec(media_type) is Codec.BYTES if media_type and "contentEncoding" not in schema else False


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
