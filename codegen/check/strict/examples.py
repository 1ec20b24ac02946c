"""Keys of examples that the schema allows but does not describe."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.check.strict.composition import Composition
from codegen.check.strict.keywords import only_annotates, type_of
from codegen.check.strict.mistake import mistake, suggestion
from codegen.check.survey import Survey
from codegen.check.values import shown_values
from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Problem
from codegen.document.spelling import nearest


def described_keys(survey: Survey) -> Iterator[Problem]:
    """Each key in an example is a property, unless the schema declares additional properties."""
    composition = Composition(survey)
    for value in shown_values(survey):
        for key, known, where in _unknown(composition, value.value, value.where, [value.schema]):
            near = nearest(key, known)
            yield mistake(
                f"the schema has no property {key!r}{suggestion(near)}", "unknown-property", where, "key"
            )


def _unknown(
    composition: Composition, value: Json, where: Pointer, schemas: list[Node]
) -> Iterator[tuple[str, list[str], Pointer]]:
    """The keys in a value that none of its schemas describes, each with the known keys."""
    within = [one for schema in schemas for one in composition.within(schema)]
    if isinstance(value, list):
        items = [one.mapping("items") for one in within if isinstance(one.get("items"), Node)]
        if items and not any("prefixItems" in one for one in within):
            for index, item in enumerate(value):
                yield from _unknown(composition, item, (*where, index), items)
    elif isinstance(value, Node):
        described = [one.mapping("properties") for one in within]
        known = list(dict.fromkeys(name for one in described for name in one))
        if not known or any(map(_declares_more, within)):
            return
        for key, part in value.items():
            if key not in known:
                yield key, [name for name in known if name not in value], (*where, key)
                continue
            inner = [one for properties in described if isinstance(one := properties.get(key), Node)]
            yield from _unknown(composition, part, (*where, key), inner)


def _declares_more(schema: Node) -> bool:
    keys = ("additionalProperties", "unevaluatedProperties")
    further = any(schema.get(key, False) is not False for key in keys)
    return further or not {"patternProperties", "$dynamicRef", "if"}.isdisjoint(schema)


def typed_by_examples(survey: Survey) -> Iterator[Problem]:
    """A property that is a string, a number or a boolean in examples has a type."""
    composition = Composition(survey)
    found: dict[Pointer, tuple[Node, set[str]]] = {}
    for shown in shown_values(survey):
        for schema, value in _untyped(composition, shown.value, [shown.schema]):
            found.setdefault(schema.pointer, (schema, set()))[1].add(type_of(value))
    for schema, types in found.values():
        if len(types) == 1 and not types & {"array", "object"}:
            (type_,) = types
            name = str(schema.pointer[-1])
            message = f"the property {name!r} allows any value; write 'type: {type_}', as in its example"
            yield mistake(message, "missing-type", schema.pointer, "key")


def _untyped(composition: Composition, value: Json, schemas: list[Node]) -> Iterator[tuple[Node, Json]]:
    """The schemas of properties that allow any value, with the values in an example."""
    within = [one for schema in schemas for one in composition.within(schema)]
    if isinstance(value, list):
        items = [one.mapping("items") for one in within if isinstance(one.get("items"), Node)]
        for item in value:
            yield from _untyped(composition, item, items)
    elif isinstance(value, Node):
        for key, part in value.items():
            properties = [one.mapping("properties").get(key) for one in within]
            inner = [one for one in properties if isinstance(one, Node)]
            if part is not None and inner and all(map(only_annotates, inner)):
                yield inner[0], part
            else:
                yield from _untyped(composition, part, inner)


EXAMPLE_RULES = (described_keys, typed_by_examples)
