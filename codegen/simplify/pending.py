"""The problem that says that a feature of the standard is not carried yet."""

from __future__ import annotations

from codegen.document import Node
from codegen.problems import On, Problem

_AROUND = 'leave it out with x-generate: {skip: "..."}'


def not_yet(what: str, part: Node, *keys: str | int, on: On = "value") -> Problem:
    """The problem of a feature that is not carried yet, at the part or at a place within it."""
    return Problem(f"{what} is not supported yet; {_AROUND}", "not-yet", (*part.pointer, *keys), on)
