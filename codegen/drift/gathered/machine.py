"""The report about what clients have met for programs, in JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from codegen import VERSION
from codegen.document.node import json_pointer
from codegen.document.places import Place
from codegen.drift.gathered.judging import Outcome
from codegen.drift.gathered.printing import Shown
from codegen.drift.gathered.tally import Tally


def in_json(
    shown: Sequence[tuple[Shown, Place]], total: Tally, document: str, files: Sequence[str], patch: str
) -> str:
    """Return the report as JSON. `docs/drift.md` describes its keys."""
    outcomes = [one.finding.judgement.outcome for one, _ in shown]
    value = {
        "generator": {"name": "wholespec", "version": VERSION},
        "command": "drift",
        "document": document,
        "files": list(files),
        "reports": _tally(total),
        "agrees": not {Outcome.EDIT, Outcome.BY_HAND} & {*outcomes},
        "counts": {outcome.value: outcomes.count(outcome) for outcome in Outcome},
        "findings": [_finding(one, place, document) for one, place in shown],
        "patch": patch,
    }
    return json.dumps(value, indent=2, ensure_ascii=True) + "\n"


def _finding(one: Shown, place: Place, document: str) -> dict[str, object]:
    judged = one.finding.judgement
    is_here = judged.outcome is not Outcome.ELSEWHERE
    return {
        "outcome": judged.outcome.value,
        "rule": judged.rule,
        "message": judged.message,
        "reason": judged.reason,
        "file": (place.file or document) if is_here else None,
        "line": place.line if is_here else None,
        "column": place.column if is_here else None,
        "pointer": f"#{json_pointer(judged.pointer)}" if is_here else None,
        "lines": list(one.lines),
        **_tally(one.finding.tally),
        "met": [
            {
                "kind": met.kind,
                "operation": met.operation,
                "status": met.status,
                "where": met.where,
                "pointer": met.pointer,
                "got": met.got,
                "value": met.value,
            }
            for met in one.finding.differences
        ],
    }


def _tally(tally: Tally) -> dict[str, object]:
    return {
        "count": tally.count,
        "first": tally.first or None,
        "last": tally.last or None,
        "clients": dict(sorted(tally.clients.items())),
    }
