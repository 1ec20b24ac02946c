"""The report about what clients have reported for programs, in JSON and in SARIF 2.1.0."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.document.node import json_pointer
from codegen.drift import formats
from codegen.drift.gathered.judging import Outcome
from codegen.drift.gathered.printing import Shown
from codegen.drift.gathered.tally import Tally


def in_json(shown: Sequence[Shown], total: Tally, document: str, files: Sequence[str], patch: str) -> str:
    """Return the report as JSON. `docs/drift.md` describes its keys."""
    outcomes = [one.finding.judgement.outcome for one in shown]
    value = {
        "document": document,
        "files": list(files),
        "reports": _tally(total),
        "agrees": not {Outcome.EDIT, Outcome.BY_HAND} & {*outcomes},
        "counts": {outcome.value: outcomes.count(outcome) for outcome in Outcome},
        "findings": [_finding(one) for one in shown],
        "patch": patch,
    }
    return formats.in_json("drift", value)


def in_sarif(shown: Sequence[Shown]) -> str:
    """Return the report as SARIF."""
    return formats.in_sarif(
        [
            formats.Result(
                rule=one.finding.judgement.rule,
                is_error=one.is_drift,
                message=". ".join(
                    filter(None, (one.finding.judgement.message, one.finding.judgement.reason))
                ),
                spot=one.spot,
                properties={"outcome": one.finding.judgement.outcome.value},
            )
            for one in shown
        ]
    )


def _finding(one: Shown) -> dict[str, object]:
    judged = one.finding.judgement
    return {
        "outcome": judged.outcome.value,
        "rule": judged.rule,
        "message": judged.message,
        "reason": judged.reason,
        "cost": judged.cost,
        **(one.spot.as_json if one.spot else {"file": None, "line": None, "column": None}),
        "pointer": f"#{json_pointer(judged.pointer)}" if one.spot else None,
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
