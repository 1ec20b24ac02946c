"""Makes the model of the client from the simplified document."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from codegen.describe.constants import with_constants
from codegen.describe.notes import docs, extensions
from codegen.describe.operations import Context, operation
from codegen.describe.schemas import alias, enumeration, model
from codegen.describe.security import schemes
from codegen.describe.servers import servers
from codegen.describe.types import Types
from codegen.describe.unions import named_union
from codegen.document.node import Node
from codegen.model.api import Api, Tag
from codegen.model.operations import Operation, Received
from codegen.model.schemas import AnyValue, ClassSchema, Enumeration, NamedUnion, Object, Simplified
from codegen.model.types import named
from codegen.standard.http_methods import operations_of


def describe(simplified: Simplified) -> Api:
    """The model of the client of a simplified document."""
    root, info = simplified.document.root, simplified.document.root.mapping("info")
    components = simplified.components
    types = Types(components)
    aliases = {key: one for key, one in components.items() if not isinstance(one, ClassSchema)}
    enums = {key: enumeration(key, one) for key, one in components.items() if isinstance(one, Enumeration)}
    context = Context(simplified, types, aliases, enums, _labels(root))
    operations = tuple(
        operation(context, path, method, node, item)
        for path, item in root.entries("paths")
        for method, node in operations_of(item)
    )
    times = Counter(one.id for one in operations)
    operations = tuple(
        replace(one, shares_id=True) if one.id and times[one.id] > 1 else one for one in operations
    )
    models = {
        key: model(key, one, types, components, aliases)
        for key, one in components.items()
        if isinstance(one, Object)
    }
    unions = {
        key: named_union(key, one, types, components)
        for key, one in components.items()
        if isinstance(one, NamedUnion)
    }
    media = (one for operation_ in operations if operation_.body for one in operation_.body.media)
    bodies = frozenset(named(one.type for one in media))
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
        extensions=extensions(root),
        servers=servers(root),
        schemes=schemes(root),
        tags=_tags(root, operations),
        operations=operations,
        received=tuple(
            Received(key=key, operation=operation(context, key.expression, method, node, item))
            for key, item in simplified.document.received.items()
            for method, node in operations_of(item)
        ),
        models=with_constants(models, enums, unions.values(), bodies),
        enums=enums,
        unions=unions,
        aliases={key: alias(key, one, types) for key, one in aliases.items()},
        widened=frozenset(
            place
            for schema in simplified.every_schema()
            if isinstance(schema, AnyValue) and schema.is_free
            for place in schema.origins[1:]
        ),
    )


def _labels(root: Node) -> frozenset[str]:
    return frozenset(tag.text("name") for tag in root.mappings("tags") if tag.text("kind") not in {"", "nav"})


def _tags(root: Node, operations: tuple[Operation, ...]) -> tuple[Tag, ...]:
    tags = {
        tag.text("name"): Tag(
            name=tag.text("name"),
            summary=tag.text("summary"),
            description=tag.text("description"),
            kind=tag.text("kind"),
            docs=docs(tag),
            parent=tag.text("parent"),
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
