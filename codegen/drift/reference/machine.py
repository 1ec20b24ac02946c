"""Reports about a published reference for programs, in JSON and in SARIF 2.1.0."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from codegen import VERSION
from codegen.drift import sarif
from codegen.drift.reference.finding import Finding, Kind, Report, Spot


def in_json(report: Report, document: str, pages: Sequence[str]) -> str:
    """Return the report as JSON. `docs/reference.md` describes its keys."""
    counts = Counter(one.kind for one in report.findings)
    value = {
        "generator": {"name": "wholespec", "version": VERSION},
        "command": "reference",
        "document": document,
        "pages": list(pages),
        "agrees": not report.has_drift,
        "facts": report.facts,
        "counts": {kind.value: counts[kind] for kind in Kind},
        "findings": [
            {
                "kind": one.kind.value,
                "rule": one.rule,
                "message": one.message,
                "document": _spot(one.document),
                "page": _spot(one.page),
                "words": one.words,
            }
            for one in report.findings
        ],
    }
    return json.dumps(value, indent=2, ensure_ascii=True) + "\n"


def _spot(spot: Spot) -> dict[str, object]:
    return {"file": spot.file, "line": spot.line, "column": spot.column}


def in_sarif(report: Report) -> str:
    """Return the report as SARIF. The line of the page is a related location."""
    rules = sorted({one.rule for one in report.findings})
    value = sarif.log([{"id": rule} for rule in rules], [_result(one, rules) for one in report.findings])
    return json.dumps(value, indent=2, ensure_ascii=True) + "\n"


def _result(one: Finding, rules: list[str]) -> dict[str, object]:
    return {
        "ruleId": one.rule,
        "ruleIndex": rules.index(one.rule),
        "level": "error" if one.kind is Kind.DRIFT else "note",
        "message": {"text": one.message},
        "locations": [_location(one.document)],
        "relatedLocations": [{**_location(one.page), "message": {"text": one.words or "the page"}}],
    }


def _location(spot: Spot) -> dict[str, object]:
    return sarif.location(spot.file, spot.line, spot.column)
