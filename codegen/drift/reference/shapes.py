"""The facts that the plug-in shows about a schema, for comparison with a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from codegen.document.node import Json, Node, Pointer
from codegen.model.schemas import (
    Array,
    Enumeration,
    Map,
    NamedUnion,
    Object,
    Primitive,
    Reference,
    Schema,
    Simplified,
    Union,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A schema in the terms of the plug-in."""

    pointer: Pointer
    types: frozenset[str] = frozenset()
    """The types without null, such as `Array<string>`; empty for any value."""
    nullable: bool = False
    is_union: bool = False
    """Whether it has alternatives that are not just types."""
    members: tuple[Schema, ...] = ()
    """The alternatives, if there are several."""
    discriminator: str = ""
    items: Schema | None = None
    """The schema of the items of a list."""
    format: str = ""
    values: tuple[str | int, ...] | None = None
    tags: tuple[str, ...] = ()
    prose: str = ""
    properties: Mapping[str, Schema] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    further: Schema | None = None
    negated: Mapping[str, Json] | None = None
    """The negated schema."""
    is_composed: bool = False
    """Whether several schemas of the document, such as the parts of an ``allOf``, are one here."""

    @property
    def type(self) -> str:
        """The types in the words of the plug-in."""
        return " | ".join([*sorted(self.types), *(["null"] if self.nullable else [])]) or "no type"


def every_name(simplified: Simplified) -> frozenset[str]:
    """The names of all properties of a document."""
    return frozenset(
        name for one in simplified.every_schema() if isinstance(one, Object) for name in one.properties
    )


@dataclass(frozen=True, slots=True)
class Shapes:
    """Finds the shapes of the schemas of a document."""

    simplified: Simplified

    def content(self, owner: Pointer) -> Shape:
        """The shape of a parameter, a header or a media type."""
        found = self.simplified.contents.get(owner)
        return Shape(pointer=owner) if found is None else self.of(found.schema)

    def of(self, schema: Schema) -> Shape:
        """The shape of a schema."""
        nullable, here, prose = False, schema.pointer, ""
        notes: dict[str, Json] = {}
        while isinstance(schema, Reference) or (isinstance(schema, Union) and len(schema.members) == 1):
            notes = {**schema.notes, **notes}
            if isinstance(schema, Reference):
                schema = self.simplified.components[schema.key]
            else:
                nullable |= schema.nullable
                (schema,) = schema.members
        notes = {**schema.notes, **notes}
        described = notes.get("description")
        prose = described if isinstance(described, str) else ""
        if isinstance(schema, Union):
            nullable |= schema.nullable
        array = schema if isinstance(schema, Array) else None
        object_ = self._object(schema)
        return Shape(
            pointer=here or schema.pointer,
            types=self._types(schema),
            nullable=nullable,
            is_union=self._is_union(schema),
            members=schema.members if isinstance(schema, (Union, NamedUnion)) else (),
            discriminator=_text(schema.discriminator.get("propertyName")),
            format=_text(schema.constraints.get("format")) if not isinstance(schema, Array) else "",
            values=self._values(schema),
            tags=tuple(_tags(array or schema, notes)),
            prose=prose,
            properties=object_.properties if object_ else {},
            required=object_.required if object_ else (),
            items=schema.items if isinstance(schema, Array) else None,
            further=object_.further if object_ else schema.values if isinstance(schema, Map) else None,
            negated=negated if isinstance(negated := notes.get("not"), Node) else None,
            is_composed=len(schema.origins) > 1,
        )

    def _types(self, schema: Schema) -> frozenset[str]:
        match schema:
            case Primitive(type=type_) | Enumeration(type=type_):
                return frozenset({type_})
            case Object() | Map():
                return frozenset({"object"})
            case Array():
                item = self.of(schema.items)
                return frozenset({f"Array<{item.type}>" if item.types and not item.is_union else "Array"})
            case Union() | NamedUnion():
                return frozenset().union(
                    *(self._types(self.simplified.resolved(one)) for one in schema.members)
                )
            case _:
                return frozenset()

    def _is_union(self, schema: Schema) -> bool:
        if isinstance(schema, NamedUnion):
            return True
        return isinstance(schema, Union) and not all(isinstance(one, Primitive) for one in schema.members)

    def _object(self, schema: Schema) -> Object | None:
        """The object whose fields a page shows: that of the schema, or of the items of a list."""
        while isinstance(schema, (Array, Reference, Union)):
            if isinstance(schema, Union):
                if len(schema.members) != 1:
                    return None
                (schema,) = schema.members
            else:
                schema = schema.items if isinstance(schema, Array) else self.simplified.resolved(schema)
        return schema if isinstance(schema, Object) else None

    def _values(self, schema: Schema) -> tuple[str | int, ...] | None:
        if isinstance(schema, Array):
            item = schema.items
            if isinstance(item, Union) and len(item.members) == 1:
                (item,) = item.members
            schema = self.simplified.resolved(item)
        return schema.values if isinstance(schema, Enumeration) else None


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _tags(schema: Schema, notes: Mapping[str, Json]) -> Iterator[str]:
    """The tags of the plug-in in its order. It omits values that are false in JavaScript."""
    if isinstance(schema, NamedUnion):
        return
    said = schema.constraints
    if isinstance(schema, (Object, Map)):
        notes, said = {}, {key: said[key] for key in ("minProperties", "maxProperties") if key in said}
    if (default := notes.get("default")) or isinstance(default, (list, dict)):
        yield f"default: {number(default)}"
    for sign, kind in ((">", "inimum"), ("<", "aximum")):
        least, strict = said.get(f"m{kind}"), said.get(f"exclusiveM{kind}")
        if isinstance(strict, (int, float)) and not isinstance(strict, bool):
            yield f"{sign} {number(strict)}"
        elif least:
            yield f"{sign}= {number(least)}"
    for key, words in _SIZES.items():
        if value := said.get(key):
            yield words.format(number(value))
    if said.get("uniqueItems") is True:
        yield "unique items"


_SIZES = {
    "minLength": ">= {} characters",
    "maxLength": "<= {} characters",
    "minItems": ">= {} items",
    "maxItems": "<= {} items",
    "minProperties": ">= {} properties",
    "maxProperties": "<= {} properties",
    "pattern": "/{}/",
    "multipleOf": "multiple of {}",
}


def number(value: Json) -> str:
    """A value as JavaScript prints it."""
    match value:
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case list():
            return ",".join(map(number, value))
        case dict():
            return "[object Object]"
        case _:
            return str(value)
