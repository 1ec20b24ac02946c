"""Reports about a published reference for programs, in JSON and in SARIF 2.1.0."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from codegen.drift import formats
from codegen.drift.reference.findings import Finding, Kind, Report


def in_json(report: Report, document: str, pages: Sequence[str]) -> str:
    """Return the report as JSON. `docs/reference.md` describes its keys."""
    counts = Counter(one.kind for one in report.findings)
    value = {
        "document": document,
        "pages": list(pages),
        "agrees": not report.has_drift,
        "facts": report.facts,
        "unreadable": list(report.unreadable),
        "counts": {kind.value: counts[kind] for kind in Kind},
        "findings": [
            {
                "kind": one.kind.value,
                "rule": one.rule,
                "message": one.message,
                "document": one.document.as_json,
                "page": one.page.as_json,
                "words": one.words,
            }
            for one in report.findings
        ],
    }
    return formats.in_json("reference", value)


def in_sarif(report: Report) -> str:
    """Return the report as SARIF. The line of the page is a related location."""
    return formats.in_sarif([_result(one) for one in report.findings])


def _result(one: Finding) -> formats.Result:
    return formats.Result(
        rule=one.rule,
        is_error=one.kind is Kind.DRIFT,
        message=one.message,
        spot=one.document,
        related=[(one.page, one.words or "the page")],
    )
