"""The extensions that are ours say what they may: any other would change nothing, and nobody would know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from codegen.check.survey import Survey
from codegen.document.node import Json, Node
from codegen.document.problems import Problem

EXTENSIONS: Mapping[str, tuple[str, ...]] = {
    "x-generate": ("openapi", "operation", "parameter", "schema"),
    "x-python": ("info",),
    "x-python-name": ("operation", "parameter", "schema", "securityScheme", "tag"),
    "x-enum-varnames": ("schema",),
    "x-enum-descriptions": ("schema",),
    "x-ms-discriminator-value": ("schema",),
}
"""The extensions that the generator reads, each with the kinds of objects of which it says something."""


def understood(survey: Survey) -> Iterator[Problem]:
    """``x-generate`` has a reason to skip a part, or is strict; ``info.x-python`` has the package's names."""
    for _, node in survey.visits:
        if "x-generate" not in node or _is_waiver(node["x-generate"]):
            continue
        if node.pointer:
            message = "'x-generate' must say what to skip a part for: {skip: \"reason\"}"
        elif node["x-generate"] != {"strict": True}:
            message = "'x-generate' of a whole document can only be {strict: true}"
        else:
            continue
        yield Problem(message, "waiver", (*node.pointer, "x-generate"))
    info = survey.root.mapping("info")
    if not isinstance(info.get("x-python", Node()), Node):
        yield Problem("'x-python' must be a mapping", "x-python", (*info.pointer, "x-python"))


def _is_waiver(value: Json) -> bool:
    return isinstance(value, Node) and [*value] == ["skip"] and bool(value.text("skip").strip())


EXTENSION_RULES = (understood,)
