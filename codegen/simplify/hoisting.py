"""Objects, enums and unions to be named, written inline, become components, named as a person would.

The rules, in this order; the first name that no other class has is taken:

1. The schema's ``title``, if it reads as a name and no other inline schema has the same.
2. If several places have the same class, what their names end with (see `codegen.simplify.sharing`).
3. Where it is used: an operation's ``operationId`` with ``Request``, ``Response`` (the first success),
   ``NotFoundResponse`` (any other status) or the parameter's name; a component's name with a property's, in
   the singular for the items of an array and the values of a map. A member of a named union has the
   union's name with what sets the member apart: the one value of a property, else a property of its own.
4. That name with ``Model`` for an object, ``Kind`` for an enum, ``Variant`` for a union; then with 2, 3 and
   so on.

The names of the author's components come first, then the shared ones, so that no class of one place takes
one of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count

from codegen.document import Node, Pointer
from codegen.names import class_name, pascal, singular, words
from codegen.simplify.canonical import annotations_of
from codegen.simplify.positions import Use, every_schema, reference_to, rewrite_keywords, rewrite_schemas
from codegen.simplify.sharing import Path, Place, Shared, shared_classes, title_as_name

_ESCAPED = re.compile(r'["\\\x00-\x1f]')

OF_THE_USE = ("default", "deprecated", "readOnly", "writeOnly", "x-python-name")
"""Annotations of a property that are about this property, not about the class of its values."""


def hoist_inline_schemas(root: Node) -> Node:
    """Move each inline object with properties, enum and union to be named to a component of its own.

    A reference means the schema it names (JSON Schema 2020-12 core, 8.2.3.1), so nothing changes but where
    the schemas stand. A schema that several places share, as the members of ``allOf`` do, is moved once.
    """
    return _Hoisting(root).document()


def is_class(schema: Node) -> bool:
    """Whether the schema has a name of its own: an object with properties, an enum, or a named union."""
    if "oneOf" in schema:
        return True
    if "enum" in schema:
        return is_enumeration(schema)
    return schema.get("type") == "object" and (
        "properties" in schema or schema.get("additionalProperties") is False
    )


def is_open(schema: Node) -> bool:
    """Whether an object has named properties and keeps further ones, for the document says there may be some.

    msgspec's own classes have no such, and none with a name that JSON has to escape (RFC 8259, section 7).
    """
    if "properties" not in schema:
        return False
    further = isinstance(schema.get("additionalProperties"), Node)
    return further or any(_ESCAPED.search(name) for name in schema.mapping("properties"))


def is_enumeration(schema: Node) -> bool:
    """Whether the schema lists strings, or integers that 64 bits hold, which is what msgspec reads."""
    values = schema.values_of("enum")
    match schema.get("type"):
        case "string":
            return bool(values)
        case "integer":
            return bool(values) and all(
                isinstance(value, int) and -(2**63) <= value < 2**63 for value in values
            )
        case _:
            return False


class _Hoisting:
    def __init__(self, root: Node) -> None:
        self._root = root
        self._schemas = root.mapping("components").mapping("schemas")
        self._taken = {class_name(name) for name in self._schemas}
        self._titles = _titles(root)
        self._shared = shared_classes(_places(root))
        self._moved: dict[Pointer, tuple[Node, str]] = {}
        self._components: dict[str, Node] = {}
        self._visited: dict[str, Node] = {}
        self._named = self._names_of_shared()

    def _names_of_shared(self) -> dict[int, str]:
        """The names of the classes that several places share, chosen before those of one place."""
        names: dict[int, str] = {}
        for shared in self._shared.values():
            if shared.name is not None and id(shared) not in names and shared.name not in self._taken:
                names[id(shared)] = shared.name
                self._taken.add(shared.name)
        return names

    def document(self) -> Node:
        root = rewrite_schemas(self._root, self._change)
        if not self._components:
            return root
        components = root.mapping("components")
        schemas = components.mapping("schemas").with_items(**self._components)
        return root.with_items(components=components.with_items(schemas=schemas))

    def _change(self, schema: Node, use: Use) -> Node:
        return self._component(use.component) if use.component is not None else self._used(schema, use.name)

    def _component(self, name: str) -> Node:
        """The author's component; schemas it shares with others are named after it, whoever comes first."""
        if name not in self._visited:
            schema = self._schemas.mapping(name)
            self._visited[name] = schema
            self._visited[name] = self._within(schema, class_name(name))
        return self._visited[name]

    def _used(self, schema: Node, name: str, *, is_property: bool = False) -> Node:
        if not is_class(schema):
            return self._within(schema, name)
        self._visit_owner(schema)
        shared = self._shared.get(id(schema))
        whole = schema if shared is None else shared.schema
        known = self._moved.get(whole.pointer)
        if known is None or known[0] != whole:
            chosen = self._choose(whole, name, shared)
            self._moved[whole.pointer] = whole, chosen
            own = whole.without(*OF_THE_USE) if is_property else whole
            self._components[chosen] = Node(pointer=whole.pointer)  # keeps the order: outer before inner
            self._components[chosen] = self._within(own, chosen)
        else:
            chosen = known[1]
        return _reference(schema, whole, chosen, is_property=is_property)

    def _visit_owner(self, schema: Node) -> None:
        match schema.pointer:
            case ("components", "schemas", str(owner), *_) if owner not in self._visited:
                self._component(owner)

    def _within(self, schema: Node, name: str) -> Node:
        """The schema, `name` or used as such, with what is inline in it moved out."""

        def change(child: Node, keyword: str, property_: str | None) -> Node:
            is_property = keyword == "properties"
            return self._used(
                child,
                "".join(path_within(schema, child, keyword, property_, (name,))),
                is_property=is_property,
            )

        return rewrite_keywords(schema, change)

    def _choose(self, schema: Node, name: str, shared: Shared | None) -> str:
        if shared is not None and id(shared) in self._named:
            return self._named[id(shared)]
        for candidate in self._candidates(schema, name):
            if candidate not in self._taken:
                self._taken.add(candidate)
                return candidate
        raise AssertionError("the candidates do not end")

    def _candidates(self, schema: Node, name: str) -> Iterator[str]:
        title = title_as_name(schema)
        if title is not None and self._titles[title] == 1:
            yield title
        yield name
        name = f"{name}{'Variant' if 'oneOf' in schema else 'Kind' if 'enum' in schema else 'Model'}"
        yield name
        for number in count(2):
            yield f"{name}{number}"


def _reference(schema: Node, whole: Node, name: str, *, is_property: bool) -> Node:
    """The reference in place of an inline schema, with what is said of this place and not of the class."""
    said = annotations_of(schema)
    kept = {
        key: value
        for key, value in said.items()
        if (is_property and key in OF_THE_USE) or whole.get(key) != value
    }
    return Node({"$ref": reference_to(name), **kept}, pointer=schema.pointer, also=schema.also)


def path_within(schema: Node, child: Node, keyword: str, property_: str | None, path: Path) -> Path:
    """The name of a schema in another: that of the property, of one item, else that of the whole."""
    if keyword == "properties" and property_ is not None:
        return (*path, pascal(words(property_)))
    if keyword in {"items", "additionalProperties"}:
        return (*path[:-1], _one_of(schema, child, path[-1]))
    if keyword == "oneOf":
        return (*path[:-1], _member_of(schema, child, path[-1]))
    return path


def _places(root: Node) -> Iterator[Place]:
    """Every place where a class is written inline, with the name that it would have by itself."""
    found: list[Place] = []

    def within(schema: Node, path: Path) -> Node:
        def see(child: Node, keyword: str, property_: str | None) -> Node:
            return visit(child, path_within(schema, child, keyword, property_, path))

        rewrite_keywords(schema, see)
        return schema

    def visit(schema: Node, path: Path) -> Node:
        if is_class(schema):
            found.append(Place(path, schema))
        return within(schema, path)

    def start(schema: Node, use: Use) -> Node:
        if use.component is not None:
            return within(schema, (use.name,))
        return visit(schema, (use.name.removesuffix(use.part), use.part) if use.part else (use.name,))

    rewrite_schemas(root, start)
    return iter(found)


def _titles(root: Node) -> Counter[str]:
    """How many inline schemas that become classes have each title."""
    places: dict[Pointer, str] = {}

    authored = {schema.pointer for _, schema in root.mapping("components").entries("schemas")}
    for schema in every_schema(root):
        if is_class(schema) and "title" in schema and schema.pointer not in authored:
            places[schema.pointer] = class_name(schema.text("title"))
    return Counter(places.values())


def _one_of(container: Node, element: Node, name: str) -> str:
    """The name of one element of an array or a map: ``UserAddress`` of ``UserAddresses``.

    Without a singular, an enum has the name itself, an object ``MediaItem`` or ``MediaValue``.
    """
    last = re.findall(r"[A-Z][a-z0-9]*|[A-Z]+(?![a-z])|[a-z0-9]+", name)[-1]
    one = singular(last.lower())
    if one != last.lower():
        return name.removesuffix(last) + one.capitalize()
    if "enum" in element:
        return name
    return f"{name}{'Item' if container.get('type') == 'array' else 'Value'}"


def _member_of(union: Node, member: Node, name: str) -> str:
    """The name of one member of a named union: ``PaymentSourceCard``, or ``RefUpdateWithSha``.

    What sets it apart is the one value that a property may have; else, and among those with the same value, a
    property that no other member has, or needs. Enums of strings and of integers are texts and numbers.
    """
    others = [other for other in union.mappings("oneOf") if other is not member]
    if "$extends" in member:
        return name + _beyond(name, member.text("$extends"))
    if "enum" in member:
        kind = "Number" if member.get("type") == "integer" else "Text"
        return f"{name}{kind}" if any("enum" in other for other in others) else name
    for key in member.mapping("properties"):
        value = _constant(member, key)
        alike = [other for other in others if value in _values(other, key)]
        if value is not None and len(alike) < len(others):
            name, others = name + pascal(words(value)), alike
            break
    for part in ("properties", "required"):
        elsewhere = {key for other in others for key in _keys(other, part)}
        own = [key for key in _keys(member, part) if key not in elsewhere]
        own.sort(key=lambda key: key not in member.values_of("required"))
        if others and own:
            return f"{name}With{pascal(words(own[0]))}"
    return name


def _beyond(name: str, member: str) -> str:
    """What a member's name says beside the union's: ``DNSRecordsTXT`` is ``TXT`` in ``DNSRecordsRecord``."""
    own, known = words(member), words(name)
    shared = 0
    while shared < min(len(own) - 1, len(known)) and own[shared] == known[shared]:
        shared += 1
    return pascal(own[shared:]) if shared else class_name(member)


def _constant(schema: Node, key: str) -> str | None:
    """The one text that a property may have, if it makes a name."""
    values = _values(schema, key)
    return values[0] if len(values) == 1 and words(values[0]) else None


def _values(schema: Node, key: str) -> list[str]:
    listed = schema.mapping("properties").mapping(key).values_of("enum")
    return [value for value in listed if isinstance(value, str)]


def _keys(schema: Node, part: str) -> list[str]:
    keys = [*schema.mapping(part)] if part == "properties" else schema.values_of(part)
    return [key for key in keys if isinstance(key, str) and words(key)]
