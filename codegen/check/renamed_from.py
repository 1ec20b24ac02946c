"""Checks declarations of former names, because a wrong one would have no effect."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.check.survey import Survey
from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Problem
from codegen.document.spelling import did_you_mean
from codegen.standard.extensions import EXTENSIONS, is_public_name

_KEY = "x-renamed-from"
_OF_VALUES = "x-enum-renamed-from"
_KEYS = ("name", "python-name", "until")


def valid_former_names(survey: Survey) -> Iterator[Problem]:
    """``x-renamed-from`` is a former name, a mapping with one, or a list of these."""
    for kind, node in survey.with_other_keys:
        if _KEY in node and kind in EXTENSIONS[_KEY]:
            yield from _several(node[_KEY], (*node.pointer, _KEY))
        if _OF_VALUES in node and kind in EXTENSIONS[_OF_VALUES]:
            yield from _of_values(node)


def _of_values(schema: Node) -> Iterator[Problem]:
    """``x-enum-renamed-from`` has former names of values by the values."""
    said, where = schema[_OF_VALUES], (*schema.pointer, _OF_VALUES)
    if not isinstance(said, Node):
        yield _problem(f"{_OF_VALUES!r} must be a mapping: {{active: running}}", where)
        return
    values = [str(value) for value in schema.values_of("enum")]
    for value, former in said.items():
        if value not in values:
            known = did_you_mean(value, values)
            yield _problem(f"{value!r} is not a value of the enum{known}", (*where, value))
        yield from _several(former, (*where, value))


def _several(said: Json, where: Pointer) -> Iterator[Problem]:
    if said == []:
        yield _problem(f"{_KEY!r} has no name", where)
    for index, one in enumerate(said) if isinstance(said, list) else [(None, said)]:
        yield from _faults(one, where if index is None else (*where, index))


def _faults(said: Json, where: Pointer) -> Iterator[Problem]:
    if isinstance(said, str):
        if not said.strip():
            yield _problem(f"{_KEY!r} is empty", where)
        return
    if not isinstance(said, Node):
        yield _problem(f'{_KEY!r} must be a former name, or {{name: old, until: "3.0.0"}}', where)
        return
    for key in said:
        if key not in _KEYS:
            yield _problem(f"{_KEY!r} has no key {key!r}{did_you_mean(key, _KEYS)}", (*where, key))
        elif not said.text(key).strip():
            yield _problem(f"{key!r} must be a text that is not empty", (*where, key))
    if "name" not in said and "python-name" not in said:
        yield _problem(f"{_KEY!r} needs 'name', or 'python-name'", where)
    if said.text("until") and not re.search(r"[0-9]", said.text("until")):
        yield _problem("'until' must be a version, such as \"3.0.0\"", (*where, "until"))
    if (name := said.text("python-name")) and not is_public_name(name):
        yield _problem(f"{name[:60]!r} is not a Python name", (*where, "python-name"))


def _problem(message: str, where: Pointer) -> Problem:
    return Problem(message, "renamed-from", where)
