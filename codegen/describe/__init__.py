"""From the simplified document, and what openapi-python-client understood of it, to the model.

Types come from the parser; what its skeleton left out comes from the document: wire names, values, text,
constraints, headers, media types, security, servers. Both have the same keys.
"""

from __future__ import annotations

import re

from codegen.describe.notes import extensions
from codegen.describe.operations import operation
from codegen.describe.schemas import alias, enumeration, model
from codegen.describe.unions import union
from codegen.document import Node
from codegen.model import Api, Bearer, Operation, Server, Tag
from codegen.parse import Parsed
from codegen.security import bearer_schemes
from codegen.simplify.canonical import is_any
from codegen.simplify.positions import every_schema
from codegen.standard import METHODS


def describe(simplified: Node, parsed: Parsed) -> Api:
    """The description of the client: `simplified` is what `parsed` was parsed from."""
    info = simplified.mapping("info")
    schemas = dict(simplified.mapping("components").entries("schemas"))
    operations = tuple(
        operation(simplified, path, method, node, parsed)
        for path, item in simplified.entries("paths")
        for method in METHODS
        if isinstance(node := item.get(method), Node)
    )
    return Api(
        title=info.text("title"),
        version=info.text("version"),
        summary=info.text("summary"),
        description=info.text("description"),
        license=info.mapping("license").text("name") or None,
        contact=info.mapping("contact"),
        python=info.mapping("x-python"),
        servers=tuple(_server(server) for server in simplified.mappings("servers")),
        bearer=_bearer(simplified),
        tags=_tags(simplified, operations),
        operations=operations,
        models={
            key: model(key, schemas[key], values, parsed.extras.get(key))
            for key, values in parsed.models.items()
        },
        enums={key: enumeration(key, schema) for key, schema in schemas.items() if key in parsed.enums},
        unions={
            key: union(key, type_, schemas)
            for key, type_ in parsed.aliases.items()
            if "oneOf" in schemas[key]
        },
        aliases={
            key: alias(key, schemas[key], type_)
            for key, type_ in parsed.aliases.items()
            if "oneOf" not in schemas[key]
        },
        widened=frozenset(
            place for schema in every_schema(simplified) if is_any(schema) for place in schema.also
        ),
    )


def _server(server: Node) -> Server:
    """The URL with its variables' defaults (OpenAPI 3.1.1, 4.8.5 and 4.8.6)."""
    variables = server.mapping("variables")
    url = re.sub(
        r"\{([^{}]*)\}", lambda match: variables.mapping(match[1]).text("default"), server.text("url")
    )
    return Server(url=url, description=server.text("description"), origins=server.origins)


def _bearer(root: Node) -> Bearer | None:
    """The schemes of bearer tokens that operations need are one: they are sent in the same way."""
    schemes = bearer_schemes(root)
    if not schemes:
        return None
    (name, first), *others = schemes.items()
    return Bearer(
        name=name,
        description=first.text("description"),
        bearer_format=first.text("bearerFormat") or None,
        extensions=extensions(first),
        origins=(*first.origins, *(place for other in others for place in other[1].origins)),
    )


def _tags(root: Node, operations: tuple[Operation, ...]) -> tuple[Tag, ...]:
    tags = {
        tag.text("name"): Tag(
            name=tag.text("name"),
            description=tag.text("description"),
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
