"""Compares what a value must not be (``not``), whose type the plug-in shows instead of that of the value."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.document.node import Json
from codegen.drift.reference.collecting import Collector
from codegen.drift.reference.findings import Kind
from codegen.drift.reference.page import Shown
from codegen.drift.reference.shapes import Shape

NOT = "not "
"""What the type of such a value begins with."""


def compare_negation(shown: Shown, shape: Shape, what: str, into: Collector) -> None:
    """Compare what a page says that a value must not be. It shows nothing else of the value then."""
    theirs = shown.type.removeprefix(NOT)
    line = shown.type_line
    if shape.negated is None and shape.is_composed:
        message = f"{what} must not be `{theirs}` on the page, which shows a part of the schema"
        into.add(Kind.UNJUDGED, "negated", message, shape.pointer, line)
        return
    if shape.negated is None:
        message = f"{what} must not be `{theirs}` on the page, and the document does not say so"
        into.fact(False, "negation-missing", message, shape.pointer, line)  # noqa: FBT003
        return
    ours = _type(shape.negated)
    message = f"{what} must not be `{theirs}` on the page, and must not be `{ours}` in the document"
    into.fact(_same(theirs, ours), "negation-changed", message, shape.pointer, line)
    said = shape.negated.get("format")
    if shown.format or said:
        here = f"what {what} must not be"
        message = f"{here} has the format `{shown.format}` on the page, and `{said}` in the document"
        into.fact(shown.format == (said or ""), "format-changed", message, shape.pointer, line)


def _same(theirs: str, ours: str) -> bool:
    """Whether two types are the same. Versions of the plug-in differ in what they say of a list."""
    lists = [one.partition("<")[0].lower() for one in (theirs, ours)]
    return {*theirs.split(" | ")} == {*ours.split(" | ")} or lists == ["array", "array"]


def _type(schema: Mapping[str, Json]) -> str:
    said = schema.get("type")
    types = [str(one) for one in said] if isinstance(said, list) else [str(said)] if said else []
    return " | ".join(types) or "any"
