"""A document with its inbound requests, and the positions of schemas in it (OpenAPI 3.1.1, section 4.8).

Passes over schemas use `rewrite_schemas`, which knows the positions in a document, and
`codegen.standard.schemas`, which knows those in a schema.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from codegen.document.node import Json, Node, Pointer
from codegen.standard.census import Census
from codegen.standard.http_methods import with_operations
from codegen.standard.inbound import InboundKey, PathKey
from codegen.standard.schemas import as_schema, unless_same


class Document(Struct, frozen=True):
    """A document and, beside it, the path items of its webhooks and callbacks.

    These also stay in the document itself, since references may lead there.
    """

    root: Node
    received: Mapping[InboundKey, Node] = field(default_factory=dict)
    extended: Mapping[Pointer, str] = field(default_factory=dict)
    """The components that references in unions named, by the pointers of the references.

    It has the references that are gone, because an ``allOf`` around the union added something to each member.
    """
    events: frozenset[Pointer] = frozenset()
    """The media types of responses whose items have the fields of an event, by their pointers.

    The shared media types among them are of any name.
    """
    census: Census | None = None
    """What occurred in the document before it was simplified, if somebody has looked."""

    @property
    def schemas(self) -> Node:
        """The component schemas."""
        return self.root.mapping("components").mapping("schemas")

    def lacks(self, keys: Collection[str]) -> bool:
        """Whether no mapping had any of the keys before the document was simplified."""
        return self.census is not None and self.census.keys.isdisjoint(keys)

    def with_schemas(self, added: Mapping[str, Node]) -> Document:
        """The document with further component schemas, or others under the same keys."""
        if not added:
            return self
        schemas = self.schemas.with_items(**added)
        components = self.root.mapping("components").with_items(schemas=schemas)
        return replace(self, root=self.root.with_items(components=components))

    def path_items(self) -> Iterator[tuple[PathKey, Node]]:
        """The path items of outgoing requests, then those of inbound requests."""
        yield from self.root.entries("paths")
        yield from self.received.items()


class Holder(Struct, frozen=True):
    """A part of the document that contains a schema, directly or in another part."""

    kind: str
    """As in `codegen.standard.objects`.

    ``"pathItem"``, ``"operation"``, ``"parameter"``, ``"header"``, ``"requestBody"``, ``"response"`` or, of
    the components alone, ``"mediaType"``.
    """
    key: PathKey
    """The path, method, name or status; for a component, its key."""
    node: Node
    is_shared: bool = False
    """Whether it is one of the components."""


class Position(Struct, frozen=True):
    """The position of a schema that is not in another schema."""

    holders: tuple[Holder, ...] = ()
    """The parts that contain it, outermost first: a path item, an operation, a response.

    Empty for a component schema.
    """
    component: str | None = None
    """The key of a component schema."""
    is_parameter: bool = False
    """Whether it is the schema of a parameter or a header, whose values are not written as JSON."""
    place: Pointer = ()
    """The pointer of the parameter, header or media type that has the schema.

    The ``content`` of a parameter or a header has one media type (4.8.12.4), whose schema counts as its own.
    """
    media_type: str = ""
    """The media type of the content that it describes; empty if there is none, or it is not known here."""


Change: TypeAlias = Callable[[Node, Position], Node | None]
"""Returns the new schema, or None to remove it."""


def rewrite_schemas(document: Document, change: Change) -> Document:
    """A copy of the document with each schema changed that is not in another schema."""
    return _Rewriting(change).document(document)


def rewrite_path_items(document: Document, change: Callable[[Node], Node]) -> Document:
    """A copy of the document with each path item changed, also those of inbound requests."""
    root = document.root.with_entries("paths", change)
    received = {key: change(item) for key, item in document.received.items()}
    return replace(document, root=root, received=received)


def rewrite_operations(document: Document, change: Callable[[Node], Node]) -> Document:
    """A copy of the document with each operation changed, also the inbound ones."""
    return rewrite_path_items(
        document, lambda item: with_operations(item, lambda _, operation: change(operation))
    )


_Holders: TypeAlias = tuple[Holder, ...]


class _Rewriting:
    def __init__(self, change: Change) -> None:
        self._change = change

    def document(self, document: Document) -> Document:
        root = document.root
        changes: dict[str, Json] = {}
        if "components" in root:
            changes["components"] = self._components(root.mapping("components"))
        if "paths" in root:
            changes["paths"] = _each(
                root.mapping("paths"),
                lambda path, item: self._path_item(Holder("pathItem", path, item)),
            )
        received = {
            key: self._path_item(Holder("pathItem", key, item)) for key, item in document.received.items()
        }
        return replace(document, root=root.with_items(**changes), received=received)

    def _components(self, components: Node) -> Node:
        kinds: dict[str, Callable[[str, Node], Node]] = {
            "parameters": lambda key, node: self._value(Holder("parameter", key, node, is_shared=True)),
            "headers": lambda key, node: self._value(Holder("header", key, node, is_shared=True)),
            "requestBodies": lambda key, node: self._body(Holder("requestBody", key, node, is_shared=True)),
            "responses": lambda key, node: self._response(Holder("response", key, node, is_shared=True)),
            "pathItems": lambda key, node: self._path_item(Holder("pathItem", key, node, is_shared=True)),
            "mediaTypes": lambda key, node: self._media_type(Holder("mediaType", key, node, is_shared=True)),
        }
        changes: dict[str, Json] = {
            kind: _each(components.mapping(kind), change)
            for kind, change in kinds.items()
            if kind in components
        }
        if "schemas" in components:
            schemas = components.mapping("schemas")
            changes["schemas"] = schemas.with_changed(
                (key, self._change(as_schema(schema, place), Position(component=key, place=place)))
                for key, schema in schemas.items()
                for place in [(*schemas.pointer, key)]
            )
        return components.with_items(**changes)

    def _path_item(self, holder: Holder) -> Node:
        holders = (holder,)
        item = with_operations(
            holder.node, lambda method, operation: self._operation(method.lower(), operation, holders)
        )
        if "parameters" not in item:
            return item
        return item.with_items(parameters=self._parameters(item, holders))

    def _operation(self, method: str, operation: Node, around: _Holders) -> Node:
        holders = (*around, Holder("operation", method, operation))
        changes: dict[str, Json] = {}
        if "parameters" in operation:
            changes["parameters"] = self._parameters(operation, holders)
        if "requestBody" in operation:
            body = Holder("requestBody", "", operation.mapping("requestBody"))
            changes["requestBody"] = self._body(body, holders)
        if "responses" in operation:
            changes["responses"] = _each(
                operation.mapping("responses"),
                lambda status, node: self._response(Holder("response", status, node), holders),
            )
        return operation.with_items(**changes)

    def _parameters(self, owner: Node, around: _Holders) -> list[Json]:
        parameters: list[Json] = [
            self._value(Holder("parameter", parameter.text("name"), parameter), around)
            for parameter in owner.mappings("parameters")
        ]
        return unless_same(owner.values_of("parameters"), parameters)

    def _value(self, holder: Holder, around: _Holders = ()) -> Node:
        """Parameters and headers alike (OpenAPI 3.1.1, 4.8.12 and 4.8.21)."""
        holders, place = (*around, holder), holder.node.pointer
        value = self._content(holder.node, holders, place)
        return self._with_schema(value, Position(holders, is_parameter=True, place=place))

    def _body(self, holder: Holder, around: _Holders = ()) -> Node:
        return self._content(holder.node, (*around, holder))

    def _response(self, holder: Holder, around: _Holders = ()) -> Node:
        response, holders = holder.node, (*around, holder)
        if "headers" in response:
            headers = _each(
                response.mapping("headers"),
                lambda name, node: self._value(Holder("header", name, node), holders),
            )
            response = response.with_items(headers=headers)
        return self._content(response, holders)

    def _content(self, owner: Node, holders: _Holders, place: Pointer = ()) -> Node:
        """The media types of a part; `place` is that of the part if it has their schema itself."""
        if "content" not in owner:
            return owner
        return owner.with_items(
            content=_each(
                owner.mapping("content"),
                lambda name, media: self._with_schema(
                    media, Position(holders, place=place or media.pointer, media_type=name)
                ),
            )
        )

    def _media_type(self, holder: Holder) -> Node:
        return self._with_schema(holder.node, Position((holder,), place=holder.node.pointer))

    def _with_schema(self, owner: Node, position: Position) -> Node:
        """A parameter, a header or a media type with its schema changed."""
        if "schema" not in owner:
            return owner
        schema = self._change(as_schema(owner["schema"], (*owner.pointer, "schema")), position)
        return owner.without("schema") if schema is None else owner.with_items(schema=schema)


def _each(members: Node, change: Callable[[str, Node], Node]) -> Node:
    """Each member of a mapping whose keys the author chose."""
    return members.with_changed(
        (key, change(key, value)) for key, value in members.items() if isinstance(value, Node)
    )
