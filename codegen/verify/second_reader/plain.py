"""The simplified document for openapi-python-client: its structure, under canonical names.

Components are ``S1``, ``S2`` and so on, properties and parameters ``p1``, ``p2``, operations ``o1``, ``o2``.
The values of an enumeration are ``v1``, ``v2``, or integers. No text of the author is left, so nothing in a
document can trip the parser, and no name can collide with one that it makes.

The parser copies the list of all schemas before each schema, and compares each property of an object with
all others. So the document is shown in pieces of some components, some operations, or some properties of one
object. A component that a piece only mentions is there without its contents: an object is an empty object,
and an enumeration has one value.

Three things are shown as something else, since the parser has no other way to read them:

- A component that is neither an object nor an enumeration (a named union, an array, a scalar, a map) has no
  class in the parser. ``H1`` is an object with one property, which has the type of ``S1``.
- The first media type of a body or a response is JSON. The parser knows few others, and the schema is the
  same.
- A parameter whose type the parser does not allow at its location is a string. Its type is not compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from msgspec import Struct

from codegen.document.node import Node, Pointer
from codegen.model.schemas import (
    Array,
    Enumeration,
    Map,
    NamedUnion,
    Object,
    Primitive,
    Reference,
    Schema,
    Simplified,
    Union,
)
from codegen.standard.http_methods import METHODS, operations_of
from codegen.standard.inbound import PathKey
from codegen.verify.second_reader.shapes import (
    format_of,
    mentioned_in,
    plain_enumeration,
    referred_to,
    without_files,
)

_T = TypeVar("_T")

_AT_ONCE = 100
"""Components or operations in a piece."""

_PROPERTIES_AT_ONCE = 250
"""Properties of one object in a piece."""

_IN_HEADERS = frozenset({"boolean", "integer", "null", "number", "string"})


class Piece(Struct, frozen=True):
    """A document for openapi-python-client."""

    document: Mapping[str, Any]
    about: frozenset[str]
    """The components that it is shown for, or for some of the properties of one; others are referred to."""


class ShownParameter(Struct, frozen=True):
    """The meaning of a canonical parameter name, and whether its type was shown."""

    location: str
    wire_name: str
    has_type: bool


class ShownOperation(Struct, frozen=True, kw_only=True):
    """The meaning of the canonical names within an operation."""

    name: str
    """``o1``."""
    parameters: Mapping[str, ShownParameter]
    """By their names, in the order to expect."""
    place: Pointer


class Plain(Struct, frozen=True, kw_only=True):
    """The pieces, and the meaning of the canonical names in them."""

    pieces: tuple[Piece, ...]
    components: Mapping[str, str]
    """A component's key by its name: ``S1``."""
    properties: Mapping[str, Mapping[str, str]]
    """The names of an object's properties, by the component's key and the wire name."""
    operations: Mapping[tuple[PathKey, str], ShownOperation]
    """By path, or what is received, and method, in upper case."""


def holder_of(name: str) -> str:
    """The object that holds a component which has no class in the parser: ``H1`` holds ``S1``."""
    return name.replace("S", "H")


def plain_document(simplified: Simplified) -> Plain:
    """The plain form of a document that `codegen.simplify` has simplified."""
    return _Showing(simplified).plain()


class _Showing:
    def __init__(self, simplified: Simplified) -> None:
        self._simplified = simplified
        self._schemas = simplified.components
        self._names = {key: f"S{number}" for number, key in enumerate(self._schemas, 1)}
        self._keys = {name: key for key, name in self._names.items()}

    def plain(self) -> Plain:
        shown = {self._shown_as(key): self._whole(key) for key in self._schemas}
        large = {
            name: one for name, one in shown.items() if len(one.get("properties", ())) > _PROPERTIES_AT_ONCE
        }
        others = {name: one for name, one in shown.items() if name not in large}
        operations = {
            (path, method): operation
            for path, item in self._simplified.document.path_items()
            for method, operation in operations_of(item)
        }
        names: dict[tuple[PathKey, str], ShownOperation] = {}
        paths: dict[str, Any] = {}
        for number, ((key, method), node) in enumerate(operations.items(), 1):
            path = key if isinstance(key, str) else key.expression
            names[key, method] = shown_as = self._named(f"o{number}", node, path)
            paths[_path(shown_as)] = {_shown_method(method): self._operation(shown_as, node)}
        return Plain(
            pieces=(
                *(self._piece({}, some) for some in _portions(others)),
                *(self._piece({}, {name: part}) for name, one in large.items() for part in _parts(one)),
                *(self._piece(some, {}) for some in _portions(paths)),
            ),
            components=self._keys,
            properties={
                key: {name: f"p{number}" for number, name in enumerate(schema.properties, 1)}
                for key, schema in self._schemas.items()
                if isinstance(schema, Object) and schema.properties
            },
            operations=names,
        )

    def _shown_as(self, key: str) -> str:
        """``S1``, or ``H1`` for a component that is no class to the parser."""
        has_class = isinstance(self._schemas[key], (Object, Enumeration))
        return self._names[key] if has_class else holder_of(self._names[key])

    def _piece(self, paths: Mapping[str, Any], components: Mapping[str, Any]) -> Piece:
        mentioned: dict[str, Any] = {}
        names = [*mentioned_in(paths), *mentioned_in(components)]
        while names:
            name = names.pop()
            if name not in mentioned and name not in components:
                mentioned[name] = self._mention(self._keys[name])
                names += mentioned_in(mentioned[name])
        document = {
            "openapi": "3.1.0",
            "info": {"title": "plain", "version": "0"},
            "paths": paths,
            "components": {"schemas": {**mentioned, **components}},
        }
        return Piece(document, frozenset(components))

    def _whole(self, key: str) -> dict[str, Any]:
        """A component with its contents."""
        match self._schemas[key]:
            case Object() as schema:
                named = {f"p{number}": name for number, name in enumerate(schema.properties, 1)}
                required = frozenset(schema.required)
                return {
                    "type": "object",
                    "properties": {
                        shown: self._shape(schema.properties[name]) for shown, name in named.items()
                    },
                    "required": [shown for shown, name in named.items() if name in required],
                    **self._further(schema),
                }
            case Enumeration() as schema:
                return plain_enumeration(schema, len(schema.values))
            case schema:
                return {"type": "object", "properties": {"p1": self._shape(schema)}}

    def _further(self, schema: Object) -> dict[str, Any]:
        if schema.closed:
            return {"additionalProperties": False}
        if schema.is_open:
            return {"additionalProperties": {} if schema.further is None else self._shape(schema.further)}
        return {}

    def _mention(self, key: str) -> dict[str, Any]:
        """A component for those that refer to it."""
        match self._schemas[key]:
            case Object() | NamedUnion():
                return {"type": "object"}
            case Enumeration() as schema:
                return plain_enumeration(schema, 1)
            case schema:
                return self._shape(schema)

    def _shape(self, schema: Schema) -> dict[str, Any]:
        shape: dict[str, Any] = {}
        match schema:
            case Reference(key):
                shape = {"$ref": f"#/components/schemas/{self._names[key]}"}
            case Union(members, nullable):
                null = [{"type": "null"}] if nullable else []
                shape = {"anyOf": [*map(self._shape, members), *null]}
            case NamedUnion(members):
                shape = {"anyOf": [*map(self._shape, members)]}
            case Array(items):
                shape = {"type": "array", "items": self._shape(items)}
            case Map(values):
                shape = {"type": "object", "additionalProperties": self._shape(values) or True}
            case Primitive(type_):
                shape = {"type": type_, **format_of(schema)}
        return shape

    def _named(self, name: str, operation: Node, path: str) -> ShownOperation:
        parameters = sorted(operation.mappings("parameters"), key=lambda one: _order(one, path))
        return ShownOperation(
            name=name,
            parameters={
                f"p{number}": ShownParameter(
                    one.text("in"),
                    one.text("name"),
                    self._is_allowed(one, self._shape(self._simplified.schema_of(one.pointer))),
                )
                for number, one in enumerate(parameters, 1)
            },
            place=operation.pointer,
        )

    def _operation(self, names: ShownOperation, operation: Node) -> dict[str, Any]:
        declared = {(one.text("in"), one.text("name")): one for one in operation.mappings("parameters")}
        body = operation.mapping("requestBody")
        content = body.entries("content")
        return {
            "operationId": names.name,
            "parameters": [
                self._parameter(name, one, declared[one.location, one.wire_name])
                for name, one in names.parameters.items()
            ],
            **(
                {"requestBody": {"required": body.get("required") is True, "content": self._content(content)}}
                if content
                else {}
            ),
            "responses": {
                status: {"description": "", "content": self._content(response.entries("content"))}
                for status, response in operation.entries("responses")
            },
        }

    def _parameter(self, name: str, shown: ShownParameter, parameter: Node) -> dict[str, Any]:
        shape = without_files(self._shape(self._simplified.schema_of(parameter.pointer)))
        return {
            "name": name,
            "in": "query" if shown.location == "querystring" else shown.location,
            "required": parameter.get("required") is True,
            "schema": shape if shown.has_type else {"type": "string"},
        }

    def _content(self, content: list[tuple[str, Node]]) -> dict[str, Any]:
        """The first media type, as JSON."""
        schemas = [self._shape(self._simplified.schema_of(media.pointer)) for _, media in content[:1]]
        return {"application/json": {"schema": schemas[0]}} if schemas else {}

    def _is_allowed(self, parameter: Node, shape: Mapping[str, Any]) -> bool:
        """Whether the parser allows the type of a parameter where it stands.

        In a path it allows no null; in a header neither lists, objects, dates nor any value.
        """
        if "$ref" in shape:
            return self._is_allowed(parameter, self._mention(self._keys[referred_to(shape)]))
        if "anyOf" in shape:
            return all(self._is_allowed(parameter, member) for member in shape["anyOf"])
        match parameter.text("in"):
            case "path":
                return shape.get("type") != "null"
            case "header":
                return shape.get("type") in _IN_HEADERS and shape.get("format") not in {"date", "date-time"}
            case _:
                return True


def _path(operation: ShownOperation) -> str:
    inside = (f"/{{{name}}}" for name, one in operation.parameters.items() if one.location == "path")
    return f"/{operation.name}{''.join(inside)}"


def _order(parameter: Node, path: str) -> int:
    """Parameters of the path first, in its order; the others stay as they are."""
    found = path.find(f"{{{parameter.text('name')}}}") if parameter.get("in") == "path" else -1
    return found if found >= 0 else len(path)


def _portions(members: Mapping[str, _T], at_once: int = _AT_ONCE) -> Iterator[dict[str, _T]]:
    pairs = iter(members.items())
    while portion := dict(islice(pairs, at_once)):
        yield portion


def _parts(shape: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """An object as several, each with some of its properties."""
    required = frozenset(shape["required"])
    for some in _portions(shape["properties"], _PROPERTIES_AT_ONCE):
        yield {**shape, "properties": some, "required": [name for name in some if name in required]}


def _shown_method(method: str) -> str:
    """The method that the parser is shown: it knows those that path items had before OpenAPI 3.2."""
    shown = method.lower()
    return shown if method.isupper() and shown in _METHODS else "post"


_METHODS = frozenset(METHODS) - {"query"}
