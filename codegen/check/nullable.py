"""Checks ``nullable`` where the standard gives it no effect, although its meaning is plain."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.check.survey import Survey
from codegen.document.node import Node
from codegen.document.problems import Problem


def effective(survey: Survey) -> Iterator[Problem]:
    """``nullable`` has an effect: it does not in OpenAPI 3.1, nor beside ``$ref`` in 3.0 (3.0.4, 4.7.23)."""
    for schema in survey.by_kind.get("schema", []):
        if schema.get("nullable") is not True:
            continue
        if survey.version == "3.1":
            message = f"'nullable' has no effect in OpenAPI 3.1: {_in_31(schema)}"
        elif "$ref" in schema:
            message = "'nullable' beside '$ref' is ignored; put the reference into an 'allOf'"
        else:
            continue
        yield Problem(message, "nullable", (*schema.pointer, "nullable"), "key", past=())


def _in_31(schema: Node) -> str:
    """How to allow null in 3.1."""
    match schema.get("type"):
        case str() as type_:
            return f"write 'type: [{type_}, \"null\"]' instead"
        case list() as types:
            return "remove it" if "null" in types else "add \"null\" to the 'type'"
        case _ if "$ref" in schema:
            return "write 'anyOf' with a member '{type: \"null\"}' instead"
        case _:
            return "write a 'type' of \"null\" as well instead"


NULLABLE_RULES = (effective,)
