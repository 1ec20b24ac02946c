"""Converts parameters and headers of Swagger 2.0 that are not in a body."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.document.node import Json, Node
from codegen.prepare.versions.schemas import is_about_the_value, value_schema

STYLES: Mapping[str, str] = {
    "csv": "form",
    "ssv": "spaceDelimited",
    "tsv": "tabDelimited",
    "pipes": "pipeDelimited",
    "multi": "form",
}
"""The styles for ``collectionFormat``. OpenAPI has none for tabs; the runtime has."""


def as_30_parameter(parameter: Node) -> Node:
    """A parameter of a path, a query or a header."""
    return _value(parameter, in_query=parameter.get("in") == "query")


def as_30_header(header: Node) -> Node:
    """A header of a response."""
    return _value(header, in_query=False)


def style(owner: Node, *, in_query: bool) -> dict[str, Json]:
    """The style of an array. Without ``collectionFormat``, commas separate the items."""
    if owner.get("type") != "array" or "schema" in owner:
        return {}
    written = owner.text("collectionFormat") or "csv"
    if written == "csv" and not in_query:
        return {}  # the usual style of paths and headers
    return {"style": STYLES.get(written, "form"), "explode": written == "multi"}


def _value(owner: Node, *, in_query: bool) -> Node:
    items = {
        key: value
        for key, value in owner.items()
        if not is_about_the_value(key) and key not in {"collectionFormat", "schema"}
    }
    items |= style(owner, in_query=in_query)
    return Node({**items, "schema": value_schema(owner)}, pointer=owner.pointer, also=owner.also)
