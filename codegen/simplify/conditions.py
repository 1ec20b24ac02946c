"""Rewrites keywords that describe a part of a value by its position, its name or other parts.

A type of Python has no such conditions. Each keyword is replaced by everything that it may allow, so the type
accepts every valid value. The server rejects the invalid ones.
"""

from __future__ import annotations

from codegen.document.node import Json, Node, mappings_in
from codegen.standard.census import census_of
from codegen.standard.keywords import Applied, applied
from codegen.standard.positions import Document, rewrite_schemas
from codegen.standard.schemas import allows_nothing, as_schema, rewrite_subschemas, subschemas

_BRANCHES = applied(Applied.CONDITIONAL)
_CONDITIONAL = frozenset({*_BRANCHES, "prefixItems", "patternProperties", "unevaluatedProperties"})
_COMPOSING = frozenset({"$ref", "allOf", "anyOf", "oneOf"})
_DESCRIBING = _COMPOSING | {"if", *_BRANCHES}
"""Keywords whose schemas may describe properties of the same object."""


def widen_conditions(document: Document) -> Document:
    """Replace conditional keywords by what they may allow (JSON Schema 2020-12 core, 10.2.2, 10.3 and 11.3).

    - ``prefixItems``: each item is any of them, or what ``items`` says. An array that cannot be longer
      (``items: false`` or ``maxItems``) has no others.
    - ``patternProperties``: any property may have any of their values, or what ``additionalProperties`` says.
    - ``unevaluatedProperties``: becomes ``additionalProperties``, unless the schema has both. ``false`` does
      so only where no other schema can describe properties of the same object.
    - ``then``, ``else`` and ``dependentSchemas``: their properties become optional properties. What they say
      of a property that the object has anyway only restricts it, and is dropped.
    """
    census = document.census or census_of(document.root)
    if census.keys.isdisjoint(_CONDITIONAL | {"not"}) and not census.closes_arrays:
        return document
    return rewrite_schemas(document, lambda schema, _: _widened(schema))


def _widened(schema: Node) -> Node:
    if allows_nothing(items := schema.get("items")):
        parts = mappings_in(items) if isinstance(items, Node) else ()
        places = (place for part in parts for place in part.origins)
        schema = schema.without("items").with_items(unevaluatedItems=False).standing_for(*places)
    if "unevaluatedProperties" in schema:
        schema = _further_property(schema)
    schema = rewrite_subschemas(schema, _widened)
    if "prefixItems" in schema:
        schema = _any_item(schema)
    if "patternProperties" in schema:
        schema = _any_property(schema)
    branches = [
        branch
        for keyword, shape in _BRANCHES.items()
        for branch, _, _ in subschemas(schema, {keyword: shape})
    ]
    return _with_optional(schema, branches) if branches else schema


def _any_item(schema: Node) -> Node:
    first = schema.mappings("prefixItems")
    longest = schema.get("maxItems")
    exact = isinstance(longest, (int, float)) and longest <= len(first)
    closed = exact or schema.get("unevaluatedItems") is False
    others = [] if closed else [_said(schema, "items")]
    item = Node({"anyOf": [*first, *others]}, pointer=(*schema.pointer, "prefixItems"))
    return schema.without("prefixItems").with_items(items=item)


def _further_property(schema: Node) -> Node:
    value = schema["unevaluatedProperties"]
    rest = schema.without("unevaluatedProperties")
    if "additionalProperties" in schema:  # no property remains for it
        return rest
    if value is False:
        return rest.with_items(additionalProperties=False) if _DESCRIBING.isdisjoint(schema) else schema
    return rest.with_items(additionalProperties=_said(schema, "unevaluatedProperties"))


def _any_property(schema: Node) -> Node:
    patterns = [value for _, value in schema.entries("patternProperties")]
    others = [] if schema.get("additionalProperties") is False else [_said(schema, "additionalProperties")]
    value = Node({"anyOf": [*patterns, *others]}, pointer=(*schema.pointer, "patternProperties"))
    return schema.without("patternProperties").with_items(additionalProperties=value)


def _with_optional(schema: Node, branches: list[Node]) -> Node:
    known = schema.mapping("properties")
    added: dict[str, list[Node]] = {}
    for branch in branches:
        for name, value in branch.entries("properties"):
            if name not in known:
                added.setdefault(name, []).append(value)
    schema = schema.without(*_BRANCHES)
    if not added:
        return schema
    composed = not _COMPOSING.isdisjoint(schema)
    properties: dict[str, Json] = {
        name: _anything(values) if composed else Node({"anyOf": [*values]}, pointer=values[0].pointer)
        for name, values in added.items()
    }
    return schema.with_items(properties=known.with_items(**properties))


def _anything(schemas: list[Node]) -> Node:
    """Any value: a condition must not narrow what a composed schema says elsewhere of the property."""
    first, *others = schemas
    return Node(pointer=first.pointer).standing_for(*(place for other in others for place in other.origins))


def _said(schema: Node, keyword: str) -> Node:
    return as_schema(schema.get(keyword, True), (*schema.pointer, keyword))
