"""The objects of a document, by the tables of its version.

`walk` visits the objects of a document by these tables and by nothing else. So a property that somebody
named ``properties``, the content of an example, a default, the members of an enum and extensions are never
taken for OpenAPI's own structure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeAlias

from codegen.document.node import Json, Node
from codegen.standard.keywords import Shape
from codegen.standard.kinds import Content, ObjectKind
from codegen.standard.openapi import KINDS_30, KINDS_31, KINDS_32
from codegen.standard.schemas import unless_same
from codegen.standard.swagger import KINDS_20

Version: TypeAlias = str
"""``"2.0"``, ``"3.0"``, ``"3.1"`` or ``"3.2"``."""

KINDS: Mapping[Version, Mapping[str, ObjectKind]] = {
    "2.0": KINDS_20,
    "3.0": KINDS_30,
    "3.1": KINDS_31,
    "3.2": KINDS_32,
}
"""The kinds of objects by version, the oldest first, and by name.

In a schema of 3.1 and 3.2 ``$ref`` is a keyword like any other.
"""

OF_JSON_SCHEMA = frozenset({"3.1", "3.2"})
"""The versions whose schemas are those of JSON Schema 2020-12."""

_ONE, _MAP = Shape.ONE, Shape.MAP  # local names, because looking up members of an enumeration is slow


def version_of(root: Node) -> Version:
    """The version of a document that has been found to have one."""
    return root.text("openapi")[:3] if "openapi" in root else str(root.get("swagger"))


def is_reference(kind: ObjectKind, node: Node) -> bool:
    """Whether a Reference Object stands where an object of the kind is expected (OpenAPI 3.1.1, 4.8.23)."""
    return kind.is_referable and "$ref" in node


def walk(root: Node, version: Version, within: Collection[str] | None = None) -> Iterator[tuple[str, Node]]:
    """Visit every object of a document with its kind, in the document's order.

    A Reference Object is visited as the kind that is expected there, and not entered: what stands beside its
    ``$ref`` is ignored (OpenAPI 3.0.4, 4.7.23). If `within` is given, only objects of these kinds are visited
    and entered.
    """
    kinds = KINDS[version]
    pending: list[tuple[str, Node]] = [("openapi", root)]
    while pending:
        visit = pending.pop()
        yield visit
        kind, node = kinds[visit[0]], visit[1]
        if kind.is_referable and "$ref" in node:
            continue
        inner: list[tuple[str, Node]] = []
        for key, value in node.items():
            if not isinstance(value, (Node, list)):
                continue
            content = kind.content(key)
            if content is None or (within is not None and content.kind not in within):
                continue
            if content.shape is _ONE:
                if isinstance(value, Node):
                    inner.append((content.kind, value))
            elif isinstance(value, Node) is (content.shape is _MAP):
                name, parts = content.kind, value.values() if isinstance(value, Node) else value
                inner += [(name, part) for part in parts if isinstance(part, Node)]
        inner.reverse()
        pending += inner


def rewrite(
    root: Node, version: Version, change: Callable[[str, Node], Node], within: Collection[str]
) -> Node:
    """A copy of a document with each object changed that `walk` visits: ``change(kind, object)``.

    Only objects of the kinds `within` are changed and entered. An object is changed before those in it. Parts
    that do not change are the same in both documents.
    """
    kinds = KINDS[version]

    def changed(name: str, node: Node) -> Node:
        node, kind = change(name, node), kinds[name]
        if is_reference(kind, node):
            return node
        return node.with_items(
            **{
                key: held(content, value)
                for key, value in node.items()
                if isinstance(value, (Node, list))
                and (content := kind.content(key)) is not None
                and content.kind in within
            }
        )

    def held(content: Content, value: Node | list[Json]) -> Json:
        def member(part: Json) -> Json:
            return changed(content.kind, part) if isinstance(part, Node) else part

        match content.shape, value:
            case Shape.LIST, list():
                return unless_same(value, [member(part) for part in value])
            case Shape.MAP, Node():
                return value.with_items(**{key: member(part) for key, part in value.items()})
            case Shape.ONE, Node():
                return member(value)
            case _:
                return value

    return changed("openapi", root)
