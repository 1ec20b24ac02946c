"""Reads the types and formats of parameters and headers of Swagger 2.0, which have no schema."""

from __future__ import annotations

from codegen.check.shorthand import in_other_words
from codegen.check.survey import Survey
from codegen.document.node import Json, Node, Pointer, placed
from codegen.document.problems import Edit
from codegen.document.spelling import nearest

_SIMPLE = frozenset({"parameter", "header", "items"})
"""The kinds of objects whose type is not that of a schema."""

_TYPES = ("string", "number", "integer", "boolean", "array")
_NEAR = 0.8
"""How similar a name must be to a type to be read as it."""


def simply_read(survey: Survey, kind: str, owner: Node, rest: Pointer) -> tuple[str, tuple[Edit, ...]] | None:
    """How a wrong value is read, and the changes of the object; None if it has no plain meaning.

    Args:
        survey: The document.
        kind: The kind of the object.
        owner: The object.
        rest: The way from it to the value.
    """
    if survey.version != "2.0" or kind not in _SIMPLE:
        return None
    place = owner.pointer
    match rest, owner.get(str(rest[0])):
        case ("type",), "file" if kind == "items" and _around(survey, owner).text("in") == "formData":
            return "read as files", (Edit((*place, "type"), "string"), Edit((*place, "format"), "binary"))
        case ("type",), str(written):
            meant = _type(written)
            kept = {key: one for key, one in meant.items() if key == "type" or key not in owner}
            edits = tuple(Edit((*place, key), placed(one, (*place, key))) for key, one in kept.items())
            return f"read as {meant['type']!r}", edits
        case ("in",), "query" | "path" | "header" if owner.get("type") == "file":
            return "the type is read as 'string'", (Edit((*place, "type"), "string"),)
        case ("collectionFormat",), "brackets" if owner.get("in") == "query" and owner.text("name"):
            name = f"{owner.text('name').removesuffix('[]')}[]"
            edits = (Edit((*place, "collectionFormat"), "multi"), Edit((*place, "name"), name))
            return f"read as 'multi', and the name as {name!r}", edits
        case _:
            return None


def _around(survey: Survey, owner: Node) -> Node:
    return survey.at(owner.pointer[:-1]) or Node()


def _type(written: str) -> dict[str, Json]:
    """The type that was meant; ``string`` if no parameter can have that type."""
    known = in_other_words(written) or {"type": nearest(written.lower(), _TYPES, _NEAR) or "string"}
    if known["type"] == "array":
        return {"type": "array", "items": Node({"type": "string"})}
    return {**known} if known["type"] in _TYPES else {"type": "string"}
