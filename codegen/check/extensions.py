"""The values of our extensions: one that the generator cannot use would have no effect."""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from codegen.check.survey import Survey
from codegen.document.node import Json, Node
from codegen.document.problems import Problem
from codegen.standard.extensions import EXTENSIONS, is_public_name


def understood(survey: Survey) -> Iterator[Problem]:
    """``x-generate`` gives a reason to skip a part, or is strict; ``info.x-python`` is a mapping."""
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
    """An ``x-python-name`` is a public name in Python. `codegen.naming` checks whether it is free."""
    for kind, node in survey.visits:
        if kind not in EXTENSIONS["x-python-name"] or node.get("x-python-name") is None:
            continue
        name = str(node["x-python-name"])
        if not is_public_name(name):
            message = f"{name[:60]!r} is not a Python name: write letters, digits and '_', and a letter first"
            if keyword.iskeyword(name):
                message = f"{name!r} is a keyword of Python"
            yield Problem(message, "python-name", (*node.pointer, "x-python-name"))


def _is_waiver(value: Json) -> bool:
    return isinstance(value, Node) and [*value] == ["skip"] and bool(value.text("skip").strip())


EXTENSION_RULES = (understood, python_names)
