"""Mistakes in discriminators: properties, values and schemas that do not exist."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.check.strict.composition import Composition
from codegen.check.strict.mistake import mistake, suggestion
from codegen.check.survey import Survey
from codegen.document.node import Node
from codegen.document.problems import Problem
from codegen.document.spelling import nearest


def discriminating_properties(survey: Survey) -> Iterator[Problem]:
    """A discriminator names a property that each alternative has (OpenAPI 3.1.1, 4.8.25)."""
    composition = Composition(survey)
    for schema in survey.of("schema"):
        if "discriminator" not in schema:
            continue
        discriminator = schema.mapping("discriminator")
        name = discriminator.text("propertyName")
        members = [*schema.mappings("oneOf"), *schema.mappings("anyOf")] or [schema]
        for member in members if name else []:
            if survey.resolved(member) is None:
                continue
            known = {one: None for part in composition.beside(member) for one in part.mapping("properties")}
            if name not in known:
                message = (
                    f"{name!r} is no property of {_called(member, schema)}{suggestion(nearest(name, known))}"
                )
                where = (*discriminator.pointer, "propertyName")
                yield mistake(message, "discriminator", where)
                break


def _called(member: Node, schema: Node) -> str:
    if reference := member.text("$ref"):
        return repr(reference.rpartition("/")[2])
    return "this schema" if member is schema else "a member"


def mapped_values(survey: Survey) -> Iterator[Problem]:
    """A discriminator maps to existing schemas, whose property allows the mapped values."""
    composition = Composition(survey)
    schemas = survey.root.mapping("components").mapping("schemas")
    for discriminator in survey.by_kind.get("discriminator", []):
        mapping = discriminator.mapping("mapping")
        for value, name in mapping.items():
            if not isinstance(name, str):
                continue
            target = survey.target(name) if "#" in name else schemas.get(name)
            if "#" not in name and name not in schemas:
                message = f"there is no schema {name!r} in the components{suggestion(nearest(name, schemas))}"
                yield mistake(message, "discriminator", (*mapping.pointer, value))
            elif isinstance(target, Node):
                property_ = discriminator.text("propertyName")
                known = _values(composition, target, property_)
                if known and value not in known:
                    of = f"{property_!r} in {name.rpartition('/')[2]!r}"
                    message = f"{value!r} is not a value of {of}{suggestion(nearest(value, known))}"
                    yield mistake(message, "discriminator", (*mapping.pointer, value), "key")


def _values(composition: Composition, schema: Node, name: str) -> list[str]:
    """The texts that a schema lists for a property."""
    properties = [one.mapping("properties").get(name) for one in composition.within(schema)]
    parts = [part for one in properties if isinstance(one, Node) for part in composition.within(one)]
    values = [value for part in parts for value in (*part.values_of("enum"), part.get("const"))]
    return [value for value in values if isinstance(value, str)]


DISCRIMINATOR_RULES = (discriminating_properties, mapped_values)
