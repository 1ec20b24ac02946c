"""Replaces schemas that the generator does not support by one that allows any value.

Later steps may refuse a part of a document that the checks have accepted. Unless the document is strict, only
this schema is lost then, not the client.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from codegen.check.survey import Survey
from codegen.document.node import Node, Pointer
from codegen.document.places import Place
from codegen.document.problems import Edit, Problem

_UNSUPPORTED = frozenset({"contradiction", "lost", "reference-ring", "second-reading"})
"""The rules of later steps that a schema may break that is legal, or that has no meaning."""

_KEPT = ("title", "description", "deprecated", "readOnly", "writeOnly")


def stand_ins(root: Node, problems: Iterable[Problem], known: Iterable[Problem]) -> list[Problem] | None:
    """The problems as tolerable ones of the rule ``unsupported``; None if one is not about a schema.

    Each gives up the innermost schema around its place, or if that has been given up (`known`), the next one.
    """
    survey = Survey(root)
    gone = {edit.where for problem in known for edit in problem.past or ()}
    found: list[Problem] = []
    for problem in problems:
        schema = None if isinstance(problem.where, Place) else _around(survey, problem.where, gone)
        if problem.rule not in _UNSUPPORTED or schema is None:
            return None
        kept = Node({key: schema[key] for key in _KEPT if key in schema}, pointer=schema.pointer)
        edit = Edit(schema.pointer, kept)
        message = problem.message.removesuffix("; this is a defect of the generator")
        reading = "the schema allows any value"
        found.append(replace(problem, rule="unsupported", message=message, past=(edit,), reading=reading))
    return found


def _around(survey: Survey, where: Pointer, gone: set[Pointer]) -> Node | None:
    for length in range(len(where), -1, -1):
        place = where[:length]
        if survey.kind_at(place) == "schema" and place not in gone:
            return survey.at(place)
    return None
