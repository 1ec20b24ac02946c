"""What a run reports, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from codegen.check.tolerance import consequence
from codegen.document.node import Pointer, json_pointer
from codegen.document.places import On, Place
from codegen.document.problems import Problem
from codegen.document.source import Source
from codegen.output.report import LONGEST, MOST_TOLD

if TYPE_CHECKING:
    from codegen.pipeline import Output


def of_output(output: Output, outcome: str, environment: Sequence[str]) -> str:
    """The report of a run that made a client: what was tolerated and skipped, and what the client has."""
    source = output.source
    return _json(
        {
            "outcome": outcome,
            "tolerated": [
                {**_problem(one, source), "consequence": consequence(one)}
                for one in output.tolerated[:MOST_TOLD]
            ],
            "skipped": [{**_place(one.where, "key", source), "reason": one.reason} for one in output.waivers],
            "problems": [],
            "counts": {**output.counts, "tolerated": len(output.tolerated), "skipped": len(output.waivers)},
            "environment": [*environment],
        }
    )


def of_refusal(problems: Sequence[Problem], source: Source, command: str) -> str:
    """The report of a run that wrote nothing. `command` accepts the document, if there is one."""
    return _json(
        {
            "outcome": "refused",
            "tolerated": [],
            "skipped": [],
            "problems": [_problem(one, source) for one in problems[:MOST_TOLD]],
            "counts": {"problems": len(problems)},
            "command": command or None,
        }
    )


def _json(report: dict[str, object]) -> str:
    return json.dumps(report, indent=1) + "\n"


def _problem(problem: Problem, source: Source) -> dict[str, object]:
    place = _place(problem.where, problem.on, source)
    return {**place, "rule": problem.rule, "message": problem.message[:LONGEST]}


def _place(where: Pointer | Place, on: On, source: Source) -> dict[str, object]:
    place = source.place(where, on)
    pointer = None if isinstance(where, Place) else json_pointer(where)
    return {"file": source.name, "line": place.line, "column": place.column, "pointer": pointer}
