"""From the simplified document to the model of the client."""

from __future__ import annotations

from codegen.describe.notes import docs, extensions
from codegen.describe.operations import Context, operation
from codegen.describe.schemas import alias, enumeration, model
from codegen.describe.security import schemes
from codegen.describe.servers import servers
from codegen.describe.types import Types
from codegen.describe.unions import union
from codegen.document.node import Node
from codegen.model.api import Api, Operation, Received, Tag
from codegen.model.classes import is_class, is_enumeration
from codegen.simplify.canonical import is_any
from codegen.standard.objects import METHODS
from codegen.standard.positions import Document, every_schema


def describe(document: Document) -> Api:
    """The model of the client of a simplified document."""
    root, info = document.root, document.root.mapping("info")
    schemas = {key: schema for key, schema in document.schemas.items() if isinstance(schema, Node)}
    types = Types(schemas)
    aliases = {key: schema for key, schema in schemas.items() if not is_class(schema)}
    context = Context(root, types, aliases)
    operations = tuple(
        operation(context, path, method, item)
        for path, item in root.entries("paths")
        for method in METHODS
        if method in item
    )
    return Api(
        title=info.text("title"),
        version=info.text("version"),
        summary=info.text("summary"),
        description=info.text("description"),
        docs=docs(root),
        terms=info.text("termsOfService"),
        license=info.mapping("license").text("name") or None,
        contact=info.mapping("contact"),
        python=info.mapping("x-python"),
        servers=servers(root),
        schemes=schemes(root),
        tags=_tags(root, operations),
        operations=operations,
        received=tuple(
            Received(key=key, operation=operation(context, key.expression, method, item))
            for key, item in document.received.items()
            for method in METHODS
            if method in item
        ),
        models={
            key: model(key, schema, types, aliases)
            for key, schema in schemas.items()
            if is_class(schema) and schema.get("type") == "object" and "oneOf" not in schema
        },
        enums={
            key: enumeration(key, schema)
            for key, schema in schemas.items()
            if is_enumeration(schema) and "oneOf" not in schema
        },
        unions={
            key: union(key, types.of(schema), schemas) for key, schema in schemas.items() if "oneOf" in schema
        },
        aliases={key: alias(key, schema, types.of(schema)) for key, schema in aliases.items()},
        widened=frozenset(
            place for schema in every_schema(document) if is_any(schema) for place in schema.also
        ),
    )


def _tags(root: Node, operations: tuple[Operation, ...]) -> tuple[Tag, ...]:
    tags = {
        tag.text("name"): Tag(
            name=tag.text("name"),
            description=tag.text("description"),
            docs=docs(tag),
            extensions=extensions(tag),
            origins=tag.origins,
        )
        for tag in root.mappings("tags")
    }
    for one in operations:
        for name in (one.tag, *one.other_tags):
            if name is not None and name not in tags:
                tags[name] = Tag(name=name, extensions={}, origins=one.origins)
    return tuple(tags.values())
