"""From the simplified document, and what openapi-python-client understood of it, to the model.

Types come from the parser; what its skeleton left out comes from the document: wire names, values, text,
constraints, headers, media types, security, servers. Both have the same keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from codegen.describe.notes import docs, extensions
from codegen.describe.operations import Document, operation
from codegen.describe.schemas import alias, enumeration, model
from codegen.describe.security import schemes
from codegen.describe.servers import servers
from codegen.describe.unions import union
from codegen.document.node import Node
from codegen.model.api import Api, Operation, Received, Tag
from codegen.second_reader.parse import Parsed
from codegen.simplify.canonical import is_any
from codegen.simplify.positions import every_schema
from codegen.standard.inbound import Address
from codegen.standard.objects import METHODS


def describe(simplified: Node, parsed: Parsed) -> Api:
    """The description of the client: `simplified` is what `parsed` was parsed from."""
    info = simplified.mapping("info")
    schemas = dict(simplified.mapping("components").entries("schemas"))
    aliases = {key: schemas[key] for key in parsed.aliases if "oneOf" not in schemas[key]}
    document = Document(simplified, parsed, aliases)
    requests = [
        operation(document, path, method, item)
        for path, item in simplified.entries("paths")
        for method in METHODS
        if method in item
    ]
    operations = tuple(one for one in requests if Address.of(one.path) is None)
    return Api(
        title=info.text("title"),
        version=info.text("version"),
        summary=info.text("summary"),
        description=info.text("description"),
        docs=docs(simplified),
        terms=info.text("termsOfService"),
        license=info.mapping("license").text("name") or None,
        contact=info.mapping("contact"),
        python=info.mapping("x-python"),
        servers=servers(simplified),
        schemes=schemes(simplified),
        tags=_tags(simplified, operations),
        operations=operations,
        received=tuple(_received(requests)),
        models={
            key: model(key, schemas[key], values, parsed.extras.get(key), aliases)
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


def _received(requests: Iterable[Operation]) -> Iterator[Received]:
    for request in requests:
        if (address := Address.of(request.path)) is not None:
            yield Received(
                name=address.name,
                sender=(address.path, address.method.upper()) if address.path else None,
                expression=address.expression,
                operation=request,
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
