"""Where schemas stand: in a document (OpenAPI 3.1.1, sections 4.8) and in one another (JSON Schema 2020-12).

Passes over schemas are written on `rewrite_schemas`, which knows the places in a document, and on
`rewrite_subschemas`, which knows the places in a schema.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from operator import is_
from typing import TypeAlias
from urllib.parse import unquote

from codegen.document.node import Json, Node, Pointer
from codegen.naming.words import class_name, pascal, words
from codegen.standard.inbound import Address
from codegen.standard.objects import METHODS

SCHEMAS = "#/components/schemas/"

SCHEMA_IN = frozenset({"items", "additionalProperties", "unevaluatedProperties", "then", "else"})
_CLOSING = frozenset({"items", "additionalProperties", "unevaluatedProperties"})
SCHEMAS_IN_LIST = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
SCHEMAS_BY_NAME = frozenset({"properties", "patternProperties", "dependentSchemas"})
WITH_SCHEMAS = SCHEMA_IN | SCHEMAS_IN_LIST | SCHEMAS_BY_NAME
"""The keywords whose schemas say what there can be in a value.

Those of ``not``, ``if``, ``contains``, ``propertyNames``, ``unevaluatedItems`` and ``contentSchema`` do not:
they say what is valid, and stay as they were written.
"""


@dataclass(frozen=True, slots=True)
class Use:
    """What a schema is for; one that is written inline is named after it."""

    name: str
    """As a class is named: ``UpdateClusterRequest``."""
    component: str | None = None
    """The key, if the schema is a component itself."""
    part: str = ""
    """The end of the name that says which part of something larger this is: ``SortOrder``, a parameter's.

    That of a body is ``Request``, of an answer ``Response`` or ``NotFoundResponse``.
    """
    is_parameter: bool = False
    """Whether it is that of a parameter or a header: written into a URL or a line, not into JSON."""


_PHRASES = {
    **{str(status.value): pascal(words(status.phrase)) for status in HTTPStatus},
    "1XX": "Informational",
    "2XX": "Success",
    "3XX": "Redirection",
    "4XX": "ClientError",
    "5XX": "ServerError",
    "default": "Default",
}


Change: TypeAlias = Callable[[Node, Use], Node]


def rewrite_subschemas(schema: Node, change: Callable[[Node], Node]) -> Node:
    """The schema with each of its direct subschemas changed."""
    return rewrite_keywords(schema, lambda child, _keyword, _name: change(child))


def rewrite_keywords(schema: Node, change: Callable[[Node, str, str | None], Node]) -> Node:
    """The schema with each of its direct subschemas changed: ``change(subschema, keyword, name)``.

    It is the schema itself if nothing changes: most passes have nothing to do with most of a document.

    `name` is the property's for the keywords that have named members. Boolean schemas are handed over as the
    mappings they are short for (JSON Schema 2020-12 core, 4.3.2), except ``additionalProperties: false``, its
    like and ``items: false``, which say that an object or an array is closed.
    """
    if WITH_SCHEMAS.isdisjoint(schema):
        return schema
    changes: dict[str, Json] = {}
    place = schema.pointer
    for keyword, value in schema.items():
        if keyword not in WITH_SCHEMAS:
            continue
        if keyword in SCHEMA_IN:
            if value is not False or keyword not in _CLOSING:
                child = value if isinstance(value, Node) else as_schema(value, (*place, keyword))
                changes[keyword] = change(child, keyword, None)
        elif keyword in SCHEMAS_IN_LIST and isinstance(value, list):
            children = [
                child if isinstance(child, Node) else as_schema(child, (*place, keyword, index))
                for index, child in enumerate(value)
            ]
            changes[keyword] = unless_same(value, [change(child, keyword, None) for child in children])
        elif keyword in SCHEMAS_BY_NAME and isinstance(value, Node):
            changes[keyword] = value.with_items(
                **{
                    name: change(
                        child if isinstance(child, Node) else as_schema(child, (*value.pointer, name)),
                        keyword,
                        name,
                    )
                    for name, child in value.items()
                }
            )
    return schema.with_items(**changes) if changes else schema


def unless_same(old: list[Json], new: list[Json]) -> list[Json]:
    """The new list, or the old one if the same things are in both."""
    return old if len(old) == len(new) and all(map(is_, old, new)) else new


def subschemas(schema: Node) -> Iterator[tuple[Node, str, str | None]]:
    """Each direct subschema that is no boolean, with its keyword and, where members have names, its name."""
    for keyword, value in schema.items():
        if keyword not in WITH_SCHEMAS:
            continue
        if keyword in SCHEMA_IN and isinstance(value, Node):
            yield value, keyword, None
        elif keyword in SCHEMAS_IN_LIST and isinstance(value, list):
            for child in value:
                if isinstance(child, Node):
                    yield child, keyword, None
        elif keyword in SCHEMAS_BY_NAME and isinstance(value, Node):
            for name, child in value.items():
                if isinstance(child, Node):
                    yield child, keyword, name


def as_schema(value: Json, pointer: Pointer) -> Node:
    """The schema as a mapping, be it written as a boolean."""
    if isinstance(value, Node):
        return value
    return Node({} if value is True else {"not": Node(pointer=pointer)}, pointer=pointer)


def rewrite_schemas(root: Node, change: Change) -> Node:
    """A copy of the document in which each schema that is not within another was changed."""
    return _Rewriting(change).document(root)


def rewrite_operations(root: Node, change: Callable[[Node], Node]) -> Node:
    """A copy of the document in which each operation under ``paths`` was changed."""
    if "paths" not in root:
        return root
    paths = {
        path: item.with_items(
            **{method: change(item.mapping(method)) for method in METHODS if method in item}
        )
        for path, item in root.entries("paths")
    }
    return root.with_items(paths=root.mapping("paths").with_items(**paths))


def every_schema(root: Node) -> list[Node]:
    """Each schema of the document, those within others too, outer before inner."""
    found: list[Node] = []

    def see(schema: Node) -> Node:
        found.append(schema)
        return rewrite_subschemas(schema, see)

    rewrite_schemas(root, lambda schema, _: see(schema))
    return found


def mappings_in(root: Node) -> Iterator[Node]:
    """Every mapping of the document, whatever it is: a quick look, before schemas are looked for."""
    pending: list[Json] = [root]
    while pending:
        part = pending.pop()
        if isinstance(part, Node):
            yield part
            pending.extend(value for value in part.values() if isinstance(value, (Node, list)))
        elif isinstance(part, list):
            pending.extend(value for value in part if isinstance(value, (Node, list)))


class _Rewriting:
    def __init__(self, change: Change) -> None:
        self._change = change

    def document(self, root: Node) -> Node:
        changes: dict[str, Json] = {}
        if "components" in root:
            changes["components"] = self._components(root.mapping("components"))
        if "paths" in root:
            changes["paths"] = _each(root.mapping("paths"), self._path_item, extended=True)
        return root.with_items(**changes)

    def _components(self, components: Node) -> Node:
        kinds: dict[str, Callable[[str, Node], Node]] = {
            "parameters": lambda name, node: self._parameter(node, "", class_name(name)),
            "headers": lambda name, node: self._parameter(node, "", class_name(name)),
            "requestBodies": lambda name, node: self._content(node, *_role(name, "Request", "Body")),
            "responses": lambda name, node: self._response(node, *_role(name, "Response")),
            "pathItems": self._path_item,
        }
        changes: dict[str, Json] = {
            kind: _each(components.mapping(kind), change)
            for kind, change in kinds.items()
            if kind in components
        }
        if "schemas" in components:
            schemas = components.mapping("schemas")
            changed = {
                name: self._change(as_schema(schema, (*schemas.pointer, name)), Use(class_name(name), name))
                for name, schema in schemas.items()
            }
            changes["schemas"] = schemas.with_items(**changed)
        return components.with_items(**changes)

    def _path_item(self, path: str, item: Node) -> Node:
        changes: dict[str, Json] = {
            method: self._operation(item.mapping(method), method, path)
            for method in METHODS
            if method in item
        }
        if "parameters" in item:
            address = Address.of(path)
            owner = address.in_words("post") if address else path
            changes["parameters"] = self._parameters(item, _part(owner))
        return item.with_items(**changes)

    def _operation(self, operation: Node, method: str, path: str) -> Node:
        name = class_name(called(operation, path, method))
        changes: dict[str, Json] = {}
        if "parameters" in operation:
            changes["parameters"] = self._parameters(operation, name)
        if "requestBody" in operation:
            changes["requestBody"] = self._content(operation.mapping("requestBody"), name, "Request")
        if "responses" in operation:
            responses = operation.mapping("responses")
            roles = _response_names(responses)
            changes["responses"] = _each(
                responses,
                lambda status, node: self._response(node, name, roles[status]),
                extended=True,
            )
        return operation.with_items(**changes)

    def _parameters(self, owner: Node, name: str) -> list[Json]:
        parameters: list[Json] = [
            self._parameter(parameter, name, _part(parameter.text("name")))
            for parameter in owner.mappings("parameters")
        ]
        return unless_same(owner.values_of("parameters"), parameters)

    def _parameter(self, parameter: Node, owner: str, part: str) -> Node:
        """Parameters and headers alike (OpenAPI 3.1.1, 4.8.12 and 4.8.21)."""
        name = owner + part
        parameter = self._content(parameter, owner, part)
        if "schema" not in parameter:
            return parameter
        schema = as_schema(parameter["schema"], (*parameter.pointer, "schema"))
        return parameter.with_items(schema=self._change(schema, Use(name, part=part, is_parameter=True)))

    def _response(self, response: Node, owner: str, part: str) -> Node:
        name = owner + part
        if "headers" in response:
            headers = _each(
                response.mapping("headers"),
                lambda header, node: self._parameter(node, name, _part(header)),
            )
            response = response.with_items(headers=headers)
        return self._content(response, owner, part)

    def _content(self, holder: Node, owner: str, part: str) -> Node:
        if "content" not in holder:
            return holder
        use = Use(owner + part, part=part)
        return holder.with_items(
            content=_each(holder.mapping("content"), lambda _, media: self._media_type(media, use))
        )

    def _media_type(self, media: Node, use: Use) -> Node:
        if "schema" not in media:
            return media
        schema = as_schema(media["schema"], (*media.pointer, "schema"))
        return media.with_items(schema=self._change(schema, use))


@cache
def _part(text: str) -> str:
    """The same few parameters and headers have their names in each pass."""
    return pascal(words(text))


def _each(members: Node, change: Callable[[str, Node], Node], *, extended: bool = False) -> Node:
    """Each member of a mapping whose keys the author chose; if it may be `extended`, not ``x-`` keys."""
    return members.with_items(
        **{
            key: change(key, value)
            for key, value in members.items()
            if isinstance(value, Node) and not (extended and key.startswith("x-"))
        }
    )


def called(operation: Node, path: str, method: str) -> str:
    """What an operation is called; one without an id by its method and path."""
    if given := operation.text("shortId") or operation.text("operationId"):
        return given
    address = Address.of(path)
    return address.in_words(method) if address else f"{method} {path}"


def _role(name: str, *roles: str) -> tuple[str, str]:
    """``CreateCluster`` and ``Request`` for the body ``CreateCluster``; a name may say its role already."""
    chosen = class_name(name)
    said = next((role for role in roles if chosen.endswith(role)), None)
    return (chosen, roles[0]) if said is None else (chosen.removesuffix(said), said)


def _response_names(responses: Mapping[str, Json]) -> dict[str, str]:
    """``Response`` for the first success, ``NotFoundResponse`` for any other status."""
    successes = sorted(status for status in responses if status.startswith("2"))
    main = successes[0] if successes else "default"
    return {
        status: "Response" if status == main else f"{_status_words(status)}Response" for status in responses
    }


def _status_words(status: str) -> str:
    return _PHRASES.get(status, f"Status{status}")


ERROR_RESPONSES = frozenset(
    f"{phrase}Response" for status, phrase in _PHRASES.items() if status[0] in {"4", "5", "d"}
)
"""The parts of names that belong to answers which are no success."""


@cache
def target(reference: str) -> Pointer:
    """The pointer in a reference's fragment (RFC 6901, section 6), keys and indices as text."""
    tokens = unquote(reference.removeprefix("#")).split("/")[1:]
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in tokens)


def component(schema: Node) -> str | None:
    """The key of the component schema that a reference names; None for anything else."""
    if "$ref" not in schema:
        return None
    pointer = target(schema.text("$ref"))
    return str(pointer[2]) if len(pointer) == 3 and pointer[:2] == ("components", "schemas") else None


def reference_to(name: str) -> str:
    """The reference to a component schema."""
    return SCHEMAS + name.replace("~", "~0").replace("/", "~1")
