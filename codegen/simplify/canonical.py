"""Brings equivalent schemas to one form: null, constants, lists of types, unions of one."""

from __future__ import annotations

from codegen.document.node import Json, Node
from codegen.simplify.absorbing import absorbed
from codegen.standard.keywords import ASSERTIONS, keywords_about
from codegen.standard.positions import Document, rewrite_schemas
from codegen.standard.schemas import TYPE_OF_VALUE, allows_nothing, rewrite_subschemas, unless_same

_TYPES = ("string", "number", "integer", "boolean", "null", "array", "object")

_ABOUT = {type_: keywords_about(type_) for type_ in _TYPES}
"""The keywords that apply to values of only one type (JSON Schema 2020-12 validation, 6)."""

_ABOUT_ANY = frozenset().union(*_ABOUT.values())
_ABOUT_OTHERS = {type_: _ABOUT_ANY - keywords for type_, keywords in _ABOUT.items()}

_IDLE = (("uniqueItems", False), ("minItems", 0), ("minProperties", 0))
"""Keywords that some tools write in any schema, so that they do not imply an array or an object."""

_REWRITTEN = {
    type_: keywords | {"$ref", "const", "enum", "anyOf", "oneOf"}
    for type_, keywords in _ABOUT_OTHERS.items()
    if type_ != "null"
}
"""The keywords that a schema of one type does not have in its one form, or that have to be looked at."""

_UNITING = frozenset({"anyOf", "oneOf"})
_SCALARS = frozenset({"string", "number", "integer", "boolean", "null"})
_COMPOSING = _UNITING | {"allOf"}

NULL = "null"


def bring_to_one_form(document: Document) -> Document:
    """Write each schema in the form that `codegen.simplify` describes, but for ``allOf``.

    A list of types and ``const`` (JSON Schema 2020-12 validation, 6.1.1 and 6.1.3) become a union of types,
    null last, and an ``enum`` of one. ``oneOf`` becomes ``anyOf``; ``type: null`` beside it is how some say
    that it may be null. A missing ``type`` follows from the other keywords: who writes ``properties`` means
    an object.
    """

    def change(schema: Node) -> Node:
        return canonical(rewrite_subschemas(schema, change))

    return rewrite_schemas(document, lambda schema, _: change(schema))


def canonical(schema: Node) -> Node:
    """The canonical form of a schema whose subschemas are already canonical."""
    type_ = schema.get("type")
    if isinstance(type_, str) and type_ in _REWRITTEN and _REWRITTEN[type_].isdisjoint(schema):
        return _array_of_any(_without_idle_properties(schema))
    if "$ref" in schema:
        return _beside_reference(schema)
    schema = _const_as_enum(schema)
    declared = _types(schema)
    types = [one for one in declared if one != NULL]
    nullable = len(types) < len(declared)
    if nullable and not types and _COMPOSING.isdisjoint(schema):
        return annotations_of(schema).with_items(type=NULL)
    values = schema.get("enum")
    if isinstance(values, list) and None in values:
        schema = schema.with_items(enum=[value for value in values if value is not None])
        if not schema["enum"]:
            return annotations_of(schema).with_items(type=NULL)
    if len(types) > 1:
        members = [_of_type(schema, one) for one in types]
        allowed = [member for member in members if member.get("enum") != []]
        return flat_union(allowed, annotations_of(schema), nullable=nullable)
    schema = _about(schema, types[0]).with_items(type=types[0]) if types else schema.without("type")
    schema = _array_of_any(_without_idle_properties(_possible_enum(schema)))
    return or_null(_composed(schema), nullable=nullable)


def _beside_reference(schema: Node) -> Node:
    """Keywords beside a reference hold together with it (OpenAPI 3.1.1, 4.8.24.1): an ``allOf`` of both."""
    if not any(key in ASSERTIONS for key in schema if key != "$ref"):
        return schema
    beside = schema.without("$ref")
    reference = Node({"$ref": schema["$ref"]}, pointer=schema.pointer)
    own = canonical(assertions_of(beside))
    return canonical(annotations_of(beside).with_items(allOf=[reference, own]))


def _const_as_enum(schema: Node) -> Node:
    return schema.without("const").with_items(enum=[schema["const"]]) if "const" in schema else schema


def _types(schema: Node) -> list[str]:
    match schema.get("type"):
        case str() as one:
            types = [one, *_others_listed(schema, [one])]
        case list() as several:
            declared = [str(one) for one in several]
            types = [*declared, *_others_listed(schema, declared)]
        case _ if isinstance(values := schema.get("enum"), list):
            types = sorted({NULL if value is None else TYPE_OF_VALUE[type(value)] for value in values})
        case _:
            said = {key for key, value in schema.items() if (key, value) not in _IDLE}
            types = [one for one in ("object", "array") if not _ABOUT[one].isdisjoint(said)]
            if not _UNITING.isdisjoint(schema):  # `items` may be for those of its members that are arrays
                types = [one for one in types if one != "array"]
    return [one for one in types if not (one == "integer" and "number" in types)]


def _others_listed(schema: Node, declared: list[str]) -> list[str]:
    """The types of values of an ``enum`` that the declared ones forbid: its author allows them.

    Not beside an array or an object, which usually are a mistake (`codegen.check.enum_values`).
    """
    values = schema.values_of("enum") if _SCALARS.issuperset(declared) else []
    others = (value for value in values if not any(_is_of(value, one) for one in declared))
    return [one for one in dict.fromkeys(TYPE_OF_VALUE[type(value)] for value in others) if one in _SCALARS]


def _of_type(schema: Node, type_: str) -> Node:
    """The part of the schema about values of one of its types."""
    kept = _about(assertions_of(schema), type_).without(*_misplaced_format(schema, type_))
    values = schema.get("enum")
    if isinstance(values, list):
        matching = [value for value in values if _is_of(value, type_)]
        kept = kept.with_items(enum=matching)
    return canonical(kept.with_items(type=type_))


def _about(schema: Node, type_: str) -> Node:
    """The schema without the keywords that do not apply to values of a type."""
    return schema.without(*_ABOUT_OTHERS[type_]) if type_ in _ABOUT_OTHERS else schema


def _misplaced_format(schema: Node, type_: str) -> list[str]:
    """A format of numbers says nothing about strings, and the reverse (JSON Schema 2020-12, 7.2.1)."""
    numeric = schema.get("format") in {"int32", "int64", "float", "double"}
    return ["format"] if numeric != (type_ in {"integer", "number"}) else []


def _is_of(value: Json, type_: str) -> bool:
    actual = TYPE_OF_VALUE.get(type(value), NULL)
    if type_ == "integer" and isinstance(value, float):  # 1.0 (JSON Schema 2020-12 validation, 6.1.1)
        return value.is_integer()
    return actual == type_ or (type_ == "number" and actual == "integer")


def _possible_enum(schema: Node) -> Node:
    """Remove values that the ``type`` forbids, because they are never valid, and an ``enum`` without others.

    A number that is one of some integers is an integer. Repeated values are removed.
    """
    values = schema.get("enum")
    if not isinstance(values, list):
        return schema
    type_ = schema.text("type")
    distinct = {repr(value): value for value in values}
    possible = [value for value in distinct.values() if _is_of(value, type_)]
    if not possible:
        return schema.without("enum")
    whole = type_ == "number" and all(type(value) is int for value in possible)
    return schema.with_items(enum=unless_same(values, possible), type="integer" if whole else type_)


def _array_of_any(schema: Node) -> Node:
    """An array without ``items`` holds anything (JSON Schema 2020-12 core, 10.3.1.2)."""
    if schema.get("type") == "array" and "items" not in schema:
        return schema.with_items(items=Node(pointer=schema.pointer))
    return schema


def _without_idle_properties(schema: Node) -> Node:
    """An object that names no property may have any (JSON Schema 2020-12 core, 10.3.2.1)."""
    return schema.without("properties") if schema.get("properties") == {} else schema


def _composed(schema: Node) -> Node:
    """``oneOf`` and ``anyOf`` as one: they differ in what they forbid, not in which types there are."""
    unions: list[Node] = []
    for keyword in ("oneOf", "anyOf"):
        members = schema.mappings(keyword)
        if members:
            schema = schema.without(keyword)
            if _only_restrict(schema, members):
                schema = schema.standing_for(*(place for member in members for place in member.origins))
            elif _only_add(schema, members):
                added = [member.without("required") for member in members]
                schema = schema.with_items(allOf=[*schema.values_of("allOf"), *added])
            else:
                if "properties" in schema:  # an empty member is an object like the others
                    members = [one.with_items(type="object") if is_any(one) else one for one in members]
                several = flat_union(members, Node(pointer=schema.pointer))
                schema = schema.standing_for(*several.origins) if is_any(several) else schema
                unions += [] if is_any(several) else [several]
    if not unions:
        return schema
    own = assertions_of(schema)
    if len(unions) == 1 and not own.without("type"):
        return unions[0].with_items(**annotations_of(schema)).standing_for(*schema.origins)
    parts: list[Json] = [own.without("allOf"), *schema.values_of("allOf"), *unions]
    return annotations_of(schema).with_items(allOf=[part for part in parts if part])


def _only_restrict(schema: Node, members: list[Node]) -> bool:
    """Whether the members only require properties: ``anyOf: [{required: [a]}, ...]``."""
    shaped = "properties" in schema or "allOf" in schema
    return shaped and all(_is_restriction(member) for member in members)


def _is_restriction(member: Node) -> bool:
    described = ("properties", "additionalProperties", *_COMPOSING)
    return (
        member.get("type") == "object"
        and "required" in member
        and not any(key in member for key in described)
    )


def _only_add(schema: Node, members: list[Node]) -> bool:
    """Whether the members only describe additional properties, so that one of them is empty."""
    return (
        "properties" in schema
        and any(is_any(member) for member in members)
        and all(is_any(member) or "properties" in member for member in members)
    )


def flat_union(members: list[Node], annotations: Node, *, nullable: bool = False) -> Node:
    """A flat union, null last; what it would be without the union if one member is left."""
    flat: list[Node] = []
    gone = annotations
    for member in members:
        if "anyOf" in member:
            gone = gone.standing_for(*member.origins)
            flat += member.mappings("anyOf")
        else:
            flat.append(member)
    empty = [member for member in flat if allows_nothing(member)]
    if 0 < len(empty) < len(flat):
        gone = gone.standing_for(*(place for member in empty for place in member.origins))
        flat = [member for member in flat if not allows_nothing(member)]
    if any(is_any(member) for member in flat):
        return gone.standing_for(*(place for member in flat for place in member.origins))
    nulls = [member for member in flat if member.get("type") == NULL]
    gone = gone.standing_for(*(place for null in nulls for place in null.origins))
    kept = absorbed([member for member in flat if member.get("type") != NULL])
    if not kept:
        return gone.with_items(type=NULL)
    if len(kept) == 1:
        alone = kept[0].with_items(**gone).standing_for(*gone.origins)
        return or_null(alone, nullable=nullable or bool(nulls))
    end: list[Json] = [Node({"type": NULL}, pointer=gone.pointer)] if nullable or nulls else []
    return gone.with_items(anyOf=[*kept, *end])


def or_null(schema: Node, *, nullable: bool = True) -> Node:
    """The schema or null; annotations stay outside the union."""
    if not nullable or is_any(schema):
        return schema
    null = Node({"type": NULL}, pointer=schema.pointer)
    if "anyOf" in schema:
        members = schema.mappings("anyOf")
        return schema if members[-1].get("type") == NULL else schema.with_items(anyOf=[*members, null])
    return annotations_of(schema).with_items(anyOf=[assertions_of(schema), null])


def schema_without_null(schema: Node) -> tuple[Node, bool]:
    """The schema without null, and whether it was allowed: the reverse of `or_null`."""
    members = schema.mappings("anyOf")
    if not members or members[-1].get("type") != NULL:
        return schema, False
    if len(members) == 2:
        return members[0].with_items(**annotations_of(schema)).standing_for(*schema.origins), True
    return schema.with_items(anyOf=[*members[:-1]]), True


def is_any(schema: Node) -> bool:
    """Whether every value is allowed."""
    return ASSERTIONS.isdisjoint(schema)


def annotations_of(schema: Node) -> Node:
    """The annotations of the schema: all keywords that do not restrict values."""
    return schema.without(*ASSERTIONS)


def assertions_of(schema: Node) -> Node:
    """The schema without annotations."""
    return Node(
        {key: value for key, value in schema.items() if key in ASSERTIONS},
        pointer=schema.pointer,
        also=schema.also,
    )
