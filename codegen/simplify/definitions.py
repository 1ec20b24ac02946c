"""Makes components of schemas that are referred to or defined elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, repeat

from codegen.document.node import Json, Node, Pointer
from codegen.document.pointers import tokens
from codegen.document.problems import Problem, Refused
from codegen.naming.inline.holders import Holders
from codegen.naming.inline.place_names import Path, one_of
from codegen.naming.strategies import classes_of_last
from codegen.naming.words import class_name, pascal, words
from codegen.standard.census import census_of
from codegen.standard.keywords import DESCRIBING, Shape
from codegen.standard.positions import Document, Position, rewrite_schemas
from codegen.standard.schemas import origin, reference_to, rewrite_subschemas

_ANCHORS = ("$anchor", "$dynamicAnchor")
_HELD = ("$defs", "definitions")
_KEYWORDS = frozenset({*_ANCHORS, *_HELD, "$dynamicRef"})


def name_definitions(document: Document) -> Document:
    """Let each reference to a schema name a component, by moving what it means there.

    A reference may lead to any schema of the document, by a pointer or by an anchor (JSON Schema 2020-12
    core, 8.2.2 and 8.2.3; OpenAPI 3.1.1, 4.8.24.2): what it means becomes a component, once, named after its
    place, and a reference is left there. The members of ``$defs``, or of ``definitions`` as it was once
    called (core, 8.2.4), become components, whether somebody refers to them or not. A ``$dynamicRef`` means
    its anchor: nothing in one document overrides it.

    Raises:
        Refused: A reference leads to something that is not a schema (rule ``reference``).
    """
    census = document.census or census_of(document.root)
    is_concerned = not _KEYWORDS.isdisjoint(census.keys) or any(map(_leads_elsewhere, census.references))
    return _Definitions(document).document() if is_concerned else document


def _leads_elsewhere(reference: str) -> bool:
    place = tokens(reference)
    return not (len(place) == 3 and place[0] == "components")


class _Definitions:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._anchors: dict[str, Pointer] = {}
        self._wanted: set[Pointer] = set()
        self._names: dict[Pointer, str] = {}
        self._components: dict[str, Node] = {}
        self._taken = {class_name(name) for name in document.schemas}

    def document(self) -> Document:
        places = list(_places(self._document))
        for schema, _ in places:
            for key in _ANCHORS:
                if key in schema:
                    self._anchors.setdefault(schema.text(key), _plain(schema.pointer))
        references = [schema for schema, _ in places if "$dynamicRef" in schema or "$ref" in schema]
        meant = {place for schema in references if (place := self._meant(schema))}
        self._wanted = {place for place in meant if not _is_component(place)}
        definitions = {_plain(child.pointer): name for schema, _ in places for name, child in _held(schema)}
        if not (meant or definitions):
            return self._document
        for schema, path in places:
            place = _plain(schema.pointer)
            if place in self._wanted or place in definitions:
                self._names[place] = self._choose(definitions.get(place), path)
        return rewrite_schemas(self._document, self._change).with_schemas(self._components)

    def _meant(self, schema: Node) -> Pointer | None:
        """The target of a reference; None if it is a component and need not be written otherwise."""
        reference = schema.text("$dynamicRef") or schema.text("$ref")
        if not reference.startswith("#/"):
            return self._anchors.get(reference.removeprefix("#"))
        place = tokens(reference)
        if _is_component(place):
            return place if "$dynamicRef" in schema else None
        return _plain(origin(self._document.root, place))

    def _choose(self, definition: str | None, path: Path) -> str:
        """The key of the new component: the name in ``$defs``, else that of the place."""
        own = class_name("".join(path))
        for candidate in _candidates(own if definition is None else class_name(definition), own):
            if candidate not in self._taken:
                self._taken.add(candidate)
                return candidate
        raise AssertionError("the candidates do not end")

    def _change(self, schema: Node, position: Position) -> Node:
        return self._inner(schema) if position.component is not None else self._moved(schema)

    def _moved(self, schema: Node) -> Node:
        """The schema, or a reference to the component that it became."""
        name = self._names.get(_plain(schema.pointer))
        if name is None:
            return self._inner(schema)
        self._components[name] = Node(pointer=schema.pointer)  # outer before inner
        self._components[name] = self._inner(schema)
        return Node({"$ref": reference_to(name)}, pointer=schema.pointer)

    def _inner(self, schema: Node) -> Node:
        for _, child in _held(schema):
            self._moved(child)
        schema = rewrite_subschemas(schema.without(*_HELD), self._moved)
        meant = self._meant(schema) if "$ref" in schema or "$dynamicRef" in schema else None
        if meant is None:
            return schema
        name = str(meant[2]) if _is_component(meant) else self._names.get(meant)
        if name is None:
            raise Refused([Problem("the reference leads to no schema", "reference", schema.pointer)])
        changes: dict[str, Json] = {"$ref": reference_to(name)}
        return schema.without("$dynamicRef").with_items(**changes)


def _candidates(first: str, second: str) -> Iterator[str]:
    yield first
    yield second
    yield f"{second}Definition"
    for number in count(2):
        yield f"{second}Definition{number}"


def _places(document: Document) -> Iterator[tuple[Node, Path]]:
    """Every schema of the document with its name in parts, those in ``$defs`` too, outer before inner."""
    found: list[tuple[Node, Path]] = []

    def visit(schema: Node, path: Path) -> Node:
        found.append((schema, path))
        for name, child in _held(schema):
            visit(child, (*path, pascal(words(name))))
        for child, keyword, property_ in _described(schema):
            visit(child, _path(schema, child, keyword, property_, path))
        return schema

    components = document.root.mapping("components")
    titles = {key: one.text("title") for key, one in components.entries("schemas")}
    names = Holders(document, classes_of_last(titles))
    rewrite_schemas(document, lambda schema, position: visit(schema, ("".join(names.path(position)),)))
    return iter(found)


def _path(holder: Node, child: Node, keyword: str, property_: str | None, path: Path) -> Path:
    """The name of a schema within another: that of a property or an item, else of the whole."""
    if keyword == "properties" and property_ is not None:
        return (*path, pascal(words(property_)))
    if keyword in {"items", "additionalProperties"}:
        is_list = holder.get("type") == "array"
        return (*path[:-1], one_of(path[-1], is_list=is_list, is_enum="enum" in child))
    return path


def _described(schema: Node) -> Iterator[tuple[Node, str, str | None]]:
    """Each direct subschema, booleans as mappings, with its keyword and the name of a property."""
    for keyword, value in schema.items():
        children: list[Node] = []

        def take(child: Node, children: list[Node] = children) -> Node:
            children.append(child)
            return child

        rewrite_subschemas(Node({keyword: value}, pointer=schema.pointer), take)
        names = value if isinstance(value, Node) and DESCRIBING.get(keyword) is Shape.MAP else repeat(None)
        yield from ((child, keyword, name) for child, name in zip(children, names, strict=False))


def _held(schema: Node) -> list[tuple[str, Node]]:
    """The definitions that a schema holds for others."""
    return [member for keyword in _HELD for member in schema.entries(keyword)]


def _plain(pointer: Pointer) -> Pointer:
    """The pointer with indices as text, as a reference has them."""
    return tuple(str(token) for token in pointer)


def _is_component(pointer: Pointer) -> bool:
    return len(pointer) == 3 and pointer[:2] == ("components", "schemas")
