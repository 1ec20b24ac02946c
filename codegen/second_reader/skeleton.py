"""The simplified document as openapi-python-client is shown it: structure alone, under canonical names.

No text of the author is in a skeleton: no title, description, example, default, pattern or value of an
enum, and no name. So nothing in a document can trip its parser or reach its output.

It is many small documents: for each schema the parser copies its list of those before, so that one large
document would take it more than twice the memory. A piece has some components or some operations and, to be
referred to, what they mention, each class an empty object.

Beyond the plain translation, the skeleton shows what the parser does not read as something it does:

- ``Types1``, ``Types2`` and so on are objects whose properties ``t1``, ``t2`` and so on have the types of
  whatever has one: properties, parameters, bodies, answers, headers, components that are no class, what named
  unions are made of. Objects ``F1`` and operations ``o1`` are shown with any values, since the parser copies
  all that an operation reaches, three times.
- Each answer of an operation is one of its own, so that its media types, of which the parser reads one, are
  types like all others.
- What is alike under canonical names is shown once, types as well as objects and operations: the 1,223
  operations of GitHub's document and their answers have 104 forms. Of an enumeration one value is shown.
- A map becomes a component ``M1``: the parser makes a class of each object, and the type of the class's
  additional properties is that of the map's values.
- A class is an empty object where it is referred to, which the parser need not look into, however classes
  contain each other.
- Every parameter is shown as a query parameter: the parser forbids types in paths and headers that the
  standard allows. That the path has its parameters was checked before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from codegen.document.node import Node, Pointer
from codegen.simplify.classes import is_class, is_open
from codegen.simplify.positions import component, reference_to
from codegen.standard.media_types import Codec, codec
from codegen.standard.objects import METHODS

_AT_ONCE = 200
"""Components, types or operations in a piece."""

_CLASS: dict[str, Any] = {"type": "object", "additionalProperties": False}
"""What a class is where it is referred to."""

_FORMATS = frozenset({"uuid", "date", "date-time", "binary"})
"""The formats that have a type of their own."""


@dataclass(frozen=True, slots=True)
class AnswerNames:
    """What the canonical names of an answer stand for."""

    shown: str
    """The operation of the skeleton that has this answer: ``o2``."""
    content: Mapping[str, str]
    """Media types to their types."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationNames:
    """What the canonical names within an operation stand for; types are by their names: ``t1``."""

    path: str
    method: str
    operation: Node
    parameters: Mapping[str, tuple[Node, str]]
    """``p1`` to the parameter and its type."""
    body: Mapping[str, tuple[str, str]]
    """``application/m1+json`` to the media type and its type."""
    shown: str
    """The operation of the skeleton that has the parameters and the body: ``o1``."""
    answers: Mapping[str, AnswerNames]
    """What answers are called, by their statuses."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A document for openapi-python-client."""

    names: tuple[str, ...]
    """The components, types or operations that it is about; any other is there to be referred to."""
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ObjectNames:
    """What the canonical names within an object stand for."""

    shown: str
    """The object of the skeleton: ``F1``."""
    properties: tuple[tuple[str, str], ...]
    """The names of the properties, and of their types: the first is ``p1``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """Documents for openapi-python-client, and the way back from their names."""

    pieces: tuple[Piece, ...]
    types: tuple[str, ...]
    """The components whose properties are the types of all; no two have one name."""
    components: Mapping[str, str]
    """``S1`` to the component's key."""
    objects: Mapping[str, ObjectNames]
    """A component's key to what is shown of it, if it is an object with properties, or closed."""
    aliases: Mapping[str, str]
    """The key of a component without a class, or of a named union, to its type: ``t1``."""
    headers: Mapping[Pointer, str]
    """The place of a response header to its type."""
    extras: Mapping[str, str]
    """The key of a class that has further properties to their type."""
    calls: tuple[OperationNames, ...]


def skeleton(simplified: Node) -> Skeleton:
    """The skeleton of a document that `codegen.simplify` has simplified."""
    return _Building(simplified).skeleton()


class _Building:
    def __init__(self, root: Node) -> None:
        self._root = root
        self._schemas = dict(root.mapping("components").entries("schemas"))
        self._names = {key: f"S{number}" for number, key in enumerate(self._schemas, 1)}
        self._maps: dict[str, Any] = {}
        self._types: dict[str, Any] = {}
        self._forms: dict[str, Any] = {}
        self._operations: dict[str, Any] = {}
        self._known: dict[str, str] = {}
        """The names of maps, types, objects and operations, by what they are in JSON."""

    def skeleton(self) -> Skeleton:
        components = {
            self._names[key]: self._component(schema)
            for key, schema in self._schemas.items()
            if "$ref" not in schema
        }
        aliases = {
            key: self._type(
                schema if "$ref" in schema or "oneOf" in schema else Node({"$ref": reference_to(key)})
            )
            for key, schema in self._schemas.items()
            if "oneOf" in schema or not is_class(schema)
        }
        extras = {
            key: self._type(schema.mapping("additionalProperties"))
            for key, schema in self._schemas.items()
            if is_open(schema)
        }
        headers = {header.pointer: self._type(header.mapping("schema")) for header in _headers(self._root)}
        calls = tuple(self._calls())
        objects = {
            key: self._object(schema)
            for key, schema in self._schemas.items()
            if "properties" in schema or schema.get("additionalProperties") is False
        }
        types = {
            f"Types{number}": {"type": "object", "properties": some, "additionalProperties": False}
            for number, some in enumerate(_portions(self._types), 1)
        }
        known = components | self._maps
        own = {name: shape for name, shape in known.items() if shape != _CLASS} | self._forms
        return Skeleton(
            pieces=(
                *(
                    Piece(tuple(some), _document({}, _hollow(known, some) | some))
                    for some in (*_portions(own), *({name: some} for name, some in types.items()))
                ),
                *(Piece(tuple(some), _document(_paths(some), {})) for some in _portions(self._operations)),
            ),
            types=tuple(types),
            components={name: key for key, name in self._names.items()},
            objects=objects,
            aliases=aliases,
            headers=headers,
            extras=extras,
            calls=calls,
        )

    def _component(self, schema: Node) -> dict[str, Any]:
        if not is_class(schema):
            return self._map(schema) if schema.get("type") == "object" else self._shape(schema)
        if "enum" in schema:
            return {"type": schema["type"], "enum": [1] if schema.get("type") == "integer" else ["v1"]}
        return _CLASS

    def _object(self, schema: Node) -> ObjectNames:
        properties = schema.entries("properties")
        required = {*map(str, schema.values_of("required"))}
        form = {
            "type": "object",
            "properties": {f"p{number}": {} for number in range(1, len(properties) + 1)},
            "required": [f"p{number}" for number, (name, _) in enumerate(properties, 1) if name in required],
            "additionalProperties": False,
        }
        return ObjectNames(
            self._once("F", form, self._forms),
            tuple((name, self._type(property_)) for name, property_ in properties),
        )

    def _shape(self, schema: Node) -> dict[str, Any]:
        if (key := component(schema)) is not None:
            return {"$ref": f"#/components/schemas/{self._names[key]}"}
        for keyword in ("anyOf", "oneOf"):
            if keyword in schema:
                return {"anyOf": [self._shape(member) for member in schema.mappings(keyword)]}
        type_ = schema.text("type")
        if type_ == "object":
            return {"$ref": f"#/components/schemas/{self._once('M', self._map(schema), self._maps)}"}
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

    def _type(self, schema: Node, *, is_parameter: bool = False) -> str:
        """The name of the type of a schema."""
        shape = self._shape(schema)
        return self._once("t", _without_files(shape) if is_parameter else shape, self._types)

    def _once(self, letter: str, shape: dict[str, Any], named: dict[str, Any]) -> str:
        """The name of a shape, which is the same wherever it is met."""
        key = f"{letter}{json.dumps(shape)}"
        if key not in self._known:
            self._known[key] = f"{letter}{len(named) + 1}"
            named[self._known[key]] = shape
        return self._known[key]

    def _calls(self) -> Iterator[OperationNames]:
        for path, method, operation in _operations(self._root):
            parameters = sorted(operation.mappings("parameters"), key=lambda one: _order(one, path))
            content = operation.mapping("requestBody").entries("content")
            body = {
                f"application/m{number}+json": (media_type, self._type(media.mapping("schema")))
                for number, (media_type, media) in enumerate(content, 1)
            }
            request: dict[str, Any] = {
                "parameters": [*_parameters(parameters)],
                **({"requestBody": _body(operation, body)} if body else {}),
                "responses": {},
            }
            yield OperationNames(
                path=path,
                method=method,
                operation=operation,
                parameters={
                    f"p{number}": (one, self._type(one.mapping("schema"), is_parameter=True))
                    for number, one in enumerate(parameters, 1)
                },
                body=body,
                shown=self._once("o", request, self._operations),
                answers=dict(self._answers(operation)),
            )

    def _answers(self, operation: Node) -> Iterator[tuple[str, AnswerNames]]:
        for status, answer in operation.entries("responses"):
            content = {
                media_type: self._type(media.mapping("schema"))
                for media_type, media in answer.entries("content")
            }
            shape: dict[str, Any] = {"responses": {status: _response(has_content=bool(content))}}
            yield status, AnswerNames(self._once("o", shape, self._operations), content)


def _paths(operations: Mapping[str, Any]) -> dict[str, Any]:
    return {f"/{name}": {"post": {"operationId": name, **shape}} for name, shape in operations.items()}


def _parameters(parameters: Iterable[Node]) -> Iterator[dict[str, Any]]:
    for number, parameter in enumerate(parameters, 1):
        required = parameter.get("required") is True
        yield {"name": f"p{number}", "in": "query", "required": required, "schema": {}}


def _body(operation: Node, media_types: Iterable[str]) -> dict[str, Any]:
    required = operation.mapping("requestBody").get("required") is True
    return {"required": required, "content": {canonical: {"schema": {}} for canonical in media_types}}


def _response(*, has_content: bool) -> dict[str, Any]:
    response: dict[str, Any] = {"description": ""}
    return response | {"content": {"application/json": {"schema": {}}}} if has_content else response


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


def _hollow(components: Mapping[str, Any], shape: Any) -> dict[str, Any]:
    """The components that a shape mentions and those they are made of.

    Objects are without what is in them: the parser copies them again and again.
    """
    found: dict[str, Any] = {}
    names = [*_mentioned(shape)]
    while names:
        name = names.pop()
        if name not in found:
            shape = components[name]
            found[name] = {"type": "object"} if shape.get("type") == "object" else shape
            names += _mentioned(found[name])
    return found


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


def _operations(root: Node) -> Iterator[tuple[str, str, Node]]:
    for path, item in root.entries("paths"):
        for method in METHODS:
            if isinstance(operation := item.get(method), Node):
                yield path, method, operation


def _order(parameter: Node, path: str) -> int:
    """Parameters of the path first, in its order; the others stay as they are."""
    found = path.find(f"{{{parameter.text('name')}}}") if parameter.get("in") == "path" else -1
    return found if found >= 0 else len(path)


def _headers(root: Node) -> Iterator[Node]:
    seen: set[Pointer] = set()
    for _, _, operation in _operations(root):
        for _, response in operation.entries("responses"):
            for _, header in response.entries("headers"):
                if header.pointer not in seen:
                    seen.add(header.pointer)
                    yield header
