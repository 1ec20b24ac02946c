"""The simplified document as openapi-python-client is shown it: structure alone, under canonical names.

No text of the author is in a skeleton: no title, description, example, default, pattern or value of an
enum, and no name. So nothing in a document can trip its parser or reach its output.

It is many small documents: for each schema the parser copies its list of those before, and for each operation
all that the operation reaches, so that one large document would take it more than twice the memory. A piece
has some components or some operations and, to be referred to, what they mention, each class an empty object.

Beyond the plain translation, the skeleton shows what the parser does not read as something it does:

- A map becomes a component ``M1``: the parser makes a class of each object, and the type of the class's
  additional properties is that of the map's values.
- ``Other1``, ``Other2`` and so on are objects whose properties are what the parser would pass over:
  response headers, components that are no class, the further properties of classes, and what named unions are
  made of: a component of their own they are as empty objects, which the parser need not look into, however
  they contain each other.
- Every parameter is shown as a query parameter: the parser forbids types in paths and headers that the
  standard allows. That the path has its parameters was checked before.
- Of a response with several media types it reads one, so each further one is an operation of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from codegen.document import Node
from codegen.media_types import Codec, codec
from codegen.simplify.hoisting import is_class, is_open
from codegen.simplify.positions import component, reference_to
from codegen.standard import METHODS

_AT_ONCE = 200
"""Components or operations in a piece."""

_FORMATS = frozenset({"uuid", "date", "date-time", "binary"})
"""The formats that have a type of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationNames:
    """What the canonical names within an operation stand for."""

    path: str
    method: str
    operation: Node
    parameters: Mapping[str, Node]
    """``p1`` to the parameter."""
    body: Mapping[str, str]
    """``application/m1+json`` to the media type."""
    answers: tuple[Mapping[str, str], ...]
    """For ``o1``, ``o1x1`` and so on: statuses to the media type that is shown for them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A document for openapi-python-client."""

    names: tuple[str, ...]
    """The components or operations that it is about; any other is there to be referred to."""
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """Documents for openapi-python-client, and the way back from their names."""

    schemas: tuple[Piece, ...]
    operations: tuple[Piece, ...]
    others: tuple[str, ...]
    """The components whose properties are what the parser would pass over; no two have one name."""
    components: Mapping[str, str]
    """``S1`` to the component's key."""
    properties: Mapping[str, tuple[str, ...]]
    """A component's key to the names of its properties: the first is ``p1``."""
    aliases: Mapping[str, str]
    """A property of `others` to the key of a component without a class, or of a named union."""
    headers: Mapping[str, Node]
    """A property of `others` to a response header."""
    extras: Mapping[str, str]
    """A property of `others` to the key of the class whose further properties are of that type."""
    calls: Mapping[str, OperationNames]
    """``o1`` to the operation."""


def skeleton(simplified: Node) -> Skeleton:
    """The skeleton of a document that `codegen.simplify` has simplified."""
    return _Building(simplified).skeleton()


class _Building:
    def __init__(self, root: Node) -> None:
        self._root = root
        self._schemas = dict(root.mapping("components").entries("schemas"))
        self._names = {key: f"S{number}" for number, key in enumerate(self._schemas, 1)}
        self._maps: dict[str, Any] = {}

    def skeleton(self) -> Skeleton:
        calls = {f"o{number}": call for number, call in enumerate(_calls(self._root), 1)}
        paths = {name: dict(self._paths(name, call)) for name, call in calls.items()}
        aliases = {
            key: schema for key, schema in self._schemas.items() if "oneOf" in schema or not is_class(schema)
        }
        headers = list(_headers(self._root))
        extras = {key: schema for key, schema in self._schemas.items() if is_open(schema)}
        others = [
            *(
                schema if "$ref" in schema or "oneOf" in schema else self._reference(key)
                for key, schema in aliases.items()
            ),
            *(header.mapping("schema") for header in headers),
            *(schema.mapping("additionalProperties") for schema in extras.values()),
        ]
        other = {f"p{number}": self._shape(schema) for number, schema in enumerate(others, 1)}
        components = {
            self._names[key]: self._component(schema)
            for key, schema in self._schemas.items()
            if "$ref" not in schema
        }
        containers = {
            f"Other{number}": {"type": "object", "properties": some, "additionalProperties": False}
            for number, some in enumerate(_portions(other), 1)
        }
        known = components | self._maps
        return Skeleton(
            schemas=tuple(
                Piece(tuple(some), _document({}, _hollow(known, some) | some))
                for some in _portions(known | containers)
            ),
            operations=tuple(
                Piece(tuple(some), _document(shown := _merged(some.values()), _hollow(known, shown)))
                for some in _portions(paths)
            ),
            others=tuple(containers),
            components={name: key for key, name in self._names.items()},
            properties={key: tuple(schema.mapping("properties")) for key, schema in self._schemas.items()},
            aliases=dict(zip(other, aliases, strict=False)),
            headers={f"p{number}": header for number, header in enumerate(headers, len(aliases) + 1)},
            extras=dict(zip([*other][len(aliases) + len(headers) :], extras, strict=True)),
            calls=calls,
        )

    def _component(self, schema: Node) -> dict[str, Any]:
        if "oneOf" in schema:
            return {"type": "object", "additionalProperties": False}
        if not is_class(schema):
            return self._map(schema) if schema.get("type") == "object" else self._shape(schema)
        if "enum" in schema:
            numbers = range(1, len(schema.values_of("enum")) + 1)
            values = [*numbers] if schema.get("type") == "integer" else [f"v{number}" for number in numbers]
            return {"type": schema["type"], "enum": values}
        numbered = {name: f"p{number}" for number, name in enumerate(schema.mapping("properties"), 1)}
        return {
            "type": "object",
            "properties": {
                numbered[name]: self._shape(property_) for name, property_ in schema.entries("properties")
            },
            "required": [
                numbered[name]
                for name in schema.values_of("required")
                if isinstance(name, str) and name in numbered
            ],
            "additionalProperties": False,
        }

    def _shape(self, schema: Node) -> dict[str, Any]:
        if (key := component(schema)) is not None:
            return {"$ref": f"#/components/schemas/{self._names[key]}"}
        for keyword in ("anyOf", "oneOf"):
            if keyword in schema:
                return {"anyOf": [self._shape(member) for member in schema.mappings(keyword)]}
        type_ = schema.text("type")
        if type_ == "object":
            name = f"M{len(self._maps) + 1}"
            self._maps[name] = {}  # taken before the values are looked at, which may have maps of their own
            self._maps[name] = self._map(schema)
            return {"$ref": f"#/components/schemas/{name}"}
        if type_ == "array":
            return {"type": type_, "items": self._shape(schema.mapping("items"))}
        kept = {"type": type_} if type_ else {}
        if type_ == "string" and schema.get("format") in _FORMATS:
            kept["format"] = schema.text("format")
        elif type_ == "string" and _holds_bytes(schema):
            kept["format"] = "binary"
        return kept

    def _map(self, schema: Node) -> dict[str, Any]:
        values = self._shape(schema.mapping("additionalProperties"))
        return {"type": "object", "additionalProperties": values or True}

    def _reference(self, key: str) -> Node:
        return Node({"$ref": reference_to(key)}, pointer=self._schemas[key].pointer)

    def _paths(self, name: str, call: OperationNames) -> Iterator[tuple[str, dict[str, Any]]]:
        for number, media in enumerate(call.answers):
            own = name if number == 0 else f"{name}x{number}"
            operation: dict[str, Any] = {"operationId": own, "responses": self._responses(call, media)}
            if number == 0:
                operation["parameters"] = [
                    self._parameter(canonical, parameter) for canonical, parameter in call.parameters.items()
                ]
                if call.body:
                    operation["requestBody"] = self._body(call)
            yield f"/{own}", {call.method: operation}

    def _parameter(self, canonical: str, parameter: Node) -> dict[str, Any]:
        return {
            "name": canonical,
            "in": "query",
            "required": parameter.get("required") is True,
            "schema": _without_files(self._shape(parameter.mapping("schema"))),
        }

    def _body(self, call: OperationNames) -> dict[str, Any]:
        body = call.operation.mapping("requestBody")
        content = body.mapping("content")
        return {
            "required": body.get("required") is True,
            "content": {
                canonical: {"schema": self._shape(content.mapping(media_type).mapping("schema"))}
                for canonical, media_type in call.body.items()
            },
        }

    def _responses(self, call: OperationNames, shown: Mapping[str, str]) -> dict[str, Any]:
        responses = call.operation.mapping("responses")
        answers: dict[str, Any] = {}
        for status, media_type in shown.items():
            answers[status] = {"description": ""}
            if media_type:
                media = responses.mapping(status).mapping("content").mapping(media_type)
                shape = self._shape(media.mapping("schema"))
                answers[status]["content"] = {"application/json": {"schema": shape}}
        return answers


def _holds_bytes(schema: Node) -> bool:
    """Whether a string is another media type's bytes, as they are (OpenAPI 3.1.1, 4.8.14.4)."""
    media_type = schema.text("contentMediaType")
    return codec(media_type) is Codec.BYTES if media_type and "contentEncoding" not in schema else False


def _without_files(shape: Any) -> Any:
    """The shape with text for files, which the parser forbids in parameters."""
    if isinstance(shape, dict):
        return {
            key: _without_files(value) for key, value in shape.items() if (key, value) != ("format", "binary")
        }
    return [_without_files(value) for value in shape] if isinstance(shape, list) else shape


def _portions(members: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    pairs = iter(members.items())
    while portion := dict(islice(pairs, _AT_ONCE)):
        yield portion


def _merged(members: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    return {key: value for member in members for key, value in member.items()}


def _hollow(components: Mapping[str, Any], shape: Any) -> dict[str, Any]:
    """The components that a shape mentions and those they are made of.

    Objects are without what is in them, enumerations have one value: the parser copies them again and again.
    """
    found: dict[str, Any] = {}
    names = [*_mentioned(shape)]
    while names:
        name = names.pop()
        if name not in found:
            shape = components[name]
            found[name] = _hollowed(shape)
            names += _mentioned(found[name])
    return found


def _hollowed(shape: dict[str, Any]) -> dict[str, Any]:
    if shape.get("type") == "object":
        return {"type": "object"}
    return {**shape, "enum": shape["enum"][:1]} if "enum" in shape else shape


def _mentioned(shape: Any) -> Iterator[str]:
    if isinstance(shape, dict):
        if "$ref" in shape:
            yield shape["$ref"].removeprefix("#/components/schemas/")
        for value in shape.values():
            yield from _mentioned(value)
    elif isinstance(shape, list):
        for value in shape:
            yield from _mentioned(value)


def _document(paths: Mapping[str, Any], schemas: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "skeleton", "version": "0"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _calls(root: Node) -> Iterator[OperationNames]:
    for path, item in root.entries("paths"):
        for method in METHODS:
            if isinstance(operation := item.get(method), Node):
                yield _call(path, method, operation)


def _call(path: str, method: str, operation: Node) -> OperationNames:
    parameters = sorted(operation.mappings("parameters"), key=lambda one: _order(one, path))
    content = operation.mapping("requestBody").mapping("content")
    media = {status: [*answer.mapping("content")] for status, answer in operation.entries("responses")}
    layers = max((len(types) for types in media.values()), default=1) or 1
    return OperationNames(
        path=path,
        method=method,
        operation=operation,
        parameters={f"p{number}": parameter for number, parameter in enumerate(parameters, 1)},
        body={f"application/m{number}+json": media_type for number, media_type in enumerate(content, 1)},
        answers=tuple(
            {
                status: types[layer] if types else ""
                for status, types in media.items()
                if layer < len(types) or layer == 0
            }
            for layer in range(layers)
        ),
    )


def _order(parameter: Node, path: str) -> int:
    """Parameters of the path first, in its order; the others stay as they are."""
    found = path.find(f"{{{parameter.text('name')}}}") if parameter.get("in") == "path" else -1
    return found if found >= 0 else len(path)


def _headers(root: Node) -> Iterator[Node]:
    seen: set[tuple[str | int, ...]] = set()
    for call in _calls(root):
        for _, response in call.operation.entries("responses"):
            for _, header in response.entries("headers"):
                if header.pointer not in seen:
                    seen.add(header.pointer)
                    yield header
