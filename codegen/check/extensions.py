"""The extensions that are ours say what they may: any other would change nothing, and nobody would know."""

from __future__ import annotations

import keyword
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


def python_names(survey: Survey) -> Iterator[Problem]:
    """An ``x-python-name`` is a public name in Python; whether it is free is for `codegen.naming` to say."""
    for kind, node in survey.visits:
        if kind not in EXTENSIONS["x-python-name"] or node.get("x-python-name") is None:
            continue
        name = str(node["x-python-name"])
        is_name = name.isascii() and name.isidentifier() and not keyword.iskeyword(name)
        if not is_name or name.startswith("_"):
            message = f"{name[:60]!r} is not a Python name: write letters, digits and '_', and a letter first"
            if keyword.iskeyword(name):
                message = f"{name!r} is a keyword of Python"
            yield Problem(message, "python-name", (*node.pointer, "x-python-name"))


def _is_waiver(value: Json) -> bool:
    return isinstance(value, Node) and [*value] == ["skip"] and bool(value.text("skip").strip())


EXTENSION_RULES = (understood, python_names)
