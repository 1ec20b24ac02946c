"""Replaces references to a schema with a discriminator by unions with the schemas that extend it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from codegen.document.node import Json, Node
from codegen.naming.words import class_name
from codegen.simplify.canonical import is_any
from codegen.standard.keywords import ASSERTIONS
from codegen.standard.positions import Document, Position, rewrite_schemas
from codegen.standard.schemas import component, reference_to, rewrite_subschemas


def spell_out_subtypes(document: Document) -> Document:
    """Replace references to a schema with a discriminator by a union with the schemas that extend it.

    OpenAPI 3.1.1, 4.8.25: a discriminator may stand in a schema that others have in their ``allOf``; a value
    may be of any of them. For ``Pet``, which ``Cat`` and ``Dog`` extend, there is then a component
    ``AnyPet``: a ``Pet``, a ``Cat`` or a ``Dog``. In an ``allOf`` that extends it, ``Pet`` stays as it is.
    """
    schemas = document.schemas
    families = dict(_families(schemas))
    if not families:
        return document
    taken = {class_name(name) for name in schemas}
    unions: dict[str, str] = {}
    for name in families:
        wanted = f"Any{class_name(name)}"
        unions[name] = wanted if wanted not in taken else f"{wanted}Variant"
    rewriting = _SubtypeRewriting(unions)
    added = {
        unions[name]: _union(schemas.mapping(name), [name, *members]) for name, members in families.items()
    }
    return rewrite_schemas(document, rewriting.start).with_schemas(added)


def _families(schemas: Node) -> Iterator[tuple[str, list[str]]]:
    """Each extended component with a discriminator, and all that extend it, directly or indirectly."""
    children: dict[str, list[str]] = defaultdict(list)
    for name, schema in schemas.items():
        if isinstance(schema, Node):
            for member in schema.mappings("allOf"):
                if (parent := component(member)) is not None:
                    children[parent].append(name)
    for name, schema in schemas.items():
        if isinstance(schema, Node) and "discriminator" in schema and "anyOf" not in schema:
            found: dict[str, None] = {}
            pending = [*children[name]]
            while pending:
                child = pending.pop(0)
                if child not in found and child != name:
                    found[child] = None
                    pending += children[child]
            if found:
                yield name, [*found]


def _union(base: Node, members: list[str]) -> Node:
    references: list[Json] = [Node({"$ref": reference_to(name)}, pointer=base.pointer) for name in members]
    said = {key: base[key] for key in ("description", "discriminator") if key in base}
    return Node({**said, "anyOf": references}, pointer=base.pointer)


class _SubtypeRewriting:
    def __init__(self, unions: Mapping[str, str]) -> None:
        self._unions = unions

    def start(self, schema: Node, position: Position) -> Node:
        return self._extending(schema) if position.component is not None else self._used(schema)

    def _used(self, schema: Node) -> Node:
        name = component(schema)
        if name is not None and name in self._unions:
            return schema.with_items(**{"$ref": reference_to(self._unions[name])})
        alone = [member for member in schema.mappings("allOf") if not is_any(member)]
        if len(alone) == 1 and ASSERTIONS.isdisjoint(schema.without("allOf")):
            return rewrite_subschemas(schema, self._used)  # a reference with keywords beside it
        return self._extending(schema)

    def _extending(self, schema: Node) -> Node:
        """A schema that contains the members of an ``allOf``."""
        parts: Json = [
            member if component(member) else self._extending(member) for member in schema.mappings("allOf")
        ]
        rest = rewrite_subschemas(schema.without("allOf"), self._used)
        return rest.with_items(allOf=parts) if "allOf" in schema else rest
