"""Rules for documentation: descriptions of all parts, and examples of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.check.strict.composition import Composition
from codegen.check.strict.mistake import mistake
from codegen.check.survey import Survey
from codegen.document.node import Node, Pointer
from codegen.document.problems import Problem
from codegen.standard.media_types import Codec, codec

_PLACEHOLDER = re.compile(
    r"\W*|\W*(todo|tbd|tba|fixme|xxx|description|summary|string|lorem ipsum.*|n/?a|none|null)\W*",
    re.IGNORECASE | re.DOTALL,
)
"""Placeholder texts."""

_BLANK = re.compile(r"\W*")


def described_operations(survey: Survey) -> Iterator[Problem]:
    """Operations have a summary or a description.

    Parameters and headers, or their schemas, have a description.
    """
    composition = Composition(survey)
    for operation in survey.by_kind.get("operation", []):
        if not {"summary", "description"} & operation.keys():
            message = "this operation has neither 'summary' nor 'description'"
            yield mistake(message, "missing-description", operation.pointer, "key")
    for kind in ("parameter", "header"):
        for part in survey.of(kind):
            if "description" not in part and not _is_described(composition.within(part.mapping("schema"))):
                what = f"the {kind} {part.text('name')!r}" if part.text("name") else f"this {kind}"
                yield mistake(f"{what} has no 'description'", "missing-description", part.pointer, "key")


def described_schemas(survey: Survey) -> Iterator[Problem]:
    """Component schemas and properties have a description.

    It may be in a schema that a reference or a composition leads to.
    """
    composition = Composition(survey)
    for name, schema in survey.root.mapping("components").entries("schemas"):
        if not _is_described(composition.within(schema)):
            message = f"the schema {name!r} has no 'description'"
            yield mistake(message, "missing-description", schema.pointer, "key")
    for owner in survey.of("schema"):
        for name, schema in owner.entries("properties"):
            if survey.resolved(schema) is None:  # reported by the rules for references
                continue
            if not _is_described(composition.within(schema)) and not _is_described_beside(
                composition, owner, name
            ):
                message = f"the property {name!r} has no 'description'"
                yield mistake(message, "missing-description", schema.pointer, "key")


def _is_described(schemas: list[Node]) -> bool:
    return any("description" in schema for schema in schemas)


def _is_described_beside(composition: Composition, owner: Node, name: str) -> bool:
    """Whether another schema of the same value describes the property, so that this one need not."""
    others = (one.mapping("properties").get(name) for one in composition.beside(owner))
    return any(isinstance(one, Node) and _is_described(composition.within(one)) for one in others)


def not_empty(survey: Survey) -> Iterator[Problem]:
    """A description or summary is not empty."""
    for name, node in survey.visits:
        for key in ("summary", "description", "title"):
            known = key in survey.kind(name).keys and isinstance(node.get(key), str)
            says_nothing = _BLANK if key == "title" else _PLACEHOLDER
            if known and says_nothing.fullmatch(node.text(key)):
                fault = f"{node.text(key)!r} says nothing" if node.text(key).strip() else "it is empty"
                yield mistake(
                    f"{key!r} must say something: {fault}", "empty-description", (*node.pointer, key)
                )


def exemplified(survey: Survey) -> Iterator[Problem]:
    """JSON and form bodies of requests and 2xx responses have an example, or each of their parts has one."""
    composition = Composition(survey)
    seen: set[Pointer] = set()
    for operation in survey.by_kind.get("operation", []):
        bodies = [operation.mapping("requestBody")] if "requestBody" in operation else []
        bodies += [body for status, body in operation.entries("responses") if status.startswith("2")]
        for reference in bodies:
            body = survey.resolved(reference)
            for media_type, media in body.entries("content") if body is not None else ():
                if media.pointer in seen or codec(media_type) not in {Codec.JSON, Codec.FORM}:
                    continue
                seen.add(media.pointer)
                if not _has_example(media) and not _is_shown(composition, media.mapping("schema")):
                    message = f"this content of {media_type!r} has no example"
                    yield mistake(message, "missing-example", media.pointer, "key")


def _has_example(part: Node) -> bool:
    return "example" in part or bool(part.get("examples"))


def shown_examples(survey: Survey) -> Iterator[Problem]:
    """An example has a value, or the URL of one (OpenAPI 3.1.1, 4.8.19)."""
    for example in survey.of("example"):
        if not {"value", "externalValue"} & example.keys():
            yield mistake("this example has no 'value'", "missing-example", example.pointer, "key")


def structured(survey: Survey) -> Iterator[Problem]:
    """JSON and forms have a schema. Without one, any value is valid."""
    for kind in ("requestBody", "response"):
        for owner in survey.of(kind):
            for media_type, media in owner.entries("content"):
                if "schema" not in media and codec(media_type) in {Codec.JSON, Codec.FORM}:
                    message = f"this content of {media_type!r} has no 'schema'"
                    yield mistake(message, "missing-schema", media.pointer, "key")


def _is_shown(composition: Composition, schema: Node) -> bool:
    """Whether a schema has an example, or one can be composed from those of its properties or items."""
    seen: set[Pointer] = set()
    pending = [schema]
    while pending:
        within = composition.within(pending.pop())
        if within[0].pointer in seen or any(map(_shows_itself, within)):
            continue
        seen.add(within[0].pointer)
        parts = [inner for one in within for _, inner in one.entries("properties")]
        parts += [one.mapping("items") for one in within if one.mapping("items")]
        if not parts:
            return False
        pending += parts
    return True


def _shows_itself(schema: Node) -> bool:
    chosen = not {"const", "default", "enum"}.isdisjoint(schema) or schema.get("type") in ("boolean", "null")
    return chosen or _has_example(schema)


DOCUMENTATION_RULES = (
    described_operations,
    described_schemas,
    not_empty,
    exemplified,
    shown_examples,
    structured,
)
